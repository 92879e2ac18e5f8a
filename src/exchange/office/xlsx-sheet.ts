import { readXml, type XmlHandlers } from '../xml/read.js';
import { localName } from '../xml/text.js';
import type { ZipContainer } from './zip.js';
import { unescapeCell } from './xlsx-escape.js';

/** Cells of a row by column; empty ones are absent. A number is that of a shared string. */
export type Cells = readonly (string | number | undefined)[];

/** Columns Excel has; a reference beyond them is not believed. */
const MAX_COLUMNS = 16_384;

/** Rows of one sheet; a row may be empty. */
export function readSheet(container: ZipContainer, path: string): AsyncIterable<Cells> {
  return readXml(container.part(path), { file: `${container.file}: ${path}` }, rowHandlers);
}

function rowHandlers(emit: (cells: Cells) => void): XmlHandlers {
  let cells: (string | number | undefined)[] = [];
  let cell: { readonly column: number; readonly type: string; text: string } | undefined;
  let isText = false;
  let isReading = true;

  return {
    open: ({ name, attributes }) => {
      const tag = localName(name);
      isText = false;
      if (tag === 'row') cells = [];
      else if (tag === 'c') {
        const column = columnNumber(attributes['r']) ?? cells.length;
        cell = { column, type: attributes['t'] ?? 'n', text: '' };
      } else if (tag === 'rPh') isReading = false;
      else isText = cell !== undefined && isReading && (tag === 'v' || tag === 't');
    },
    close: (name) => {
      const tag = localName(name);
      isText = false;
      if (tag === 'rPh') isReading = true;
      if (tag === 'c' && cell !== undefined && cell.column < MAX_COLUMNS) {
        const text = shown(cell);
        if (text !== '') cells[cell.column] = text;
        cell = undefined;
      }
      if (tag === 'row') emit(Array.from(cells));
    },
    text: (piece) => {
      if (isText && cell !== undefined) cell.text += piece;
    },
  };
}

/** The text people see, or the number of the shared string that holds it. */
function shown({ type, text }: { readonly type: string; readonly text: string }): string | number {
  switch (type) {
    case 's':
      return /^\d+$/.test(text) ? Number(text) : '';
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'inlineStr':
      return unescapeCell(text);
    default:
      return text;
  }
}

/** `B12` → 1: column of a reference, counted from 0. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
