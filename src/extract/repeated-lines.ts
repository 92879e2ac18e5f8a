import { DuizhaoError, hashOf } from '../kit/index.js';
import type { Page } from '../model/index.js';
import { collapseSpace, decodeBytes, langOf } from '../text/index.js';
import { LETTERS_PER_HAN } from './letters.js';
import { parseTree } from './tree.js';
import { pageBlocks } from './walk.js';

/** Least number of pages in a language that can show what is boilerplate. */
const MIN_PAGES = 8;
/** Share of them a line must stand on. */
const MIN_SHARE = 0.6;
/** Longest line that counts, in characters: a whole text may stand on several pages. */
const MAX_CHARS = 400;

/**
 * Learns the lines that stand on most pages of a site: menus, mastheads, notices.
 *
 * Chinese and English pages of a site have menus of their own and are counted apart. A page with
 * exactly the lines of an earlier one (another address of it) is not counted.
 *
 * @returns lines for {@link ExtractOptions.isRepeated}, sorted; none for fewer than eight pages
 */
export function repeatedLines(pages: Iterable<Page>): readonly string[] {
  const groups = { zh: new Map<string, number>(), en: new Map<string, number>() };
  const counted = { zh: 0, en: 0 };
  const known = new Set<string>();
  for (const page of pages) {
    const lines = linesOf(page);
    const hash = hashOf([...lines]);
    if (lines.size === 0 || known.has(hash)) continue;
    known.add(hash);
    const lang = mainScript(lines);
    counted[lang] += 1;
    for (const line of lines) groups[lang].set(line, (groups[lang].get(line) ?? 0) + 1);
  }
  const repeated = new Set<string>();
  for (const lang of ['zh', 'en'] as const) {
    if (counted[lang] < MIN_PAGES) continue;
    for (const [line, count] of groups[lang]) {
      if (count >= counted[lang] * MIN_SHARE) repeated.add(line);
    }
  }
  return [...repeated].sort();
}

/** The lines of a page, each once; none of a page that cannot be read. */
function linesOf({ bytes, contentType, origin, hints }: Page): ReadonlySet<string> {
  const declared = contentType === undefined ? {} : { contentType };
  const { text: html } = decodeBytes(bytes, { html: true, ...declared });
  try {
    const blocks = pageBlocks(parseTree(html, origin.location, hints));
    const lines = blocks.map(({ text }) => collapseSpace(text));
    return new Set(lines.filter((line) => line !== '' && line.length <= MAX_CHARS));
  } catch (error) {
    if (error instanceof DuizhaoError) return new Set();
    throw error;
  }
}

function mainScript(lines: ReadonlySet<string>): 'zh' | 'en' {
  const { han, latin } = langOf([...lines].join('\n'));
  return han * LETTERS_PER_HAN >= latin ? 'zh' : 'en';
}
