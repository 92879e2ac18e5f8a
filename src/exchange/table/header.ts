import { DuizhaoError } from '../../kit/index.js';
import { chooseColumns, columnOf, type Column, type ColumnName } from '../columns.js';
import type { ReadOptions, WriteOptions } from '../format.js';

/** Columns of a table and the names in its first row. */
export interface TableHeader {
  readonly columns: readonly Column[];
  readonly names: readonly string[];
}

/** The first row a table is written with. */
export function tableHeader(options: WriteOptions): TableHeader {
  const { header = 'names', zhCode = 'zh-CN', enCode = 'en-US' } = options;
  if (header === 'names') {
    const columns = chooseColumns(options.columns);
    return { columns, names: columns.map(({ name }) => name) };
  }
  const columns = chooseColumns(options.source === 'en' ? ['en', 'zh'] : ['zh', 'en']);
  const title: Readonly<Record<string, string>> =
    header === 'codes' ? { zh: zhCode, en: enCode } : { zh: 'Chinese', en: 'English' };
  return { columns, names: columns.map(({ name }) => title[name] ?? name) };
}

/** Names other tools give to the two columns of text; compared in lower case. */
const FOREIGN: readonly (readonly [RegExp, ColumnName])[] = [
  [/^(zh|zho|chi|cmn)([-_].*)?$|^chinese\b|^(中文|汉语|漢語|汉文|原文)/, 'zh'],
  [/^(en|eng)([-_].*)?$|^english\b|^(英文|英语|英語|译文|譯文)/, 'en'],
];

/** Columns of text as a person names them: as the first row does, or by their places from 1. */
export type StatedColumns = Pick<ReadOptions, 'zhColumn' | 'enColumn'>;

/** Columns by position; other columns are absent. */
export type Columns = readonly (ColumnName | undefined)[];

/**
 * Whether the columns are stated by their places: the first row is a pair already.
 *
 * @throws DuizhaoError `table.half-numbered` if only one is stated so, or both are the same
 */
export function isFirstRowPair(stated: StatedColumns): boolean {
  return placedColumns(stated) !== undefined;
}

function placedColumns({ zhColumn, enColumn }: StatedColumns): Columns | undefined {
  const [zh, en] = [zhColumn, enColumn].map((stated) =>
    /^[1-9]\d{0,3}$/.test(stated ?? '') ? Number(stated) : undefined,
  );
  if (zh === undefined && en === undefined) return undefined;
  if (zh === undefined || en === undefined || zh === en) {
    throw new DuizhaoError({
      code: 'table.half-numbered',
      exit: 'usage',
      message: 'the columns of Chinese and English need a number each, or a name each',
      hint: 'numbers are for tables whose first row names no columns: --zh-column 2 --en-column 1',
    });
  }
  const columns: (ColumnName | undefined)[] = Array.from({ length: Math.max(zh, en) });
  columns[zh - 1] = 'zh';
  columns[en - 1] = 'en';
  return columns;
}

/** Columns meant by the first row of a table, and by what a person says of it. */
export function columnsIn(names: readonly string[], stated: StatedColumns = {}): Columns {
  const placed = placedColumns(stated);
  if (placed !== undefined) return placed;
  const { zhColumn, enColumn } = stated;
  const taken = new Set<ColumnName>();
  const own = names.map((name) => {
    if (name.trim() === zhColumn?.trim()) return claim('zh');
    return name.trim() === enColumn?.trim() ? claim('en') : undefined;
  });
  if (zhColumn !== undefined) taken.add('zh');
  if (enColumn !== undefined) taken.add('en');
  const exact = names.map((name, index) => own[index] ?? claim(columnOf(name.trim())?.name));
  return exact.map((found, index) => {
    if (found !== undefined) return found;
    const name = (names[index] ?? '').trim().toLowerCase();
    return claim(FOREIGN.find(([pattern]) => pattern.test(name))?.[1]);
  });

  function claim(name: ColumnName | undefined): ColumnName | undefined {
    if (name === undefined || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  }
}

/** Columns of a header row, if it names at least one of the languages, and those that were stated. */
export function findColumns(
  names: readonly string[],
  stated: StatedColumns = {},
): Columns | undefined {
  const columns = columnsIn(names, stated);
  const isMissing =
    columns.length > names.length ||
    (stated.zhColumn !== undefined && !columns.includes('zh')) ||
    (stated.enColumn !== undefined && !columns.includes('en'));
  return !isMissing && (columns.includes('zh') || columns.includes('en')) ? columns : undefined;
}

/** What to do about a table of which nobody knows which columns hold the texts. */
export const COLUMNS_HINT =
  'name the columns zh and en in the first row, or say which they are: --zh-column NAME --en-column NAME (numbers if the first row is a pair already)';

/**
 * Columns of a header row, which must name at least one of the languages, and those that were stated.
 *
 * @throws DuizhaoError `table.no-columns`
 */
export function checkedColumns(
  names: readonly string[],
  file: string,
  stated: StatedColumns = {},
): Columns {
  const columns = findColumns(names, stated);
  if (columns !== undefined) return columns;
  throw new DuizhaoError({
    code: 'table.no-columns',
    exit: 'badInput',
    message: `${file}: the first row ${missingIn(names, stated)}: "${names.slice(0, 5).join('", "')}"`,
    hint: COLUMNS_HINT,
    at: { file, line: 1 },
  });
}

function missingIn(names: readonly string[], stated: StatedColumns): string {
  if (isFirstRowPair(stated)) return `has ${names.length} cells`;
  const wanted = [stated.zhColumn, stated.enColumn].find(
    (name) => name !== undefined && !names.some((known) => known.trim() === name.trim()),
  );
  return wanted === undefined
    ? 'names no Chinese or English column'
    : `names no column "${wanted}"`;
}

/** Tells the columns that no pair is made of: by their names, or by their places if they have none. */
export function tellUnused(
  columns: Columns,
  names: readonly string[],
  { onUnused, ...stated }: Pick<ReadOptions, 'zhColumn' | 'enColumn' | 'onUnused'>,
): void {
  if (onUnused === undefined) return;
  const isNameless = isFirstRowPair(stated);
  for (const [index, name] of names.entries()) {
    if (columns[index] !== undefined) continue;
    if (isNameless) onUnused(`${index + 1}`);
    else if (name.trim() !== '') onUnused(name.trim());
  }
}

/** Cells of a row with the names of their columns. */
export function* namedCells(
  columns: Columns,
  cells: readonly unknown[],
): Iterable<readonly [string, unknown]> {
  for (const [index, name] of columns.entries()) {
    if (name !== undefined) yield [name, cells[index]];
  }
}
