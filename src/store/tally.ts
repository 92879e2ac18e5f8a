import type { Pair, PairState } from '../model/index.js';
import { codePoints } from './storable.js';

/**
 * The pairs of one document, counted. Written with every save beside the document, so that
 * statistics read one short line a document and no pair.
 */
export interface DocumentTally {
  readonly groups: readonly GroupCount[];
  /** `[bin, kept, rejected]`, by ascending bin. */
  readonly scores: readonly (readonly [number, number, number])[];
  /** `[zh bin, en bin, pairs]` of kept two-sided pairs, ascending. */
  readonly lengths: readonly (readonly [number, number, number])[];
}

/** Pairs that agree in everything that is counted by name, in order of first appearance. */
export interface GroupCount {
  readonly state: PairState;
  readonly reason?: string;
  readonly shape: string;
  readonly layout: string;
  /** Checks that found something, each once. */
  readonly checks: readonly string[];
  readonly pairs: number;
  readonly oneSided: number;
  /** Code points of all these pairs together. */
  readonly zhLength: number;
  readonly enLength: number;
}

/** Bars of the score histogram: .05 each. */
export const SCORE_BINS = 20;
/** Sides of a length bin in code points; English takes about three letters a character. */
export const ZH_BIN = 5;
export const EN_BIN = 15;
/** Longer pairs are counted in the last bin. */
const LAST_BIN = 40;

/** What is counted of a pair. */
export interface Countable extends Pick<
  Pair,
  'state' | 'reason' | 'shape' | 'layout' | 'score' | 'findings'
> {
  /** Code points. */
  readonly zhLength: number;
  readonly enLength: number;
}

/** What is counted of a pair that lies open. */
export function countable(pair: Pair): Countable {
  const { state, reason, shape, layout, score, findings, zh, en } = pair;
  const counted = { state, shape, layout, score, findings };
  const lengths = { zhLength: codePoints(zh), enLength: codePoints(en) };
  return { ...counted, ...lengths, ...(reason === undefined ? {} : { reason }) };
}

/** Counts the pairs of a document. */
export function tallyOf(pairs: readonly Countable[]): DocumentTally {
  const groups = new Map<string, GroupCount>();
  const scores = new Map<number, [number, number]>();
  const lengths = new Map<number, number>();
  for (const pair of pairs) {
    const { zhLength: zh, enLength: en } = pair;
    addToGroup(groups, pair);
    const kept = pair.state !== 'rejected';
    const bin = Math.min(Math.floor(pair.score * SCORE_BINS), SCORE_BINS - 1);
    const [good, bad] = scores.get(bin) ?? [0, 0];
    scores.set(bin, kept ? [good + 1, bad] : [good, bad + 1]);
    if (!kept || zh === 0 || en === 0) continue;
    const [zhBin, enBin] = [Math.floor(zh / ZH_BIN), Math.floor(en / EN_BIN)];
    const place = Math.min(zhBin, LAST_BIN) * (LAST_BIN + 1) + Math.min(enBin, LAST_BIN);
    lengths.set(place, (lengths.get(place) ?? 0) + 1);
  }
  return {
    groups: [...groups.values()],
    scores: [...scores].sort(([a], [b]) => a - b).map(([bin, counts]) => [bin, ...counts]),
    lengths: [...lengths]
      .sort(([a], [b]) => a - b)
      .map(([place, n]) => [Math.floor(place / (LAST_BIN + 1)), place % (LAST_BIN + 1), n]),
  };
}

function addToGroup(groups: Map<string, GroupCount>, pair: Countable): void {
  const { state, reason, shape, layout, zhLength: zh, enLength: en } = pair;
  const checks = [...new Set(pair.findings.map(({ check }) => check))];
  const name = [state, reason ?? '', shape, layout, ...checks].join('\n');
  const group = groups.get(name);
  groups.set(name, {
    state,
    ...(reason === undefined ? {} : { reason }),
    shape,
    layout,
    checks,
    pairs: (group?.pairs ?? 0) + 1,
    oneSided: (group?.oneSided ?? 0) + (zh === 0 || en === 0 ? 1 : 0),
    zhLength: (group?.zhLength ?? 0) + zh,
    enLength: (group?.enLength ?? 0) + en,
  });
}
