import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
} from 'docx';
import { DuizhaoError } from '../../kit/index.js';
import type { Pairs, WriteOptions } from '../format.js';
import { reportLoss } from '../loss.js';
import { numbered, type Numbered } from '../numbered.js';
import type { PairRecord } from '../record.js';
import { xmlCharacters } from '../xml/text.js';

/** Pairs a Word table may have: beyond it Word itself becomes unusable, and so does our memory. */
const MAX_PAIRS = 20_000;

const NAMES: Readonly<Record<Side, string>> = { zh: '中文 Chinese', en: 'English' };

type Side = 'zh' | 'en';

/** Widths and margins in twentieths of a point; an A4 page is 11,906 × 16,838 of them. */
const PAGE_MARGIN = 1_000;
const NUMBER_WIDTH = 750;
const TEXT_WIDTH = (11_906 - 2 * PAGE_MARGIN - NUMBER_WIDTH) / 2;
const CELL_MARGINS = { top: 70, bottom: 70, left: 110, right: 110 };

const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'BBBBBB' };

/**
 * A Word document with a table of two languages, numbered, its first row repeated on every page.
 *
 * Removed and reported: characters outside XML 1.0 and carriage returns. The table is built in
 * memory.
 *
 * @throws DuizhaoError `docx.too-many` beyond 20,000 pairs
 */
export async function* writeDocx(
  pairs: Pairs,
  options: WriteOptions = {},
): AsyncIterable<Uint8Array> {
  const sides: readonly Side[] = options.source === 'en' ? ['en', 'zh'] : ['zh', 'en'];
  const rows = [headerRow(sides)];
  for await (const item of numbered(pairs)) {
    if (item.ordinal > MAX_PAIRS) throw tooMany();
    rows.push(pairRow(item, sides, options));
  }
  const title = new Paragraph({
    text: options.title ?? 'Chinese–English pairs',
    heading: 'Heading1',
    spacing: { after: 200 },
  });
  const margin = { top: PAGE_MARGIN, bottom: PAGE_MARGIN, left: PAGE_MARGIN, right: PAGE_MARGIN };
  const document = new Document({
    creator: 'duizhao',
    styles: {
      default: {
        document: {
          run: { font: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimSun' }, size: 21 },
        },
        heading1: { run: { size: 32, bold: true, color: '222222' } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin } },
        footers: { default: pageNumbers() },
        children: [title, tableOf(rows)],
      },
    ],
  });
  yield await Packer.toBuffer(document);
}

function tableOf(rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    columnWidths: [NUMBER_WIDTH, TEXT_WIDTH, TEXT_WIDTH],
    width: { size: NUMBER_WIDTH + 2 * TEXT_WIDTH, type: WidthType.DXA },
    margins: CELL_MARGINS,
    borders: {
      ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
      ...{ insideHorizontal: LINE, insideVertical: LINE },
    },
  });
}

function pageNumbers(): Footer {
  const run = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ children: [run], alignment: 'center' })] });
}

function headerRow(sides: readonly Side[]): TableRow {
  const names = ['#', ...sides.map((side) => NAMES[side])];
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: names.map(
      (text, index) =>
        new TableCell({
          width: { size: index === 0 ? NUMBER_WIDTH : TEXT_WIDTH, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EEEEEE' },
          children: [new Paragraph({ children: [boldRun(text)] })],
        }),
    ),
  });
}

function boldRun(text: string): TextRun {
  const heading: IRunOptions = { text, bold: true };
  return new TextRun(heading);
}

function pairRow(
  { record, ordinal }: Numbered,
  sides: readonly Side[],
  options: WriteOptions,
): TableRow {
  let count = 0;
  const texts = sides.map((side) => cell(record, side));
  const row = new TableRow({ cantSplit: true, children: [numberCell(ordinal), ...texts] });
  if (count > 0) {
    reportLoss(options, record, { kind: 'characters', reason: 'not-in-word', ordinal, count });
  }
  return row;

  function cell(pair: PairRecord, side: Side): TableCell {
    const clean = xmlCharacters(pair[side]);
    const text = clean.text.replaceAll('\r', '');
    count += clean.removed + clean.text.length - text.length;
    return new TableCell({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      children: [new Paragraph({ children: runs(text) })],
    });
  }
}

function numberCell(ordinal: number): TableCell {
  const run = new TextRun({ text: String(ordinal), color: '777777' });
  return new TableCell({
    width: { size: NUMBER_WIDTH, type: WidthType.DXA },
    children: [new Paragraph({ children: [run], alignment: AlignmentType.RIGHT })],
  });
}

/** Tabs and line breaks are elements in Word, not characters. */
function runs(text: string): TextRun[] {
  return text.split('\n').map((line, index) => {
    const children = line
      .split('\t')
      .flatMap((piece, place) => (place === 0 ? [piece] : [new Tab(), piece]));
    return new TextRun({ children, ...(index === 0 ? {} : { break: 1 }) });
  });
}

function tooMany(): DuizhaoError {
  return new DuizhaoError({
    code: 'docx.too-many',
    exit: 'badInput',
    message: `more than ${MAX_PAIRS} pairs do not fit a Word table`,
    hint: 'choose fewer pairs (by document, score or sample), or write XLSX',
  });
}
