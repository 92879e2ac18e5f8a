import { EVALUATE_DEFAULTS } from './defaults.js';
import type { Outcome, Verdict } from './judge.js';
import { countsOf } from './score.js';
import type { Counts } from './score.js';

/**
 * Cuts judged documents into units for resampling.
 *
 * A unit is a document; when there are fewer than twenty, a stretch of at least ten gold
 * links, cut at the same places for every system judged against the same gold, so that the
 * units of two systems answer to one another.
 *
 * @param sizes - gold links of each document
 */
export function unitsOf(verdicts: readonly Verdict[], sizes: readonly number[]): Counts[] {
  const { fewestUnits, linksPerPiece, mostPieces } = EVALUATE_DEFAULTS;
  if (verdicts.length >= fewestUnits) return verdicts.map((verdict) => countsOf(verdict));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const perPiece = Math.max(linksPerPiece, Math.ceil(total / mostPieces));
  return verdicts.flatMap((verdict, index) => {
    const pieces = Math.max(1, Math.floor((sizes[index] ?? 0) / perPiece));
    const piece = ({ at }: Outcome) => Math.min(pieces - 1, Math.floor(at * pieces));
    return Array.from({ length: pieces }, (_, wanted) =>
      countsOf(verdict, (outcome) => piece(outcome) === wanted),
    );
  });
}
