import { version } from '../../kit/index.js';
import { chooseColumns, type Column } from '../columns.js';
import { gather } from '../gather.js';
import type { Loss, Pairs, WriteOptions } from '../format.js';
import { recordOf, type PairRecord } from '../record.js';
import { escapeAttribute, escapeText, xmlCharacters } from '../xml/text.js';
import { propType } from './prop-type.js';
import { TMX_PROFILES, type TmxProfile } from './profiles.js';

/** A pair with its neighbours in the same document, for formats that carry context. */
interface Placed {
  readonly record: PairRecord;
  readonly ordinal: number;
  readonly before?: PairRecord;
  readonly after?: PairRecord;
}

/**
 * TMX 1.4, UTF-8 without BOM, no DOCTYPE (tools would try to fetch it).
 *
 * Left out and reported: pairs without one of the sides, segments longer than the profile
 * allows. Removed and reported: characters outside XML 1.0.
 *
 * Source: TMX 1.4b specification (LISA OSCAR, 2005).
 */
export function writeTmx(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<string> {
  return gather(tmxParts(pairs, options));
}

async function* tmxParts(pairs: Pairs, options: WriteOptions): AsyncIterable<string> {
  const unit = unitWriter(options);
  yield head(options);
  for await (const placed of withNeighbours(pairs)) yield unit(placed);
  yield '</body>\n</tmx>\n';
}

function head(options: WriteOptions): string {
  const { adminLang } = TMX_PROFILES[options.profile ?? 'generic'];
  const { zhCode, enCode } = codes(options);
  const attributes = {
    creationtool: 'duizhao',
    creationtoolversion: version,
    segtype: options.unit ?? 'sentence',
    'o-tmf': 'duizhao',
    adminlang: adminLang,
    srclang: options.source === 'en' ? enCode : zhCode,
    datatype: 'plaintext',
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header${written}/>\n<body>\n`;
}

function codes(options: WriteOptions): { readonly zhCode: string; readonly enCode: string } {
  return { zhCode: options.zhCode ?? 'zh-CN', enCode: options.enCode ?? 'en-US' };
}

function unitWriter(options: WriteOptions): (placed: Placed) => string {
  const profile = TMX_PROFILES[options.profile ?? 'generic'];
  const columns = chooseColumns(options.columns).filter(
    ({ name }) => name !== 'zh' && name !== 'en',
  );
  const { zhCode, enCode } = codes(options);
  const [zhStart, enStart] = [zhCode, enCode].map(
    (code) => `<tuv xml:lang="${escapeAttribute(code)}"><seg>`,
  );
  return (placed) => {
    const { record, ordinal } = placed;
    const refused = refusal(record, profile);
    if (refused !== undefined) return report('pair', refused, 1);
    let removed = 0;
    const props = columns.map((column) => prop(column, record, content)).join('');
    const context = options.context === true && profile.readsContext ? contextOf(placed) : '';
    const zh = `${zhStart ?? ''}${content(record.zh)}</seg></tuv>\n`;
    const en = `${enStart ?? ''}${content(record.en)}</seg></tuv>\n`;
    if (removed > 0) report('characters', 'not-in-xml', removed);
    const variants = options.source === 'en' ? en + zh : zh + en;
    return `<tu${creation(record)}>\n${props}${context}${variants}</tu>\n`;

    function content(text: string): string {
      const clean = xmlCharacters(text);
      removed += clean.removed;
      return escapeText(clean.text);
    }
    function contextOf({ before, after }: Placed): string {
      return contextProp('pre', before) + contextProp('post', after);
    }
    function contextProp(place: 'pre' | 'post', neighbour: PairRecord | undefined): string {
      if (neighbour === undefined) return '';
      const text = options.source === 'en' ? neighbour.en : neighbour.zh;
      return `<prop type="x-context-${place}">${content(`<seg>${content(text)}</seg>`)}</prop>\n`;
    }
    function report(kind: Loss['kind'], reason: string, count: number): string {
      const id = record.id === undefined ? {} : { id: record.id };
      options.onLoss?.({ kind, reason, ordinal, count, ...id });
      return '';
    }
  };
}

function refusal({ zh, en }: PairRecord, { maxSegment = Infinity }: TmxProfile) {
  if (zh === '' || en === '') return 'one-sided';
  return zh.length > maxSegment || en.length > maxSegment ? 'too-long' : undefined;
}

function prop({ name }: Column, record: PairRecord, content: (text: string) => string): string {
  const value = record[name];
  if (value === undefined || value === '') return '';
  return `<prop type="${propType(name)}">${content(String(value))}</prop>\n`;
}

/** Fetch time as `YYYYMMDDTHHMMSSZ`, where it is a time in UTC. */
function creation({ fetched_at: time }: PairRecord): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(time ?? '');
  if (parts === null) return '';
  const [, year, month, day, hour, minute, second] = parts.map(String);
  return ` creationdate="${year ?? ''}${month ?? ''}${day ?? ''}T${hour ?? ''}${minute ?? ''}${second ?? ''}Z"`;
}

/** Pairs with the pairs just before and after them in the same document. */
async function* withNeighbours(pairs: Pairs): AsyncIterable<Placed> {
  let ordinal = 0;
  let before: PairRecord | undefined;
  let current: PairRecord | undefined;
  for await (const item of pairs) {
    const after = recordOf(item);
    if (current !== undefined) yield place(current, before, after);
    [before, current] = [current, after];
    ordinal += 1;
  }
  if (current !== undefined) yield place(current, before, undefined);

  function place(
    record: PairRecord,
    previous: PairRecord | undefined,
    next: PairRecord | undefined,
  ): Placed {
    return {
      record,
      ordinal,
      ...(isSameDocument(record, previous) ? { before: previous } : {}),
      ...(isSameDocument(record, next) ? { after: next } : {}),
    };
  }
}

function isSameDocument(record: PairRecord, other: PairRecord | undefined): other is PairRecord {
  return other !== undefined && record.doc !== undefined && record.doc === other.doc;
}
