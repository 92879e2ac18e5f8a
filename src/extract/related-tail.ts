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

/** When and by whom something was said in a thread: `发表于 2012-9-19 10:20`, `3楼`. */
const POSTED =
  /^(?:发表于|發表於|posted (?:on|at|by))\s*\S|^(?:第?\s*\d{1,4}\s*[楼樓#]|[#＃]\d{1,4}|沙发|板凳|地板)$/iu;
/** What readers can do with an answer. */
const ANSWER =
  /^(?:回[复覆應应]|举报|舉報|引用|reply|quote|report)\b|^(?:回[复覆]|举报|引用)(?:\s|$)|只看该?作者|使用道具/iu;
/** Lines above such a line that name who said it. */
const MAX_NAMES = 4;

/**
 * The answers in a thread: all from the second line on that says when something was posted, on a
 * page where such things can be answered.
 */
export function threadTails(blocks: readonly PageBlock[]): ReadonlySet<number> {
  const posted = [...blocks.keys()].filter((i) => POSTED.test(blocks[i]?.text ?? ''));
  const [, second] = posted;
  if (second === undefined || !blocks.some(({ text }) => ANSWER.test(text))) return new Set();
  let from = second;
  for (let step = 0; step < MAX_NAMES; step++) {
    const above = blocks[from - 1];
    if (above === undefined || above.level > 0 || isProse(above) || from - 1 <= Number(posted[0]))
      break;
    from -= 1;
  }
  return new Set(Array.from({ length: blocks.length - from }, (_, k) => from + k));
}
