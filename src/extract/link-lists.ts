import { EXTRACT_DEFAULTS } from './defaults.js';
import type { PageBlock } from './page-block.js';
import type { Tree } from './tree.js';

/** Runs of links without a heading of their own, and lines that are nothing but a link. */
export function linkLists(
  tree: Tree,
  blocks: readonly PageBlock[],
  isIn: (i: number) => boolean,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const kept = [...blocks.keys()].filter(isIn);
  const lone = kept.filter((i) => isLinkLine(blocks[i]));
  const mayBeLone = lone.length * LONE_LINKS_PER_LINE < kept.length;
  let run: number[] = [];
  let heading: PageBlock | undefined;
  let before: PageBlock | undefined;
  const close = (): void => {
    const [first] = run;
    const owner = first === undefined ? undefined : blocks[first]?.owner;
    const isKept =
      isIntroduced(before) || (owner !== undefined && shareSection(tree, heading, owner));
    for (const i of run) {
      const isLone = mayBeLone && !isKept && isLinkLine(blocks[i]);
      if ((run.length >= 3 && !isKept) || isLone) found.set(i, 'links');
    }
    run = [];
  };
  for (const i of kept) {
    const block = blocks[i];
    if (block === undefined) continue;
    if (block.linkLetters > block.letters * EXTRACT_DEFAULTS.linkShare) run.push(i);
    else {
      close();
      before = block;
      if (block.level > 1) heading = block;
    }
  }
  close();
  return found;
}

/** Lines there are for each that is nothing but a link, on a page that is no list of pages. */
const LONE_LINKS_PER_LINE = 3;

/**
 * A line of its own that is nothing but a link and no sentence: another article, a film, a button.
 */
function isLinkLine(block: PageBlock | undefined): boolean {
  if (block?.kind !== 'paragraph' || block.level > 0) return false;
  const isLink = block.letters > 0 && block.linkLetters >= block.letters * 0.95;
  return isLink && !/[。！？!?.][”’"'」』）)]*$/u.test(block.text);
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
