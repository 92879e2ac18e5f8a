import type { Finding, Lang, Pair, PairId } from '../../model/index.js';
import { fingerprintOf, type Fingerprint, type Sketch } from '../../text/index.js';
import { cleanDefaults, type CleanLimits } from '../defaults.js';

/**
 * What is known of pairs of earlier documents, in corpus order, by their fingerprints.
 *
 * The store implements it over the whole corpus, `memoryIndex` over one run. What an index does
 * not offer is not checked.
 */
export interface SeenPairs {
  /** The first kept pair that says the same, if an earlier document has one. */
  find(pair: number): PairId | undefined;
  /** Earlier documents that hold a pair saying the same, counted up to `most`. */
  documents?(pair: number, most: number): number;
  /** Other translations that kept pairs of earlier documents give a side, counted up to `most`. */
  translations?(print: Fingerprint, side: Lang, most: number): number;
  /** The first kept pair of an earlier document whose sketch is at least so like this one. */
  near?(sketch: Sketch, likeness: number): PairId | undefined;
}

/** Name of the check that refuses a pair met before. */
export const DUPLICATE = 'duplicate';

/** A check that looks at other pairs. */
interface AcrossCheck {
  readonly name: string;
  readonly summary: string;
}

/** Those of them that put on record and refuse only if they are told to. */
export const notingChecks: readonly AcrossCheck[] = [
  { name: 'near-duplicate', summary: 'a pair that differs in a word or two was met before' },
  { name: 'boilerplate', summary: 'the pair is repeated in many documents' },
  { name: 'many-translations', summary: 'a text has many different translations' },
];

/** All checks that look at other pairs, and what they say, for lists and help. */
export const acrossChecks: readonly AcrossCheck[] = [
  { name: DUPLICATE, summary: 'the same pair was met before' },
  ...notingChecks,
];

/** Settings of {@link markDuplicates}. */
export interface AcrossOptions {
  readonly limits?: Partial<CleanLimits>;
  /** Names of checks that are switched off. */
  readonly off?: readonly string[];
  /** Names of {@link notingChecks} that refuse a pair. */
  readonly reject?: readonly string[];
}

/** What part a pair plays for later ones: the first of its text, a repetition, or none. */
export type Part = 'first' | 'repeat' | 'none';

/**
 * Pairs refused by themselves play no part. Those refused by comparison do, as if they were kept:
 * who is first must not depend on what is made of the others, or one change would run through all.
 */
export function partOf({ state, reason }: Pick<Pair, 'state' | 'reason'>): Part {
  if (state !== 'rejected' || NOTING.has(reason)) return 'first';
  return reason === DUPLICATE ? 'repeat' : 'none';
}

/** What is made of a pair, by itself or beside others. */
export type Standing = Pick<Pair, 'id' | 'state' | 'reason' | 'findings'>;

/**
 * Rejects pairs whose text was met before, naming the first; the first itself stays. Near
 * duplicates, boilerplate and texts of many translations are put on record.
 *
 * Call in corpus order: the outcome depends on it, and on nothing else. One-sided and already
 * rejected pairs are passed through and do not count as first. Counts in findings end at the
 * limit: what comes after it changes nothing.
 *
 * @param prints - fingerprints of the pairs, where they are at hand; asked for kept pairs only
 */
export function markDuplicates(
  pairs: readonly Pair[],
  earlier: SeenPairs,
  options: AcrossOptions = {},
  prints: (pair: Pair, at: number) => Fingerprint = fingerprintOf,
): Pair[] {
  const compared = compareWithEarlier(pairs, earlier, options, prints);
  return compared.map(([pair, standing]) => withStanding(pair, standing));
}

/**
 * {@link markDuplicates} where texts are not at hand: each pair with what it is beside others, the
 * same object if it stays as it was.
 */
export function compareWithEarlier<P extends Standing>(
  pairs: readonly P[],
  earlier: SeenPairs,
  { limits, off = [], reject = [] }: AcrossOptions,
  prints: (pair: P, at: number) => Fingerprint,
): (readonly [P, Standing])[] {
  const all = { ...cleanDefaults, ...limits };
  const isOn = (name: string): boolean => !off.includes(name);
  const firsts = new Map<number, PairId>();
  const compare = (pair: P, at: number): Standing => {
    if (partOf(pair) !== 'first') return pair;
    const print = prints(pair, at);
    const before = earlier.find(print.pair);
    const first = before ?? firsts.get(print.pair);
    const isRepeat = before !== undefined && isOn('boilerplate');
    const repeats = isRepeat ? boilerplate(print, earlier, all) : [];
    if (first !== undefined && first !== pair.id && isOn(DUPLICATE)) {
      const finding = { check: DUPLICATE, detail: `same text as ${first}`, rejects: true };
      const findings = [...pair.findings, finding, ...repeats];
      return { id: pair.id, state: 'rejected', reason: DUPLICATE, findings };
    }
    firsts.set(print.pair, pair.id);
    const notes = [
      ...repeats,
      ...(isOn('near-duplicate') && first === undefined ? near(print, earlier, all) : []),
      ...(isOn('many-translations') ? manyTranslations(print, earlier, all) : []),
    ];
    return notes.length === 0 ? pair : withNotes(pair, notes, reject);
  };
  return pairs.map((pair, at) => [pair, compare(pair, at)]);
}

/**
 * What of other pairs makes a difference to a pair: whether one of this likeness, 0–1, is among
 * them, and whether documents and translations are so many. Infinite where nobody asks.
 */
export function acrossLimits({ limits, off = [] }: AcrossOptions): {
  readonly likeness: number;
  readonly documents: number;
  readonly translations: number;
} {
  const all = { ...cleanDefaults, ...limits };
  const limitOf = (check: string, limit: number) => (off.includes(check) ? Infinity : limit);
  return {
    likeness: limitOf('near-duplicate', all.minLikeness),
    documents: limitOf('boilerplate', all.maxDocuments),
    translations: limitOf('many-translations', all.maxTranslations),
  };
}

/** Undoes {@link markDuplicates}: the pairs as they were judged by themselves. */
export function unmarkDuplicates(pairs: readonly Pair[]): Pair[] {
  return pairs.map((pair) => withStanding(pair, standingAlone(pair)));
}

/** What was made of a pair by itself; the same object if comparing put nothing on record. */
export function standingAlone(standing: Standing): Standing {
  const findings = standing.findings.filter(({ check }) => !ACROSS.has(check));
  if (findings.length === standing.findings.length) return standing;
  const { id, state, reason } = standing;
  if (ACROSS.has(reason)) return { id, findings, state: 'new' };
  return { id, findings, state, ...(reason === undefined ? {} : { reason }) };
}

function withStanding(pair: Pair, standing: Standing): Pair {
  if (standing === pair) return pair;
  const { reason: _reason, ...rest } = pair;
  return { ...rest, ...standing };
}

const ACROSS: ReadonlySet<unknown> = new Set(acrossChecks.map(({ name }) => name));
const NOTING: ReadonlySet<unknown> = new Set(notingChecks.map(({ name }) => name));

function withNotes(
  { id, state, reason, findings: own }: Standing,
  notes: readonly Finding[],
  reject: readonly string[],
): Standing {
  const told = notes.map((note) => ({ ...note, rejects: reject.includes(note.check) }));
  const findings = [...own, ...told];
  const refusal = told.find(({ rejects }) => rejects)?.check;
  if (refusal !== undefined) return { id, findings, state: 'rejected', reason: refusal };
  return { id, findings, state, ...(reason === undefined ? {} : { reason }) };
}

function boilerplate(print: Fingerprint, earlier: SeenPairs, limits: CleanLimits): Finding[] {
  const most = limits.maxDocuments;
  if ((earlier.documents?.(print.pair, most) ?? 0) < most) return [];
  return [{ check: 'boilerplate', detail: `in ${most} earlier documents or more`, rejects: false }];
}

function near({ sketch }: Fingerprint, earlier: SeenPairs, limits: CleanLimits): Finding[] {
  const like = earlier.near?.(sketch, limits.minLikeness);
  if (like === undefined) return [];
  return [{ check: 'near-duplicate', detail: `nearly ${like}`, rejects: false }];
}

function manyTranslations(print: Fingerprint, earlier: SeenPairs, limits: CleanLimits): Finding[] {
  const most = limits.maxTranslations;
  const sides: readonly Lang[] = ['zh', 'en'];
  return sides.flatMap((side) => {
    if (print[side] === undefined) return [];
    if ((earlier.translations?.(print, side, most) ?? 0) < most) return [];
    const detail = `${side} has ${most} other translations or more`;
    return [{ check: 'many-translations', detail, rejects: false }];
  });
}
