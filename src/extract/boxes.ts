import { EXTRACT_DEFAULTS } from './defaults.js';
import type { PageBlock } from './page-block.js';
import { massOf, sumUp } from './mass.js';
import type { ElementNode, Tree } from './tree.js';

const BOXES: ReadonlySet<string> = new Set('div td aside table form fieldset'.split(' '));

/**
 * Boxes inside the article's element that hold other pages' titles instead of text.
 *
 * A box counts when it has several lines, mostly links and little prose. Inside a `<section>`
 * with a heading above the box the list belongs to the text (further reading).
 *
 * @param start - element of the first prose; no box holds it
 * @returns for each node, whether it is or lies in such a box
 */
export function linkBoxes(
  tree: Tree,
  blocks: readonly PageBlock[],
  main: number,
  start: number,
): Uint8Array {
  const letters = sumUp(tree, blocks, (block) => block.letters);
  const links = sumUp(tree, blocks, (block) => block.linkLetters);
  const mass = sumUp(tree, blocks, massOf);
  const lines = sumUp(tree, blocks, () => 1);
  const inBox = new Uint8Array(tree.nodes.length);
  const half = Number(mass[main]) / 2;
  for (let i = main + 1; i < tree.nodes.length; i++) {
    const node = tree.nodes[i];
    if (node?.kind !== 'element') continue;
    if (inBox[node.parent] === 1) inBox[i] = 1;
    else if (BOXES.has(node.tag) && Number(lines[i]) >= 2 && Number(mass[i]) < half) {
      const total = Math.max(1, Number(letters[i]));
      const isLinks = Number(links[i]) >= total * EXTRACT_DEFAULTS.boxLinkShare;
      const hasProse = Number(mass[i]) >= total * 0.5;
      const holdsStart = i <= start && start < node.end;
      if (isLinks && !hasProse && !holdsStart && !isInSection(tree, node)) inBox[i] = 1;
    }
  }
  return inBox;
}

/** Whether the box stands in a `<section>`, below no more than a few other elements. */
function isInSection(tree: Tree, box: ElementNode): boolean {
  let at = box.parent;
  for (let step = 0; at > 0 && step < 4; step++) {
    const node = tree.nodes[at];
    if (node?.kind !== 'element') return false;
    if (node.tag === 'section') return true;
    at = node.parent;
  }
  return false;
}
