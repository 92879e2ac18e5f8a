import { DuizhaoError } from '../kit/index.js';
import type { PairRecord } from './record.js';

/** Name of a column: a key of {@link PairRecord}. */
export type ColumnName = keyof PairRecord;

/** One column of every table this room writes. */
export interface Column {
  readonly name: ColumnName;
  readonly type: 'text' | 'number' | 'integer';
  /** One line for data cards and help. */
  readonly summary: string;
}

/** Every column, in the order tables are written. */
export const COLUMNS: readonly Column[] = Object.freeze([
  { name: 'zh', type: 'text', summary: 'Chinese text' },
  { name: 'en', type: 'text', summary: 'English text' },
  { name: 'score', type: 'number', summary: 'probability that the pair is a good one, 0 to 1' },
  { name: 'shape', type: 'text', summary: 'sentences on each side, Chinese first: 1-2' },
  { name: 'doc', type: 'text', summary: 'id of the document: SHA-256 of its text' },
  { name: 'position', type: 'integer', summary: 'place in the document, from 1' },
  { name: 'url_or_path', type: 'text', summary: 'where the text was found' },
  { name: 'title_zh', type: 'text', summary: 'Chinese title of the document' },
  { name: 'title_en', type: 'text', summary: 'English title of the document' },
  { name: 'date', type: 'text', summary: 'date of the document, YYYY-MM-DD' },
  { name: 'site', type: 'text', summary: 'name of the site' },
  { name: 'licence', type: 'text', summary: 'what is known of the rights' },
  { name: 'state', type: 'text', summary: 'new, accepted, edited or rejected' },
  { name: 'reason', type: 'text', summary: 'the check that rejected the pair' },
  { name: 'checks', type: 'text', summary: 'what the checks found' },
  {
    name: 'confidence',
    type: 'number',
    summary: 'probability that the alignment is right, 0 to 1',
  },
  { name: 'layout', type: 'text', summary: 'how the two languages sat on the page' },
  {
    name: 'url_or_path_en',
    type: 'text',
    summary: 'where the English text was found, if elsewhere',
  },
  { name: 'fetched_at', type: 'text', summary: 'when it was fetched, UTC' },
  { name: 'sha256', type: 'text', summary: 'SHA-256 of the page or file' },
  { name: 'repairs', type: 'text', summary: 'repairs made to the text' },
  { name: 'original_zh', type: 'text', summary: 'Chinese text before repair' },
  { name: 'original_en', type: 'text', summary: 'English text before repair' },
  { name: 'blocks_zh', type: 'text', summary: 'Chinese paragraphs it was taken from, from 1' },
  { name: 'blocks_en', type: 'text', summary: 'English paragraphs it was taken from, from 1' },
  { name: 'id', type: 'text', summary: 'id of the pair' },
] satisfies Column[]);

const BY_NAME: ReadonlyMap<string, Column> = new Map(
  COLUMNS.map((column) => [column.name, column]),
);

/** The column of that name, if there is one. */
export function columnOf(name: string): Column | undefined {
  return BY_NAME.get(name);
}

/**
 * The columns asked for, in the order asked for; all of them if none are.
 *
 * @throws DuizhaoError `exchange.unknown-column`
 */
export function chooseColumns(names: readonly string[] | undefined): readonly Column[] {
  if (names === undefined || names.length === 0) return COLUMNS;
  return names.map((name) => {
    const column = columnOf(name);
    if (column !== undefined) return column;
    throw new DuizhaoError({
      code: 'exchange.unknown-column',
      exit: 'usage',
      message: `there is no column "${name}"`,
      hint: `columns: ${COLUMNS.map((known) => known.name).join(', ')}`,
    });
  });
}

/**
 * A record from named cells, as tables, properties and JSON give them.
 *
 * Cells of unknown names are passed over; a number column that holds no number is left out.
 *
 * @param onUnused - told the names of cells that are passed over, empty ones excepted
 */
export function recordFromCells(
  cells: Iterable<readonly [string, unknown]>,
  onUnused?: (name: string) => void,
): PairRecord {
  let [zh, en] = ['', ''];
  const row: Record<string, string | number> = {};
  for (const [name, value] of cells) {
    const column = BY_NAME.get(name);
    if (value === undefined || value === null) continue;
    if (column === undefined) {
      if (value !== '') onUnused?.(name);
      continue;
    }
    const text = typeof value === 'string' ? value : plain(value);
    if (text === '') continue;
    if (name === 'zh') zh = text;
    else if (name === 'en') en = text;
    else if (column.type === 'text') row[name] = text;
    else if (text.trim() !== '' && Number.isFinite(Number(text))) row[name] = Number(text);
  }
  return { ...row, zh, en };
}

function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return String(value);
  }
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}
