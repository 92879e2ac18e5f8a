/**
 * Measures the extract room on real pages with gold.
 *
 *     node dist/scripts/bench-extract.js DATA [--misses]
 *
 * DATA holds `html/pairs-*` with gold paragraphs in `align/*-paras`, `html/extract-readability`
 * and `html/extract-gne`. Paragraph F1 counts paragraphs equal after folding width, case, white
 * space and punctuation; text F1 counts shared runs of four characters, as the article extraction
 * benchmark does with words. @mozilla/readability on linkedom runs over the same pages.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractPage, mergePaired } from '../src/extract/index.js';
import type { Document, Page } from '../src/model/index.js';
import { readBytes } from '../src/read/index.js';
import { decodeBytes, normalise } from '../src/text/index.js';

/** The other extractor, whose own types need a browser's library. */
const readable = await loadReadability();

interface Score {
  readonly hits: number;
  readonly found: number;
  readonly gold: number;
}

const [data = '', ...flags] = process.argv.slice(2);
if (!existsSync(join(data, 'html'))) {
  console.error(`no folder html/ in "${data}": give the folder of the development data`);
  process.exit(66);
}
const showMisses = flags.includes('--misses');

paragraphs('pairs-w3c-i18n', 'w3c-i18n-paras', (name) => name.replace(/\.html$/u, ''), '.en');
paragraphs(
  'pairs-cc-legalcode',
  'cc-legalcode-paras',
  (name) => name.replace(/\.html$/u, ''),
  '.en',
);
paragraphs('pairs-udhr', 'udhr-paras', (name) => `udhr_${name.replace(/\.html$/u, '')}`, 'eng');
readabilityPages();
newsPages();
speed();

/** Paragraph F1 of both sides of a set of page pairs. */
function paragraphs(set: string, gold: string, nameOf: (file: string) => string, en: string): void {
  const folder = join(data, 'html', set);
  const scores = { zh: zero(), en: zero(), zhUnique: zero(), enUnique: zero() };
  for (const file of readdirSync(join(data, 'align', gold, 'zh')).sort()) {
    const stem = basename(file, '.txt');
    const pages = readdirSync(folder);
    const zhPage = pages.find((name) => nameOf(name) === stem);
    const enPage =
      pages.find((name) => name === `${stem.replace(/\.zh-han[st]$/iu, '')}.en.html`) ??
      (en === 'eng' ? 'eng.html' : undefined);
    if (zhPage === undefined || enPage === undefined) continue;
    const document = mergePaired(extract(join(folder, zhPage)), extract(join(folder, enPage)));
    for (const [lang, page] of [
      ['zh', zhPage],
      ['en', enPage],
    ] as const) {
      const wanted = linesOf(join(data, 'align', gold, lang, file));
      const got = document.blocks.filter((block) => block.lang === lang).map(({ text }) => text);
      const score = overlap(got, wanted);
      scores[lang] = add(scores[lang], score);
      const unique = `${lang}Unique` as const;
      scores[unique] = add(
        scores[unique],
        overlap([...new Set(got.map(fold))], [...new Set(wanted.map(fold))]),
      );
      if (showMisses) misses(page, got, wanted);
    }
  }
  report(`${set} zh paragraphs`, scores.zh);
  report(`${set} en paragraphs`, scores.en);
  report(`${set} zh paragraphs, each once`, scores.zhUnique);
  report(`${set} en paragraphs, each once`, scores.enUnique);
}

function readabilityPages(): void {
  const root = join(data, 'html', 'extract-readability');
  let [ours, theirs] = [zero(), zero()];
  for (const name of readdirSync(root).sort()) {
    const expected = visibleText(readFileSync(join(root, name, 'expected.html'), 'utf8'));
    const document = extract(join(root, name, 'source.html'));
    const mine = bodyText(document);
    const score = overlap(shingles(mine), shingles(expected));
    ours = add(ours, score);
    theirs = add(
      theirs,
      overlap(shingles(theirText(join(root, name, 'source.html'))), shingles(expected)),
    );
    report(`extract-readability ${name}`, score);
    if (showMisses)
      misses(
        name,
        document.blocks.map(({ text }) => text),
        expected.split('\n'),
      );
  }
  report('extract-readability text', ours);
  report('  @mozilla/readability', theirs);
}

function newsPages(): void {
  const root = join(data, 'html', 'extract-gne');
  let [titles, dates, same] = [0, 0, zero()];
  for (const name of readdirSync(root).sort()) {
    const document = extract(join(root, name));
    if (document.title.zh !== undefined) titles += 1;
    if (document.date !== undefined) dates += 1;
    same = add(same, overlap(shingles(bodyText(document)), shingles(theirText(join(root, name)))));
  }
  console.log(`extract-gne: titles ${titles}, dates ${dates} of ${readdirSync(root).length}`);
  report('extract-gne text shared with readability', same);
}

function speed(): void {
  const files = readdirSync(join(data, 'html'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.endsWith('expected.html'))
    .map((name) => join(data, 'html', name));
  const bytes = files.map((file) => [file, readFileSync(file)] as const);
  const timed = (work: (file: string, body: Uint8Array) => unknown): number => {
    const start = process.cpuUsage();
    for (const [file, body] of bytes) work(file, body);
    const { user, system } = process.cpuUsage(start);
    return files.length / ((user + system) / 1e6);
  };
  const ours = timed((file, body) => extractPage(toPage(file, body)));
  const theirs = timed((file) => theirText(file));
  console.log(
    `speed: ${ours.toFixed(0)} pages a second of CPU, readability ${theirs.toFixed(0)} (${files.length} pages)`,
  );
}

function extract(file: string): Document {
  const bytes = readFileSync(file);
  if (!file.endsWith('.html')) {
    const item = readBytes(toPage(file, bytes).origin, bytes);
    if (item.kind === 'document') return item.document;
  }
  return extractPage(toPage(file, bytes));
}

function toPage(file: string, bytes: Uint8Array): Page {
  return { origin: { kind: 'path', location: file, sha256: '' }, bytes, contentType: 'text/html' };
}

function bodyText({ blocks }: Document): string {
  return blocks
    .filter(({ kind }) => kind !== 'title')
    .map(({ text }) => text)
    .join('\n');
}

function theirText(file: string): string {
  const { text } = decodeBytes(readFileSync(file), { html: true });
  return readable(text);
}

function visibleText(html: string): string {
  return html
    .replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&quot;/gu, '"')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}

function shingles(text: string): readonly string[] {
  const chars = [...fold(text)];
  return chars
    .slice(0, Math.max(0, chars.length - 3))
    .map((_, i) => chars.slice(i, i + 4).join(''));
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function fold(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

function overlap(found: readonly string[], gold: readonly string[]): Score {
  const counts = new Map<string, number>();
  for (const text of gold.map(fold)) counts.set(text, (counts.get(text) ?? 0) + 1);
  let hits = 0;
  for (const text of found.map(fold)) {
    const left = counts.get(text) ?? 0;
    if (left > 0) hits += 1;
    counts.set(text, left - 1);
  }
  return { hits, found: found.length, gold: gold.length };
}

function misses(name: string, found: readonly string[], gold: readonly string[]): void {
  const [got, wanted] = [new Set(found.map(fold)), new Set(gold.map(fold))];
  for (const text of gold)
    if (text.trim() !== '' && !got.has(fold(text)))
      console.log(`${name}  missing: ${text.slice(0, 120)}`);
  for (const text of found)
    if (!wanted.has(fold(text))) console.log(`${name}  extra:   ${text.slice(0, 120)}`);
}

function zero(): Score {
  return { hits: 0, found: 0, gold: 0 };
}

function add(one: Score, two: Score): Score {
  return { hits: one.hits + two.hits, found: one.found + two.found, gold: one.gold + two.gold };
}

function report(name: string, { hits, found, gold }: Score): void {
  const [precision, recall] = [hits / Math.max(1, found), hits / Math.max(1, gold)];
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  console.log(
    `${name}: P ${precision.toFixed(4)} R ${recall.toFixed(4)} F1 ${f1.toFixed(4)} (${found} found, ${gold} gold)`,
  );
}

async function loadReadability(): Promise<(html: string) => string> {
  const { parseHTML } = (await import('linkedom')) as unknown as {
    parseHTML: (html: string) => { document: unknown };
  };
  const { Readability } = (await import('@mozilla/readability')) as unknown as {
    Readability: new (document: unknown) => { parse: () => { textContent: string } | null };
  };
  return (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? '';
}
