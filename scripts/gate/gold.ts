import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../src/kit/config.js';
import { hashOf, packageRoot } from '../../src/kit/index.js';
import type { Lang } from '../../src/model/index.js';

const schema = z.object({
  doc: z.string(),
  pages: z.array(z.string()),
  title: z.object({ zh: z.string(), en: z.string().optional() }),
  date: z.string(),
  blocks: z.array(z.object({ lang: z.enum(['zh', 'en']), text: z.string() })),
  sentences: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  beads: z.array(z.object({ zh: z.array(z.number()), en: z.array(z.number()) })),
});

/** The part of a gold record that the gate measures against. */
export type Gold = z.infer<typeof schema>;

/** Every gold record of the sample site, in order of file name. */
export function readGold(): { readonly gold: readonly Gold[]; readonly sha256: string } {
  const folder = join(packageRoot, 'corpus', 'gold');
  const gold = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return { gold, sha256: hashOf(gold) };
}

/** Text as it is compared: without any white space. */
export function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** `zh:…` or `en:…`: one paragraph as a unit to count. */
export function unitOf(lang: Lang, text: string): string {
  return `${lang}:${bare(text)}`;
}
