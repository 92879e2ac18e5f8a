import { wordingReason } from '../layout/index.js';
import { collapseSpace } from '../text/index.js';
import { holdsCaption, roleOf } from './block-role.js';
import { gridPlaces } from './grid-places.js';
import { lettersOf } from './letters.js';
import { joinLines, type Line } from './lines.js';
import { captionTold, isPicture } from './picture-lines.js';
import { endOf, outermost } from './recipe-parts.js';
import type { PageBlock } from './page-block.js';
import { tablePlaces, type TablePlace } from './table-places.js';
import { BLOCKS, INVISIBLE } from './tags.js';
import { textIn, type ElementNode, type Tree } from './tree.js';

/**
 * Every visible text of a page as blocks, in reading order.
 *
 * One loop over the nodes: elements that begin a line close the block before them, `<br>` and
 * indented source lines part its lines.
 */
export function pageBlocks(tree: Tree): readonly PageBlock[] {
  const skipped = new Set(tree.marks.remove);
  return blocksIn(tree, placesIn(tree), { from: 1, to: tree.nodes.length, skipped });
}

/** The texts that the recipe takes out of the page. */
export function removedBlocks(tree: Tree): readonly PageBlock[] {
  const cells = tree.marks.remove.length === 0 ? new Map<number, TablePlace>() : placesIn(tree);
  return outermost(tree, tree.marks.remove).flatMap((from) =>
    blocksIn(tree, cells, { from, to: endOf(tree, from), skipped: new Set() }),
  );
}

function placesIn(tree: Tree): ReadonlyMap<number, TablePlace> {
  const [cells, grid] = [tablePlaces(tree), gridPlaces(tree)];
  return grid.size === 0 ? cells : new Map([...cells, ...grid]);
}

interface Part {
  readonly from: number;
  /** Place after the last node. */
  readonly to: number;
  /** Elements passed over. */
  readonly skipped: ReadonlySet<number>;
}

function blocksIn(
  tree: Tree,
  places: ReadonlyMap<number, TablePlace>,
  { from, to, skipped }: Part,
): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  const begins = new Set([...tree.marks.content, ...tree.marks.title]);
  const closing: number[] = [];
  let lines: Line[] = [{ text: '', linkText: '' }];
  let owner = ownerOf(tree, from, begins);
  let [isAfterImage, linkEnd, preStart, preEnd] = [false, 0, 0, 0];

  const flush = (next: number): void => {
    const paragraphs =
      lines.length === 1 && lines[0]?.text === ''
        ? []
        : joinLines(lines, isOneParagraph(tree, owner));
    for (const paragraph of paragraphs) {
      const isBelow = isAfterImage || paragraph.afterImage;
      const place = placeOf(tree, owner, places);
      const isText = preStart <= owner && owner < preEnd;
      blocks.push(describe(tree, owner, paragraph, { place, afterImage: isBelow, isText }));
      isAfterImage = false;
    }
    lines = [{ text: '', linkText: '' }];
    owner = next;
  };

  for (let i = from; i < to; i++) {
    while (closing.length > 0 && Number(closing.at(-1)) <= i) {
      closing.pop();
      flush(ownerOf(tree, i, begins));
    }
    const node = tree.nodes[i];
    if (node === undefined) continue;
    if (node.kind === 'text') {
      append(lines, node.text, i < linkEnd, i < preEnd);
      continue;
    }
    const { tag } = node;
    if (isPicture(node)) isAfterImage = !markImage(lines) || isAfterImage;
    if (INVISIBLE.has(tag) || skipped.has(i)) {
      i = node.end - 1;
      continue;
    }
    if (tag === 'a' && isLink(node)) linkEnd = Math.max(linkEnd, node.end);
    if (tag === 'pre' && i >= preEnd && isProse(textIn(tree, i))) {
      [preStart, preEnd] = [i, node.end];
    }
    if (tag === 'br') lines.push({ text: '', linkText: '' });
    else if (BLOCKS.has(tag) || begins.has(i) || isDateInHeading(tree, node, i)) {
      flush(i);
      closing.push(node.end);
    }
  }
  flush(0);
  return withoutTextCells(blocks);
}

/** Blocks straight in one cell, and characters of one of them, from which they are paragraphs. */
const MIN_IN_CELL = 3;
const MIN_CELL_TEXT = 60;

/** A cell that holds a whole text lays the page out: its lines are paragraphs, not cells. */
function withoutTextCells(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const inCell = new Map<number, { count: number; longest: number }>();
  for (const { owner, kind, text } of blocks) {
    if (kind !== 'cell') continue;
    const known = inCell.get(owner) ?? { count: 0, longest: 0 };
    known.count += 1;
    known.longest = Math.max(known.longest, text.length);
    inCell.set(owner, known);
  }
  return blocks.map((block) => {
    const { count, longest } = inCell.get(block.owner) ?? { count: 0, longest: 0 };
    const isText = block.kind === 'cell' && count >= MIN_IN_CELL && longest >= MIN_CELL_TEXT;
    return isText ? { ...block, kind: 'paragraph' } : block;
  });
}

/** A date set small inside a heading, as `<h2>Title <small>(2022-11-08)</small></h2>`. */
function isDateInHeading(tree: Tree, { tag, parent, end }: ElementNode, i: number): boolean {
  if (tag !== 'small' && tag !== 'span' && tag !== 'em' && tag !== 'i') return false;
  const heading = tree.nodes[parent];
  if (heading?.kind !== 'element' || !/^h[1-6]$/u.test(heading.tag) || end > i + 3) return false;
  return wordingReason(collapseSpace(textIn(tree, i)), 'heading', false) === 'date-line';
}

/** Whether it leads elsewhere: not to a place on the page, nor is it such a place itself. */
function isLink({ attributes }: ElementNode): boolean {
  const { href, name, id } = attributes;
  return href === undefined ? (name ?? id) === undefined : !href.startsWith('#');
}

/**
 * Adds the text of a node; a source line that opens with ideographic spaces is a new line, and
 * every line of preformatted prose is.
 */
function append(lines: Line[], text: string, isLink: boolean, isPre: boolean): void {
  const end = isPre ? /\r?\n/u : /\n(?=[ \t\r]*[\u3000\u00A0]{2})/u;
  const parts = text.includes('\n') ? text.split(end) : [text];
  parts.forEach((part, k) => {
    if (k > 0) lines.push({ text: '', linkText: '' });
    const last = lines.at(-1);
    if (last === undefined) return;
    last.text += part;
    if (isLink) last.linkText += part;
  });
}

/** Marks the line that a picture opens; `false` where it is the first line or not its start. */
function markImage(lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  if (lines.length < 2 || last?.text.trim() !== '') return false;
  last.afterImage = true;
  return true;
}

const ONE_PARAGRAPH = new Set('p li h1 h2 h3 h4 h5 h6 dt dd figcaption caption summary'.split(' '));

function isOneParagraph(tree: Tree, owner: number): boolean {
  const node = tree.nodes[owner];
  return node?.kind === 'element' && ONE_PARAGRAPH.has(node.tag);
}

/** The nearest element around node `i` that begins a line. */
function ownerOf(tree: Tree, i: number, begins: ReadonlySet<number>): number {
  let at = tree.nodes[i]?.parent ?? 0;
  for (;;) {
    const node = tree.nodes[at];
    if (at === 0 || begins.has(at) || (node?.kind === 'element' && BLOCKS.has(node.tag))) return at;
    at = node?.parent ?? 0;
  }
}

/** Where the cell around an owner stands, of a table or of rows made of other elements. */
function placeOf(
  tree: Tree,
  owner: number,
  places: ReadonlyMap<number, TablePlace>,
): TablePlace | undefined {
  for (let at = owner; at > 0;) {
    const node = tree.nodes[at];
    if (node?.kind !== 'element' || node.tag === 'table') return undefined;
    const place = places.get(at);
    if (place !== undefined || node.tag === 'td' || node.tag === 'th') return place;
    at = node.parent;
  }
  return undefined;
}

interface Surroundings {
  readonly place: TablePlace | undefined;
  readonly afterImage: boolean;
  /** Whether it stands in preformatted text that reads as prose. */
  readonly isText: boolean;
}

function describe(
  tree: Tree,
  owner: number,
  { text, linkText }: { readonly text: string; readonly linkText: string },
  { place, afterImage, isText }: Surroundings,
): PageBlock {
  const { kind: role, level, lang, mark, isEntry, isForeign, isPre } = roleOf(tree, owner);
  const captionBy = role === 'paragraph' ? captionTold(tree, owner, text, afterImage) : undefined;
  const isCaptioned =
    captionBy !== undefined || (role === 'paragraph' && holdsCaption(tree, owner, text));
  const kind = isCaptioned ? 'caption' : role;
  return {
    text,
    kind,
    owner,
    letters: lettersOf(text),
    linkLetters: lettersOf(linkText),
    level,
    ...(lang === undefined ? {} : { lang }),
    ...place,
    afterImage,
    ...(captionBy === undefined ? {} : { captionBy }),
    ...(mark === undefined ? {} : { mark }),
    isEntry,
    isForeign,
    isCode: isPre && !isText && !isProse(text),
  };
}

/** Text in `<pre>` that reads as sentences, as old sites have it. */
function isProse(text: string): boolean {
  const signs = (text.match(/[{}[\]<>=;\\$#|]/gu) ?? []).length;
  return signs * 50 < text.length && /[。.！!？?，,]/u.test(text) && lettersOf(text) > 60;
}
