import type { Finding, Lang, Pair, PairId } from '../../model/index.js';
import { cleanDefaults, type CleanLimits } from '../defaults.js';
import { sideKey, textKey } from './keys.js';
import { sketchOf, type Sketch } from './sketch.js';

/**
 * What is known of pairs of earlier documents, in corpus order.
 *
 * The store implements it over the whole corpus, `memoryIndex` over one run. What an index does
 * not offer is not checked.
 */
export interface SeenPairs {
  /** The first pair with this {@link textKey}, if an earlier document has one. */
  find(key: string): PairId | undefined;
  /** Number of earlier documents that hold a pair with this key. */
  documents?(key: string): number;
  /** Number of different other sides of kept pairs with this {@link sideKey}. */
  translations?(side: string): number;
  /** The first kept pair whose sketch is at least so like this one. */
  near?(sketch: Sketch, likeness: number): PairId | undefined;
}

/** Name of the check that refuses a pair met before. */
export const DUPLICATE = 'duplicate';

/** Checks that look at other pairs, and what they say, for lists and help. */
export const acrossChecks: readonly { readonly name: string; readonly summary: string }[] = [
  { name: DUPLICATE, summary: 'the same pair was met before' },
  { name: 'near-duplicate', summary: 'a pair that differs in a word or two was met before' },
  { name: 'boilerplate', summary: 'the pair is repeated in many documents' },
  { name: 'many-translations', summary: 'a text has many different translations' },
];

/** Settings of {@link markDuplicates}. */
export interface AcrossOptions {
  readonly limits?: Partial<CleanLimits>;
  /** Names of checks that are switched off. */
  readonly off?: readonly string[];
}

/** Texts of fewer letters have many translations by nature: 是, Yes. */
const TELLING_LETTERS = 6;

/**
 * Rejects pairs whose text was met before, naming the first; the first itself stays. Near
 * duplicates, boilerplate and texts of many translations are put on record.
 *
 * Call in corpus order: the outcome depends on it, and on nothing else. One-sided and already
 * rejected pairs are passed through and do not count as first.
 */
export function markDuplicates(
  pairs: readonly Pair[],
  earlier: SeenPairs,
  { limits, off = [] }: AcrossOptions = {},
): Pair[] {
  const all = { ...cleanDefaults, ...limits };
  const isOn = (name: string): boolean => !off.includes(name);
  const firsts = new Map<string, PairId>();
  return pairs.map((pair) => {
    const key = duplicateKey(pair);
    if (key === undefined) return pair;
    const first = earlier.find(key) ?? firsts.get(key);
    const repeats = isOn('boilerplate') ? boilerplate(key, earlier, all) : [];
    if (first !== undefined && first !== pair.id && isOn(DUPLICATE)) {
      const finding = { check: DUPLICATE, detail: `same text as ${first}`, rejects: true };
      const findings = [...pair.findings, finding, ...repeats];
      return { ...pair, state: 'rejected', reason: DUPLICATE, findings };
    }
    firsts.set(key, pair.id);
    const notes = [
      ...repeats,
      ...(isOn('near-duplicate') && first === undefined ? near(pair, earlier, all) : []),
      ...(isOn('many-translations') ? manyTranslations(pair, earlier, all) : []),
    ];
    return notes.length === 0 ? pair : { ...pair, findings: [...pair.findings, ...notes] };
  });
}

/** The key under which a pair may be the first of its text; rejected pairs have none. */
export function duplicateKey(pair: Pair): string | undefined {
  return pair.state === 'rejected' ? undefined : textKey(pair);
}

function boilerplate(key: string, earlier: SeenPairs, limits: CleanLimits): Finding[] {
  const count = earlier.documents?.(key) ?? 0;
  if (count < limits.maxDocuments) return [];
  return [{ check: 'boilerplate', detail: `in ${count} earlier documents`, rejects: false }];
}

function near(pair: Pair, earlier: SeenPairs, limits: CleanLimits): Finding[] {
  if (earlier.near === undefined) return [];
  const like = earlier.near(sketchOf(pair), limits.minLikeness);
  if (like === undefined || like === pair.id) return [];
  return [{ check: 'near-duplicate', detail: `nearly ${like}`, rejects: false }];
}

function manyTranslations(pair: Pair, earlier: SeenPairs, limits: CleanLimits): Finding[] {
  const sides: readonly Lang[] = ['zh', 'en'];
  return sides.flatMap((side) => {
    const text = pair[side];
    if (text.length < TELLING_LETTERS) return [];
    const count = earlier.translations?.(sideKey(text, side)) ?? 0;
    if (count < limits.maxTranslations) return [];
    const detail = `${side} has ${count} other translations`;
    return [{ check: 'many-translations', detail, rejects: false }];
  });
}
