import { BLOCK, blockGrid, findAnchors } from './anchors.js';
import { bandAround, fullBand, type Band, type Waypoint } from './band.js';
import { beadScores } from './bead-scores.js';
import { heaviestChain } from './chain.js';
import { decode, type Step } from './decode.js';
import { posteriorOf } from './lattice.js';
import { lexicalField } from './lexical.js';
import type { SetModel, TablePair } from './model.js';
import type { Parameters } from './parameters.js';
import { pinBand, pinnedEnd, pinnedPoints, pinsInside, type Pin } from './pins.js';
import { RateTally } from './rates.js';
import { sliceTable } from './token-table.js';

/** F₁/2 as expected of ordinary text: see `decode`. */
const PRICE = 0.47;
/** Lattices of at most this many positions are searched whole. */
const SMALL = 3_000;
/** English sentences on either side of the guide: around the chain, around an earlier path. */
const RADIUS = { chain: 14, path: 6 };
/** Chinese sentences searched in one piece, and how many at its end are searched again. */
const WINDOW = 256;
const OVERLAP = 32;
/** How near a path may come to the edge of its band. */
const MARGIN = 2;
/** Times a window is searched in a band twice as wide because its path touched the edge. */
const WIDENINGS = 3;
/** Beads of an earlier path at least this probable guide the next search. */
const TRUSTED = 0.8;

/**
 * Best path through one document or section, in time linear in its length.
 *
 * Anchors → heaviest chain → band around it; later rounds search a narrower band around the
 * trusted beads of the path before. Long documents are searched in overlapping windows, so that
 * memory does not grow; a window whose path touches the edge of its band is searched again in
 * a wider one.
 *
 * @param tally - receives the expected numbers of beads
 * @param before - the path of the round before, if there is one
 * @param pins - sentences that must meet in one bead, in order
 */
export function searchPath(
  pair: TablePair,
  model: SetModel,
  parameters: Parameters,
  tally: RateTally,
  before?: readonly Step[],
  pins: readonly Pin[] = [],
): Step[] {
  const m = pair.zh.size;
  const n = pair.en.size;
  if (m * n <= SMALL) {
    return searchBand(pair, pinBand(fullBand(m, n), pins), model, parameters, tally);
  }
  const guide = before === undefined ? chainPoints(pair, model) : trustedPoints(before);
  const points = pinnedPoints(guide, pins);
  const radius = before === undefined ? RADIUS.chain : RADIUS.path;
  const path: Step[] = [];
  let [i, j] = [0, 0];
  while (i < m || j < n) {
    const toI = m - i <= WINDOW + OVERLAP ? m : i + WINDOW;
    const found = searchWindow(pair, { i, j }, toI, points, pins, radius, model, parameters, tally);
    for (const step of found) {
      if (toI < m && i + step.a > toI - OVERLAP) break;
      path.push(step);
      i += step.a;
      j += step.b;
    }
  }
  return path;
}

/** Middles of the blocks that chain up. */
function chainPoints(pair: TablePair, model: SetModel): Waypoint[] {
  const grid = blockGrid(pair.zh.size, pair.en.size);
  const anchors = findAnchors(pair, model.table, model.vocabulary.enSize, grid);
  return heaviestChain(anchors, grid.en).map(({ i, j }) => ({
    i: Math.min(pair.zh.size, Math.round((i + 0.5) * BLOCK)),
    j: Math.min(pair.en.size, Math.round((j + 0.5) * grid.enBlock)),
  }));
}

/** Ends of the two-sided beads of a path that are probably right. */
function trustedPoints(path: readonly Step[]): Waypoint[] {
  const points: Waypoint[] = [];
  let [i, j] = [0, 0];
  for (const { a, b, probability } of path) {
    i += a;
    j += b;
    if (a > 0 && b > 0 && probability >= TRUSTED) points.push({ i, j });
  }
  return points;
}

/** Path from one position to row `toI`, wherever the guide says the English side is there. */
function searchWindow(
  pair: TablePair,
  from: Waypoint,
  toI: number,
  points: readonly Waypoint[],
  pins: readonly Pin[],
  radius: number,
  model: SetModel,
  parameters: Parameters,
  tally: RateTally,
): Step[] {
  const ahead = points.filter(({ i, j }) => i >= from.i && i <= toI && j >= from.j);
  const beyond = points.find(({ i, j }) => i > toI && j >= from.j);
  const toJ =
    toI === pair.zh.size
      ? pair.en.size
      : pinnedEnd(pins, toI, crossing(pair, ahead.at(-1) ?? from, beyond, toI));
  const inside = pinsInside(pins, { from: from.i, to: toI }, { from: from.j, to: toJ });
  const m = toI - from.i;
  const n = toJ - from.j;
  const part = { zh: sliceTable(pair.zh, from.i, toI), en: sliceTable(pair.en, from.j, toJ) };
  const local = ahead
    .filter(({ j }) => j <= toJ)
    .map(({ i, j }) => ({ i: i - from.i, j: j - from.j }));
  for (let attempt = 0; ; attempt++) {
    const band = bandAround(local, m, n, radius << attempt);
    const own = new RateTally();
    const path = searchBand(part, pinBand(band, inside), model, parameters, own);
    if (attempt < WIDENINGS && touchesEdge(path, band)) continue;
    tally.merge(own);
    return path;
  }
}

/** English position where the guide crosses row `i`. */
function crossing(
  pair: TablePair,
  before: Waypoint,
  beyond: Waypoint | undefined,
  i: number,
): number {
  const next = beyond ?? { i: pair.zh.size, j: pair.en.size };
  const share = (i - before.i) / Math.max(1, next.i - before.i);
  return Math.round(before.j + share * (next.j - before.j));
}

function touchesEdge(path: readonly Step[], band: Band): boolean {
  let [i, j] = [0, 0];
  return path.some(({ a, b }) => {
    i += a;
    j += b;
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    return (low > 0 && j - low < MARGIN) || (high < band.n && high - j < MARGIN);
  });
}

function searchBand(
  pair: TablePair,
  band: Band,
  model: SetModel,
  parameters: Parameters,
  tally: RateTally,
): Step[] {
  const field = lexicalField(pair.zh, pair.en, model, band);
  const scores = beadScores({ ...pair, lengths: model.lengths }, field, band, parameters);
  const gap = { open: parameters.gapOpen, extend: parameters.gapExtend };
  const posterior = posteriorOf(band, scores, gap);
  tally.add(posterior);
  return decode(band, posterior, scores, gap, PRICE);
}
