import { createRequire } from 'node:module';
import { decodeBuffer, getEncoding } from 'encoding-sniffer';
import type { Charset } from '../model/index.js';
import { plausibility } from './plausibility.js';
import { surveyUtf8 } from './utf8.js';

/** What is known about bytes besides themselves. */
export interface DecodeHints {
  /** `Content-Type` as the server sent it. */
  readonly contentType?: string | undefined;
  /** Look for a declaration inside, as a browser does in HTML and XML. */
  readonly html?: boolean | undefined;
  /** Charset a person gave; taken without question. */
  readonly charset?: string | undefined;
}

/** Text and how it was found in the bytes. */
export interface Decoded {
  /** Without byte order mark; bytes that mean nothing are U+FFFD. */
  readonly text: string;
  readonly charset: Charset;
}

interface Detector {
  readonly detect: (bytes: Uint8Array) => string | null;
}

const require = createRequire(import.meta.url);

/** Bytes looked at to judge a decoding; enough for some thousand characters. */
const SAMPLE_BYTES = 32_768;
/** A declaration stands in the first kilobyte by the standard; real pages are later. */
const PRESCAN_BYTES = 4096;
/** A declared charset this plausible is believed; ordinary Chinese has 1.2 to 1.6. */
const BELIEVED = 0.6;
/** How much more plausible another charset must be to overrule a declared one. */
const MARGIN = 0.3;
/** Share of bytes in valid sequences; Chinese in a double-byte charset reaches about 0.35. */
const DAMAGED = 0.7;
/** Below this many bytes text of a double-byte charset can be valid UTF-8 by accident. */
const FEW_BYTES = 64;
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'windows-1252'] as const;

/**
 * Decodes bytes of unknown or unreliably declared charset.
 *
 * In this order: a byte order mark; UTF-8 that is valid throughout; the declaration of the
 * HTTP header or of the page, if what it gives is valid and reads like text; otherwise the
 * charset under which the text is most plausible. A declaration found wrong is kept in
 * `charset.overruled`. GB 2312 and GBK are read as GB 18030 and Big5 with the Hong Kong
 * supplement, which contain them.
 *
 * @throws RangeError if `charset` was given and is no WHATWG label
 */
export function decodeBytes(bytes: Uint8Array, hints: DecodeHints = {}): Decoded {
  if (hints.charset !== undefined) return given(bytes, hints.charset);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked, 'bom');
  const declared = declarations(bytes, hints);
  const [first] = declared;
  const sample = sampleOf(bytes);
  if (sample === undefined) {
    const name = first?.name ?? 'utf-8';
    return isUtf16(name)
      ? decodeAs(bytes, 'utf-8', 'content', first?.label)
      : believe(bytes, first);
  }
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined && score(bytes.subarray(0, SAMPLE_BYTES), wide) > score(sample, 'utf-8')) {
    return decodeAs(bytes, wide, 'content', overruled(wide, first));
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined && isBetterUtf8(utf8, sample, first)) {
    const by = first?.name === 'utf-8' ? first.by : 'valid-utf-8';
    return { text: utf8, charset: charset('utf-8', by, overruled('utf-8', first)) };
  }
  if (utf8 === undefined && isDamagedUtf8(bytes)) {
    const by = first?.name === 'utf-8' ? first.by : 'content';
    return decodeAs(bytes, 'utf-8', by, overruled('utf-8', first));
  }
  return mostPlausible(bytes, sample, declared);
}

/** UTF-8 with a few broken bytes: no other charset makes so many valid sequences by accident. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const { valid, broken } = surveyUtf8(bytes);
  if (valid < 12 || valid < DAMAGED * (valid + broken)) return false;
  const intact = textOf(bytes.subarray(0, SAMPLE_BYTES), 'utf-8').replaceAll('\ufffd', '');
  return (plausibility(intact) ?? 0) >= 0;
}

interface Declaration {
  /** As written, lower case. */
  readonly label: string;
  /** WHATWG name. */
  readonly name: string;
  readonly by: 'http-header' | 'meta';
}

function given(bytes: Uint8Array, label: string): Decoded {
  return decodeAs(bytes, new TextDecoder(label).encoding, 'given');
}

function believe(bytes: Uint8Array, declared: Declaration | undefined): Decoded {
  if (declared === undefined) return decodeAs(bytes, 'utf-8', 'valid-utf-8');
  return decodeAs(bytes, declared.name, declared.by);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return undefined;
}

function declarations(
  bytes: Uint8Array,
  { contentType = '', html = false }: DecodeHints,
): Declaration[] {
  const header = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1];
  const found = [declaration(header, 'http-header')];
  if (html) {
    const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES));
    const name = getEncoding(head, { defaultEncoding: '', maxBytes: PRESCAN_BYTES });
    found.push(declaration(asWritten(head.toString('latin1'), name), 'meta'));
  }
  return found.filter((one) => one !== undefined);
}

/** The label in the page that means `name`; none where `name` is only the sniffer's default. */
function asWritten(head: string, name: string): string | undefined {
  const labels = head.matchAll(/(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/gi);
  for (const [, label = ''] of labels) {
    if (declaration(label, 'meta')?.name === declaration(name, 'meta')?.name) return label;
  }
  return undefined;
}

function declaration(label: string | undefined, by: Declaration['by']): Declaration | undefined {
  if (label === undefined || label === '') return undefined;
  try {
    return { label: label.toLowerCase(), name: new TextDecoder(label).encoding, by };
  } catch {
    return undefined; // no charset of that name: the bytes must tell
  }
}

/** Bytes from the first one outside ASCII on, cut where no character is cut; none in ASCII text. */
function sampleOf(bytes: Uint8Array): Uint8Array | undefined {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  if (first === -1) return undefined;
  let end = Math.min(bytes.length, first + SAMPLE_BYTES);
  while (end < bytes.length && end > first + SAMPLE_BYTES / 2 && (bytes[end - 1] ?? 0) > 0x2f)
    end -= 1;
  return bytes.subarray(first, end);
}

/** Perhaps UTF-16 without a mark: zero bytes, which only ASCII between gives, on one side. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  for (let at = 0; at < length; at += 1)
    if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return even > odd * 4 ? 'utf-16be' : odd > even * 4 ? 'utf-16le' : undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Valid UTF-8 is UTF-8, except a few bytes that a double-byte charset reads far better. */
function isBetterUtf8(
  utf8: string,
  sample: Uint8Array,
  declared: Declaration | undefined,
): boolean {
  if (declared?.name === 'utf-8' || sample.length > FEW_BYTES) return true;
  const worth = plausibility(utf8) ?? 0;
  const rival = score(sample, declared?.name ?? 'gb18030');
  if (worth < 0) return rival < BELIEVED * 2;
  return declared === undefined || worth + 2 * MARGIN >= rival;
}

function mostPlausible(
  bytes: Uint8Array,
  sample: Uint8Array,
  declared: readonly Declaration[],
): Decoded {
  const [first] = declared;
  const scored = declared.map((one) => ({ ...one, score: score(sample, one.name) }));
  const others = CANDIDATES.map((name) => ({ name, score: score(sample, name) }));
  const best = others.reduce((a, b) => (b.score > a.score ? b : a));
  const believed = scored.find(
    (one) => one.score >= Math.min(BELIEVED, best.score) || one.score + MARGIN >= best.score,
  );
  if (believed !== undefined && best.score - believed.score < 2 * MARGIN) {
    return decodeAs(bytes, believed.name, believed.by, overruled(believed.name, first));
  }
  const name = best.score >= 0 ? best.name : (elsewhere(sample) ?? best.name);
  return decodeAs(bytes, name, 'content', overruled(name, first));
}

/** What the statistics of another detector say, for charsets of neither language. */
function elsewhere(sample: Uint8Array): string | undefined {
  const detector = require('chardet') as Detector;
  return declaration(detector.detect(sample) ?? undefined, 'meta')?.name;
}

function score(sample: Uint8Array, name: string): number {
  return plausibility(textOf(sample, name)) ?? 0;
}

function decodeAs(
  bytes: Uint8Array,
  name: string,
  by: Charset['decidedBy'],
  wrong?: string,
): Decoded {
  return { text: textOf(bytes, name), charset: charset(name, by, wrong) };
}

function textOf(bytes: Uint8Array, name: string): string {
  // Node's own Big5 lacks the Hong Kong supplement of the WHATWG standard, and its
  // windows-1252 is Latin-1 in some versions; the sniffer's decoders follow the standard.
  if (name === 'big5' || name === 'windows-1252') {
    return decodeBuffer(Buffer.from(bytes), { userEncoding: name });
  }
  return new TextDecoder(name === 'gbk' ? 'gb18030' : name).decode(bytes);
}

function overruled(name: string, declared: Declaration | undefined): string | undefined {
  return declared === undefined || family(declared.name) === family(name)
    ? undefined
    : declared.label;
}

function family(name: string): string {
  return name === 'gbk' ? 'gb18030' : name;
}

function isUtf16(name: string): boolean {
  return name.startsWith('utf-16');
}

function charset(
  name: string,
  decidedBy: Charset['decidedBy'],
  wrong: string | undefined,
): Charset {
  return { name, decidedBy, ...(wrong === undefined ? {} : { overruled: wrong }) };
}
