import { EXTRACT_DEFAULTS } from './defaults.js';
import type { PageBlock } from './page-block.js';
import type { Tree } from './tree.js';

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

const MARKS: ReadonlySet<string> = new Set('，。、；：！？,.;:!?');

/** Sentences have stops and commas; heaps of search words and names have none. */
function isPunctuated(text: string): boolean {
  const least = text.length / EXTRACT_DEFAULTS.maxCharsPerMark;
  let marks = 0;
  for (let i = 0; i < text.length && marks < least; i++) if (MARKS.has(text.charAt(i))) marks += 1;
  return marks >= least;
}
