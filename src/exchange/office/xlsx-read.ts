import { DuizhaoError } from '../../kit/index.js';
import { recordFromCells, type ColumnName } from '../columns.js';
import type { Chunks, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { findColumns, namedCells } from '../table/header.js';
import { wholeFile } from '../whole-file.js';
import { readXml } from '../xml/read.js';
import { unpack, type Container } from './unzip.js';
import { readSheet } from './xlsx-sheet.js';
import { unescapeCell } from './xlsx-escape.js';

/**
 * Pairs of an Excel workbook: of every sheet whose first row names a Chinese or English column.
 *
 * The packed file and its shared strings are held in memory, rows are streamed.
 *
 * @throws DuizhaoError `table.no-columns`, `zip.malformed`, or the codes of `readXml`
 */
export async function* readXlsx(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  const { file } = options;
  const container: Container = { bytes: new Uint8Array(await wholeFile(source, options)), file };
  const strings = await sharedStrings(container);
  let isFound = false;
  let at = 0;
  for (const path of await sheetPaths(container)) {
    let columns: readonly (ColumnName | undefined)[] | undefined;
    for await (const cells of readSheet(container, path, strings)) {
      if (columns === undefined) {
        columns = findColumns(cells.map((cell) => cell ?? ''));
        if (columns === undefined) break;
        isFound = true;
        continue;
      }
      at += 1;
      const record = recordFromCells(namedCells(columns, cells));
      if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
      else yield record;
    }
  }
  if (!isFound) throw noColumns(file);
}

/** Paths of the sheets inside the container, in the order of the workbook. */
async function sheetPaths(container: Container): Promise<readonly string[]> {
  const targets = new Map<string, string>();
  const relations = readXml<readonly [string, string]>(
    unpack(container, 'xl/_rels/workbook.xml.rels'),
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
    unpack(container, 'xl/workbook.xml'),
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

async function sharedStrings(container: Container): Promise<readonly string[]> {
  const strings: string[] = [];
  const source = unpack(container, 'xl/sharedStrings.xml');
  const first = await source[Symbol.asyncIterator]().next();
  if (first.done === true) return strings;
  const found = readXml<string>(
    unpack(container, 'xl/sharedStrings.xml'),
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
  for await (const text of found) strings.push(text);
  return strings;
}

/** `x:row` → `row`: some programs write a prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function noColumns(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'table.no-columns',
    exit: 'badInput',
    message: `${file}: no sheet names a Chinese or English column in its first row`,
    hint: 'name the columns zh and en (or zh-CN and en-US, Chinese and English) in the first row',
    at: { file },
  });
}
