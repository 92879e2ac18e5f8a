import type { PageBlock } from './page-block.js';
import type { ElementNode, Tree } from './tree.js';

/**
 * Blocks below a line like 相关阅读 or "Related news".
 *
 * In a box of its own everything after the line belongs to it; straight in the article only the
 * list items and links that follow without a break.
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
    const box = boxOf(tree, block.owner, main);
    for (let k = i + 1; k < blocks.length; k++) {
      const next = blocks[k];
      if (next === undefined) break;
      const isIn = box === undefined ? isEntry(next) : next.owner < box.end;
      if (!isIn) break;
      tail.add(k);
    }
  });
  return tail;
}

function isEntry({ kind, letters, linkLetters }: PageBlock): boolean {
  return kind === 'list-item' || linkLetters > letters * 0.5;
}

/** The smallest element around a heading that holds more than it, unless that holds the article. */
function boxOf(tree: Tree, owner: number, main: number): ElementNode | undefined {
  let at = owner;
  let inner = tree.nodes[owner];
  while (at > 0 && inner?.kind === 'element') {
    const parent = inner.parent;
    const outer = tree.nodes[parent];
    if (outer?.kind !== 'element' || parent <= main) return undefined;
    if (outer.end > inner.end || hasTextBefore(tree, parent, at)) return outer;
    at = parent;
    inner = outer;
  }
  return undefined;
}

function hasTextBefore(tree: Tree, parent: number, at: number): boolean {
  for (let i = parent + 1; i < at; i++) {
    const node = tree.nodes[i];
    if (node?.kind === 'text' && node.text.trim() !== '') return true;
  }
  return false;
}
