import { EXTRACT_DEFAULTS } from './defaults.js';
import type { PageBlock } from './page-block.js';
import type { Tree } from './tree.js';

/** Runs of links without a heading of their own: lists of other pages, not text. */
export function linkLists(
  tree: Tree,
  blocks: readonly PageBlock[],
  isIn: (i: number) => boolean,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let run: number[] = [];
  let heading: PageBlock | undefined;
  let before: PageBlock | undefined;
  const close = (): void => {
    const [first] = run;
    const owner = first === undefined ? undefined : blocks[first]?.owner;
    const isKept =
      isIntroduced(before) || (owner !== undefined && shareSection(tree, heading, owner));
    if (run.length >= 3 && !isKept) for (const i of run) found.set(i, 'links');
    run = [];
  };
  blocks.forEach((block, i) => {
    if (!isIn(i)) return;
    if (block.linkLetters > block.letters * EXTRACT_DEFAULTS.linkShare) run.push(i);
    else {
      close();
      before = block;
      if (block.level > 1) heading = block;
    }
  });
  close();
  return found;
}

function isIntroduced(before: PageBlock | undefined): boolean {
  if (before === undefined) return false;
  return before.level > 1 || /[:：]$/u.test(before.text) || before.kind === 'list-item';
}

/** Whether a heading and a list stand in the same `<section>`. */
function shareSection(tree: Tree, heading: PageBlock | undefined, owner: number): boolean {
  if (heading === undefined) return false;
  let at = owner;
  for (let step = 0; at > 0 && step < 6; step++) {
    const node = tree.nodes[at];
    if (node?.kind !== 'element') return false;
    if (node.tag === 'section') return heading.owner > at && heading.owner < node.end;
    at = node.parent;
  }
  return false;
}
