import { langOf } from '../text/index.js';
import { declaredLang } from './declared-lang.js';
import type { TablePlace } from './table-places.js';
import { childElements, type ElementNode, type Tree } from './tree.js';

const ROW_TAGS: ReadonlySet<string> = new Set('div section article li'.split(' '));
/** Names of columns; a style that sets a width or floats says the same. */
const COLUMN_NAME = /(?:^|[\s_-])(?:col|cols|column|columns|cell|half|left|right)(?:$|[\s_\d-])/iu;
const COLUMN_STYLE = /(?:^|[;\s])(?:width\s*:\s*\d+(?:\.\d+)?%|float\s*:|flex)/iu;
const COLUMNS = { least: 2, most: 3 };
const MIN_ROWS = 2;
/** Characters of a cell that are read to tell its language. */
const MAX_READ = 400;

/**
 * Places of cells that are no table cells: rows of two or three elements, one of them in Chinese
 * and one in English, declared so or named and styled as columns.
 *
 * Two such rows side by side in one element make a table; a single one may as well be the two
 * halves of a page.
 */
export function gridPlaces(tree: Tree): ReadonlyMap<number, TablePlace> {
  const rows = new Map<number, { readonly row: number; readonly cells: readonly number[] }[]>();
  tree.nodes.forEach((node, i) => {
    if (node.kind !== 'element' || !ROW_TAGS.has(node.tag)) return;
    const cells = childElements(tree, i, COLUMNS.most + 1);
    if (cells.length < COLUMNS.least || cells.length > COLUMNS.most) return;
    if (!isRow(tree, cells)) return;
    const known = rows.get(node.parent) ?? [];
    known.push({ row: i, cells });
    rows.set(node.parent, known);
  });
  const places = new Map<number, TablePlace>();
  for (const [table, found] of rows) {
    if (found.length < MIN_ROWS) continue;
    for (const { row, cells } of found)
      cells.forEach((cell, column) => places.set(cell, { table, row, column }));
  }
  return places;
}

function isRow(tree: Tree, cells: readonly number[]): boolean {
  const nodes = cells.map((cell) => tree.nodes[cell]);
  const elements = nodes.filter((node): node is ElementNode => node?.kind === 'element');
  if (elements.some(({ tag }) => tag !== 'div' && tag !== 'section' && tag !== 'span'))
    return false;
  const declared = new Set(elements.map(declaredLang));
  const isDeclared = declared.has('zh') && declared.has('en');
  if (!isDeclared && elements.filter(isColumn).length < COLUMNS.least) return false;
  const langs = cells.map((cell) => langIn(tree, cell));
  return langs.includes('zh') && langs.includes('en');
}

function isColumn({ attributes }: ElementNode): boolean {
  return (
    COLUMN_NAME.test(attributes['class'] ?? '') || COLUMN_STYLE.test(attributes['style'] ?? '')
  );
}

/** Language of the first characters of an element; `undefined` where both are mixed or neither is. */
function langIn(tree: Tree, at: number): 'zh' | 'en' | undefined {
  const element = tree.nodes[at];
  const end = element?.kind === 'element' ? element.end : at + 1;
  let text = '';
  for (let i = at + 1; i < end && text.length < MAX_READ; i++) {
    const node = tree.nodes[i];
    if (node?.kind === 'text') text += node.text.slice(0, MAX_READ);
  }
  const { han, latin } = langOf(text);
  if (han === 0 && latin === 0) return undefined;
  if (han * 2 > latin) return 'zh';
  return han * 8 < latin ? 'en' : undefined;
}
