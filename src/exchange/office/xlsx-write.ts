import exceljs from 'exceljs';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { COLUMNS, type Column, type ColumnName } from '../columns.js';
import type { Facts, Pairs, WriteOptions } from '../format.js';
import { reportLoss } from '../loss.js';
import { numbered, type Numbered } from '../numbered.js';
import { tableHeader, type TableHeader } from '../table/header.js';
import { escapeCell, MAX_CELL } from './xlsx-escape.js';

/** Most rows Excel takes in a sheet, header included. */
const MAX_ROWS = 1_048_576;

/** Rows handed to the writer before it is given time to pack them. */
const ROWS_AT_ONCE = 200;

/** Bytes of sheets and of the packed file that may wait in memory. */
const MAX_BACKLOG = 2 << 20;

/** Widths in characters; the two texts are read, the rest is looked up. */
const WIDTHS: Readonly<Partial<Record<ColumnName, number>>> = { zh: 50, en: 70, url_or_path: 30 };

type Workbook = exceljs.stream.xlsx.WorkbookWriter;

/**
 * An Excel workbook: pairs with a frozen first row, wrapped texts and filters, on as many sheets
 * as they need, and a sheet of facts about the corpus.
 *
 * Cells longer than Excel takes are cut and reported; everything else comes back byte for byte.
 */
export async function* writeXlsx(
  pairs: Pairs,
  options: WriteOptions = {},
): AsyncIterable<Uint8Array> {
  const packed = new PassThrough();
  const failed = fill(packed, pairs, options).then(
    () => undefined,
    (error: unknown) => {
      packed.destroy(error instanceof Error ? error : new Error(String(error)));
    },
  );
  for await (const piece of packed) if (piece instanceof Uint8Array) yield piece;
  await failed;
}

async function fill(packed: PassThrough, pairs: Pairs, options: WriteOptions): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: packed,
    useSharedStrings: false,
    useStyles: true,
  });
  book.creator = 'duizhao';
  book.created = book.modified = ZIP_EPOCH;
  const header = tableHeader(options);
  const sheets = new SheetSeries(book, header);
  for await (const item of numbered(pairs)) {
    sheets.add(cellsOf(item, header.columns, options));
    if (item.ordinal % ROWS_AT_ONCE !== 0) continue;
    while (packed.readableLength + sheets.backlog() > MAX_BACKLOG) await setImmediate();
  }
  sheets.close();
  addFacts(book, { ...options.facts, ...options.closingFacts?.() }, header.columns);
  await book.commit();
}

/** The same bytes whenever it is written: dates inside the file are fixed. */
const ZIP_EPOCH = new Date('1980-01-01T00:00:00Z');

/** Sheets `pairs`, `pairs 2`, …: the next one begins when one is full. */
class SheetSeries {
  #sheet: exceljs.Worksheet | undefined;
  #rows = 0;
  #count = 0;
  readonly #book: Workbook;
  readonly #header: TableHeader;

  constructor(book: Workbook, header: TableHeader) {
    this.#book = book;
    this.#header = header;
  }

  add(cells: readonly (string | number | null)[]): void {
    if (this.#sheet === undefined || this.#rows === MAX_ROWS) this.#next();
    this.#sheet?.addRow(cells).commit();
    this.#rows += 1;
  }

  close(): void {
    if (this.#count === 0) this.#next();
    this.#sheet?.commit();
  }

  /**
   * Bytes of the sheet that are not packed yet. exceljs answers every write at once, so the queue
   * of the stream behind the sheet is looked at; without it memory would grow with the rows.
   */
  backlog(): number {
    const stream = propertyOf(this.#sheet, 'stream');
    const pipes = propertyOf(stream, 'pipes');
    const queue = propertyOf(Array.isArray(pipes) ? pipes[0] : undefined, '_writableState');
    const waiting = propertyOf(queue, 'length');
    return typeof waiting === 'number' ? waiting : 0;
  }

  #next(): void {
    this.#sheet?.commit();
    this.#count += 1;
    const name = this.#count === 1 ? 'pairs' : `pairs ${this.#count}`;
    const sheet = this.#book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = this.#header.columns.map((column, index) => ({
      header: this.#header.names[index] ?? column.name,
      width: WIDTHS[column.name] ?? 14,
      style: {
        alignment: { vertical: 'top', wrapText: column.name === 'zh' || column.name === 'en' },
      },
    }));
    sheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: 1, column: this.#header.columns.length },
    };
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();
    this.#sheet = sheet;
    this.#rows = 1;
  }
}

function propertyOf(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  return Reflect.get(holder, name);
}

function cellsOf(
  { record, ordinal }: Numbered,
  columns: readonly Column[],
  options: WriteOptions,
): (string | number | null)[] {
  let count = 0;
  const cells = columns.map(({ name }) => {
    const value = record[name];
    if (typeof value !== 'string') return value ?? null;
    if (value === '') return null;
    const cell = escapeCell(value);
    if (cell.length <= MAX_CELL) return cell;
    const kept = fitting(value);
    count += value.length - kept.length;
    return escapeCell(kept);
  });
  if (count > 0) {
    reportLoss(options, record, {
      kind: 'characters',
      reason: 'too-long-for-cell',
      ordinal,
      count,
    });
  }
  return cells;
}

/** The longest beginning of a text that fits a cell when escaped. */
function fitting(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (escapeCell(text.slice(0, middle)).length <= MAX_CELL) from = middle;
    else to = middle - 1;
  }
  const isHalf = /[\uD800-\uDBFF]$/.test(text.slice(0, from)) && from < text.length;
  return text.slice(0, isHalf ? from - 1 : from);
}

/** What the corpus is, and what each column means. */
function addFacts(book: Workbook, facts: Facts, columns: readonly Column[]): void {
  const sheet = book.addWorksheet('corpus', { views: [{ state: 'frozen', ySplit: 1 }] });
  const alignment = { vertical: 'top', wrapText: true } as const;
  sheet.columns = [
    { width: 32, style: { alignment } },
    { width: 80, style: { alignment } },
  ];
  const head = sheet.addRow(['fact', 'value']);
  head.font = { bold: true };
  head.commit();
  for (const [name, value] of Object.entries(facts)) {
    sheet.addRow([name, typeof value === 'string' ? escapeCell(value) : value]).commit();
  }
  for (const { name, summary } of COLUMNS) {
    if (columns.some((column) => column.name === name)) {
      sheet.addRow([`column ${name}`, summary]).commit();
    }
  }
  sheet.commit();
}
