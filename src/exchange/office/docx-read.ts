import type { ByteFile } from '../byte-file.js';
import type { ReadOptions } from '../format.js';
import { recordFromCells, type ColumnName } from '../columns.js';
import type { PairRecord } from '../record.js';
import { checkedColumns, namedCells, tellUnused } from '../table/header.js';
import { readXml, type XmlHandlers } from '../xml/read.js';
import { openZip } from './zip.js';

/**
 * Pairs of the tables of a Word document; the first row of the first table names the languages.
 *
 * Paragraphs of a cell are joined by line breaks; text outside tables is passed over, and so is
 * text marked as deleted.
 *
 * @throws DuizhaoError `table.no-columns`, `zip.malformed`, or the codes of `readXml`
 */
export async function* readDocx(bytes: ByteFile, options: ReadOptions): AsyncIterable<PairRecord> {
  const { file } = options;
  const container = await openZip(bytes);
  let columns: readonly (ColumnName | undefined)[] | undefined;
  let at = 0;
  const part = container.part('word/document.xml');
  for await (const cells of readXml(part, { file: `${file}: document.xml` }, rowHandlers)) {
    if (columns === undefined) {
      columns = checkedColumns(cells, file);
      tellUnused(columns, cells, options);
      continue;
    }
    at += 1;
    const record = recordFromCells(namedCells(columns, cells));
    if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
    else yield record;
  }
  checkedColumns(columns === undefined ? [] : ['zh'], file);
}

function rowHandlers(emit: (cells: readonly string[]) => void): XmlHandlers {
  let cells: string[] = [];
  let paragraphs: string[] | undefined;
  let paragraph = '';
  let isText = false;

  return {
    open: ({ name }) => {
      isText = name === 'w:t';
      if (name === 'w:tr') cells = [];
      if (name === 'w:tc') paragraphs = [];
      if (name === 'w:p') paragraph = '';
      if (name === 'w:tab') paragraph += '\t';
      if (name === 'w:br' || name === 'w:cr') paragraph += '\n';
    },
    close: (name) => {
      isText = false;
      if (name === 'w:p') paragraphs?.push(paragraph);
      if (name === 'w:tc') {
        cells.push((paragraphs ?? []).join('\n'));
        paragraphs = undefined;
      }
      if (name === 'w:tr') emit(cells);
    },
    text: (piece) => {
      if (isText) paragraph += piece;
    },
  };
}
