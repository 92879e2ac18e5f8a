import { contentUnits } from '../../src/evaluate/index.js';
import { normalise } from '../../src/text/index.js';

/** Counts behind precision and recall. */
export interface Score {
  readonly hits: number;
  readonly found: number;
  readonly gold: number;
}

/** Nothing counted yet. */
export const ZERO: Score = { hits: 0, found: 0, gold: 0 };

/** Sum of two scores. */
export function add(one: Score, two: Score): Score {
  return {
    hits: one.hits + two.hits,
    found: one.found + two.found,
    gold: one.gold + two.gold,
  };
}

/** Texts found that are in the gold, each gold text once; equality after {@link fold}. */
export function overlap(found: readonly string[], gold: readonly string[]): Score {
  const counts = new Map<string, number>();
  for (const text of gold.map(fold)) counts.set(text, (counts.get(text) ?? 0) + 1);
  let hits = 0;
  for (const text of found.map(fold)) {
    const left = counts.get(text) ?? 0;
    if (left > 0) hits += 1;
    counts.set(text, left - 1);
  }
  return { hits, found: found.length, gold: gold.length };
}

/** Folds width, case, white space and punctuation away. */
function fold(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** Runs of four Chinese characters or words, the units of text F1. */
export function shingles(text: string): readonly string[] {
  return runs(contentUnits(text));
}

/** Runs of four units; a text of fewer is one run. */
export function runs(units: readonly string[]): readonly string[] {
  if (units.length === 0) return [];
  const count = Math.max(1, units.length - 3);
  return Array.from({ length: count }, (_, i) => units.slice(i, i + 4).join(' '));
}

/** `P … R … F1 …` of a score, by name. */
export function line(name: string, { hits, found, gold }: Score): string {
  const [precision, recall] = [hits / Math.max(1, found), hits / Math.max(1, gold)];
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  const [p, r, f] = [precision, recall, f1].map((share) => share.toFixed(4));
  return `${name}: P ${p ?? ''} R ${r ?? ''} F1 ${f ?? ''} (${found} found, ${gold} gold)`;
}

/** Lines `missing` and `extra` for what differs. */
export function differences(
  name: string,
  found: readonly string[],
  gold: readonly string[],
): readonly string[] {
  const [got, wanted] = [new Set(found.map(fold)), new Set(gold.map(fold))];
  return [
    ...gold
      .filter((text) => text.trim() !== '' && !got.has(fold(text)))
      .map((text) => `${name}  missing: ${text.slice(0, 120)}`),
    ...found
      .filter((text) => !wanted.has(fold(text)))
      .map((text) => `${name}  extra:   ${text.slice(0, 120)}`),
  ];
}
