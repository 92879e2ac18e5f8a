import type { PairId } from '../model/index.js';
import { textSimilarity } from './similarity.js';

/** A machine-made pair, as much of it as is needed to know it again. */
export interface MachinePair {
  readonly id: PairId;
  readonly position: number;
  readonly zh: string;
  readonly en: string;
}

/** A pair of an earlier build and the pair of this build that took its place. */
export interface Carried {
  readonly from: PairId;
  readonly to: PairId;
  /** Mean likeness of the two sides, 0 … 1. */
  readonly similarity: number;
}

/**
 * Finds for each pair of an earlier build its successor among the pairs of a new one.
 *
 * Pairs of the same id are each other's successors. What is left is matched by text, most
 * alike first, nearer position breaking ties; nothing under `threshold` is matched, and each
 * pair at most once. Quadratic in the pairs left over: decisions of one document.
 */
export function carryOver(
  before: readonly MachinePair[],
  after: readonly MachinePair[],
  threshold: number,
): readonly Carried[] {
  const known = new Set(after.map((pair) => pair.id));
  const same = before.filter((pair) => known.has(pair.id));
  const taken = new Set(same.map((pair) => pair.id));
  const free = after.filter((pair) => !taken.has(pair.id));
  const candidates = before
    .filter((pair) => !known.has(pair.id))
    .flatMap((from) => free.map((to) => candidate(from, to)))
    .filter((one) => one.similarity >= threshold)
    .sort(byLikeness);
  const carried = same.map((pair) => ({ from: pair.id, to: pair.id, similarity: 1 }));
  const moved = new Set<PairId>();
  for (const { from, to, similarity } of candidates) {
    if (moved.has(from.id) || taken.has(to.id)) continue;
    moved.add(from.id);
    taken.add(to.id);
    carried.push({ from: from.id, to: to.id, similarity });
  }
  return carried;
}

interface Candidate {
  readonly from: MachinePair;
  readonly to: MachinePair;
  readonly similarity: number;
}

function candidate(from: MachinePair, to: MachinePair): Candidate {
  const similarity = (textSimilarity(from.zh, to.zh) + textSimilarity(from.en, to.en)) / 2;
  return { from, to, similarity };
}

function byLikeness(one: Candidate, other: Candidate): number {
  return (
    other.similarity - one.similarity ||
    distance(one) - distance(other) ||
    one.from.position - other.from.position ||
    one.to.position - other.to.position
  );
}

function distance({ from, to }: Candidate): number {
  return Math.abs(from.position - to.position);
}
