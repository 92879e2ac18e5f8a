import { EXTRACT_DEFAULTS } from './defaults.js';
import { isHidden, namedReason } from './names.js';
import type { PageBlock } from './page-block.js';
import { CONTROLS } from './tags.js';
import type { ElementNode, Tree } from './tree.js';

/** Sums of a quantity over every element and what is inside it, by node number. */
export function sumUp(
  tree: Tree,
  blocks: readonly PageBlock[],
  of: (block: PageBlock, i: number) => number,
): Float64Array {
  const sums = new Float64Array(tree.nodes.length);
  blocks.forEach((block, i) => {
    sums[block.owner] = Number(sums[block.owner]) + of(block, i);
  });
  for (let i = tree.nodes.length - 1; i > 0; i--) {
    const parent = tree.nodes[i]?.parent ?? 0;
    sums[parent] = Number(sums[parent]) + Number(sums[i]);
  }
  return sums;
}

/** Share of the text a part may hold and still be dismissed by its name. */
const MAX_SHARE: Readonly<Record<string, number>> = { comments: 0.8, hidden: 0.5 };

interface Sums {
  readonly letters: Float64Array;
  readonly links: Float64Array;
  readonly mass: Float64Array;
}

/**
 * Why a part of the page is no article, by its tags, roles and names; by node number.
 *
 * What holds much of the text is never dismissed by its name alone, nor is a side note or a
 * pointer made of sentences instead of links.
 */
export function regionReasons(
  tree: Tree,
  blocks: readonly PageBlock[],
): readonly (string | undefined)[] {
  const sums: Sums = {
    letters: sumUp(tree, blocks, (block) => block.letters),
    links: sumUp(tree, blocks, (block) => block.linkLetters),
    mass: sumUp(tree, blocks, massOf),
  };
  const reasons: (string | undefined)[] = [undefined];
  for (let i = 1; i < tree.nodes.length; i++) {
    const node = tree.nodes[i];
    const above = node === undefined ? undefined : reasons[node.parent];
    if (above !== undefined || node?.kind !== 'element') reasons.push(above);
    else reasons.push(Number(sums.letters[i]) > 0 ? reasonOf(node, i, sums) : undefined);
  }
  return reasons;
}

function reasonOf(node: ElementNode, i: number, sums: Sums): string | undefined {
  if (CONTROLS.has(node.tag)) return 'form';
  const reason = isHidden(node) ? 'hidden' : namedReason(node);
  if (reason === undefined) return undefined;
  const share = Number(sums.mass[i]) / Math.max(1, Number(sums.mass[0]));
  if (share > (MAX_SHARE[reason] ?? EXTRACT_DEFAULTS.maxNamedShare)) return undefined;
  const linkShare = Number(sums.links[i]) / Number(sums.letters[i]);
  const isSentences = Number(sums.mass[i]) > 0.5 * Number(sums.letters[i]) && linkShare < 0.3;
  return isSentences && (reason === 'sidebar' || reason === 'related') ? undefined : reason;
}

/** How much a block weighs as text: its letters when it is prose, a part of a line's otherwise. */
export function massOf(block: PageBlock): number {
  if (isProse(block)) return block.letters;
  if (block.isCode || block.level > 0 || block.letters < 12) return 0;
  if (block.linkLetters >= block.letters * 0.2) return 0;
  return Math.min(block.letters, EXTRACT_DEFAULTS.minProseLetters) * EXTRACT_DEFAULTS.lineWeight;
}

/** Whether a block reads as text: few links, and long or closed by a full stop. */
export function isProse(block: PageBlock): boolean {
  if (block.isCode || block.level > 0) return false;
  if (block.linkLetters > block.letters * EXTRACT_DEFAULTS.linkShare) return false;
  if (block.letters >= EXTRACT_DEFAULTS.minProseLetters) return isPunctuated(block.text);
  return block.letters >= 25 && /[。！？!?.；;：:][”’"'」』）)]*$/u.test(block.text);
}

/** Sentences have stops and commas; heaps of search words and names have none. */
function isPunctuated(text: string): boolean {
  const marks = text.match(/[，。、；：！？,.;:!?]/gu)?.length ?? 0;
  return marks * EXTRACT_DEFAULTS.maxCharsPerMark >= text.length;
}
