import { STATUS_CODES } from 'node:http';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../kit/index.js';
import type { Answer } from './fetch-page.js';

/** One WARC record, not yet written. */
export interface WarcRecord {
  readonly type: 'warcinfo' | 'request' | 'response' | 'metadata' | 'revisit';
  readonly uri?: string;
  /** UTC, ISO 8601 with seconds. */
  readonly date: string;
  readonly contentType: string;
  /** Further WARC headers. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly block: Uint8Array;
}

/** A record made ready for the file, and the id it got. */
export interface EncodedRecord {
  readonly id: string;
  /** One gzip member. */
  readonly bytes: Uint8Array;
}

/**
 * Writes one record as a gzip member of its own, as ISO 28500:2017 (WARC/1.1) annex D asks.
 *
 * @param salt - where the record will stand; makes the id unique and yet the same in a repeat
 */
export function encodeRecord(record: WarcRecord, salt: string): EncodedRecord {
  const digest = sha256(record.block);
  const id = `<urn:uuid:${uuidOf(sha256(`${salt} ${record.type} ${record.uri ?? ''} ${record.date} ${digest}`))}>`;
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${record.type}`,
    `WARC-Record-ID: ${id}`,
    `WARC-Date: ${record.date}`,
    ...(record.uri === undefined ? [] : [`WARC-Target-URI: ${record.uri}`]),
    `WARC-Block-Digest: sha256:${digest}`,
    ...(record.headers ?? []).map(([name, value]) => `${name}: ${value}`),
    `Content-Type: ${record.contentType}`,
    `Content-Length: ${record.block.length}`,
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8');
  const end = Buffer.from('\r\n\r\n', 'latin1');
  return { id, bytes: gzipSync(Buffer.concat([head, record.block, end]), { level: 6 }) };
}

/** 32 hex digits in the form of a UUID, version 8 (own layout, RFC 9562 §5.8). */
function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const h = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
}

/** The request as a record block. */
export function requestBlock(answer: Answer): Uint8Array {
  const { host, pathname, search } = new URL(answer.url);
  const headers = [['Host', host], ...Object.entries(answer.sent)];
  const lines = headers.map(([name, value]) => `${name ?? ''}: ${value ?? ''}\r\n`).join('');
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines}\r\n`, 'latin1');
}

/**
 * Status line, headers and body as a record block.
 *
 * The body is stored without its chunking, so a `Transfer-Encoding` header would be untrue and
 * is kept under another name; `Content-Encoding` stays, and so does the compression.
 */
export function responseBlock(answer: Answer, withBody: boolean): Uint8Array {
  const reason = STATUS_CODES[answer.status] ?? '';
  const lines = answer.rawHeaders
    .map(([name, value]) => `${storedName(name)}: ${value}\r\n`)
    .join('');
  const head = Buffer.from(`HTTP/1.1 ${answer.status} ${reason}\r\n${lines}\r\n`, 'latin1');
  return withBody ? Buffer.concat([head, answer.raw]) : head;
}

function storedName(name: string): string {
  return /^transfer-encoding$/i.test(name) ? `X-Crawler-${name}` : name;
}
