import { isProse } from './mass.js';
import type { PageBlock } from './page-block.js';
import { isIn } from './recipe-parts.js';
import type { Tree } from './tree.js';

/**
 * Blocks below a line like 相关阅读, "Related news" or 网友评论.
 *
 * In a box of its own everything after the line belongs to it; straight in the article only the
 * list items and links that follow without a break. A box with paragraphs above the line is the
 * article's.
 */
export function relatedTails(
  tree: Tree,
  blocks: readonly PageBlock[],
  isHeading: (i: number) => boolean,
  main: number,
): ReadonlySet<number> {
  const tail = new Set<number>();
  blocks.forEach((block, i) => {
    if (!isHeading(i) || tail.has(i)) return;
    const box = boxOf(tree, blocks, i, main);
    for (let k = i + 1; k < blocks.length; k++) {
      const next = blocks[k];
      if (next === undefined) break;
      const belongs = box === undefined ? isEntry(next) : isIn(tree, box, next.owner);
      if (!belongs) break;
      tail.add(k);
    }
  });
  return tail;
}

function isEntry({ kind, letters, linkLetters }: PageBlock): boolean {
  return kind === 'list-item' || linkLetters > letters * 0.5;
}

/** The smallest element around heading `i` that holds more than it, unless that is the article's. */
function boxOf(
  tree: Tree,
  blocks: readonly PageBlock[],
  i: number,
  main: number,
): number | undefined {
  let at = blocks[i]?.owner ?? 0;
  const next = blocks[i + 1]?.owner ?? 0;
  while (at > main && !isIn(tree, at, next) && !hasTextBefore(tree, at, blocks, i)) {
    at = tree.nodes[at]?.parent ?? 0;
  }
  return at > main && !hasProseBefore(tree, at, blocks, i) ? at : undefined;
}

/** Whether other text stands in the element before heading `i`. */
function hasTextBefore(tree: Tree, at: number, blocks: readonly PageBlock[], i: number): boolean {
  const before = blocks[i - 1];
  return before !== undefined && isIn(tree, at, before.owner);
}

/** Blocks looked at above a heading. */
const MAX_ABOVE = 40;

function hasProseBefore(tree: Tree, at: number, blocks: readonly PageBlock[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - MAX_ABOVE); k--) {
    const block = blocks[k];
    if (block === undefined || !isIn(tree, at, block.owner)) return false;
    if (isProse(block)) return true;
  }
  return false;
}
