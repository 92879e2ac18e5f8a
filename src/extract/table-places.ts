import { collapseSpace } from '../text/index.js';
import { lettersOf } from './letters.js';
import { endOf } from './recipe-parts.js';
import { textIn, type Tree } from './tree.js';

/** Where a cell stands; tables and rows are numbered through the page. */
export interface TablePlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Spans above this are mistakes or attacks. */
const MAX_SPAN = 100;

/** Cells of a table that reach down: column → rows still covered. */
type Covered = Map<number, number>;

/** Most rows that a text beside them makes one. */
const MAX_JOINED = 6;
/** Letters from which a cell is a text, not a year or the name of an era. */
const MIN_TEXT = 50;
const MAX_READ = 400;

/**
 * Places of all cells of a page, by the number of their element. Spans are counted both ways; rows
 * beside one text that reaches over them are one row.
 */
export function tablePlaces(tree: Tree): ReadonlyMap<number, TablePlace> {
  const places = new Map<number, TablePlace>();
  const covered = new Map<number, Covered>();
  const next = new Map<number, number>();
  const joined = new Map<number, number>();
  tree.nodes.forEach((node, i) => {
    if (node.kind !== 'element') return;
    if (node.tag === 'tr') startRow(covered.get(around(tree, i, 'table')));
    if (node.tag !== 'td' && node.tag !== 'th') return;
    const [row, table] = [around(tree, i, 'tr'), around(tree, i, 'table')];
    if (row === 0 || table === 0) return;
    const taken = covered.get(table) ?? new Map<number, number>();
    covered.set(table, taken);
    let column = next.get(row) ?? 0;
    while ((taken.get(column) ?? 0) > 0) column += 1;
    places.set(i, { table, row: joined.get(row) ?? row, column });
    const width = spanOf(node.attributes['colspan']);
    const height = spanOf(node.attributes['rowspan']);
    if (height > 1 && height <= MAX_JOINED && isLong(tree, i)) {
      for (const other of rowsAfter(tree, row, height - 1))
        joined.set(other, joined.get(row) ?? row);
    }
    // The count includes the row it begins in, which the next row takes off.
    for (let k = 0; k < width; k++) pending(taken, column + k, height);
    next.set(row, column + width);
  });
  return places;
}

function isLong(tree: Tree, cell: number): boolean {
  return lettersOf(collapseSpace(textIn(tree, cell, MAX_READ))) >= MIN_TEXT;
}

/** The next rows that stand in the same element. */
function rowsAfter(tree: Tree, row: number, count: number): readonly number[] {
  const rows: number[] = [];
  const parent = tree.nodes[row]?.parent ?? 0;
  const around = tree.nodes[parent];
  const end = around?.kind === 'element' ? around.end : tree.nodes.length;
  for (let i = endOf(tree, row); i < end && rows.length < count; i = endOf(tree, i)) {
    const node = tree.nodes[i];
    if (node?.kind === 'element' && node.tag === 'tr') rows.push(i);
  }
  return rows;
}

/** A covered column is held open as a negative number until its first row is over. */
function pending(taken: Covered, column: number, height: number): void {
  if (height > 1) taken.set(column, -(height - 1));
}

function startRow(taken: Covered | undefined): void {
  if (taken === undefined) return;
  for (const [column, rows] of taken) {
    if (rows < 0) taken.set(column, -rows);
    else if (rows > 1) taken.set(column, rows - 1);
    else taken.delete(column);
  }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return span >= 1 && span <= MAX_SPAN ? span : 1;
}

/** The nearest element of a tag around a node, 0 when there is none near. */
function around(tree: Tree, i: number, tag: string): number {
  let at = i;
  for (let step = 0; step < 8; step++) {
    const node = tree.nodes[at];
    if (at === 0 || node === undefined) return 0;
    if (node.kind === 'element' && node.tag === tag) return at;
    at = node.parent;
  }
  return 0;
}
