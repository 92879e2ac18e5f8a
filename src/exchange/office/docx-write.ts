import {
  Document,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
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

const NAMES: Readonly<Record<'zh' | 'en', string>> = { zh: '中文 Chinese', en: 'English' };

/**
 * A Word document with a table of two columns, first row repeated on every page.
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
  const sides = options.source === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const rows = [headerRow(sides)];
  for await (const item of numbered(pairs)) {
    if (item.ordinal > MAX_PAIRS) throw tooMany();
    rows.push(pairRow(item, sides, options));
  }
  const table = new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
  const title = new Paragraph({
    text: options.title ?? 'Chinese–English pairs',
    heading: 'Heading1',
  });
  const document = new Document({
    creator: 'duizhao',
    styles: { default: { document: { run: { font: { ascii: 'Calibri', eastAsia: 'SimSun' } } } } },
    sections: [{ children: [title, table] }],
  });
  yield await Packer.toBuffer(document);
}

function headerRow(sides: readonly ('zh' | 'en')[]): TableRow {
  return new TableRow({
    tableHeader: true,
    children: sides.map((side) => {
      const heading: IRunOptions = { text: NAMES[side], bold: true };
      const run = new TextRun(heading);
      return new TableCell({ children: [new Paragraph({ children: [run] })] });
    }),
  });
}

function pairRow(
  { record, ordinal }: Numbered,
  sides: readonly ('zh' | 'en')[],
  options: WriteOptions,
): TableRow {
  let count = 0;
  const row = new TableRow({ cantSplit: true, children: sides.map((side) => cell(record, side)) });
  if (count > 0) {
    reportLoss(options, record, { kind: 'characters', reason: 'not-in-word', ordinal, count });
  }
  return row;

  function cell(pair: PairRecord, side: 'zh' | 'en'): TableCell {
    const clean = xmlCharacters(pair[side]);
    const text = clean.text.replaceAll('\r', '');
    count += clean.removed + clean.text.length - text.length;
    return new TableCell({ children: [new Paragraph({ children: runs(text) })] });
  }
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
