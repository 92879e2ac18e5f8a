import { wordingReason, type RawBlock } from '../layout/index.js';
import { afterText } from './after-text.js';
import { linkBoxes } from './boxes.js';
import { headsBefore, titleMate } from './heads.js';
import { linkLists } from './link-lists.js';
import { mainElement } from './main-content.js';
import type { MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';
import { isProse } from './mass.js';
import { regionReasons } from './regions.js';
import { relatedTails, threadTails } from './related-tail.js';
import { isIn, type RecipeParts } from './recipe-parts.js';
import { pageTitle } from './title.js';
import type { Tree } from './tree.js';

/** Every block of a page with its verdict, ready to be arranged. */
export interface Judged {
  readonly raw: readonly RawBlock[];
  /** Number of the title's block. */
  readonly title: number | undefined;
  readonly titleHint: string | undefined;
  /** Number of the first block of prose. */
  readonly start: number;
  /** Node of the element that holds the article. */
  readonly main: number;
}

/**
 * Decides for every block whether it belongs to the article, and if not, why.
 *
 * In this order: the part of the page it stands in, the wording of the line, the element that
 * holds the article, lists of links. The title and its other language are kept wherever they are.
 */
export function judgeBlocks(
  tree: Tree,
  blocks: readonly PageBlock[],
  meta: MetaTags,
  isRepeated: (text: string) => boolean,
  recipe: RecipeParts,
): Judged {
  const { content } = recipe;
  const early = earlyReasons(tree, blocks, isRepeated, content);
  const near = nearTitle(tree, blocks, early, meta);
  const { main, tails } = mainAndTails(tree, blocks, early, content, near);
  const isInside = insideOf(tree, content.length === 0 ? [main] : content);
  const reasons = early.map((reason, i) => reason ?? (tails.has(i) ? 'related' : undefined));
  const isOpen = (block: PageBlock, i: number): boolean =>
    reasons[i] === undefined && isInside(block);
  const start = Math.max(
    0,
    blocks.findIndex((b, i) => isOpen(b, i) && isProse(b)),
  );
  const [first, second] = recipe.titleBlocks;
  const { hint, block } = pageTitle(meta, blocks, reasons, start);
  const isShown =
    recipe.title === undefined || recipe.title.includes(blocks[block ?? -1]?.text ?? ' ');
  const title = { hint, block: first ?? (isShown ? block : undefined) };
  const mate = second ?? titleMate(tree, blocks, reasons, title.block);
  const heads =
    content.length === 0
      ? headsBefore(blocks, reasons, { title: title.block, start, isInside })
      : new Set<number>();
  const boxes = linkBoxes(tree, blocks, main, blocks[start]?.owner ?? 0);
  const links = linkLists(tree, blocks, (i) => reasons[i] === undefined);
  const isLink = (block: PageBlock, i: number): boolean =>
    isInside(block) && (boxes[block.owner] === 1 || links.has(i));
  const below =
    content.length === 0
      ? afterText(
          tree,
          blocks,
          blocks.map((block, i) => reasons[i] ?? (isLink(block, i) ? 'links' : undefined)),
          main,
        )
      : new Set<number>();
  const raw = blocks.map((block, i): RawBlock => {
    if (i === title.block || i === mate) return toRaw({ ...block, kind: 'title' }, undefined);
    if (reasons[i] !== undefined) return toRaw(block, reasons[i]);
    if (!isInside(block) && !heads.has(i)) return toRaw(block, 'outside-main');
    if (isLink(block, i)) return toRaw(block, 'links');
    if (below.has(i)) return toRaw(block, 'after-text');
    const isBefore = i < (title.block ?? 0) && block.level === 0 && !isProse(block);
    return toRaw(block, isBefore ? 'before-title' : undefined);
  });
  return { raw, title: title.block, titleHint: title.hint, start, main };
}

/**
 * The element that holds the article, and the boxes of related pages.
 *
 * The teaser of another page may weigh a good part of a short article, so the element is sought
 * once more without them.
 */
function mainAndTails(
  tree: Tree,
  blocks: readonly PageBlock[],
  early: readonly (string | undefined)[],
  content: readonly number[],
  near: number,
): { readonly main: number; readonly tails: ReadonlySet<number> } {
  const tailsBelow = (main: number): ReadonlySet<number> =>
    relatedTails(tree, blocks, (i) => opensTail(blocks[i], early[i]), main);
  const given = around(tree, content);
  if (given !== undefined) return { main: given, tails: tailsBelow(given) };
  const first = mainElement(tree, blocks, (i) => early[i] !== undefined, near);
  const tails = tailsBelow(first);
  const isOut = (i: number): boolean => early[i] !== undefined || tails.has(i);
  return { main: tails.size === 0 ? first : mainElement(tree, blocks, isOut, near), tails };
}

/** Lines of a page among which its title is. */
const MAX_ABOVE_TITLE = 600;
/** Lines below a title that are looked through for the first paragraph. */
const MAX_BELOW_TITLE = 30;

/**
 * The smallest element around the title and the first paragraph below it, 0 when there is none:
 * teasers beside a short article may be longer than it, but they do not stand under its title.
 */
function nearTitle(
  tree: Tree,
  blocks: readonly PageBlock[],
  early: readonly (string | undefined)[],
  meta: MetaTags,
): number {
  const { block } = pageTitle(meta, blocks.slice(0, MAX_ABOVE_TITLE), early, MAX_ABOVE_TITLE);
  const top = blocks[block ?? -1];
  if (block === undefined || top === undefined) return 0;
  const first = blocks
    .slice(block + 1, block + MAX_BELOW_TITLE)
    .find((below, k) => early[block + 1 + k] === undefined && isProse(below));
  return first === undefined ? 0 : (around(tree, [top.owner, first.owner]) ?? 0);
}

/** A line like 相关阅读; 网友评论 only where the wording says so, since a named region ends by itself. */
function opensTail(block: PageBlock | undefined, reason: string | undefined): boolean {
  if (block === undefined || /[:：]\s*\S/u.test(block.text)) return false;
  if (reason !== 'comments') return reason === 'related';
  return wordingReason(block.text, block.kind, true) === 'comments';
}

/** What regions and wording alone say. */
function earlyReasons(
  tree: Tree,
  blocks: readonly PageBlock[],
  isRepeated: (text: string) => boolean,
  content: readonly number[],
): readonly (string | undefined)[] {
  const regions = regionReasons(tree, blocks);
  const inherited = content.map((place) => regions[place]);
  const begin = blocks.findIndex(isProse);
  const answers = threadTails(blocks);
  return blocks.map((block, i) => {
    const at = content.findIndex((place) => isIn(tree, place, block.owner));
    const region = regions[block.owner];
    // What holds the article by the recipe is not dismissed for a name of something around it.
    const reason = at >= 0 && region === inherited[at] ? undefined : region;
    const verdict = reason ?? lineVerdict(block, isRepeated, begin >= 0 && i > begin);
    return verdict ?? (answers.has(i) ? 'comments' : undefined);
  });
}

function insideOf(tree: Tree, places: readonly number[]): (block: PageBlock) => boolean {
  return ({ owner }) => places.some((place) => place === 0 || isIn(tree, place, owner));
}

/** The innermost element around all of these; `undefined` when there are none. */
function around(tree: Tree, places: readonly number[]): number | undefined {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  let at = first;
  while (at > 0 && !isIn(tree, at, last)) at = tree.nodes[at]?.parent ?? 0;
  return at;
}

/** Headings of sections; as plain lines or links the same words lead to other pages. */
const REFERENCES =
  /^(?:相关链接|參考資料|参考资料|联系我们|關於我們|关于我们|related links|references|contact us|about us)$/iu;

function lineVerdict(
  block: PageBlock,
  isRepeated: (text: string) => boolean,
  hasBegun: boolean,
): string | undefined {
  if (block.isCode) return 'code';
  if (block.isForeign) return 'other-language';
  const repeated = isRepeated(block.text) ? 'repeated' : undefined;
  if (block.level > 0 && REFERENCES.test(block.text)) return repeated;
  return wordingReason(block.text, block.kind, hasBegun) ?? repeated;
}

function toRaw(block: PageBlock, aside: string | undefined): RawBlock {
  return {
    text: block.text,
    kind: block.kind,
    ...(block.lang === undefined ? {} : { lang: block.lang }),
    ...(block.table === undefined ? {} : { table: block.table }),
    ...(block.row === undefined ? {} : { row: block.row }),
    ...(block.column === undefined ? {} : { column: block.column }),
    ...(aside === undefined ? {} : { aside }),
    afterImage: block.afterImage,
    ...(block.captionBy === undefined ? {} : { captionBy: block.captionBy }),
    isEntry: block.isEntry,
    ...(block.mark === undefined ? {} : { mark: block.mark }),
  };
}
