/**
 * Reads texts back out of pages made from them: every layout in every frame.
 *
 *     node dist/scripts/bench-made-pages.js FOLDER… [--cases 500] [--seed 1] [--misses] [--dump N]
 *         [--floor .98]
 *
 * FOLDER is an aligned set whose sentences are translated one by one. Each case sets five to twelve
 * sentences with their translations in one layout and frame; here and there two paragraphs share a
 * translation, one has none, or a picture, an advertisement or a link stands between them. Teasers,
 * comments and related titles come from other texts.
 *
 * Reported are precision, recall and F1 of the pairs (of the paragraphs, where all of one language
 * comes first), and of the whole text as runs of four characters or words, beside
 * @mozilla/readability. Ends with 1 when the F1 of all pairs is below the floor.
 */
import { extractPage } from '../src/extract/index.js';
import type { Document } from '../src/model/index.js';
import { add, differences, line, overlap, shingles, ZERO, type Score } from './extract/measure.js';
import { bodyText, loadReadability, toPage } from './extract/pages.js';
import type { Passage, PageLayout } from './made-pages/layouts.js';
import { madePages, textsOf, type Pair } from './made-pages/make-page.js';

const MIN_TEXTS = 12;

const args = process.argv.slice(2);
const [cases, seed] = [numberAfter('--cases', 500), numberAfter('--seed', 1)];
const [dumped, floor] = [numberAfter('--dump', -1), numberAfter('--floor', 0)];
const showMisses = args.includes('--misses');
const texts = await textsOf(
  args.filter((arg, i) => !arg.startsWith('--') && args[i - 1]?.startsWith('--') !== true),
);
if (texts.length < MIN_TEXTS) {
  console.error(`give folders of aligned sets with at least ${MIN_TEXTS} texts`);
  process.exit(66);
}

const readable = await loadReadability();
const scores = new Map<string, Score>();
let n = 0;
for (const { layout, chrome, title, passages, html } of madePages(texts, seed)) {
  if (n === cases) break;
  if (n === dumped) console.log(html);
  const bytes = new TextEncoder().encode(html);
  const document = extractPage(toPage(`${chrome.name}-${layout.name}.html`, bytes));
  const [found, gold] = [unitsOf(document, layout), wantedOf(passages, layout)];
  const score = overlap(found, gold);
  for (const name of ['all', `layout ${layout.name}`, `frame ${chrome.name}`]) count(name, score);
  const text = shingles(textOf(passages, layout));
  count('text', overlap(shingles(without(title, bodyText(document))), text));
  count('text, @mozilla/readability', overlap(shingles(without(title, readable(bytes))), text));
  if (showMisses && (score.hits < score.gold || score.hits < score.found)) {
    console.log(`${n} ${chrome.name} ${layout.name} (${document.layout})`);
    for (const text of differences('', found, gold)) console.log(text);
  }
  n += 1;
}
for (const [name, score] of [...scores].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(line(name, score));
}
const { hits, found, gold } = scores.get('all') ?? ZERO;
if ((2 * hits) / Math.max(1, found + gold) < floor) process.exit(1);

function count(name: string, score: Score): void {
  scores.set(name, add(scores.get(name) ?? ZERO, score));
}

/** Sections of one document as texts, or its paragraphs where the layout tells no more. */
function unitsOf({ blocks, sections }: Document, { isPaired }: PageLayout): readonly string[] {
  if (!isPaired) return blocks.filter(({ kind }) => kind !== 'title').map(({ text }) => text);
  const textAt = (i: number): string => blocks[i]?.text ?? '';
  return sections
    .filter(({ zh, en }) => [...zh, ...en].some((i) => blocks[i]?.kind !== 'title'))
    .map(({ zh, en }) => `${zh.map(textAt).join(' ')} | ${en.map(textAt).join(' ')}`);
}

function wantedOf(passages: readonly Passage[], layout: PageLayout): readonly string[] {
  if (!layout.isPaired) return textOf(passages, layout).split('\n');
  return passages.map(({ zh, en }) => `${zh.join(' ')} | ${en.join(' ')}`);
}

/** The paragraphs a page shows, one a line. */
function textOf(passages: readonly Passage[], { isPaired, shows, first }: PageLayout): string {
  if (isPaired) {
    return passages
      .flatMap(({ zh, en }) => (first === 'zh' ? [...zh, ...en] : [...en, ...zh]))
      .join('\n');
  }
  const zh = shows.zh ? passages.flatMap((passage) => passage.zh) : [];
  const en = shows.en ? passages.flatMap((passage) => passage.en) : [];
  return [...zh, ...en].join('\n');
}

/** Titles are no part of the text compared, wherever an extractor leaves them. */
function without({ zh, en }: Pair, text: string): string {
  return text.replaceAll(zh, '').replaceAll(en, '');
}

function numberAfter(flag: string, usual: number): number {
  const at = args.indexOf(flag);
  return at < 0 ? usual : Number(args[at + 1]);
}
