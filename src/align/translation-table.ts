import type { LearnedLexicon, LearnedPair } from '../lexicon/index.js';
import { equalLabels } from './labels.js';
import { equalValues } from './values.js';
import { NONE, type Vocabulary } from './vocabulary.js';

/**
 * Word translation probabilities between the tokens of one set, as sparse rows.
 *
 * The translations of Chinese token u are entries `start[u] … start[u + 1] − 1`, in order of
 * their English token.
 */
export interface TranslationTable {
  readonly start: Uint32Array;
  /** Uint32 [entries]: English tokens. */
  readonly en: Uint32Array;
  /** Float32 [entries]: t(en | zh). */
  readonly forward: Float32Array;
  /** Float32 [entries]: t(zh | en). */
  readonly backward: Float32Array;
}

/** What is known of words before the texts are read. */
export interface WordKnowledge {
  /** Whether the dictionary is used. */
  readonly dictionary: boolean;
  /** Pairs learned before, by Chinese token. */
  readonly learned: ReadonlyMap<string, readonly LearnedPair[]>;
}

/** Pairs by their Chinese token. */
export function indexLearned(pairs: LearnedLexicon): Map<string, LearnedPair[]> {
  const index = new Map<string, LearnedPair[]>();
  for (const pair of pairs) {
    const row = index.get(pair.zh);
    if (row === undefined) index.set(pair.zh, [pair]);
    else row.push(pair);
  }
  return index;
}

interface Entry {
  readonly forward: number;
  readonly backward: number;
}

/**
 * What is known before anything is learned from the set: tokens that equal each other, the
 * dictionary, and over it what was learned before.
 */
export function priorTable(vocabulary: Vocabulary, knowledge: WordKnowledge): TranslationTable {
  const size = vocabulary.zhSize;
  const start = new Uint32Array(size + 1);
  const en: number[] = [];
  const forward: number[] = [];
  const backward: number[] = [];
  for (let token = 0; token < size; token++) {
    const row = rowOf(token, vocabulary, knowledge);
    for (const [target, entry] of [...row].sort((a, b) => a[0] - b[0])) {
      en.push(target);
      forward.push(entry.forward);
      backward.push(entry.backward);
    }
    start[token + 1] = en.length;
  }
  return {
    start,
    en: Uint32Array.from(en),
    forward: Float32Array.from(forward),
    backward: Float32Array.from(backward),
  };
}

function rowOf(
  token: number,
  vocabulary: Vocabulary,
  knowledge: WordKnowledge,
): Map<number, Entry> {
  const { lexicon } = vocabulary;
  const row = new Map<number, Entry>();
  const twin = vocabulary.twin[token] ?? NONE;
  if (twin !== NONE) row.set(twin, { forward: 1, backward: 1 });
  const unit = vocabulary.unit[token] ?? NONE;
  if (unit === NONE && twin === NONE) {
    const own = vocabulary.zhName(token);
    for (const [name, weight] of own.startsWith('label:') ? equalLabels(own) : equalValues(own)) {
      const target = vocabulary.findEn(name);
      if (target !== NONE) row.set(target, { forward: weight, backward: weight });
    }
  }
  if (unit !== NONE && knowledge.dictionary) {
    const end = lexicon.start[unit + 1] as number;
    for (let at = lexicon.start[unit] as number; at < end; at++) {
      const target = vocabulary.enOfStem(lexicon.stem[at] as number);
      const weight = lexicon.weight[at] as number;
      if (target !== NONE) row.set(target, { forward: weight, backward: weight });
    }
  }
  if (knowledge.learned.size === 0) return row;
  for (const pair of knowledge.learned.get(vocabulary.zhName(token)) ?? []) {
    const target = vocabulary.findEn(pair.en);
    if (target !== NONE) row.set(target, { forward: pair.zhToEn, backward: pair.enToZh });
  }
  return row;
}
