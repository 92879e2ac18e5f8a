import { version } from '../../kit/index.js';
import { chooseColumns, type Column } from '../columns.js';
import type { Pairs, WriteOptions } from '../format.js';
import { gather } from '../gather.js';
import { reportLoss } from '../loss.js';
import { numbered, type Numbered } from '../numbered.js';
import type { PairRecord } from '../record.js';
import { xmlContent, type XmlContent } from '../xml/content.js';
import { codePoints } from './code-points.js';
import { escapeAttribute, escapeText } from '../xml/text.js';

/** How one version of XLIFF spells the same facts. */
interface Dialect {
  readonly head: (zh: string, en: string) => string;
  readonly fileOpen: (number: number, original: string, codes: Codes) => string;
  readonly fileClose: string;
  readonly unit: (item: Numbered, fields: string, sides: Sides) => string;
  readonly field: (name: string, value: string) => string;
  /** Text of a source or target; may spell out what XML cannot hold. */
  readonly text: (text: string, content: XmlContent) => string;
  /** A file without units must still hold something. */
  readonly emptyFile: string;
}

interface Codes {
  readonly source: string;
  readonly target: string;
}

interface Sides {
  readonly source: string;
  readonly target: string;
}

/** XLIFF 1.2 (OASIS 2008): a `file` a document, a `trans-unit` a pair, columns as notes. */
export function writeXliff12(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<string> {
  return gather(xliffParts(pairs, options, version12));
}

/**
 * XLIFF 2.1 (OASIS 2018). Characters outside XML 1.0 are written as `<cp hex="…"/>`, so texts
 * come back whole.
 */
export function writeXliff21(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<string> {
  return gather(xliffParts(pairs, options, version21));
}

async function* xliffParts(
  pairs: Pairs,
  options: WriteOptions,
  dialect: Dialect,
): AsyncIterable<string> {
  const { zhCode = 'zh-CN', enCode = 'en-US' } = options;
  const side = options.source ?? 'zh';
  const codes =
    side === 'zh' ? { source: zhCode, target: enCode } : { source: enCode, target: zhCode };
  const columns = chooseColumns(options.columns).filter(({ name }) => !TEXTS.has(name));
  yield dialect.head(escapeAttribute(codes.source), escapeAttribute(codes.target));
  let document: string | undefined;
  let files = 0;
  for await (const item of numbered(pairs)) {
    const { record, ordinal } = item;
    const content = xmlContent(record, ordinal, options);
    const [source, target] = side === 'zh' ? [record.zh, record.en] : [record.en, record.zh];
    const sides = { source: dialect.text(source, content), target: dialect.text(target, content) };
    if (sides.source === '') {
      content.report();
      reportLoss(options, record, { kind: 'pair', reason: 'no-source', ordinal, count: 1 });
      continue;
    }
    const key = record.doc ?? record.url_or_path ?? '';
    if (key !== document) {
      if (files > 0) yield dialect.fileClose;
      files += 1;
      yield dialect.fileOpen(files, content.attribute(record.url_or_path ?? 'none'), codes);
      document = key;
    }
    yield dialect.unit(item, fieldsOf(record, columns, content, dialect), sides);
    content.report();
  }
  if (files === 0) yield dialect.fileOpen(1, 'none', codes) + dialect.emptyFile;
  yield `${dialect.fileClose}</xliff>\n`;
}

const TEXTS: ReadonlySet<string> = new Set(['zh', 'en']);

function fieldsOf(
  record: PairRecord,
  columns: readonly Column[],
  content: XmlContent,
  dialect: Dialect,
): string {
  let fields = '';
  for (const { name } of columns) {
    const value = record[name];
    if (value !== undefined) fields += dialect.field(name, content.text(String(value)));
  }
  return fields;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const version12: Dialect = {
  head: () => `${XML}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n`,
  fileOpen: (_number, original, { source, target }) =>
    `<file original="${original}" source-language="${escapeAttribute(source)}" target-language="${escapeAttribute(target)}" datatype="plaintext" tool-id="duizhao">\n` +
    `<header><tool tool-id="duizhao" tool-name="duizhao" tool-version="${escapeAttribute(version)}"/></header>\n<body>\n`,
  fileClose: '</body>\n</file>\n',
  unit: ({ ordinal }, fields, { source, target }) =>
    `<trans-unit id="${ordinal}" xml:space="preserve"><source>${source}</source>` +
    `${target === '' ? '' : `<target state="translated">${target}</target>`}${fields}</trans-unit>\n`,
  field: (name, value) => `<note from="duizhao:${name}">${value}</note>`,
  text: (text, content) => content.text(text),
  emptyFile: '',
};

const version21: Dialect = {
  head: (source, target) =>
    `${XML}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${source}" trgLang="${target}">\n`,
  fileOpen: (number, original) => `<file id="f${number}" original="${original}">\n`,
  fileClose: '</file>\n',
  unit: ({ ordinal }, fields, { source, target }) =>
    `<unit id="u${ordinal}" xml:space="preserve">${fields === '' ? '' : `<notes>${fields}</notes>`}` +
    `<segment${target === '' ? '' : ' state="translated"'}><source>${source}</source>` +
    `${target === '' ? '' : `<target>${target}</target>`}</segment></unit>\n`,
  field: (name, value) => `<note category="duizhao:${name}">${value}</note>`,
  text: (text) => codePoints(text, escapeText),
  emptyFile: '<group id="g1"/>\n',
};
