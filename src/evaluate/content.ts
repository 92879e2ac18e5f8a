import { prf } from './score.js';
import type { Prf } from './score.js';

const UNIT = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu;

/** Han characters and words of other scripts, lower case: the units content is compared in. */
export function contentUnits(text: string): string[] {
  return (text.normalize('NFKC').match(UNIT) ?? []).map((unit) => unit.toLowerCase());
}

/**
 * Scores extracted text against gold as multisets of Han characters and words.
 *
 * Order does not matter, number does: a paragraph extracted twice costs precision. Two empty
 * texts agree fully.
 */
export function scoreContent(gold: string, system: string): Prf {
  return scoreUnits(contentUnits(gold), contentUnits(system));
}

/** Precision, recall and F1 of two multisets of units. */
export function scoreUnits(gold: readonly string[], system: readonly string[]): Prf {
  if (gold.length === 0 && system.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const left = new Map<string, number>();
  for (const unit of gold) left.set(unit, (left.get(unit) ?? 0) + 1);
  let both = 0;
  for (const unit of system) {
    const rest = left.get(unit) ?? 0;
    if (rest === 0) continue;
    both += 1;
    left.set(unit, rest - 1);
  }
  return prf(both, system.length, both, gold.length);
}
