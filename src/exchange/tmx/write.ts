import { version } from '../../kit/index.js';
import { chooseColumns } from '../columns.js';
import type { Pairs, WriteOptions } from '../format.js';
import { gather } from '../gather.js';
import { reportLoss } from '../loss.js';
import type { PairRecord } from '../record.js';
import { xmlContent, type XmlContent } from '../xml/content.js';
import { escapeAttribute } from '../xml/text.js';
import { withNeighbours, type Placed } from './neighbours.js';
import { TMX_PROFILES, type TmxProfile } from './profiles.js';
import { propType } from './prop-type.js';

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
  const { zhCode = 'zh-CN', enCode = 'en-US' } = options;
  const attributes = {
    creationtool: 'duizhao',
    creationtoolversion: version,
    segtype: options.unit ?? 'sentence',
    'o-tmf': 'duizhao',
    adminlang: TMX_PROFILES[options.profile ?? 'generic'].adminLang,
    srclang: options.source === 'en' ? enCode : zhCode,
    datatype: 'plaintext',
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header${written}/>\n<body>\n`;
}

/** One `tu`, or nothing for a pair the profile refuses. */
function unitWriter(options: WriteOptions): (placed: Placed) => string {
  const profile = TMX_PROFILES[options.profile ?? 'generic'];
  const columns = chooseColumns(options.columns)
    .filter(({ name }) => !TEXTS.has(name))
    .map(({ name }) => ({ name, open: `<prop type="${propType(name)}">` }));
  const variants = variantWriter(options);
  const hasContext = options.context === true && profile.readsContext;
  return (placed) => {
    const { record, ordinal } = placed;
    const refused = refusal(record, profile);
    if (refused !== undefined) {
      reportLoss(options, record, { kind: 'pair', reason: refused, ordinal, count: 1 });
      return '';
    }
    const content = xmlContent(record, ordinal, options);
    let props = '';
    for (const { name, open } of columns) {
      const value = record[name];
      if (value !== undefined) props += `${open}${content.text(String(value))}</prop>\n`;
    }
    const context = hasContext ? contextOf(placed, options.source ?? 'zh', content) : '';
    const texts = variants(record, content);
    content.report();
    if (texts !== undefined) return `<tu${creation(record)}>\n${props}${context}${texts}</tu>\n`;
    reportLoss(options, record, { kind: 'pair', reason: 'one-sided', ordinal, count: 1 });
    return '';
  };
}

const TEXTS: ReadonlySet<string> = new Set(['zh', 'en']);

/** Both variants; nothing if no text is left of one. */
function variantWriter(options: WriteOptions) {
  const { zhCode = 'zh-CN', enCode = 'en-US' } = options;
  const zhOpen = `<tuv xml:lang="${escapeAttribute(zhCode)}"><seg>`;
  const enOpen = `<tuv xml:lang="${escapeAttribute(enCode)}"><seg>`;
  return (record: PairRecord, content: XmlContent): string | undefined => {
    const [zhText, enText] = [content.text(record.zh), content.text(record.en)];
    if (zhText === '' || enText === '') return undefined;
    const zh = `${zhOpen}${zhText}</seg></tuv>\n`;
    const en = `${enOpen}${enText}</seg></tuv>\n`;
    return options.source === 'en' ? en + zh : zh + en;
  };
}

function refusal(
  { zh, en }: PairRecord,
  { maxSegment = Infinity }: TmxProfile,
): 'one-sided' | 'too-long' | undefined {
  if (zh === '' || en === '') return 'one-sided';
  return zh.length > maxSegment || en.length > maxSegment ? 'too-long' : undefined;
}

/** Neighbours as memoQ writes them: a `seg` element, escaped, in a property. */
function contextOf({ before, after }: Placed, side: 'zh' | 'en', content: XmlContent): string {
  return contextProp('pre', before) + contextProp('post', after);

  function contextProp(place: 'pre' | 'post', neighbour: PairRecord | undefined): string {
    const text = neighbour?.[side] ?? '';
    if (text === '') return '';
    const segment = content.text(`<seg>${content.text(text)}</seg>`);
    return `<prop type="x-context-${place}">${segment}</prop>\n`;
  }
}

/** Fetch time as `YYYYMMDDTHHMMSSZ`, where it is a time in UTC. */
function creation({ fetched_at: time }: PairRecord): string {
  if (time === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(time)) return '';
  return ` creationdate="${time.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}"`;
}
