/**
 * Measures the extract room on real pages with gold.
 *
 *     node dist/scripts/bench-extract.js                  this project's own pages
 *     node dist/scripts/bench-extract.js DATA [--misses]  these and the development data
 *     node dist/scripts/bench-extract.js --texts FOLDER   X.html with its main text in X.txt
 *     node dist/scripts/bench-extract.js --gold corpus/gold --site corpus/site
 *
 * DATA holds `html/pairs-*` with gold paragraphs in `align/*-paras`, `html/extract-readability`,
 * `html/extract-gne` and `html/interleaved-md-postgresql`. Paragraph F1 counts paragraphs equal
 * after folding width, case, white space and punctuation; text F1 counts shared runs of four
 * Chinese characters or words, as the article extraction benchmark does. @mozilla/readability on
 * linkedom runs over the same pages. Text F1 is measured against gold that no extractor made: places
 * marked by hand in `extract-gne`, paragraphs of the aligned sets, and this project's own pages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractPage, mergePaired } from '../src/extract/index.js';
import { packageRoot } from '../src/kit/index.js';
import { mainTextLines, type GoldPage } from './extract/main-text.js';
import { add, differences, line, overlap, shingles, ZERO } from './extract/measure.js';
import { newsPages } from './extract/news-gold.js';
import { mannerPages, pairedPages, samplePages, textPages } from './extract/own-gold.js';
import { bodyText, extract, loadReadability, toPage } from './extract/pages.js';
import { pairingLines } from './extract/pairing.js';
import { siteLines } from './extract/site-gold.js';

type Readable = (bytes: Uint8Array) => string;

const args = process.argv.slice(2);
const [gold, site, texts] = [valueOf('--gold'), valueOf('--site'), valueOf('--texts')];
const showMisses = args.includes('--misses');
const [data] = args.filter((arg) => !arg.startsWith('--'));
if (gold !== undefined && site !== undefined) print(siteLines(gold, site));
else if (texts !== undefined) await mainTexts([[texts, textPages(texts)]]);
else if (data === undefined) await mainTexts(ownSets());
else if (existsSync(join(data, 'html'))) await all(data);
else {
  console.error(`no folder html/ in "${data}": give the folder of the development data`);
  process.exit(66);
}

async function all(data: string): Promise<void> {
  const readable = await loadReadability();
  const html = join(data, 'html');
  for (const set of ['w3c-i18n', 'cc-legalcode', 'udhr']) paragraphs(data, set);
  print(
    pairingLines(
      ['pairs-w3c-i18n', 'pairs-cc-legalcode', 'pairs-udhr'].map((set) => join(html, set)),
      (file) => {
        if (/cmn_han[st]\.html$/u.test(file)) return file.replace(/cmn_han[st]/u, 'eng');
        return /\.zh-han[st]\.html$/iu.test(file)
          ? file.replace(/\.zh-han[st]/iu, '.en')
          : undefined;
      },
    ),
  );
  await mainTexts([
    ['news of extract-gne', newsPages(join(data, 'html', 'extract-gne'))],
    ...['w3c-i18n', 'cc-legalcode', 'udhr'].map((set): TextSet => [
      `pairs-${set} zh`,
      pairedPages(data, set),
    ]),
    ...ownSets(),
  ]);
  interleaved(join(html, 'interleaved-md-postgresql'));
  articles(join(html, 'extract-readability'), readable);
  news(join(html, 'extract-gne'));
  speed(html, readable);
}

type TextSet = readonly [name: string, pages: readonly GoldPage[]];

/** Main text of pages whose text is known from elsewhere than an extractor, beside readability's. */
async function mainTexts(sets: readonly TextSet[]): Promise<void> {
  const readable = await loadReadability();
  for (const [name, pages] of sets) print(mainTextLines(name, pages, readable, showMisses));
}

function ownSets(): readonly TextSet[] {
  const corpus = join(packageRoot, 'corpus');
  return [
    ['sample site', samplePages(join(corpus, 'gold'), join(corpus, 'site'))],
    ['pages in the manner of real ones', mannerPages()],
  ];
}

/** Paragraph F1 of both sides of a set of page pairs, after merging. */
function paragraphs(data: string, set: string): void {
  const scores = { zh: ZERO, en: ZERO };
  const folder = join(data, 'html', `pairs-${set}`);
  const golds = join(data, 'align', `${set}-paras`);
  for (const file of readdirSync(join(golds, 'zh')).sort()) {
    const stem = basename(file, '.txt').replace(/^udhr_/u, '');
    const english = set === 'udhr' ? 'eng.html' : `${stem.replace(/\.zh-han[st]$/iu, '')}.en.html`;
    const zhPage = join(folder, `${stem}.html`);
    const enPage = join(folder, english);
    if (!existsSync(zhPage) || !existsSync(enPage)) continue;
    const { blocks } = mergePaired(extract(zhPage), extract(enPage));
    for (const lang of ['zh', 'en'] as const) {
      const wanted = linesOf(join(golds, lang, file));
      const got = blocks.filter((block) => block.lang === lang).map(({ text }) => text);
      scores[lang] = add(scores[lang], overlap(got, wanted));
      if (showMisses) print(differences(`${stem} ${lang}`, got, wanted));
    }
  }
  print([
    line(`pairs-${set} zh paragraphs`, scores.zh),
    line(`pairs-${set} en paragraphs`, scores.en),
  ]);
}

/** Pairs of neighbours in Markdown where an English paragraph comes right before a Chinese one. */
function interleaved(folder: string): void {
  let score = ZERO;
  for (const name of readdirSync(folder).sort()) {
    const { blocks, sections } = extract(join(folder, name));
    const source = readFileSync(join(folder, name), 'utf8').replace(/^```[\s\S]*?^```/gmu, '');
    const parts = source.split(/\n\s*\n/u).map((part) => part.trim());
    const isZh = (text: string | undefined): boolean => /\p{Script=Han}/u.test(text ?? '');
    const wanted = parts.flatMap((part, i) =>
      isZh(part) && !isZh(parts[i - 1]) ? [`${parts[i - 1] ?? ''} ${part}`] : [],
    );
    const got = sections
      .filter(({ zh, en }) => zh.length === 1 && en.length === 1)
      .map(({ zh, en }) => [...en, ...zh].map((i) => blocks[i]?.text ?? '').join(' '));
    score = add(score, overlap(got, wanted));
    if (showMisses) print(differences(name, got, wanted));
  }
  print([line('interleaved-md paragraph pairs', score)]);
}

/** Text F1 against the gold of the readability project, which is its own output. */
function articles(root: string, readable: Readable): void {
  let [ours, theirs] = [ZERO, ZERO];
  for (const name of readdirSync(root).sort()) {
    const source = join(root, name, 'source.html');
    const expected = plainText(readFileSync(join(root, name, 'expected.html'), 'utf8'));
    const document = extract(source);
    const score = overlap(shingles(bodyText(document)), shingles(expected));
    ours = add(ours, score);
    theirs = add(theirs, overlap(shingles(readable(readFileSync(source))), shingles(expected)));
    print([line(`extract-readability ${name}`, score)]);
    if (showMisses)
      print(
        differences(
          name,
          document.blocks.map(({ text }) => text),
          expected.split('\n'),
        ),
      );
  }
  print([line('extract-readability text', ours), line('  @mozilla/readability', theirs)]);
}

/** Titles and dates found. */
function news(root: string): void {
  const files = readdirSync(root).map((name) => extract(join(root, name)));
  const titles = files.filter(({ title }) => title.zh !== undefined).length;
  const dates = files.filter(({ date }) => date !== undefined).length;
  print([`extract-gne: titles ${titles}, dates ${dates} of ${files.length}`]);
}

/** Pages a second of CPU, both extractors over all pages. */
function speed(root: string, readable: Readable): void {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.endsWith('expected.html'))
    .map((name) => join(root, name));
  const pages = files.map((file) => [file, readFileSync(file)] as const);
  const rate = (work: (file: string, body: Uint8Array) => unknown): string => {
    const start = process.cpuUsage();
    for (const [file, body] of pages) work(file, body);
    const { user, system } = process.cpuUsage(start);
    return (files.length / ((user + system) / 1e6)).toFixed(0);
  };
  const ours = rate((file, body) => extractPage(toPage(file, body)));
  const theirs = rate((_, body) => readable(body));
  print([`speed: ${ours} pages a second of CPU, readability ${theirs} (${files.length} pages)`]);
}

function plainText(html: string): string {
  return html
    .replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&quot;/gu, '"')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '');
}

function print(lines: readonly string[]): void {
  for (const text of lines) console.log(text);
}

function valueOf(flag: string): string | undefined {
  const at = args.indexOf(flag);
  return at < 0 ? undefined : args[at + 1];
}
