import { contentUnits } from '../../src/evaluate/index.js';
import { extractPage } from '../../src/extract/index.js';
import { add, line, overlap, runs, ZERO, type Score } from './measure.js';
import { bodyText, toPage } from './pages.js';

/** A page with its main text, known from elsewhere than an extractor. */
export interface GoldPage {
  readonly name: string;
  readonly location: string;
  readonly bytes: Uint8Array;
  /** Titles, taken off where a text begins with them; none where the gold has them in the text. */
  readonly titles: readonly string[];
  readonly text: string;
}

/** What an extractor makes of a page. */
type Extractor = (page: GoldPage) => string;

/** Our text of a page, without its title unless the gold has it. */
const ours: Extractor = ({ bytes, location, titles }) => {
  const document = extractPage(toPage(location, bytes, location));
  if (titles.length > 0) return bodyText(document);
  return document.blocks.map(({ text }) => text).join('\n');
};

/**
 * Precision, recall and F1 of runs of four characters or words, ours and readability's.
 *
 * @param showPages - also a line for each page on which the two differ by more than 1 %
 */
export function mainTextLines(
  set: string,
  pages: readonly GoldPage[],
  readable: (bytes: Uint8Array) => string,
  showPages: boolean,
): readonly string[] {
  const judged = pages.map((page) => ({
    name: page.name,
    own: judge(page, ours(page)),
    peer: judge(page, readable(page.bytes)),
    ownBag: judge(page, ours(page), (units) => units),
    peerBag: judge(page, readable(page.bytes), (units) => units),
  }));
  const total = (which: 'own' | 'peer' | 'ownBag' | 'peerBag'): Score =>
    judged.reduce((sum, page) => add(sum, page[which]), ZERO);
  const better = judged.filter(({ own, peer }) => f1(own) > f1(peer) + 0.001).length;
  const worse = judged.filter(({ own, peer }) => f1(peer) > f1(own) + 0.001).length;
  return [
    ...judged
      .filter(({ own, peer }) => showPages && Math.abs(f1(own) - f1(peer)) > 0.01)
      .flatMap(({ name, own, peer }) => [
        line(`  ${name} ours`, own),
        line(`  ${name} peer`, peer),
      ]),
    line(`main text, ${set} (${pages.length} pages)`, total('own')),
    line('  @mozilla/readability', total('peer')),
    line('  characters and words, whatever their order', total('ownBag')),
    line('  @mozilla/readability', total('peerBag')),
    `  mean F1 of the pages ${mean(judged.map(({ own }) => f1(own)))}, readability ${mean(judged.map(({ peer }) => f1(peer)))}; better on ${better}, worse on ${worse}`,
  ];
}

type Parts = (units: readonly string[]) => readonly string[];

function judge({ titles, text }: GoldPage, found: string, parts: Parts = runs): Score {
  const units = titles.reduce(withoutStart, contentUnits(found));
  return overlap(parts(units), parts(contentUnits(text)));
}

function withoutStart(units: readonly string[], title: string): string[] {
  const start = contentUnits(title);
  return start.every((unit, i) => units[i] === unit) ? units.slice(start.length) : [...units];
}

function f1({ hits, found, gold }: Score): number {
  return (2 * hits) / Math.max(1, found + gold);
}

function mean(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(4);
}
