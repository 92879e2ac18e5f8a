import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './columns.js';
import { encodeGbk } from './gbk.js';
import { goldFiles, type BuiltFile } from './gold.js';
import type { BuiltPage } from './page.js';
import { pairedPages } from './paired-page.js';
import { parseArticle, type SourceArticle } from './source.js';
import { articlePage } from './templates.js';

/** Every file of `corpus/site` and `corpus/gold` that comes from the sources in `folder`. */
export function builtFiles(folder: string): BuiltFile[] {
  const articles = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseArticle(name, readFileSync(join(folder, name), 'utf8')));
  return [...articles.flatMap(articleFiles), ...listFiles(articles)];
}

function articleFiles(article: SourceArticle): BuiltFile[] {
  const { facts } = article;
  if (facts['layout'] === 'paired-pages') {
    const pages = pairedPages(article);
    const asides = pages.flatMap((page) => page.asides);
    return [...pages.map((page) => pageFile(page)), ...goldFiles(article, asides)];
  }
  const pages = placesOf(facts).map((place) => articlePage(article, place));
  const asides = pages[0]?.asides ?? [];
  return [...pages.map((page) => pageFile(page, facts['charset'])), ...goldFiles(article, asides)];
}

function placesOf(facts: SourceArticle['facts']): { path: string; column: string }[] {
  const first = { path: facts['path'] ?? '', column: facts['column'] ?? '' };
  if (facts['also'] === undefined) return [first];
  return [first, { path: facts['also'], column: facts['also-column'] ?? '' }];
}

function pageFile({ path, html }: BuiltPage, charset = 'utf-8'): BuiltFile {
  const bytes = charset === 'gbk' ? encodeGbk(html) : new TextEncoder().encode(html);
  return { path: `site${path}`, bytes };
}
