import type { Band, Waypoint } from './band.js';
import { shapeIndex } from './shapes.js';

/** An anchor somebody gave: two sentences that belong to one bead; positions from 0. */
export interface Pin {
  readonly zh: number;
  readonly en: number;
}

/** Why pins cannot be kept, and the first of them that cannot. */
export interface AnchorProblem {
  readonly code: 'align.anchor-outside' | 'align.anchors-cross' | 'align.anchors-too-wide';
  readonly message: string;
  /** Which of the pins, as they were given. */
  readonly at: number;
}

/** Finds what is wrong with pins: sentences that are not there, pins that cross, beads too big. */
export function findAnchorProblem(
  pins: readonly Pin[],
  zhCount: number,
  enCount: number,
): AnchorProblem | undefined {
  for (const [at, { zh, en }] of pins.entries()) {
    const [side, position, count] = isInside(zh, zhCount)
      ? (['English', en, enCount] as const)
      : (['Chinese', zh, zhCount] as const);
    if (isInside(position, count)) continue;
    const message = `there is no ${side} sentence ${position + 1}; the last is ${count}`;
    return { code: 'align.anchor-outside', message, at };
  }
  const order = sortedPins(pins);
  let group: Group | undefined;
  for (const [place, { pin, at }] of order.entries()) {
    const before = order[place - 1]?.pin;
    if (before !== undefined && pin.zh > before.zh && pin.en < before.en) {
      const message = `${nameOf(pin)} crosses ${nameOf(before)}`;
      return { code: 'align.anchors-cross', message, at };
    }
    group = joined(group, pin);
    if (shapeIndex(group.zhTo - group.zhFrom, group.enTo - group.enFrom) >= 0) continue;
    const size = `${group.zhTo - group.zhFrom}-${group.enTo - group.enFrom}`;
    const message = `${nameOf(pin)} and its neighbours ask for a bead of ${size} sentences`;
    return { code: 'align.anchors-too-wide', message, at };
  }
  return undefined;
}

function isInside(position: number, count: number): boolean {
  return Number.isInteger(position) && position >= 0 && position < count;
}

function nameOf({ zh, en }: Pin): string {
  return `Chinese ${zh + 1} with English ${en + 1}`;
}

function sortedPins(pins: readonly Pin[]): { readonly pin: Pin; readonly at: number }[] {
  return pins
    .map((pin, at) => ({ pin, at }))
    .sort((one, other) => one.pin.zh - other.pin.zh || one.pin.en - other.pin.en);
}

/** Sentences that pins put into one bead. */
interface Group {
  readonly zhFrom: number;
  readonly zhTo: number;
  readonly enFrom: number;
  readonly enTo: number;
}

/** The group a pin belongs to: the one before, where they share a sentence, or a new one. */
function joined(group: Group | undefined, { zh, en }: Pin): Group {
  if (group !== undefined && (zh < group.zhTo || en < group.enTo)) {
    return { ...group, zhTo: Math.max(group.zhTo, zh + 1), enTo: Math.max(group.enTo, en + 1) };
  }
  return { zhFrom: zh, zhTo: zh + 1, enFrom: en, enTo: en + 1 };
}

/** Pins in order, those of one part of a text counted from its first sentences. */
export function pinsInside(
  pins: readonly Pin[],
  zh: { readonly from: number; readonly to: number },
  en: { readonly from: number; readonly to: number },
): Pin[] {
  return sortedPins(pins)
    .map(({ pin }) => ({ zh: pin.zh - zh.from, en: pin.en - en.from }))
    .filter(
      (pin) => pin.zh >= 0 && pin.zh < zh.to - zh.from && pin.en >= 0 && pin.en < en.to - en.from,
    );
}

/** Waypoints that pins add to a guide; what crosses a pin is dropped from it. */
export function pinnedPoints(points: readonly Waypoint[], pins: readonly Pin[]): Waypoint[] {
  if (pins.length === 0) return [...points];
  const own = pins.flatMap(({ zh, en }) => [
    { i: zh, j: en },
    { i: zh + 1, j: en + 1 },
  ]);
  const kept: Waypoint[] = [];
  let next = 0;
  for (const point of points) {
    while (next < pins.length && (pins[next] as Pin).zh < point.i) next += 1;
    const [before, after] = [pins[next - 1], pins[next]];
    const isBelow = before !== undefined && point.j <= before.en;
    const isAbove = after !== undefined && point.j > after.en;
    if (!isBelow && !isAbove) kept.push(point);
  }
  const all = [...kept, ...own].sort((one, other) => one.i - other.i || one.j - other.j);
  // Pins of one bead make steps back, which a guide must not have.
  let highest = 0;
  return all.map(({ i, j }) => ({ i, j: (highest = Math.max(highest, j)) }));
}

/** English position of a window's end, moved so that it keeps the pins before it. */
export function pinnedEnd(pins: readonly Pin[], i: number, j: number): number {
  let [least, most] = [0, Infinity];
  for (const { zh, en } of pins) {
    if (zh < i) least = Math.max(least, en + 1);
    else most = Math.min(most, en);
  }
  return Math.max(least, Math.min(most, j));
}

/**
 * A band that only lets paths through which keep the pins.
 *
 * Zh sentence p and en sentence q are in one bead just if every position (i, j) of the path has
 * i ≤ p and j ≤ q, or i > p and j > q: so `high` is q up to row p and `low` is q + 1 after it.
 *
 * @param pins - in order, none crossing
 */
export function pinBand(band: Band, pins: readonly Pin[]): Band {
  if (pins.length === 0) return band;
  const low = Int32Array.from(band.low);
  const high = Int32Array.from(band.high);
  let least = 0;
  for (let row = 0, next = 0; row <= band.m; row++) {
    for (; next < pins.length && (pins[next] as Pin).zh < row; next++) {
      least = Math.max(least, (pins[next] as Pin).en + 1);
    }
    low[row] = Math.max(low[row] as number, least);
    high[row] = Math.max(high[row] as number, least);
  }
  let most = band.n;
  for (let row = band.m, next = pins.length - 1; row >= 0; row--) {
    for (; next >= 0 && (pins[next] as Pin).zh >= row; next--) {
      most = Math.min(most, (pins[next] as Pin).en);
    }
    high[row] = Math.min(high[row] as number, most);
    low[row] = Math.min(low[row] as number, most);
  }
  return { ...band, low, high };
}
