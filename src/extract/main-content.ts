import { EXTRACT_DEFAULTS } from './defaults.js';
import type { PageBlock } from './page-block.js';
import { massOf, sumUp } from './mass.js';
import { isIn } from './recipe-parts.js';
import { childElements, type ElementNode, type Tree } from './tree.js';

/** Elements that are parts of a text themselves: a parent that holds several is the text. */
const TEXT_PARTS: ReadonlySet<string> = new Set(
  'p section article table thead tbody tfoot ul ol dl blockquote figure pre h1 h2 h3 h4 h5 h6 center font'.split(
    ' ',
  ),
);

/**
 * The element that holds the article.
 *
 * From the root down into the child that holds `descendShare` of the prose, as long as its
 * siblings are not paragraphs or sections of the same text. Stays where no child dominates.
 *
 * @param near - element around the title and the first paragraph below it, whose prose counts more
 */
export function mainElement(
  tree: Tree,
  blocks: readonly PageBlock[],
  isOut: (i: number) => boolean,
  near = 0,
): number {
  const mass = sumUp(tree, blocks, (block, i) => {
    if (isOut(i)) return 0;
    const weight = near > 0 && isIn(tree, near, block.owner) ? EXTRACT_DEFAULTS.nearTitle : 1;
    return massOf(block) * weight;
  });
  let at = 0;
  const letters = sumUp(tree, blocks, (block, i) => (isOut(i) ? 0 : block.letters));
  const lines = sumUp(tree, blocks, (_, i) => (isOut(i) ? 0 : 1));
  for (;;) {
    const next = dominantChild(tree, at, { mass, letters, lines });
    if (next === undefined) return at;
    at = next;
  }
}

/** By element: its prose, all its letters, its lines. */
interface Sums {
  readonly mass: Float64Array;
  readonly letters: Float64Array;
  readonly lines: Float64Array;
}

function dominantChild(tree: Tree, at: number, { mass, letters, lines }: Sums): number | undefined {
  const children = childElements(tree, at).filter(
    (child) =>
      Number(mass[child]) > 0 || (isPartOfText(tree.nodes[child]) && Number(letters[child]) > 0),
  );
  const total = Number(mass[at]);
  const best = children.reduce(
    (most, child) => (Number(mass[child]) > (mass[most] ?? 0) ? child : most),
    -1,
  );
  const [parent, node] = [tree.nodes[at], tree.nodes[best]];
  if (node?.kind !== 'element' || isPart(node)) return undefined;
  // Entries of a definition list may stand in elements of their own.
  if (parent?.kind === 'element' && parent.tag === 'dl') return undefined;
  if (Number(mass[best]) < total * EXTRACT_DEFAULTS.descendShare) return undefined;
  const isLine = Number(lines[best]) < 2;
  const isKin = children.some(
    (child) => child !== best && isKinOf(tree.nodes[child], node, isLine),
  );
  return isKin ? undefined : best;
}

/** Sections of a text and of a table belong together, however little prose one of them has. */
function isPartOfText(node: Tree['nodes'][number] | undefined): boolean {
  return node?.kind === 'element' && /^(?:section|thead|tbody|tfoot)$/u.test(node.tag);
}

function isPart({ tag }: ElementNode): boolean {
  return tag === 'p' || tag === 'li' || tag === 'ul' || tag === 'ol' || tag === 'blockquote';
}

/** @param isLine - whether the best child is a single line: without a class others are like it */
function isKinOf(
  node: Tree['nodes'][number] | undefined,
  best: ElementNode,
  isLine: boolean,
): boolean {
  if (node?.kind !== 'element') return false;
  if (TEXT_PARTS.has(node.tag)) return true;
  const name = best.attributes['class'];
  if (name === undefined && !isLine) return false;
  return node.tag === best.tag && node.attributes['class'] === name;
}
