import { EXTRACT_DEFAULTS } from './defaults.js';
import { isHidden, namedReason } from './names.js';
import type { PageBlock } from './page-block.js';
import { CONTROLS } from './tags.js';
import type { Tree } from './tree.js';

/** Sums of a quantity over every element and what is inside it, by node number. */
export function sumUp(
  tree: Tree,
  blocks: readonly PageBlock[],
  of: (block: PageBlock) => number,
): Float64Array {
  const sums = new Float64Array(tree.nodes.length);
  for (const block of blocks) sums[block.owner] = Number(sums[block.owner]) + of(block);
  for (let i = tree.nodes.length - 1; i > 0; i--) {
    const parent = tree.nodes[i]?.parent ?? 0;
    sums[parent] = Number(sums[parent]) + Number(sums[i]);
  }
  return sums;
}

/**
 * Why a part of the page is no article, by its tags, roles and names; by node number.
 *
 * What holds much of the page is never dismissed by its name alone.
 */
export function regionReasons(
  tree: Tree,
  blocks: readonly PageBlock[],
): readonly (string | undefined)[] {
  const letters = sumUp(tree, blocks, (block) => block.letters);
  const prose = sumUp(tree, blocks, (block) => (isProse(block) ? block.letters : 0));
  const [total, totalProse] = [Math.max(1, Number(letters[0])), Math.max(1, Number(prose[0]))];
  const reasons: (string | undefined)[] = [undefined];
  for (let i = 1; i < tree.nodes.length; i++) {
    const node = tree.nodes[i];
    const above = node === undefined ? undefined : reasons[node.parent];
    if (above !== undefined || node?.kind !== 'element') {
      reasons.push(above);
      continue;
    }
    const share = Math.max(0, Number(prose[i])) / totalProse;
    const isSmall = share <= EXTRACT_DEFAULTS.maxNamedShare;
    const isLinks = Number(letters[i]) / total > 0.5 && Number(prose[i]) > 0 && !isSmall;
    if (CONTROLS.has(node.tag)) reasons.push('form');
    else if (isHidden(node)) reasons.push(share > 0.5 ? undefined : 'hidden');
    else reasons.push(isSmall && !isLinks ? namedReason(node) : undefined);
  }
  return reasons;
}

/** Whether a block reads as text: few links, and long or closed by a full stop. */
export function isProse(block: PageBlock): boolean {
  if (block.isCode || block.level > 0) return false;
  if (block.linkLetters > block.letters * EXTRACT_DEFAULTS.linkShare) return false;
  if (block.letters >= EXTRACT_DEFAULTS.minProseLetters) return true;
  return block.letters >= 25 && /[。！？!?.；;：:][”’"'」』）)]*$/u.test(block.text);
}
