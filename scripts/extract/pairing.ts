import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage, pairPages } from '../../src/extract/index.js';
import { loadLexicon, pageJudge } from '../../src/lexicon/index.js';
import type { Document } from '../../src/model/index.js';
import { toPage } from './pages.js';

/**
 * Pairing accuracy over page folders, with the pages' own names and with names that tell nothing.
 *
 * @param englishOf - name of the English page for a Chinese one, `undefined` for others
 */
export function pairingLines(
  folders: readonly string[],
  englishOf: (file: string) => string | undefined,
): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  );
  const gold = new Map<string, string>();
  for (const file of files) {
    const english = englishOf(file);
    if (english !== undefined && files.includes(english)) gold.set(file, english);
  }
  return [false, true].map((isBlind) => {
    const names = new Map<string, string>();
    const documents = files.map((file, i): Document => {
      const key = isBlind ? `https://example.org/${(i * 7919) % 10_007}.html` : file;
      names.set(key, file);
      return extractPage(toPage(file, readFileSync(file), key));
    });
    const pairs = pairPages(documents, { judge: pageJudge(loadLexicon()) });
    const right = pairs.filter(
      ({ zh, en }) => gold.get(names.get(zh) ?? '') === names.get(en),
    ).length;
    const how = isBlind ? 'names hidden' : 'names shown';
    return `pairing, ${how}: ${right} right of ${pairs.length} found, ${gold.size} to find`;
  });
}
