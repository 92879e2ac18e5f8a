import { dateIn } from '../layout/index.js';
import type { PageHints } from '../model/index.js';
import { collapseSpace } from '../text/index.js';
import { textIn, type MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';
import type { Tree } from './tree.js';

/** What a recipe says of one page; empty where it says nothing or its selectors match nothing. */
export interface RecipeParts {
  /** Elements that hold the article, none inside another. */
  readonly content: readonly number[];
  /** Numbers of the blocks that are the title: one, or one a language. */
  readonly titleBlocks: readonly number[];
  readonly title: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Keys whose selectors matched nothing of use; the general method decides there. */
  readonly unmatched: readonly string[];
}

/** Blocks of a title at most: one a language. */
const TITLE_BLOCKS = 2;

/** Reads title and date from the elements the recipe points at, and finds those of the article. */
export function recipeParts(
  tree: Tree,
  blocks: readonly PageBlock[],
  hints: PageHints = {},
): RecipeParts {
  const { marks } = tree;
  const content = outermost(tree, marks.content).filter((place) =>
    blocks.some(({ owner }) => isIn(tree, place, owner)),
  );
  const titleBlocks = blocks
    .flatMap(({ owner }, i) => (marks.title.some((place) => isIn(tree, place, owner)) ? [i] : []))
    .slice(0, TITLE_BLOCKS);
  const shown = titleBlocks.map((i) => blocks[i]?.text ?? '').join(' ');
  const title = shown === '' ? firstOf(marks.title, (place) => textAt(tree, place)) : shown;
  const date = firstOf(marks.date, (place) => dateIn(textAt(tree, place) ?? ''));
  const found = { content: content[0], title, date };
  const unmatched = (['content', 'title', 'date'] as const).filter(
    (key) => hints[key] !== undefined && found[key] === undefined,
  );
  return { content, titleBlocks, title, date, unmatched };
}

/** Title and date of the recipe go before what the page says of itself. */
export function withParts(meta: MetaTags, { title, date }: RecipeParts): MetaTags {
  return new Map([
    ...meta,
    ...(title === undefined ? [] : [['articletitle', title] as const]),
    ...(date === undefined ? [] : [['pubdate', date] as const]),
  ]);
}

/** Elements of a list that are inside no other of it; places in ascending order. */
export function outermost(tree: Tree, places: readonly number[]): readonly number[] {
  let end = 0;
  return places.filter((place) => {
    if (place < end) return false;
    end = endOf(tree, place);
    return true;
  });
}

/** Whether node `at` is the element at `place` or inside it. */
export function isIn(tree: Tree, place: number, at: number): boolean {
  return at >= place && at < endOf(tree, place);
}

/** Place after everything inside the element at `place`. */
export function endOf(tree: Tree, place: number): number {
  const node = tree.nodes[place];
  return node?.kind === 'element' ? node.end : place + 1;
}

function firstOf<T>(
  places: readonly number[],
  of: (place: number) => T | undefined,
): T | undefined {
  for (const place of places) {
    const value = of(place);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What an element says: in its attributes, as `<meta>` and `<time>` do, or in its text. */
function textAt(tree: Tree, place: number): string | undefined {
  const node = tree.nodes[place];
  if (node?.kind !== 'element') return undefined;
  const { content, datetime } = node.attributes;
  const text = collapseSpace(content ?? datetime ?? textIn(tree, place));
  return text === '' ? undefined : text;
}
