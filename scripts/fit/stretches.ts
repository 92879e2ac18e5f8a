import type { Link, SetDocument } from '../../src/evaluate/index.js';

/** Part of a document with its right beads, as sentence counts in order. */
export interface Stretch {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly gold: readonly (readonly [number, number])[];
}

/** Beads in one stretch at most. */
const LENGTH = 60;
/** Beads in one stretch at least: between crossing links there is little to learn. */
const SHORTEST = 4;

/** Cuts documents where their beads are not contiguous, and after every {@link LENGTH} beads. */
export function stretchesOf(documents: readonly SetDocument[], most = Infinity): Stretch[] {
  const stretches: Stretch[] = [];
  let beads = 0;
  for (const document of documents) {
    for (const stretch of cut(document)) {
      if (beads >= most) return stretches;
      if (stretch.gold.length < SHORTEST) continue;
      stretches.push(stretch);
      beads += stretch.gold.length;
    }
  }
  return stretches;
}

function cut({ zh, en, gold }: SetDocument): Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  let beads: (readonly [number, number])[] = [];
  let from = { i, j };
  const close = (): void => {
    if (beads.length > 0) {
      stretches.push({ zh: zh.slice(from.i, i), en: en.slice(from.j, j), gold: beads });
    }
    beads = [];
  };
  for (const link of gold) {
    const follows = isAt(link, i, j);
    if (!follows || beads.length === LENGTH) close();
    if (!follows) {
      i = link.zh[0] ?? i;
      j = link.en[0] ?? j;
    }
    if (beads.length === 0) from = { i, j };
    beads.push([link.zh.length, link.en.length]);
    i += link.zh.length;
    j += link.en.length;
  }
  close();
  return stretches;
}

function isAt({ zh, en }: Link, i: number, j: number): boolean {
  return (zh[0] ?? i) === i && (en[0] ?? j) === j;
}
