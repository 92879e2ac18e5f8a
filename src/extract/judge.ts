import { wordingReason, type RawBlock } from '../layout/index.js';
import { linkBoxes } from './boxes.js';
import { headsBefore, titleMate } from './heads.js';
import { linkLists } from './link-lists.js';
import { mainElement } from './main-content.js';
import type { MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';
import { isProse, regionReasons } from './regions.js';
import { relatedTails } from './related-tail.js';
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
): Judged {
  const early = earlyReasons(tree, blocks, isRepeated);
  const main = mainElement(tree, blocks, (i) => early[i] !== undefined);
  const isInside = insideOf(tree, main);
  const tails = relatedTails(tree, blocks, (i) => early[i] === 'related', main);
  const reasons = early.map((reason, i) => reason ?? (tails.has(i) ? 'related' : undefined));
  const isOpen = (block: PageBlock, i: number): boolean =>
    reasons[i] === undefined && isInside(block);
  const start = Math.max(
    0,
    blocks.findIndex((b, i) => isOpen(b, i) && isProse(b)),
  );
  const title = pageTitle(meta, blocks, reasons, start);
  const mate = titleMate(tree, blocks, reasons, title.block);
  const heads = headsBefore(blocks, reasons, start, isInside);
  const boxes = linkBoxes(tree, blocks, main, blocks[start]?.owner ?? 0);
  const links = linkLists(tree, blocks, (i) => reasons[i] === undefined);
  const raw = blocks.map((block, i): RawBlock => {
    if (i === title.block || i === mate) return toRaw({ ...block, kind: 'title' }, undefined);
    if (reasons[i] !== undefined) return toRaw(block, reasons[i]);
    if (!isInside(block) && !heads.has(i)) return toRaw(block, 'outside-main');
    if (boxes[block.owner] === 1 || links.has(i)) return toRaw(block, 'links');
    const isBefore = i < (title.block ?? 0) && block.level === 0 && !isProse(block);
    return toRaw(block, isBefore ? 'before-title' : undefined);
  });
  return { raw, title: title.block, titleHint: title.hint, start, main };
}

/** What regions and wording alone say. */
function earlyReasons(
  tree: Tree,
  blocks: readonly PageBlock[],
  isRepeated: (text: string) => boolean,
): readonly (string | undefined)[] {
  const regions = regionReasons(tree, blocks);
  const begin = blocks.findIndex(isProse);
  return blocks.map(
    (block, i) => regions[block.owner] ?? lineVerdict(block, isRepeated, begin >= 0 && i > begin),
  );
}

function insideOf(tree: Tree, main: number): (block: PageBlock) => boolean {
  const node = tree.nodes[main];
  const end = node?.kind === 'element' ? node.end : Infinity;
  return ({ owner }) => owner >= main && owner < end;
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
  if (block.level > 0 && REFERENCES.test(block.text)) return undefined;
  const reason = wordingReason(block.text, block.kind, hasBegun);
  return reason ?? (isRepeated(block.text) ? 'repeated' : undefined);
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
  };
}
