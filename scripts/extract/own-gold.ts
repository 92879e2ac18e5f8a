import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';
import type { GoldPage } from './main-text.js';
import { readMarked } from './marked-page.js';
import { goldRecords } from './site-gold.js';

/** Pages with Chinese text written for this project in the manner of real ones. */
export function mannerPages(): readonly GoldPage[] {
  const folder = join(packageRoot, 'tests', 'extract', 'manner');
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { html, units } = readMarked(join(folder, name));
      const isTitle = (group: string): boolean => group === 't';
      return {
        name,
        location: `https://www.example.gov.cn/zwgk/yw/${name}`,
        bytes: new TextEncoder().encode(html),
        titles: units.filter(({ group }) => isTitle(group)).map(({ text }) => text),
        text: units
          .filter(({ group }) => !isTitle(group))
          .map(({ text }) => text)
          .join('\n'),
      };
    });
}

/** Pages of the sample site; of two pages that are one document, each with its own language. */
export function samplePages(gold: string, site: string): readonly GoldPage[] {
  return goldRecords(gold).flatMap(({ doc, pages, title, blocks }) =>
    pages.map((page, i): GoldPage => {
      const lang = pages.length === 1 ? undefined : i === 0 ? 'zh' : 'en';
      return {
        name: `${doc} ${page}`,
        location: page,
        bytes: readFileSync(join(site, page)),
        titles: [title.zh ?? '', title.en ?? ''].filter((text) => text !== ''),
        text: blocks
          .filter((block) => lang === undefined || block.lang === lang)
          .map(({ text }) => text)
          .join('\n'),
      };
    }),
  );
}

/** Chinese pages of a set of page pairs, with the paragraphs aligned by hand. */
export function pairedPages(data: string, set: string): readonly GoldPage[] {
  const golds = join(data, 'align', `${set}-paras`, 'zh');
  return readdirSync(golds)
    .sort()
    .map((file) => {
      const name = `${file.replace(/\.txt$/u, '').replace(/^udhr_/u, '')}.html`;
      return {
        name,
        location: name,
        bytes: readFileSync(join(data, 'html', `pairs-${set}`, name)),
        titles: [],
        text: readFileSync(join(golds, file), 'utf8'),
      };
    });
}

/** Pages of any folder: `X.html` with its main text in `X.txt`. */
export function textPages(folder: string): readonly GoldPage[] {
  return readdirSync(folder)
    .filter((name) => /\.s?html?$/u.test(name))
    .sort()
    .flatMap((name) => {
      const text = join(folder, name.replace(/\.s?html?$/u, '.txt'));
      if (!existsSync(text)) return [];
      const bytes = readFileSync(join(folder, name));
      return [{ name, location: name, bytes, titles: [], text: readFileSync(text, 'utf8') }];
    });
}
