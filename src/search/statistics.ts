import { version } from '../kit/index.js';
import type { LearnedLexicon, Lexicon } from '../lexicon/index.js';
import {
  FILES,
  type Corpus,
  type Counts,
  type GroupCount,
  type LengthBin,
  type PlaceGroup,
  type ScoreBin,
} from '../store/index.js';
import { STATISTICS_DEFAULTS } from './defaults.js';
import { lengthSample, type LengthPoint } from './lengths.js';
import { countVocabulary, type Vocabulary } from './vocabulary.js';

/** How many pairs a name has, and how many of them are kept. */
export interface NamedCount {
  readonly name: string;
  readonly pairs: number;
  readonly kept: number;
}

/** What there is to tell about a corpus in numbers. */
export interface Statistics {
  /** Version of the toolkit that counted. */
  readonly version: string;
  readonly counts: Counts;
  /** What each stage handed to the next; `kept` pairs are those not rejected. */
  readonly yield: {
    readonly sources: number;
    readonly documents: number;
    readonly blocks: number;
    readonly sentences: number;
    readonly pairs: number;
    readonly kept: number;
  };
  /** By host; imported pairs without one by their site or file; other files are `(files)`. */
  readonly sites: readonly (NamedCount & { readonly documents: number })[];
  /** By year of the document; `(undated)` last. */
  readonly years: readonly (NamedCount & { readonly documents: number })[];
  readonly layouts: readonly NamedCount[];
  readonly shapes: readonly NamedCount[];
  /** By check; a pair with two findings is in two rows. */
  readonly checks: readonly NamedCount[];
  /** Rejected pairs by the check that decided. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Twenty bars of .05. */
  readonly scores: readonly ScoreBin[];
  readonly lengths: readonly LengthBin[];
  /** A bounded sample of kept pairs; always the same one. */
  readonly lengthSample: readonly LengthPoint[];
  /** English characters for each Chinese one in kept pairs; absent without any. */
  readonly lengthRatio?: number;
  /** Words of a sample; absent when no lexicon was given. */
  readonly vocabulary?: Vocabulary;
}

/** Options of {@link statisticsOf}. */
export interface StatisticsOptions {
  /** Needed for everything about words. */
  readonly lexicon?: Lexicon;
  /** Translations learned from this corpus: counted beside those of the dictionary. */
  readonly learned?: LearnedLexicon;
  /** Pairs read for words and for {@link Statistics.lengthSample}. */
  readonly samplePairs?: number;
}

/** Counts a corpus in every way at hand; a million pairs take about one second. */
export function statisticsOf(corpus: Corpus, options: StatisticsOptions = {}): Statistics {
  const tallies = corpus.tallies();
  const { groups, places, scores, lengths } = tallies;
  const counts = corpus.counts(tallies);
  const kept = groups.filter(isKept);
  const zhLength = sum(kept, ({ zhLength: length }) => length);
  const sentences = sum(groups, ({ shape, pairs }) => sentencesOf(shape) * pairs);
  const { lexicon, learned, samplePairs = STATISTICS_DEFAULTS.samplePairs } = options;
  const sample = [...corpus.pairs.sample(samplePairs)];
  return {
    version,
    counts,
    yield: {
      sources: counts.sources,
      documents: counts.documents,
      blocks: counts.blocks,
      sentences,
      pairs: counts.pairs,
      kept: sum(kept, ({ pairs }) => pairs),
    },
    sites: placesBy(places, ({ host }) => host ?? FILES).sort(byPairs),
    years: placesBy(places, ({ year }) => year ?? '(undated)').sort(byYear),
    layouts: groupsBy(groups, ({ layout }) => [layout]),
    shapes: groupsBy(groups, ({ shape }) => [shape]),
    checks: groupsBy(groups, ({ checks }) => checks),
    reasons: counts.byReason,
    scores,
    lengths,
    lengthSample: lengthSample(sample, STATISTICS_DEFAULTS.lengthPoints),
    ...(zhLength === 0
      ? {}
      : { lengthRatio: sum(kept, ({ enLength: length }) => length) / zhLength }),
    ...(lexicon === undefined ? {} : { vocabulary: countVocabulary(sample, lexicon, learned) }),
  };
}

function isKept({ state }: GroupCount): boolean {
  return state !== 'rejected';
}

/** `2-1` is three sentences. */
function sentencesOf(shape: string): number {
  const [zh = 0, en = 0] = shape.split('-').map(Number);
  return zh + en;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function groupsBy(
  groups: readonly GroupCount[],
  namesOf: (group: GroupCount) => readonly string[],
): NamedCount[] {
  const named = new Map<string, { pairs: number; kept: number }>();
  for (const group of groups) {
    for (const name of namesOf(group)) {
      const row = named.get(name) ?? { pairs: 0, kept: 0 };
      row.pairs += group.pairs;
      row.kept += isKept(group) ? group.pairs : 0;
      named.set(name, row);
    }
  }
  return [...named].map(([name, row]) => ({ name, ...row })).sort(byPairs);
}

function placesBy(
  places: readonly PlaceGroup[],
  nameOf: (place: PlaceGroup) => string,
): (NamedCount & { documents: number })[] {
  const named = new Map<string, { documents: number; pairs: number; kept: number }>();
  for (const place of places) {
    const name = nameOf(place);
    const row = named.get(name) ?? { documents: 0, pairs: 0, kept: 0 };
    row.documents += place.documents;
    row.pairs += place.pairs;
    row.kept += place.kept;
    named.set(name, row);
  }
  return [...named].map(([name, row]) => ({ name, ...row }));
}

function byPairs(one: NamedCount, other: NamedCount): number {
  return other.pairs - one.pairs || (one.name < other.name ? -1 : 1);
}

/** Undated last: `(` would sort first. */
function byYear(one: NamedCount, other: NamedCount): number {
  const key = ({ name }: NamedCount): string => (name.startsWith('(') ? '9999' : name);
  return key(one) < key(other) ? -1 : 1;
}
