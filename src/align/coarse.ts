import { closeBand, type Band, type Waypoint } from './band.js';
import { emptyGuide, type Guide } from './guide.js';
import { likenessOf, type LikenessGrid } from './likeness.js';
import type { LexicalModel } from './lexical.js';
import type { TablePair } from './model.js';
import { sliceTable } from './token-table.js';

/** Nats of likeness that a sentence which meets a second partner must bring. */
const SECOND = 20;
/** Nats that passing over a sentence costs. */
const SKIP = 3;
/** Pairs of sentences whose best path is this many nats below the best of all are out. */
const MARGIN = 60;
/** English sentences on either side of the best path that stay in at most. */
const WIDEST = 24;
/** Chinese sentences sketched in one piece, and how many of them are sketched again. */
const PIECE = 2_048;
const OVERLAP = 256;

/**
 * A first sketch of the path: which sentences may be partners at all.
 *
 * The best path through single pairs of sentences, each step to the next pair on both sides, or
 * on one only (a second partner, or a sentence passed over). A pair whose best path is far worse
 * than the best of all cannot be part of a good alignment: pruning by max-marginals, as in
 * structured prediction cascades (Weiss & Taskar 2010, AISTATS). Costs a few operations for a
 * pair of sentences, so that the band it is sought in may be wide; what is left for the full
 * model is about ten positions a sentence.
 *
 * @param band - around the chain of anchors
 */
export function sketchPath(pair: TablePair, model: LexicalModel, band: Band): Guide {
  const guide = emptyGuide(band.m, band.n);
  let from: Waypoint = { i: 0, j: 0 };
  for (;;) {
    const isLast = band.m - from.i <= PIECE + OVERLAP;
    const to = isLast ? { i: band.m, j: band.n } : middleOf(band, from, from.i + PIECE);
    sketchPiece(pair, model, band, from, to, guide);
    if (isLast) return guide;
    const i = to.i - OVERLAP;
    from = { i, j: guide.path[i] as number };
  }
}

function middleOf({ low, high }: Band, from: Waypoint, i: number): Waypoint {
  return { i, j: Math.max(from.j, ((low[i] as number) + (high[i] as number)) >> 1) };
}

/** Sketches one piece; its first OVERLAP / 2 rows keep what the piece before says of them. */
function sketchPiece(
  pair: TablePair,
  model: LexicalModel,
  band: Band,
  from: Waypoint,
  to: Waypoint,
  guide: Guide,
): void {
  const m = to.i - from.i;
  const n = to.j - from.j;
  const own = emptyGuide(m, n);
  if (n === 0) own.low.fill(0);
  else {
    const rows = (bounds: Int32Array) =>
      bounds.slice(from.i, to.i + 1).map((j) => Math.min(n, Math.max(0, j - from.j)));
    const part = { zh: sliceTable(pair.zh, from.i, to.i), en: sliceTable(pair.en, from.j, to.j) };
    const grid = likenessOf(part, model, closeBand(rows(band.low), rows(band.high), m, n));
    const best = forwardPass(grid);
    tracePath(grid, best, own);
    keepGoodPairs(grid, best, own);
  }
  for (let i = from.i === 0 ? 0 : OVERLAP / 2; i <= m; i++) {
    guide.low[from.i + i] = from.j + (own.low[i] as number);
    guide.high[from.i + i] = from.j + (own.high[i] as number);
    guide.path[from.i + i] = from.j + (own.path[i] as number);
  }
}

/** What reaching a pair from one that shares a sentence with it brings. */
function sideways(nats: number): number {
  return nats - SECOND > -SKIP ? nats - SECOND : -SKIP;
}

/** Float64 [pairs]: nats of the best path from the first pair to each. */
function forwardPass({ from, to, offset, nats }: LikenessGrid): Float64Array {
  const best = new Float64Array(nats.length);
  for (let x = 0; x < from.length; x++) {
    const first = from[x] as number;
    const last = to[x] as number;
    const above = x === 0 ? 0 : (offset[x - 1] as number) - (from[x - 1] as number);
    const aboveFirst = x === 0 ? Infinity : (from[x - 1] as number);
    const aboveLast = x === 0 ? -1 : (to[x - 1] as number);
    let at = offset[x] as number;
    let left = -Infinity;
    for (let y = first; y <= last; y++, at++) {
      const value = nats[at] as number;
      const up = y >= aboveFirst && y <= aboveLast ? (best[above + y] as number) : -Infinity;
      const diagonal =
        y > aboveFirst && y <= aboveLast + 1 ? (best[above + y - 1] as number) : -Infinity;
      const side = (up > left ? up : left) + sideways(value);
      const straight = diagonal + value;
      left = x === 0 && y === 0 ? value : straight > side ? straight : side;
      best[at] = left;
    }
  }
  return best;
}

/** Follows the best path back from the last pair. */
function tracePath(grid: LikenessGrid, best: Float64Array, guide: Guide): void {
  const { from, to, offset } = grid;
  const valueAt = (x: number, y: number): number =>
    x < 0 || y < (from[x] as number) || y > (to[x] as number)
      ? -Infinity
      : (best[(offset[x] as number) + y - (from[x] as number)] as number);
  let x = from.length - 1;
  let y = to[x] as number;
  guide.path.fill(y + 1, x + 1);
  while (x > 0 || y > 0) {
    const nats = grid.nats[(offset[x] as number) + y - (from[x] as number)] as number;
    const up = valueAt(x - 1, y);
    const left = valueAt(x, y - 1);
    const isStraight = valueAt(x - 1, y - 1) + nats >= Math.max(up, left) + sideways(nats);
    if (isStraight || up >= left) {
      guide.path[x] = isStraight ? y : y + 1;
      x -= 1;
    }
    if (isStraight || up < left) y -= 1;
  }
}

/** Backward pass; keeps the pairs that good paths pass, near the best one. */
function keepGoodPairs(grid: LikenessGrid, best: Float64Array, guide: Guide): void {
  const { from, to, offset, nats } = grid;
  const m = from.length;
  const enough = (best[nats.length - 1] as number) - MARGIN;
  let below = new Float64Array(0);
  for (let x = m - 1; x >= 0; x--) {
    const first = from[x] as number;
    const last = to[x] as number;
    const row = new Float64Array(last - first + 1);
    const belowFirst = x === m - 1 ? Infinity : (from[x + 1] as number);
    const belowLast = x === m - 1 ? -1 : (to[x + 1] as number);
    const belowAt = x === m - 1 ? 0 : (offset[x + 1] as number) - belowFirst;
    let right = -Infinity;
    for (let y = last; y >= first; y--) {
      const at = (offset[x] as number) + y - first;
      let rest = x === m - 1 && y === last ? 0 : right;
      if (y >= belowFirst && y <= belowLast) {
        const down = (below[y - belowFirst] as number) + sideways(nats[belowAt + y] as number);
        if (down > rest) rest = down;
      }
      if (y + 1 >= belowFirst && y < belowLast) {
        const diagonal = (below[y + 1 - belowFirst] as number) + (nats[belowAt + y + 1] as number);
        if (diagonal > rest) rest = diagonal;
      }
      row[y - first] = rest;
      right = rest + sideways(nats[at] as number);
      if ((best[at] as number) + rest >= enough) hold(guide, x, y);
    }
    below = row;
  }
}

/** Takes the positions around the pair (x, y) into a guide, unless they are far from its path. */
function hold({ low, high, path }: Guide, x: number, y: number): void {
  if (y < (path[x] as number) - WIDEST || y > (path[x + 1] as number) + WIDEST) return;
  for (let i = x; i <= x + 1; i++) {
    if (y < (low[i] as number)) low[i] = y;
    if (y + 1 > (high[i] as number)) high[i] = y + 1;
  }
}
