import { DuizhaoError } from '../../kit/index.js';
import { chooseColumns, columnOf, type Column, type ColumnName } from '../columns.js';
import type { WriteOptions } from '../format.js';

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

/** Columns meant by the first row of a table, by position; other columns are absent. */
function columnsOfHeader(names: readonly string[]): readonly (ColumnName | undefined)[] {
  const taken = new Set<ColumnName>();
  const exact = names.map((name) => claim(columnOf(name.trim())?.name));
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

/** Columns of a header row, if it names at least one of the languages. */
export function findColumns(
  names: readonly string[],
): readonly (ColumnName | undefined)[] | undefined {
  const columns = columnsOfHeader(names);
  return columns.includes('zh') || columns.includes('en') ? columns : undefined;
}

/**
 * Columns of a header row, which must name at least one of the languages.
 *
 * @throws DuizhaoError `table.no-columns`
 */
export function checkedColumns(
  names: readonly string[],
  file: string,
): readonly (ColumnName | undefined)[] {
  const columns = findColumns(names);
  if (columns !== undefined) return columns;
  throw new DuizhaoError({
    code: 'table.no-columns',
    exit: 'badInput',
    message: `${file}: the first row names no Chinese or English column: "${names.slice(0, 5).join('", "')}"`,
    hint: 'name the columns zh and en (or zh-CN and en-US, Chinese and English) in the first row',
    at: { file, line: 1 },
  });
}

/** Cells of a row with the names of their columns. */
export function* namedCells(
  columns: readonly (ColumnName | undefined)[],
  cells: readonly unknown[],
): Iterable<readonly [string, unknown]> {
  for (const [index, name] of columns.entries()) {
    if (name !== undefined) yield [name, cells[index]];
  }
}
