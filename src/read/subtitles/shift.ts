import type { Cue } from './cues.js';

/** How the clock of one file of subtitles runs against another's: `other = rate × own + offset`. */
export interface Shift {
  readonly rate: number;
  readonly offsetMs: number;
}

/** Film is shown at 24, 23.976 or 25 pictures a second; subtitles are timed for one of them. */
const RATES: readonly number[] = [
  1,
  24 / 23.976,
  23.976 / 24,
  25 / 24,
  24 / 25,
  25 / 23.976,
  23.976 / 25,
];
/** Offsets looked at, either way: longer ones are other films. */
const MAX_OFFSET_MS = 600_000;
const STEP_MS = 200;
/** Subtitles compared of each file. */
const MAX_CUES = 3_000;
/** Fewest subtitles of either file from which beginnings that agree are no accident. */
const MIN_CUES = 12;
/** Share of the shorter file's subtitles that must begin together. */
const MIN_SHARE = 0.4;
/** How much more must begin together than with the clocks as they are. */
const MIN_GAIN = 1.3;

/**
 * The shift under which most subtitles of two files begin together; `undefined` where the clocks
 * agree as they are, or under no shift.
 *
 * For each rate the differences of all beginnings are counted in steps of 200 ms; the true offset
 * stands out since it is the same for all pairs that belong together.
 */
export function shiftOf(own: readonly Cue[], other: readonly Cue[]): Shift | undefined {
  const [ours, theirs] = [startsOf(own), startsOf(other)];
  const size = Math.min(ours.length, theirs.length);
  if (size < MIN_CUES) return undefined;
  let best = { rate: 1, offsetMs: 0, count: 0 };
  let usual = 0;
  for (const rate of RATES) {
    const counts = offsetCounts(ours, theirs, rate);
    for (let step = 1; step + 1 < counts.length; step++) {
      const count = Number(counts[step - 1]) + Number(counts[step]) + Number(counts[step + 1]);
      const offsetMs = step * STEP_MS - MAX_OFFSET_MS;
      if (rate === 1 && offsetMs === 0) usual = count;
      if (count > best.count) best = { rate, offsetMs, count };
    }
  }
  if (best.count < size * MIN_SHARE || best.count < usual * MIN_GAIN) return undefined;
  return { rate: best.rate, offsetMs: centreOf(ours, theirs, best) };
}

function startsOf(cues: readonly Cue[]): readonly number[] {
  return cues.slice(0, MAX_CUES).map(({ startMs }) => startMs);
}

/** Pairs of beginnings by their difference, in steps; both lists rise. */
function offsetCounts(
  ours: readonly number[],
  theirs: readonly number[],
  rate: number,
): Uint32Array {
  const counts = new Uint32Array((2 * MAX_OFFSET_MS) / STEP_MS + 1);
  let from = 0;
  for (const start of ours) {
    const at = start * rate;
    while (from < theirs.length && Number(theirs[from]) < at - MAX_OFFSET_MS) from += 1;
    for (let k = from; k < theirs.length; k++) {
      const difference = Number(theirs[k]) - at;
      if (difference > MAX_OFFSET_MS) break;
      const step = Math.round((difference + MAX_OFFSET_MS) / STEP_MS);
      counts[step] = Number(counts[step]) + 1;
    }
  }
  return counts;
}

/** The mean difference of the pairs near an offset, in whole milliseconds. */
function centreOf(
  ours: readonly number[],
  theirs: readonly number[],
  { rate, offsetMs }: Shift,
): number {
  let [sum, count, from] = [0, 0, 0];
  const width = 1.5 * STEP_MS;
  for (const start of ours) {
    const at = start * rate + offsetMs;
    while (from < theirs.length && Number(theirs[from]) < at - width) from += 1;
    for (let k = from; k < theirs.length && Number(theirs[k]) <= at + width; k++) {
      sum += Number(theirs[k]) - start * rate;
      count += 1;
    }
  }
  return count === 0 ? offsetMs : Math.round(sum / count);
}

/** Subtitles by the other file's clock. */
export function shifted(cues: readonly Cue[], { rate, offsetMs }: Shift): readonly Cue[] {
  const moved = (ms: number): number => Math.round(ms * rate + offsetMs);
  return cues.map((cue) => ({ ...cue, startMs: moved(cue.startMs), endMs: moved(cue.endMs) }));
}
