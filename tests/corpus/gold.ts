import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../src/kit/index.js';

export const corpusFolder = join(packageRoot, 'corpus');

const texts = z.array(z.string().min(1));
const ids = z.array(z.int().min(1));

/** The format of `corpus/gold/*.json`, as `corpus/README.md` tells it. */
const goldSchema = z.strictObject({
  doc: z.string(),
  pages: texts.min(1).max(2),
  duplicates: texts,
  layout: z.enum(['interleaved', 'side-by-side', 'sequential', 'paired-pages', 'one-language']),
  charset: z.enum(['utf-8', 'gbk']),
  title: z.strictObject({ zh: z.string(), en: z.string().optional() }),
  date: z.iso.date(),
  blocks: z.array(
    z.strictObject({
      lang: z.enum(['zh', 'en']),
      kind: z.enum(['heading', 'paragraph', 'list-item', 'cell', 'quote']),
      text: z.string().min(1),
    }),
  ),
  setAside: z.array(
    z.strictObject({
      text: z.string().min(1),
      reason: z.enum([
        'navigation',
        'footer',
        'date-line',
        'page-tools',
        'caption',
        'image-name',
        'byline',
        'row-number',
      ]),
    }),
  ),
  sentences: z.strictObject({ zh: texts, en: texts }),
  beads: z.array(z.strictObject({ zh: ids, en: ids })),
});

export type Gold = z.infer<typeof goldSchema>;

/** Every gold record, in order of file name. */
export function readGold(): Gold[] {
  const folder = join(corpusFolder, 'gold');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => goldSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** A page's bytes as its gold says they are encoded. */
export function readSitePage(path: string, charset: string): string {
  const bytes = readFileSync(join(corpusFolder, 'site', path));
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}
