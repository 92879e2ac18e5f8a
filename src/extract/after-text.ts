import { isProse, sumUp } from './mass.js';
import type { PageBlock } from './page-block.js';
import { isIn } from './recipe-parts.js';
import { childElements, type Tree } from './tree.js';

/** What sites put below a text: from the first of these on, other boxes are the site's. */
const BELOW: ReadonlySet<string> = new Set(
  'share navigation related comments page-tool tags links advertisement form credit source-line disclaimer end-mark'.split(
    ' ',
  ),
);
/** Share of the prose one child must hold to be where the paragraphs stand. */
const CORE_SHARE = 0.6;
/** Share of the prose in one make of element from which the make is the text's own. */
const OWN_SHARE = 0.2;
/** Prose below a text, as a share of it, from which it may be its other half. */
const MAX_PROSE_SHARE = 0.8;
/** Elements around a paragraph that tell its make. */
const MAX_STEPS = 6;

/**
 * Blocks below the end of the article: teasers, votes, forms and cards that bear no name.
 *
 * The end is the first line after the last paragraph that says so (share bar, editor, next
 * article …). Below it everything counts as the site's that stands outside the element of the
 * paragraphs or is made of other elements than they are, unless it could be text, see
 * {@link mayBeText}.
 */
export function afterText(
  tree: Tree,
  blocks: readonly PageBlock[],
  reasons: readonly (string | undefined)[],
  main: number,
): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set();
  const isOpen = (i: number): boolean => reasons[i] === undefined;
  const inside = [...blocks.keys()].filter((i) => isInside(tree, main, blocks[i]));
  const prose = inside.filter((i) => isOpen(i) && isProseAt(blocks, i));
  const core = coreOf(tree, blocks, main, new Set(prose));
  const own = ownMakes(tree, blocks, prose, core);
  const isOwn = (i: number): boolean => own.has(makeOf(tree, blocks[i], core) ?? '-');
  const last = prose.findLast(isOwn) ?? blocks.length;
  const mark = inside.find((i) => i > last && BELOW.has(reasons[i] ?? ''));
  if (mark === undefined) return none;
  const below = inside.filter((i) => i > mark);
  const strange = below.filter((i) => isOpen(i) && !isOwn(i));
  const text = prose.filter((i) => i < mark);
  return mayBeText(blocks, strange, text, below.length) ? none : new Set(strange);
}

function isInside(tree: Tree, main: number, block: PageBlock | undefined): boolean {
  return block !== undefined && (main === 0 || isIn(tree, main, block.owner));
}

function isProseAt(blocks: readonly PageBlock[], i: number): boolean {
  const block = blocks[i];
  return block !== undefined && isProse(block);
}

/** The element the paragraphs stand in: from the article's down, past what holds much less. */
function coreOf(
  tree: Tree,
  blocks: readonly PageBlock[],
  main: number,
  prose: ReadonlySet<number>,
): number {
  const mass = sumUp(tree, blocks, (block, i) => (prose.has(i) ? block.letters : 0));
  for (let at = main; ;) {
    const children = childElements(tree, at);
    const best = children.find((child) => Number(mass[child]) >= Number(mass[at]) * CORE_SHARE);
    if (best === undefined || Number(mass[best]) === 0 || isParagraph(tree, best)) return at;
    if (
      children.some(
        (child) => child !== best && Number(mass[child]) > 0 && areAlike(tree, child, best),
      )
    )
      return at;
    at = best;
  }
}

function isParagraph(tree: Tree, at: number): boolean {
  const node = tree.nodes[at];
  return node?.kind === 'element' && /^(?:p|li|ul|ol|blockquote|dl|font|span)$/u.test(node.tag);
}

/** Whether two elements have the same tag and class. */
function areAlike(tree: Tree, one: number, two: number): boolean {
  const [a, b] = [tree.nodes[one], tree.nodes[two]];
  if (a?.kind !== 'element' || b?.kind !== 'element') return false;
  return a.tag === b.tag && a.attributes['class'] === b.attributes['class'];
}

/** The elements between the core and a paragraph, repetitions left out; `undefined` outside. */
function makeOf(tree: Tree, block: PageBlock | undefined, core: number): string | undefined {
  if (block === undefined) return undefined;
  const tags: string[] = [];
  let at = block.owner;
  for (let step = 0; at > core && step < MAX_STEPS; step++) {
    const node = tree.nodes[at];
    if (node?.kind !== 'element') return undefined;
    if (tags[0] !== node.tag) tags.unshift(node.tag);
    at = node.parent;
  }
  return isInside(tree, core, block) ? tags.join('>') : undefined;
}

/** Makes that a fair part of the text has. */
function ownMakes(
  tree: Tree,
  blocks: readonly PageBlock[],
  prose: readonly number[],
  core: number,
): ReadonlySet<string> {
  const letters = new Map<string, number>();
  let total = 0;
  for (const i of prose) {
    const make = makeOf(tree, blocks[i], core);
    if (make === undefined) continue;
    const own = blocks[i]?.letters ?? 0;
    letters.set(make, (letters.get(make) ?? 0) + own);
    total += own;
  }
  return new Set([...letters].flatMap(([make, n]) => (n >= total * OWN_SHARE ? [make] : [])));
}

/**
 * Whether what stands below the end could belong to the text after all: much prose, more
 * paragraphs than other lines, prose in the language the text lacks, or words with translations.
 *
 * @param below - number of all blocks below the end
 */
function mayBeText(
  blocks: readonly PageBlock[],
  strange: readonly number[],
  text: readonly number[],
  below: number,
): boolean {
  const of = (numbers: readonly number[]): readonly PageBlock[] =>
    numbers.flatMap((i) => blocks[i] ?? []);
  const prose = of(strange).filter(isProse);
  if (prose.length * 2 > below) return true;
  const [size, all] = [lettersOf(prose), lettersOf(of(text))];
  if (size > all * MAX_PROSE_SHARE) return true;
  const hanBelow = lettersOf(prose.filter(isHan)) / Math.max(1, size);
  const hanAbove = lettersOf(of(text).filter(isHan)) / Math.max(1, all);
  if (size > 0 && Math.abs(hanBelow - hanAbove) > 0.6) return true;
  const lines = of(strange).filter((block) => !isProse(block));
  return lines.filter(isGloss).length * 2 > lines.length;
}

function lettersOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { letters }) => sum + letters, 0);
}

function isHan({ text }: PageBlock): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** A line in both scripts that leads nowhere. */
function isGloss({ text, letters, linkLetters }: PageBlock): boolean {
  return linkLetters < letters * 0.2 && /\p{Script=Han}/u.test(text) && /[a-z]{3}/iu.test(text);
}
