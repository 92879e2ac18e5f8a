import type { PageBlock } from './page-block.js';
import { isProse } from './regions.js';

/** The line right after the title that is the title in the other language. */
export function titleMate(
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  title: number | undefined,
): number | undefined {
  if (title === undefined || reasons[title + 1] !== undefined) return undefined;
  const [one, two] = [blocks[title], blocks[title + 1]];
  if (one === undefined || two === undefined || one.owner !== two.owner) return undefined;
  const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
  return hasHan(one.text) !== hasHan(two.text) && !isProse(two) ? title + 1 : undefined;
}

/** Headings that stand before the article's element with nothing but set-aside lines between. */
export function headsBefore(
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  start: number,
  isInside: (block: PageBlock) => boolean,
): ReadonlySet<number> {
  const heads = new Set<number>();
  for (let i = start - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block === undefined || reasons[i] !== undefined || isInside(block)) continue;
    if (block.level === 0 || block.level > 3) break;
    heads.add(i);
  }
  return heads;
}
