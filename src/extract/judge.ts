import type { RawBlock } from '../layout/index.js';
import { lineReason } from '../layout/index.js';
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
  const lines = blocks.map((block) => lineVerdict(block, isRepeated));
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
  const links = linkLists(blocks, (i) => reasons[i] === undefined);
  const raw = blocks.map((block, i): RawBlock => {
    const isTitle = i === title.block;
    const outside = isInside(block) ? links.get(i) : 'outside-main';
    const aside = isTitle ? undefined : (reasons[i] ?? outside);
    return toRaw(isTitle ? { ...block, kind: 'title' } : block, aside);
  });
  return { raw, title: title.block, titleHint: title.hint, start, main };
}

function lineVerdict(block: PageBlock, isRepeated: (text: string) => boolean): string | undefined {
  if (block.isCode) return 'code';
  return lineReason(block.text) ?? (isRepeated(block.text) ? 'repeated' : undefined);
}

/** Runs of links without a heading of their own: lists of other pages, not text. */
function linkLists(
  blocks: readonly PageBlock[],
  isIn: (i: number) => boolean,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let run: number[] = [];
  let before: PageBlock | undefined;
  const close = (next: PageBlock | undefined): void => {
    if (run.length >= 3 && !isIntroduced(before)) for (const i of run) found.set(i, 'links');
    run = [];
    before = next;
  };
  blocks.forEach((block, i) => {
    if (!isIn(i)) return;
    if (block.linkLetters > block.letters * EXTRACT_DEFAULTS.linkShare) run.push(i);
    else close(block);
  });
  close(undefined);
  return found;
}

function isIntroduced(before: PageBlock | undefined): boolean {
  if (before === undefined) return false;
  return before.level > 1 || /[:：]$/u.test(before.text) || before.kind === 'list-item';
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
