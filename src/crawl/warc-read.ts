import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { WARCParser, type WARCRecord } from 'warcio';
import type { Page } from '../model/index.js';
import { DuizhaoError, readFailure, type Run, sha256 } from '../kit/index.js';
import { withoutCredentials } from './canonical.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import { decompress } from './content-encoding.js';
import type { UrlRecord } from './url-record.js';
import type { CrawlPlanSettings } from './options.js';

const TAKEN =
  /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf|application\/(?:msword|vnd\.openxmlformats|epub\+zip))/i;

/**
 * Reads the pages of a WARC file of any tool, plain or gzipped, one record in memory at a time.
 *
 * Responses and resources of status 200 in a type that holds text are handed on; all others go
 * to `run.onReject` with a reason. A record shorter than its header says means that the file was
 * cut off; it is reported as `warc-truncated` and not handed on.
 *
 * @throws DuizhaoError `file.missing` …, `crawl.not-warc`
 */
export async function* readWarc(file: string, run: Run): AsyncIterable<Page> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  let count = 0;
  try {
    for await (const record of recordsOf(source)) {
      run.signal.throwIfAborted();
      if (!record.warcHeaders.statusline.startsWith('WARC/')) {
        if (count === 0) throw notWarc(undefined, file);
        run.onReject({ stage: 'crawl', id: file, reason: 'warc-damaged' });
        return;
      }
      count += 1;
      const result = await pageOf(record);
      if (result.page !== undefined) yield result.page;
      else if (result.reason !== undefined) {
        const id = withoutCredentials(record.warcTargetURI ?? `${basename(file)} record ${count}`);
        run.onReject({ stage: 'crawl', id, reason: result.reason });
      }
    }
  } catch (error) {
    if (run.signal.aborted) throw error;
    throw count === 0 ? notWarc(readFailure(error, file), file) : readFailure(error, file);
  } finally {
    source.destroy();
  }
  if (count === 0) throw notWarc(undefined, file);
}

async function* recordsOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<WARCRecord> {
  for await (const record of new WARCParser(source, { parseHttp: false })) {
    yield record;
    await record.skipFully();
  }
}

function notWarc(cause: unknown, file: string): unknown {
  if (cause instanceof DuizhaoError) return cause;
  return new DuizhaoError(
    {
      code: 'crawl.not-warc',
      exit: 'badInput',
      message: `"${file}" is no WARC file`,
      hint: 'a WARC file begins with "WARC/1." and may be gzipped',
      at: { file },
    },
    { cause },
  );
}

interface Read {
  readonly page?: Page;
  /** Absent for records that are no pages by nature: requests, metadata, the file's own header. */
  readonly reason?: string;
}

async function pageOf(record: WARCRecord, knownType = ''): Promise<Read> {
  const { warcType } = record;
  if (warcType === 'revisit') return { reason: 'warc-revisit' };
  if (warcType !== 'response' && warcType !== 'resource') return {};
  const url = record.warcTargetURI?.replace(/^<|>$/g, '');
  if (url === undefined || !/^https?:\/\//i.test(url)) return {};
  if (record.warcContentLength > CRAWL_DEFAULTS.maxBytes * 2) return { reason: 'too-large' };
  const block = await record.readFully(false);
  if (block.length < record.warcContentLength) return { reason: 'warc-truncated' };
  const message =
    warcType === 'resource'
      ? { status: 200, headers: { 'content-type': record.warcContentType ?? '' }, payload: block }
      : parseHttp(block);
  if (message === undefined) return { reason: 'bad-answer' };
  if (message.status !== 200 && message.status !== 203) return { reason: `http-${message.status}` };
  const type = message.headers['content-type'] ?? knownType;
  return TAKEN.test(type) ? bodyOf(record, url, type, message) : { reason: 'content-type' };
}

interface Message {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

/** Status line, headers and payload of an HTTP answer as archived. */
function parseHttp(block: Uint8Array): Message | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const crlf = bytes.indexOf('\r\n\r\n');
  const end = crlf >= 0 ? crlf : bytes.indexOf('\n\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split(/\r?\n(?![ \t])/);
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})/.exec(first)?.[1]);
  if (Number.isNaN(status)) return undefined;
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && name !== '__proto__') headers[name] = line.slice(colon + 1).trim();
  }
  return { status, headers, payload: bytes.subarray(end + (crlf >= 0 ? 4 : 2)) };
}

function bodyOf(record: WARCRecord, url: string, type: string, message: Message): Read {
  const { headers, status } = message;
  const date = record.warcDate?.replace(/\.\d+Z$/, 'Z');
  try {
    const raw = dechunk(message.payload, headers);
    const bytes = decompress(raw, headers['content-encoding'] ?? '', CRAWL_DEFAULTS.maxBytes);
    const origin = {
      kind: 'url' as const,
      location: withoutCredentials(url),
      ...(date === undefined ? {} : { fetchedAt: date }),
      status,
      sha256: sha256(bytes),
    };
    return { page: { origin, bytes, contentType: type, headers } };
  } catch {
    return { reason: 'bad-encoding' };
  }
}

/** Undoes chunked transfer where the body really is chunked; other tools store it either way. */
function dechunk(raw: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array {
  if (!/\bchunked\b/i.test(headers['transfer-encoding'] ?? '')) return raw;
  const parts: Uint8Array[] = [];
  for (let at = 0; ;) {
    const line = Buffer.from(raw.subarray(at, at + 40)).toString('latin1');
    const [head, digits] = /^([0-9a-f]{1,8})[^\r\n]*\r?\n/i.exec(line) ?? [];
    if (head === undefined || digits === undefined)
      return parts.length === 0 ? raw : Buffer.concat(parts);
    const size = Number.parseInt(digits, 16);
    at += head.length;
    if (size === 0) return Buffer.concat(parts);
    parts.push(raw.subarray(at, at + size));
    at += size;
    while (raw[at] === 13 || raw[at] === 10) at += 1;
  }
}

/** Reads one page of the crawl's own archive again. */
export async function readArchived(
  folder: string,
  record: UrlRecord,
  { site, licence, hints }: Pick<CrawlPlanSettings, 'site' | 'licence' | 'hints'>,
): Promise<Page | undefined> {
  if (record.file === '') return undefined;
  const handle = await open(join(folder, record.file), 'r');
  try {
    const bytes = Buffer.alloc(record.length);
    await handle.read(bytes, 0, record.length, record.offset);
    for await (const found of recordsOf([bytes])) {
      const { page } = await pageOf(found, record.contentType);
      if (page === undefined) return undefined;
      const { root, url } = record;
      return {
        ...page,
        ...(hints === undefined ? {} : { hints }),
        origin: {
          ...page.origin,
          location: root,
          ...(url === root ? {} : { finalUrl: url }),
          ...(site === undefined ? {} : { site }),
          ...(licence === undefined ? {} : { licence }),
        },
      };
    }
    return undefined;
  } finally {
    await handle.close();
  }
}
