import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergePaired } from '../../src/extract/index.js';
import type { Document } from '../../src/model/index.js';
import { add, line, overlap, ZERO } from './measure.js';
import { extract } from './pages.js';

interface GoldRecord {
  readonly doc: string;
  readonly pages: readonly string[];
  readonly layout: string;
  readonly date?: string;
  readonly title: { readonly zh?: string; readonly en?: string };
  readonly blocks: readonly { readonly lang: string; readonly text: string }[];
}

/** The records of a folder of the kind of `corpus/gold`, in order of name. */
export function goldRecords(folder: string): readonly GoldRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldRecord);
}

/** Scores extraction against records of the kind in `corpus/gold`. */
export function siteLines(gold: string, site: string): readonly string[] {
  const records = goldRecords(gold);
  let blocks = ZERO;
  const right = { titles: 0, dates: 0, layouts: 0 };
  for (const record of records) {
    const document = documentOf(record.pages.map((page) => extract(join(site, page))));
    const wanted = record.blocks.map(({ lang, text }) => `${lang}${text}`);
    const got = document.blocks
      .filter(({ kind }) => kind !== 'title')
      .map(({ lang, text }) => `${lang}${text}`);
    blocks = add(blocks, overlap(got, wanted));
    if (document.title.zh === record.title.zh && document.title.en === record.title.en) {
      right.titles += 1;
    }
    if (document.date === record.date) right.dates += 1;
    if (document.layout === record.layout) right.layouts += 1;
  }
  const { titles, dates, layouts } = right;
  return [
    line('site paragraphs', blocks),
    `site: titles ${titles}, dates ${dates}, layouts ${layouts} of ${records.length}`,
  ];
}

function documentOf([zh, en]: readonly Document[]): Document {
  if (zh === undefined) throw new Error('a record without pages');
  return en === undefined ? zh : mergePaired(zh, en);
}
