import { groupOf, type Group, type Unit } from './unit.js';

/** Cells of a language compared in a row; wider tables hold data, not text. */
const MAX_COLUMNS = 8;

/**
 * Sections of a table whose columns are languages, or `undefined` when it is no such table.
 *
 * Rows with both languages in different columns must be at least half of the rows that hold text;
 * cells with both languages inside count as pairs of their own. In a row the first Chinese column
 * goes with the first English one, the second with the second, when there are as many of each.
 *
 * @param flow - reads a cell that holds a whole text, as tables that lay a page out have it
 */
export function tableGroups(units: readonly Unit[], flow: Flow): readonly Group[] | undefined {
  const rows = rowsOf(units);
  const sided = rows.filter(isSideBySide);
  const inline = rows.filter((row) => row.some(({ isInline }) => isInline));
  const counted = rows.filter((row) => row.length > 1 || row[0]?.isInline === true);
  const stacked = stackedGroups(rows);
  if (stacked !== undefined) return stacked;
  if (sided.length + inline.length === 0) return undefined;
  if ((sided.length + inline.length) * 2 < counted.length) return undefined;
  const usual = usualColumns(rows);
  return rows.flatMap((row) => rowGroups(row, usual, flow));
}

/** Parts the units of one text into sections. */
type Flow = (units: readonly Unit[]) => readonly Group[];

/** Blocks in both languages from which a cell is a text, not a pair. */
const MIN_TEXT = 3;

function isText(cells: readonly Unit[]): boolean {
  const isTwo = new Set(cells.map(({ lang }) => lang)).size === 2;
  return isTwo && new Set(cells.map(({ from }) => from)).size >= MIN_TEXT;
}

/** Neighbours in the same row. */
function rowsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const rows: Unit[][] = [];
  for (const unit of units) {
    const last = rows.at(-1);
    if (last !== undefined && last[0]?.row === unit.row) last.push(unit);
    else rows.push([unit]);
  }
  return rows;
}

/**
 * Pairs of a table where a row in one language stands below its translation, cell by cell;
 * `undefined` unless all rows of several cells come in such pairs.
 */
function stackedGroups(rows: readonly (readonly Unit[])[]): readonly Group[] | undefined {
  const groups: Group[] = [];
  let pairs = 0;
  for (let i = 0; i < rows.length; i++) {
    const [one = [], two = []] = [rows[i], rows[i + 1]];
    if (isStacked(one, two)) {
      groups.push(
        ...one.map((cell, k) => groupOf([cell, ...two.slice(k, k + 1)], 'interleaved', 'layout')),
      );
      pairs += 1;
      i += 1;
    } else if (one.length > 1) return undefined;
    else groups.push(groupOf(one, 'alone', 'layout'));
  }
  return pairs > 0 ? groups : undefined;
}

function isStacked(one: readonly Unit[], two: readonly Unit[]): boolean {
  const [first, second] = [one[0], two[0]];
  if (first === undefined || second === undefined || first.lang === second.lang) return false;
  const columns = two.map(({ column }) => column);
  return (
    one.length > 1 &&
    one.every(({ lang, column }, k) => lang === first.lang && column === columns[k]) &&
    two.length === one.length &&
    two.every(({ lang }) => lang === second.lang)
  );
}

/** Both languages, each in columns of its own. */
function isSideBySide(row: readonly Unit[]): boolean {
  const columns = [...groupBy(row, ({ column }) => column).values()];
  const pure = columns.filter((cells) => cells.every(({ lang }) => lang === cells[0]?.lang));
  const langs = new Set(pure.map(([cell]) => cell?.lang));
  return columns.length > 1 && pure.length === columns.length && langs.size === 2;
}

/**
 * Columns that hold the two languages: where two columns have text, those; else, of the unequal
 * numbers of columns, the pairs whose cells are most alike in length.
 */
function usualColumns(rows: readonly (readonly Unit[])[]): ReadonlySet<number | undefined> {
  const sided = rows.filter(isSideBySide);
  const plain = sided.filter((row) => new Set(row.map(({ column }) => column)).size === 2);
  if (plain.length > 0) return new Set(plain.flatMap((row) => row.map(({ column }) => column)));
  const costs = columnCosts(sided);
  const used = new Set<number | undefined>();
  for (const { zh, en } of [...costs.values()].sort((a, b) => a.cost / a.rows - b.cost / b.rows)) {
    if (!used.has(zh) && !used.has(en)) used.add(zh).add(en);
  }
  return used;
}

/** `一九九七年`, `1986年3月`, `20世纪80年代`, `March 1986`. */
function isDate({ block }: Unit): boolean {
  return (
    /^[\d一二三四五六七八九〇零○十廿年月日世纪代初末至.\-–—~～\s]+$/u.test(block.text) ||
    /^(?:[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},?\s+)?(?:1[5-9]|20)\d\d$/u.test(block.text)
  );
}

interface ColumnCost {
  readonly zh: number | undefined;
  readonly en: number | undefined;
  cost: number;
  rows: number;
}

/** Sum of the absolute log ratios of lengths for every Chinese and English column. */
function columnCosts(rows: readonly (readonly Unit[])[]): ReadonlyMap<string, ColumnCost> {
  const costs = new Map<string, ColumnCost>();
  for (const row of rows) {
    const { zh, en } = groupOf(row, 'side-by-side', 'layout');
    for (const one of zh.slice(0, MAX_COLUMNS)) {
      for (const two of en.slice(0, MAX_COLUMNS)) {
        const key = `${one.column ?? 0} ${two.column ?? 0}`;
        const known = costs.get(key) ?? { zh: one.column, en: two.column, cost: 0, rows: 0 };
        known.cost += Math.abs(Math.log((two.letters + 4) / (one.letters + 4)));
        if (isDate(one) !== isDate(two)) known.cost += 1;
        known.rows += 1;
        costs.set(key, known);
      }
    }
  }
  return costs;
}

function rowGroups(
  row: readonly Unit[],
  usual: ReadonlySet<number | undefined>,
  flow: Flow,
): readonly Group[] {
  const groups: Group[] = [];
  const rest: Unit[] = [];
  for (const cells of groupBy(row, ({ column }) => column).values()) {
    if (isText(cells)) groups.push(...flow(cells));
    else if (new Set(cells.map(({ lang }) => lang)).size === 2) {
      const how = cells.every(({ isInline }) => isInline) ? 'inline' : 'side-by-side';
      groups.push(groupOf(cells, how, 'layout'));
    } else rest.push(...cells);
  }
  const spare = rest.filter(({ column }) => !usual.has(column));
  const isUneven = rest.length > 2 && spare.length > 0 && spare.length + 2 <= rest.length;
  if (!isUneven) return inReadingOrder([...groups, ...columnPairs(rest)], row);
  const own = rest.filter(({ column }) => usual.has(column));
  return inReadingOrder([...groups, ...columnPairs(spare), ...columnPairs(own)], row);
}

/** The groups, or the whole row as one where they would cross each other. */
function inReadingOrder(groups: readonly Group[], row: readonly Unit[]): readonly Group[] {
  const place = new Map(row.map((unit, i) => [unit, i]));
  const at = (unit: Unit | undefined): number =>
    unit === undefined ? Infinity : Number(place.get(unit));
  const isRising = (units: readonly Unit[]): boolean =>
    units.every((unit, k) => k === 0 || at(units[k - 1]) < at(unit));
  const ordered = groups
    .map((group) => ({ group, first: Math.min(at(group.zh[0]), at(group.en[0])) }))
    .sort((a, b) => a.first - b.first)
    .map(({ group }) => group);
  const isOrdered =
    isRising(ordered.flatMap(({ zh }) => zh)) && isRising(ordered.flatMap(({ en }) => en));
  return isOrdered ? ordered : [groupOf(row, 'side-by-side', 'layout')];
}

function columnPairs(cells: readonly Unit[]): readonly Group[] {
  if (cells.length === 0) return [];
  const { zh, en } = groupOf(cells, 'side-by-side', 'layout');
  if (zh.length === 0 || en.length === 0) return [groupOf(cells, 'alone', 'layout')];
  if (zh.length !== en.length) return [groupOf(cells, 'side-by-side', 'layout')];
  return zh.map((unit, i) => groupOf([unit, ...en.slice(i, i + 1)], 'side-by-side', 'layout'));
}

function groupBy<Key>(
  units: readonly Unit[],
  keyOf: (unit: Unit) => Key,
): ReadonlyMap<Key, readonly Unit[]> {
  const groups = new Map<Key, Unit[]>();
  for (const unit of units) {
    const key = keyOf(unit);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [unit]);
    else found.push(unit);
  }
  return groups;
}
