import { prf } from './score.js';
import type { Prf } from './score.js';

/** A stretch of text, UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Scores sentence ends against gold, ignoring white space.
 *
 * A boundary is the number of characters other than white space before the end of a
 * sentence; the end of the whole text is left out, since nobody can miss it.
 */
export function scoreBoundaries(
  text: string,
  gold: readonly Stretch[],
  system: readonly Stretch[],
): Prf & BoundaryCounts {
  const counts = countBoundaries(text, gold, system);
  return { ...counts, ...prf(counts.both, counts.system, counts.both, counts.gold) };
}

/** Boundaries of both sides; they add up over texts. */
export interface BoundaryCounts {
  readonly gold: number;
  readonly system: number;
  readonly both: number;
}

/** The counts behind {@link scoreBoundaries}. */
export function countBoundaries(
  text: string,
  gold: readonly Stretch[],
  system: readonly Stretch[],
): BoundaryCounts {
  const ink = inkBefore(text);
  const total = ink[text.length] ?? 0;
  const ends = (stretches: readonly Stretch[]) =>
    new Set(
      stretches
        .map(({ end }) => ink[Math.min(end, text.length)] ?? 0)
        .filter((count) => count > 0 && count < total),
    );
  const [goldEnds, systemEnds] = [ends(gold), ends(system)];
  let both = 0;
  for (const end of systemEnds) if (goldEnds.has(end)) both += 1;
  return { gold: goldEnds.size, system: systemEnds.size, both };
}

/** Characters other than white space before each offset. */
function inkBefore(text: string): Uint32Array {
  const ink = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    ink[at + 1] = (ink[at] ?? 0) + (/\s/.test(text.charAt(at)) ? 0 : 1);
  }
  return ink;
}
