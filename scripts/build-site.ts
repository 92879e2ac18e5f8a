/**
 * Writes the sample site's articles and lists, and their gold, from `corpus/source/`.
 *
 *     node dist/scripts/build-site.js [--check]
 *
 * `--check` writes nothing and exits 1 when a file of the tree is not what would be written.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../src/kit/index.js';
import { encodeGbk } from './site/gbk.js';
import { goldFiles, type BuiltFile } from './site/gold.js';
import { listFiles } from './site/columns.js';
import { parseArticle, type SourceArticle } from './site/source.js';
import { articlePage, pairedPages, type BuiltPage } from './site/templates.js';

const corpus = join(packageRoot, 'corpus');
const articles = readArticles(join(corpus, 'source'));
const files = [...articles.flatMap(articleFiles), ...listFiles(articles)];
if (process.argv.includes('--check')) checkFiles();
else writeFiles();

function readArticles(folder: string): SourceArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseArticle(name, readFileSync(join(folder, name), 'utf8')));
}

function articleFiles(article: SourceArticle): BuiltFile[] {
  const { facts } = article;
  const pages =
    facts['layout'] === 'paired-pages'
      ? pairedPages(article)
      : places(facts).map((place) => articlePage(article, place));
  const asides = facts['layout'] === 'paired-pages' ? pages.flatMap((p) => p.asides) : (pages[0]?.asides ?? []);
  return [...pages.map((page) => pageFile(page, facts['charset'])), ...goldFiles(article, asides)];
}

function places(facts: SourceArticle['facts']): { path: string; column: string }[] {
  const first = { path: facts['path'] ?? '', column: facts['column'] ?? '' };
  if (facts['also'] === undefined) return [first];
  return [first, { path: facts['also'], column: facts['also-column'] ?? '' }];
}

function pageFile({ path, html }: BuiltPage, charset: string | undefined): BuiltFile {
  const bytes = charset === 'gbk' ? encodeGbk(html) : new TextEncoder().encode(html);
  return { path: `site${path}`, bytes };
}

function writeFiles(): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(corpus, path)), { recursive: true });
    writeFileSync(join(corpus, path), bytes);
  }
  console.error(`${files.length} files from ${articles.length} articles`);
}

function checkFiles(): void {
  const stale = files.filter(({ path, bytes }) => !sameBytes(join(corpus, path), bytes));
  for (const { path } of stale) console.error(`out of date: corpus/${path}`);
  if (stale.length > 0) process.exitCode = 1;
}

function sameBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
