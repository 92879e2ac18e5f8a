import { isWrittenDate, lineReason, type RawBlock } from '../layout/index.js';
import { linkBoxes } from './boxes.js';
import { EXTRACT_DEFAULTS } from './defaults.js';
import { mainElement } from './main-content.js';
import type { MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';
import { isProse, regionReasons } from './regions.js';
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

/** Decides for every block whether it belongs to the article, and if not, why. */
export function judgeBlocks(
  tree: Tree,
  blocks: readonly PageBlock[],
  meta: MetaTags,
  isRepeated: (text: string) => boolean,
): Judged {
  const regions = regionReasons(tree, blocks);
  const begin = blocks.findIndex(isProse);
  const lines = blocks.map((block, i) => lineVerdict(block, isRepeated, begin >= 0 && i > begin));
  const reasons = blocks.map((block, i) => regions[block.owner] ?? lines[i]);
  const place = new Map(blocks.map((block, i) => [block, i]));
  const main = mainElement(tree, blocks, (block) => reasons[place.get(block) ?? 0] !== undefined);
  const node = tree.nodes[main];
  const end = node?.kind === 'element' ? node.end : Infinity;
  const isInside = ({ owner }: PageBlock): boolean => owner >= main && owner < end;
  const start = Math.max(
    0,
    blocks.findIndex((b, i) => reasons[i] === undefined && isInside(b) && isProse(b)),
  );
  const title = pageTitle(meta, blocks, (i) => reasons[i] !== undefined, start);
  const heads = headsBefore(blocks, reasons, start, isInside);
  const boxes = linkBoxes(tree, blocks, main);
  const mate = titleMate(blocks, reasons, title.block);
  const links = linkLists(tree, blocks, (i) => reasons[i] === undefined);
  const raw = blocks.map((block, i): RawBlock => {
    const isTitle = i === title.block || i === mate;
    const isIn = isInside(block) || heads.has(i);
    const outside = isIn ? (boxes[block.owner] === 1 ? 'links' : links.get(i)) : 'outside-main';
    const aside = isTitle ? undefined : (reasons[i] ?? outside);
    return toRaw(isTitle ? { ...block, kind: 'title' } : block, aside);
  });
  return { raw, title: title.block, titleHint: title.hint, start, main };
}

/** The line right after the title that is the title in the other language. */
function titleMate(
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  title: number | undefined,
): number | undefined {
  if (title === undefined || reasons[title + 1] !== undefined) return undefined;
  const [one, two] = [blocks[title], blocks[title + 1]];
  if (one === undefined || two === undefined || one.owner !== two.owner) return undefined;
  const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
  return hasHan(one.text) !== hasHan(two.text) && !isProse(two) ? title + 1 : undefined;
}

/** Headings that stand before the article's element with nothing but set-aside lines between. */
function headsBefore(
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  start: number,
  isInside: (block: PageBlock) => boolean,
): ReadonlySet<number> {
  const heads = new Set<number>();
  for (let i = start - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block === undefined || reasons[i] !== undefined || isInside(block)) continue;
    if (block.level === 0 || block.level > 3) break;
    heads.add(i);
  }
  return heads;
}

/** Headings of reference sections; as a plain line the same words head a list of other pages. */
const REFERENCES = /^(?:相关链接|參考資料|参考资料|related links|references)$/iu;

function lineVerdict(
  block: PageBlock,
  isRepeated: (text: string) => boolean,
  hasBegun: boolean,
): string | undefined {
  if (block.isCode) return 'code';
  if (block.isForeign) return 'other-language';
  if (block.level > 0 && REFERENCES.test(block.text)) return undefined;
  const reason = lineReason(block.text);
  if (reason === 'date-line' && hasBegun && isWrittenDate(block.text)) return undefined;
  return reason ?? (isRepeated(block.text) ? 'repeated' : undefined);
}

/** Runs of links without a heading of their own: lists of other pages, not text. */
function linkLists(
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
