import { EXTRACT_DEFAULTS } from './defaults.js';
import { hiddenLanguages } from './hidden-language.js';
import { massOf, sumUp } from './mass.js';
import { isHidden, namedReason } from './names.js';
import type { PageBlock } from './page-block.js';
import { CONTROLS } from './tags.js';
import type { ElementNode, Tree } from './tree.js';

/** Share of the text a part may hold and still be dismissed by its name. */
const MAX_SHARE: Readonly<Record<string, number>> = { comments: 0.8, hidden: 0.6 };

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
  const shown = hiddenLanguages(tree, blocks);
  for (let i = 1; i < tree.nodes.length; i++) {
    const node = tree.nodes[i];
    const above = node === undefined ? undefined : reasons[node.parent];
    if (above !== undefined || node?.kind !== 'element') reasons.push(above);
    else if (Number(sums.letters[i]) === 0) reasons.push(undefined);
    else reasons.push(reasonOf(node, i, sums, shown.has(i)));
  }
  return reasons;
}

function reasonOf(node: ElementNode, i: number, sums: Sums, isShown: boolean): string | undefined {
  if (CONTROLS.has(node.tag)) return 'form';
  const reason = isHidden(node) && !isShown ? 'hidden' : namedReason(node);
  if (reason === undefined) return undefined;
  const share = Number(sums.mass[i]) / Math.max(1, Number(sums.mass[0]));
  if (share > (MAX_SHARE[reason] ?? EXTRACT_DEFAULTS.maxNamedShare)) return undefined;
  const linkShare = Number(sums.links[i]) / Number(sums.letters[i]);
  const isSentences = Number(sums.mass[i]) > 0.5 * Number(sums.letters[i]) && linkShare < 0.3;
  return isSentences && (reason === 'sidebar' || reason === 'related') ? undefined : reason;
}
