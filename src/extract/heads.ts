import type { PageBlock } from './page-block.js';
import { isProse } from './mass.js';
import type { Tree } from './tree.js';

/**
 * The block that is the title in the other language: the line right after it in the same box, the
 * line before it in the same element, either in the same column, or the only heading of the same level in the other language.
 */
export function titleMate(
  tree: Tree,
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  title: number | undefined,
): number | undefined {
  const one = title === undefined ? undefined : blocks[title];
  if (title === undefined || one === undefined) return undefined;
  const isOther = (two: PageBlock): boolean =>
    isHan(two) !== isHan(one) && two.text.length < 300 && !isProse(two);
  const beside = [title + 1, title - 1].find((i) => {
    const two = blocks[i];
    if (two === undefined || reasons[i] !== undefined || !isOther(two)) return false;
    const isLink = two.linkLetters > two.letters * 0.5;
    const isNext = !isLink && boxOf(tree, one) === boxOf(tree, two);
    return one.owner === two.owner || isNext || isInColumn(one, two);
  });
  if (beside !== undefined) return beside;
  if (one.level === 0 || one.level > 2) return undefined;
  const peers = blocks.flatMap((two, i) =>
    i !== title && two.level === one.level && reasons[i] === undefined ? [i] : [],
  );
  const [only, more] = peers;
  const two = only === undefined ? undefined : blocks[only];
  return more === undefined && two !== undefined && isOther(two) ? only : undefined;
}

/** One line in two rows of a table that lays the page out. */
function isInColumn(one: PageBlock, two: PageBlock): boolean {
  return one.table !== undefined && one.table === two.table && one.column === two.column;
}

function isHan({ text }: PageBlock): boolean {
  return /\p{Script=Han}/u.test(text);
}

function boxOf(tree: Tree, { owner }: PageBlock): number {
  return tree.nodes[owner]?.parent ?? 0;
}

/** Where the article and its title stand. */
interface Bounds {
  /** Number of the title's block. */
  readonly title: number | undefined;
  /** Number of the first block of prose. */
  readonly start: number;
  readonly isInside: (block: PageBlock) => boolean;
}

/**
 * Headings that stand before the article's element with nothing but set-aside lines between, and
 * not the name of the site: a link above the title.
 */
export function headsBefore(
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  { title, start, isInside }: Bounds,
): ReadonlySet<number> {
  const heads = new Set<number>();
  for (let i = start - 1; i >= 0; i--) {
    const block = blocks[i];
    // Above the trail to the page stands the name of the site or of its column.
    if (i < (title ?? 0) && reasons[i] === 'navigation') break;
    if (block === undefined || reasons[i] !== undefined || isInside(block)) continue;
    if (block.level === 0 || block.level > 3) break;
    if (i < (title ?? 0) && block.linkLetters > block.letters * 0.5) break;
    heads.add(i);
  }
  return heads;
}
