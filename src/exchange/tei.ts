import { version } from '../kit/index.js';
import { isChinese, isEnglish } from './codes.js';
import { chooseColumns, recordFromCells, type Column } from './columns.js';
import type { Chunks, Format, Pairs, ReadOptions, WriteOptions } from './format.js';
import { gather } from './gather.js';
import { numbered, type Numbered } from './numbered.js';
import type { PairRecord } from './record.js';
import { xmlContent } from './xml/content.js';
import { readXml, type OpenTag, type XmlHandlers, type XmlPlace } from './xml/read.js';
import { escapeAttribute, escapeText } from './xml/text.js';

/**
 * TEI P5: a `div` a document, an `ab` a pair, its two `seg` pointing at each other by `corresp`
 * (TEI Guidelines, §17.4.2), columns as notes.
 */
export const tei: Format = {
  kind: 'file',
  name: 'tei',
  summary: 'TEI P5 with aligned segments, for text corpora',
  extensions: ['.tei', '.tei.xml'],
  carries: 'everything',
  hasFacts: true,
  obeys: ['columns', 'zhCode', 'enCode', 'title'],
  write: (pairs, options = {}) => gather(teiParts(pairs, options)),
  read: readTei,
};

async function* teiParts(pairs: Pairs, options: WriteOptions): AsyncIterable<string> {
  const columns = chooseColumns(options.columns).filter(({ name }) => !TEXTS.has(name));
  const { zhCode = 'zh-CN', enCode = 'en-US' } = options;
  const codes = { zh: escapeAttribute(zhCode), en: escapeAttribute(enCode) };
  yield head(options);
  let document: string | undefined;
  for await (const item of numbered(pairs)) {
    const key = item.record.doc ?? item.record.url_or_path ?? '';
    if (key !== document)
      yield `${document === undefined ? '' : '</div>\n'}<div type="document">\n`;
    document = key;
    yield pairBlock(item, columns, codes, options);
  }
  yield document === undefined ? '<p/>\n' : '</div>\n';
  yield '</body>\n</text>\n</TEI>\n';
}

const TEXTS: ReadonlySet<string> = new Set(['zh', 'en']);

function head({ title = 'Chinese–English parallel corpus', facts = {} }: WriteOptions): string {
  const known = Object.entries(facts).map(
    ([name, value]) => `<p>${escapeText(`${name}: ${value}`)}</p>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>\n<fileDesc>\n' +
    `<titleStmt><title>${escapeText(title)}</title></titleStmt>\n` +
    `<publicationStmt><p>Made with duizhao ${escapeText(version)}</p></publicationStmt>\n` +
    `<sourceDesc>${known.length === 0 ? '<p>Sources stand with each pair.</p>' : known.join('')}</sourceDesc>\n` +
    '</fileDesc>\n</teiHeader>\n<text>\n<body>\n'
  );
}

function pairBlock(
  { record, ordinal }: Numbered,
  columns: readonly Column[],
  codes: { readonly zh: string; readonly en: string },
  options: WriteOptions,
): string {
  const content = xmlContent(record, ordinal, options);
  const texts = { zh: content.text(record.zh), en: content.text(record.en) };
  const isTwoSided = texts.zh !== '' && texts.en !== '';
  const block =
    `<ab type="pair" n="${ordinal}">` +
    segment('zh', 'en') +
    segment('en', 'zh') +
    columns.map(({ name }) => note(name, record[name])).join('') +
    '</ab>\n';
  content.report();
  return block;

  function segment(side: 'zh' | 'en', other: 'zh' | 'en'): string {
    if (texts[side] === '') return '';
    const corresp = isTwoSided ? ` corresp="#${other}${ordinal}"` : '';
    return `<seg xml:id="${side}${ordinal}" xml:lang="${codes[side]}"${corresp}>${texts[side]}</seg>`;
  }
  function note(name: string, value: string | number | undefined): string {
    return value === undefined ? '' : `<note type="${name}">${content.text(String(value))}</note>`;
  }
}

async function* readTei(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  let at = 0;
  for await (const cells of readXml<Cells>(source, options, pairHandlers)) {
    at += 1;
    const record = recordFromCells(cells);
    if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
    else yield record;
  }
}

type Cells = readonly (readonly [string, string])[];

function pairHandlers(emit: (cells: Cells) => void, place: XmlPlace): XmlHandlers {
  let rootSeen = false;
  let cells: [string, string][] | undefined;
  let open: { readonly tag: string; readonly name: string; text: string } | undefined;

  return {
    open: ({ name, attributes }: OpenTag) => {
      if (!rootSeen && name !== 'TEI') {
        throw place.refuse('tei.not-tei', `a TEI file begins with <TEI>, this one with <${name}>`);
      }
      rootSeen = true;
      if (name === 'ab' && attributes['type'] === 'pair') cells = [];
      if (cells === undefined || open !== undefined) return;
      if (name === 'seg')
        open = { tag: name, name: sideOf(attributes['xml:lang'] ?? ''), text: '' };
      if (name === 'note') open = { tag: name, name: attributes['type'] ?? '', text: '' };
    },
    close: (name) => {
      if (cells === undefined) return;
      if (name === open?.tag) {
        cells.push([open.name, open.text]);
        open = undefined;
      }
      if (name !== 'ab') return;
      emit(cells);
      cells = undefined;
    },
    text: (piece) => {
      if (open !== undefined) open.text += piece;
    },
  };
}

function sideOf(code: string): string {
  if (isChinese(code)) return 'zh';
  return isEnglish(code) ? 'en' : '';
}
