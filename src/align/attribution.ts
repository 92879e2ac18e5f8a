import type { WordSource } from './evidence.js';
import { LAMBDA } from './lexical.js';
import type { SetModel, TablePair } from './model.js';
import type { TranslationTable } from './translation-table.js';
import { sourceOfValue } from './values.js';

/** Nats of each source of word knowledge in both directions, unweighted. */
export type Attribution = ReadonlyMap<WordSource, { zhToEn: number; enToZh: number }>;

/** Sentences of one bead. */
export interface BeadRun {
  readonly zhFrom: number;
  readonly zhTo: number;
  readonly enFrom: number;
  readonly enTo: number;
}

const ODDS = LAMBDA / (1 - LAMBDA);
const MISS = Math.log(1 - LAMBDA);

/**
 * Which source of word knowledge explains the words of a bead, in the nats of `lexical.ts`.
 *
 * A word's term goes to the sources of its partners in proportion to what each of them gives to
 * its probability before learning; what learning changes in it is the share of `learned`. Words
 * without a partner belong to no source.
 */
export function attribute(pair: TablePair, run: BeadRun, model: SetModel): Attribution {
  const shares = new Map<WordSource, { zhToEn: number; enToZh: number }>();
  const { prior, table, vocabulary, background } = model;
  const sourceOf = (zhToken: number, enToken: number): WordSource => {
    const name = vocabulary.zhName(zhToken);
    const taught = model.learned.get(name)?.some((one) => one.en === vocabulary.enName(enToken));
    return taught === true ? 'learned' : sourceOfToken(name);
  };
  const zh = entriesOf(pair.zh, run.zhFrom, run.zhTo);
  const en = entriesOf(pair.en, run.enFrom, run.enTo);
  const before = linksOf(zh, en, prior, sourceOf);
  const after = prior === table ? before : linksOf(zh, en, table, () => 'learned');
  const [zhMass, enMass] = [massOf(zh), massOf(en)];
  en.forEach(({ token, weight }, y) => {
    const scale = ODDS / (zhMass * (background.en[token] as number));
    divide('zhToEn', weight, scale, before.forward[y], after.forward[y]);
  });
  zh.forEach(({ token, weight }, x) => {
    const scale = ODDS / (enMass * (background.zh[token] as number));
    divide('enToZh', weight, scale, before.backward[x], after.backward[x]);
  });
  return shares;

  function divide(
    side: 'zhToEn' | 'enToZh',
    weight: number,
    scale: number,
    parts: SourceSums = new Map(),
    learnedParts: SourceSums = new Map(),
  ): void {
    const [known, learned] = [sumOf(parts), sumOf(learnedParts)];
    if (learned === 0) return;
    const first = weight * (MISS + Math.log1p(scale * known));
    for (const [source, sum] of parts) give(source, side, (first * sum) / known);
    const last = weight * (MISS + Math.log1p(scale * learned));
    if (last !== first || known === 0) give('learned', side, known === 0 ? last : last - first);
  }

  function give(source: WordSource, side: 'zhToEn' | 'enToZh', nats: number): void {
    const share = shares.get(source) ?? { zhToEn: 0, enToZh: 0 };
    share[side] += nats;
    shares.set(source, share);
  }
}

/** Which source a Chinese token's knowledge is from, by its readable form. */
function sourceOfToken(name: string): WordSource {
  const colon = name.indexOf(':');
  if (colon < 0) return 'dictionary';
  return PREFIXES.get(name.slice(0, colon)) ?? sourceOfValue(name) ?? 'dictionary';
}

const PREFIXES: ReadonlyMap<string, WordSource> = new Map([
  ['name', 'names'],
  ['region', 'regions'],
  ['latin', 'latin'],
  ['label', 'numbering'],
]);

/** A token of a run of sentences, as often as it is in one of them. */
interface Entry {
  readonly token: number;
  readonly weight: number;
}

function entriesOf(
  { start, token, weight }: TablePair['zh'],
  fromSentence: number,
  toSentence: number,
): Entry[] {
  const entries: Entry[] = [];
  for (let at = start[fromSentence] as number; at < (start[toSentence] as number); at++) {
    entries.push({ token: token[at] as number, weight: weight[at] as number });
  }
  return entries;
}

/** Σ w·t of each source of a word's partners. */
type SourceSums = Map<WordSource, number>;

function linksOf(
  zh: readonly Entry[],
  en: readonly Entry[],
  table: TranslationTable,
  sourceOf: (zh: number, en: number) => WordSource,
): { readonly forward: SourceSums[]; readonly backward: SourceSums[] } {
  const forward = en.map((): SourceSums => new Map());
  const backward = zh.map((): SourceSums => new Map());
  const places = new Map<number, number[]>();
  en.forEach(({ token }, y) => places.set(token, [...(places.get(token) ?? []), y]));
  zh.forEach(({ token, weight }, x) => {
    for (let at = table.start[token] as number; at < (table.start[token + 1] as number); at++) {
      const target = table.en[at] as number;
      for (const y of places.get(target) ?? []) {
        const source = sourceOf(token, target);
        add(forward[y], source, weight * (table.forward[at] as number));
        add(backward[x], source, (en[y]?.weight ?? 0) * (table.backward[at] as number));
      }
    }
  });
  return { forward, backward };
}

function add(sums: SourceSums | undefined, source: WordSource, value: number): void {
  sums?.set(source, (sums.get(source) ?? 0) + value);
}

function sumOf(sums: SourceSums): number {
  let total = 0;
  for (const value of sums.values()) total += value;
  return total;
}

function massOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { weight }) => sum + weight, 0);
}
