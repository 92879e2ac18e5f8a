import type { Tree } from './tree.js';

/** Where a cell stands; tables and rows are numbered through the page. */
export interface TablePlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Places of all cells of a page, by the number of their element. Spans count as columns. */
export function tablePlaces(tree: Tree): ReadonlyMap<number, TablePlace> {
  const places = new Map<number, TablePlace>();
  const columns = new Map<number, number>();
  tree.nodes.forEach((node, i) => {
    if (node.kind !== 'element' || (node.tag !== 'td' && node.tag !== 'th')) return;
    const row = around(tree, i, 'tr');
    const table = around(tree, i, 'table');
    if (row === 0 || table === 0) return;
    const column = columns.get(row) ?? 0;
    const span = Number.parseInt(node.attributes['colspan'] ?? '1', 10);
    columns.set(row, column + (span > 1 && span < 100 ? span : 1));
    places.set(i, { table, row, column });
  });
  return places;
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
