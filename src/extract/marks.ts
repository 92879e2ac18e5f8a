import type { PageHints } from '../model/index.js';

/** Elements a recipe's selectors match, as places in the tree, in document order. */
export interface Marks {
  readonly content: readonly number[];
  readonly title: readonly number[];
  readonly date: readonly number[];
  readonly remove: readonly number[];
}

/** A page without a recipe. */
export const NO_MARKS: Marks = Object.freeze({ content: [], title: [], date: [], remove: [] });

/**
 * Looks up what each selector matches.
 *
 * @param find - places of the elements a selector matches; may throw for what is no selector
 */
export function marksOf(hints: PageHints, find: (selector: string) => readonly number[]): Marks {
  const all = (selectors: readonly (string | undefined)[]): readonly number[] =>
    [
      ...new Set(selectors.flatMap((selector) => (selector === undefined ? [] : tried(selector)))),
    ].sort((a, b) => a - b);
  const { content, title, date, remove = [] } = hints;
  return { content: all([content]), title: all([title]), date: all([date]), remove: all(remove) };

  /** Recipes are checked when they are read; elsewhere a broken selector matches nothing. */
  function tried(selector: string): readonly number[] {
    try {
      return find(selector);
    } catch {
      return [];
    }
  }
}
