import { DuizhaoError } from '../../kit/index.js';
import { recordFromCells } from '../columns.js';
import type { ByteFile } from '../byte-file.js';
import type { ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import {
  COLUMNS_HINT,
  findColumns,
  isFirstRowPair,
  namedCells,
  tellUnused,
  type Columns,
} from '../table/header.js';
import { readXml } from '../xml/read.js';
import { localName } from '../xml/text.js';
import { SharedStrings } from './shared-strings.js';
import { readSheet, type Cells } from './xlsx-sheet.js';
import { openZip, type ZipContainer } from './zip.js';
import { unescapeCell } from './xlsx-escape.js';

/**
 * Pairs of an Excel workbook: of every sheet whose first row names a Chinese or English column,
 * or of the first sheet that has the columns stated by number.
 *
 * Rows are streamed; the table of shared strings lies on disk when it is large.
 *
 * @throws DuizhaoError `table.no-columns`, `zip.malformed`, or the codes of `readXml`
 */
export async function* readXlsx(bytes: ByteFile, options: ReadOptions): AsyncIterable<PairRecord> {
  const container = await openZip(bytes);
  const strings = new SharedStrings();
  try {
    await fillStrings(strings, container);
    yield* pairsOf(container, strings, options);
  } finally {
    await strings.close();
  }
}

async function* pairsOf(
  container: ZipContainer,
  strings: SharedStrings,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  const isPair = isFirstRowPair(options);
  let isFound = false;
  let at = 0;
  for (const path of await sheetPaths(container)) {
    if (isFound && isPair) break; // only the first sheet is known to have the columns there
    let columns: Columns | undefined;
    for await (const row of readSheet(container, path)) {
      if (row.length === 0) continue;
      const cells = await textsOf(row, strings);
      if (columns === undefined) {
        columns = findColumns(cells, options);
        if (columns === undefined) break;
        isFound = true;
        tellUnused(columns, cells, options);
        if (!isPair) {
          options.onHeader?.(cells);
          continue;
        }
      }
      at += 1;
      const record = recordFromCells(namedCells(columns, cells));
      if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
      else yield record;
    }
  }
  if (!isFound) throw noColumns(options.file);
}

async function textsOf(row: Cells, strings: SharedStrings): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const cell of row) {
    const text = typeof cell === 'number' ? strings.at(cell) : (cell ?? '');
    texts.push(typeof text === 'string' ? text : await text);
  }
  return texts;
}

/** Paths of the sheets inside the container, in the order of the workbook. */
async function sheetPaths(container: ZipContainer): Promise<readonly string[]> {
  const targets = new Map<string, string>();
  const relations = readXml<readonly [string, string]>(
    container.part('xl/_rels/workbook.xml.rels'),
    { file: `${container.file}: workbook.xml.rels` },
    (emit) => ({
      open: ({ name, attributes }) => {
        if (name !== 'Relationship') return;
        emit([attributes['Id'] ?? '', attributes['Target'] ?? '']);
      },
      close: () => undefined,
      text: () => undefined,
    }),
  );
  for await (const [id, target] of relations) targets.set(id, target);
  const paths: string[] = [];
  const sheets = readXml<string>(
    container.part('xl/workbook.xml'),
    { file: `${container.file}: workbook.xml` },
    (emit) => ({
      open: ({ name, attributes }) => {
        if (localName(name) === 'sheet') emit(attributes['r:id'] ?? '');
      },
      close: () => undefined,
      text: () => undefined,
    }),
  );
  for await (const id of sheets) {
    const target = targets.get(id);
    if (target !== undefined) paths.push(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return paths;
}

async function fillStrings(strings: SharedStrings, container: ZipContainer): Promise<void> {
  if (!container.has('xl/sharedStrings.xml')) return;
  const found = readXml<string>(
    container.part('xl/sharedStrings.xml'),
    { file: `${container.file}: sharedStrings.xml` },
    (emit) => {
      let [text, isText, isReading] = ['', false, true];
      return {
        open: ({ name }) => {
          if (localName(name) === 'si') text = '';
          if (localName(name) === 'rPh') isReading = false;
          isText = localName(name) === 't' && isReading;
        },
        close: (name) => {
          isText = false;
          if (localName(name) === 'rPh') isReading = true;
          if (localName(name) === 'si') emit(unescapeCell(text));
        },
        text: (piece) => {
          if (isText) text += piece;
        },
      };
    },
  );
  for await (const text of found) await strings.add(text);
}

function noColumns(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'table.no-columns',
    exit: 'badInput',
    message: `${file}: no sheet names a Chinese or English column in its first row`,
    hint: COLUMNS_HINT,
    at: { file },
  });
}
