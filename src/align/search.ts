import { BLOCK, blockGrid, findAnchors } from './anchors.js';
import { bandAround, type Band, type Waypoint } from './band.js';
import { heaviestChain } from './chain.js';
import { sketchPath } from './coarse.js';
import { decode, type Step } from './decode.js';
import { bandAlong, emptyGuide, holdPins, openGuide, setPath, widen, type Guide } from './guide.js';
import type { Posterior } from './lattice.js';
import type { SetModel, TablePair } from './model.js';
import type { Parameters } from './parameters.js';
import { pinBand, pinnedEnd, pinnedPoints, pinsInside, type Pin } from './pins.js';
import type { RateTally } from './rates.js';
import { sliceTable } from './token-table.js';
import { weigh } from './weigh.js';

/** F₁/2 as expected of ordinary text: see `decode`. */
const PRICE = 0.47;
/** Lattices of at most this many positions are searched whole. */
const TINY = 64;
/** Lattices of at most this many positions are sketched whole. */
const SMALL = 3_000;
/** English sentences on either side of the chain of anchors that the sketch may use. */
const CHAIN_RADIUS = 100;
/** English sentences on either side of the guide that the search may use. */
const SLACK = 2;
/** Chinese sentences searched in one piece, and how many at its end are searched again. */
const WINDOW = 256;
const OVERLAP = 32;
/** Times a window is searched in a band four times as slack because its path touched the edge. */
const WIDENINGS = 2;

/** A path, and what guides the next search for one in the same text. */
export interface FoundPath {
  readonly path: Step[];
  readonly guide: Guide;
}

/**
 * Best path through one document or section, in time linear in its length.
 *
 * Anchors → heaviest chain → sketch in a wide band around it → the full model in the narrow one
 * that the sketch leaves; later rounds search where paths of the round before may pass. Long
 * documents are searched in overlapping windows, so that memory does not grow; a window whose
 * path touches the edge of its band is searched again in a wider one.
 *
 * @param tally - receives the expected numbers of beads
 * @param before - the guide from the round before, if there is one
 * @param pins - sentences that must meet in one bead, in order
 */
export function searchPath(
  pair: TablePair,
  model: SetModel,
  parameters: Parameters,
  tally: RateTally,
  before?: Guide,
  pins: readonly Pin[] = [],
): FoundPath {
  const m = pair.zh.size;
  const n = pair.en.size;
  const guide = before ?? firstGuide(pair, model, pins);
  holdPins(guide, pins);
  const next = emptyGuide(m, n);
  const path: Step[] = [];
  let from: Waypoint = { i: 0, j: 0 };
  while (from.i < m || from.j < n) {
    const isLast = m - from.i <= WINDOW + OVERLAP;
    const i = isLast ? m : from.i + WINDOW;
    const j = isLast ? n : pinnedEnd(pins, i, Math.max(from.j, guide.path[i] as number));
    const found = searchWindow(pair, from, { i, j }, guide, pins, model, parameters);
    const { band, posterior, steps } = found;
    tally.add(posterior);
    widen(next, from, band, posterior);
    from = keepSteps(steps, from, isLast ? Infinity : i - OVERLAP, path);
  }
  setPath(next, path);
  return { path, guide: next };
}

/** Adds the steps that end before row `end` to a path; returns where they end. */
function keepSteps(steps: readonly Step[], from: Waypoint, end: number, path: Step[]): Waypoint {
  let { i, j } = from;
  for (const step of steps) {
    if (i + step.a > end) break;
    path.push(step);
    i += step.a;
    j += step.b;
  }
  return { i, j };
}

/** Where the path may run by anchors and likeness alone. */
function firstGuide(pair: TablePair, model: SetModel, pins: readonly Pin[]): Guide {
  const m = pair.zh.size;
  const n = pair.en.size;
  if (m * n <= TINY) return openGuide(m, n);
  const points = m * n <= SMALL ? [] : pinnedPoints(chainPoints(pair, model), pins);
  return sketchPath(pair, model, pinBand(bandAround(points, m, n, CHAIN_RADIUS), pins));
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

interface Searched {
  readonly band: Band;
  readonly posterior: Posterior;
  readonly steps: readonly Step[];
}

/** Path from one position to another along a guide. */
function searchWindow(
  pair: TablePair,
  from: Waypoint,
  to: Waypoint,
  guide: Guide,
  pins: readonly Pin[],
  model: SetModel,
  parameters: Parameters,
): Searched {
  const inside = pinsInside(pins, { from: from.i, to: to.i }, { from: from.j, to: to.j });
  const part = {
    zh: sliceTable(pair.zh, from.i, to.i),
    en: sliceTable(pair.en, from.j, to.j),
  };
  for (let attempt = 0; ; attempt++) {
    const band = bandAlong(guide, from, to, SLACK << (2 * attempt));
    const found = searchBand(part, pinBand(band, inside), model, parameters);
    if (attempt === WIDENINGS || !touchesEdge(found.steps, band)) return found;
  }
}

/** Whether a path runs along the edge of its band where there was more to see beyond. */
function touchesEdge(path: readonly Step[], band: Band): boolean {
  let [i, j] = [0, 0];
  return path.some(({ a, b }) => {
    i += a;
    j += b;
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    return (low > 0 && j === low) || (high < band.n && j === high);
  });
}

function searchBand(
  pair: TablePair,
  band: Band,
  model: SetModel,
  parameters: Parameters,
): Searched {
  const { scores, gap, posterior } = weigh(pair, band, model, parameters);
  return { band, posterior, steps: decode(band, posterior, scores, gap, PRICE) };
}
