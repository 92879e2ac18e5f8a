/**
 * Measures the extract room on real pages with gold.
 *
 *     node dist/scripts/bench-extract.js DATA [--misses]
 *     node dist/scripts/bench-extract.js --gold corpus/gold --site corpus/site
 *
 * DATA holds `html/pairs-*` with gold paragraphs in `align/*-paras`, `html/extract-readability`,
 * `html/extract-gne` and `html/interleaved-md-postgresql`. Paragraph F1 counts paragraphs equal
 * after folding width, case, white space and punctuation; text F1 counts shared runs of four
 * characters, as the article extraction benchmark does with words. @mozilla/readability on
 * linkedom runs over the same pages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractPage, mergePaired } from '../src/extract/index.js';
import { add, differences, line, overlap, shingles, ZERO } from './extract/measure.js';
import { bodyText, extract, loadReadability, toPage } from './extract/pages.js';
import { pairingLines } from './extract/pairing.js';
import { siteLines } from './extract/site-gold.js';

const args = process.argv.slice(2);
const [gold, site] = [valueOf('--gold'), valueOf('--site')];
if (gold !== undefined && site !== undefined) {
  print(siteLines(gold, site));
} else {
  const data = args[0] ?? '';
  if (!existsSync(join(data, 'html'))) {
    console.error(`no folder html/ in "${data}": give the folder of the development data`);
    process.exit(66);
  }
  await all(data, args.includes('--misses'));
}

async function all(data: string, showMisses: boolean): Promise<void> {
  const readable = await loadReadability();
  const html = join(data, 'html');
  for (const set of ['w3c-i18n', 'cc-legalcode', 'udhr']) paragraphs(data, set, showMisses);
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
  interleaved(join(html, 'interleaved-md-postgresql'), showMisses);
  articles(join(html, 'extract-readability'), readable, showMisses);
  news(join(html, 'extract-gne'), readable);
  speed(html, readable);
}

/** Paragraph F1 of both sides of a set of page pairs, after merging. */
function paragraphs(data: string, set: string, showMisses: boolean): void {
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
function interleaved(folder: string, showMisses: boolean): void {
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
function articles(root: string, readable: (file: string) => string, showMisses: boolean): void {
  let [ours, theirs] = [ZERO, ZERO];
  for (const name of readdirSync(root).sort()) {
    const source = join(root, name, 'source.html');
    const expected = plainText(readFileSync(join(root, name, 'expected.html'), 'utf8'));
    const document = extract(source);
    const score = overlap(shingles(bodyText(document)), shingles(expected));
    ours = add(ours, score);
    theirs = add(theirs, overlap(shingles(readable(source)), shingles(expected)));
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

/** Titles and dates found, and the text shared with readability's: there is no gold. */
function news(root: string, readable: (file: string) => string): void {
  let [titles, dates, same] = [0, 0, ZERO];
  const files = readdirSync(root);
  for (const name of files.sort()) {
    const document = extract(join(root, name));
    if (document.title.zh !== undefined) titles += 1;
    if (document.date !== undefined) dates += 1;
    same = add(same, overlap(shingles(bodyText(document)), shingles(readable(join(root, name)))));
  }
  print([
    `extract-gne: titles ${titles}, dates ${dates} of ${files.length}`,
    line('extract-gne text shared with readability', same),
  ]);
}

/** Pages a second of CPU, both extractors over all pages. */
function speed(root: string, readable: (file: string) => string): void {
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
  const theirs = rate((file) => readable(file));
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
