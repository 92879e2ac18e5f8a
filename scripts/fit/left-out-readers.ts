import { factsReader, type FactsReader } from '../../src/clean/facts/pair-facts.js';
import { extendLexicon, loadLexicon, type LearnedLexicon } from '../../src/lexicon/index.js';
import type { GoldPair } from '../noise/gold-pairs.js';
import type { HalfOf } from '../noise/halves.js';
import { countWords, weightsOf, type WordCounts } from './word-counts.js';

/** Who measures a pair: by words of other texts than its own. */
export interface LeftOutReaders {
  /** By weights of words counted in the other sets. */
  readonly withoutSet: (pair: GoldPair) => FactsReader;
  /** By those of the other halves of all sets, and words learned from some texts. */
  readonly withoutHalf: (pair: GoldPair, learned?: LearnedLexicon) => FactsReader;
}

/** Counts words in each half of each set. */
export function leftOutReaders(gold: readonly GoldPair[], halfOf: HalfOf): LeftOutReaders {
  const sets = [...new Set(gold.map(({ set }) => set))];
  const counts = sets.map((set) =>
    [0, 1].map((half) => countWords(gold.filter((one) => one.set === set && halfOf(one) === half))),
  );
  const weightsWhere = (isIn: (set: number, half: number) => boolean): WordCounts[] =>
    counts.flatMap((halves, set) => halves.filter((_counts, half) => isIn(set, half)));
  const bySet = sets.map((_set, out) =>
    factsReader(loadLexicon(), weightsOf(weightsWhere((set) => set !== out || sets.length === 1))),
  );
  const weightsOfHalf = [0, 1].map((out) => weightsOf(weightsWhere((_set, half) => half !== out)));
  const byHalf = weightsOfHalf.map((weights) => factsReader(loadLexicon(), weights));
  const taught = new Map<LearnedLexicon, FactsReader>();
  return {
    withoutSet: ({ set }) => known(bySet[sets.indexOf(set)]),
    withoutHalf: (pair, learned) => {
      if (learned === undefined) return known(byHalf[halfOf(pair)]);
      const reader =
        taught.get(learned) ??
        factsReader(extendLexicon(loadLexicon(), learned), weightsOfHalf[halfOf(pair)]);
      taught.set(learned, reader);
      return reader;
    },
  };
}

function known(reader: FactsReader | undefined): FactsReader {
  if (reader === undefined) throw new Error('a pair of no set that was counted');
  return reader;
}
