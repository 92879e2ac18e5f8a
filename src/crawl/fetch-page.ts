import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { Agent, request } from 'undici';
import { DuizhaoError, systemCode } from '../kit/index.js';
import { guardedLookup, publicAddresses, type Resolve } from './address.js';
import { type Clock, linkedTo } from './clock.js';

/** One HTTP answer, redirects not followed. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Headers as received, for the archive. */
  readonly rawHeaders: readonly (readonly [string, string])[];
  /** Headers as sent. */
  readonly sent: Readonly<Record<string, string>>;
  /** Bytes of the body as sent, still compressed. */
  readonly raw: Uint8Array;
  /** The body, decompressed. */
  readonly body: Uint8Array;
  readonly startedAt: number;
  readonly tookMs: number;
}

/** A request that brought no usable answer. */
export interface NoAnswer {
  readonly url: string;
  /** `timeout`, `connection`, `too-large`, `bad-encoding`, `bad-answer`, `no-such-host`, `private-address`. */
  readonly failure: string;
  readonly message: string;
  /** Trying again later may help. */
  readonly temporary: boolean;
  readonly tookMs: number;
}

/** Limits of one request. */
export interface FetchLimits {
  readonly maxBytes: number;
  readonly maxRequestMs: number;
  readonly idleMs: number;
}

/** What a fetcher must be told once. */
export interface FetcherOptions extends FetchLimits {
  readonly userAgent: string;
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly clock: Clock;
}

/** Speaks HTTP for the crawl; keeps one connection a host and no cookies. */
export class Fetcher {
  private readonly agent: Agent;

  constructor(private readonly options: FetcherOptions) {
    this.agent = new Agent({
      connections: 1,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      connect: {
        lookup: guardedLookup(options.resolve, options.allowPrivate),
        timeout: options.idleMs,
      },
      headersTimeout: options.idleMs,
      bodyTimeout: options.idleMs,
      maxHeaderSize: 65_536,
    });
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }

  /**
   * One GET. Never throws for what a server or the network does; only for abortion by `signal`.
   *
   * @param extra - conditional headers of a revalidation
   */
  async get(
    url: string,
    signal: AbortSignal,
    extra: Readonly<Record<string, string>> = {},
    limits: Partial<FetchLimits> = {},
  ): Promise<Answer | NoAnswer> {
    const startedAt = this.options.clock.now();
    const started = performance.now();
    const took = (): number => Math.round(performance.now() - started);
    const bounds = { ...this.options, ...limits };
    const { controller, release } = linkedTo(signal);
    let isLate = false;
    const timeout = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, bounds.maxRequestMs);
    try {
      await this.checkLiteral(url);
      const sent = { ...this.headers(), ...extra };
      const { statusCode, headers, body } = await request(url, {
        dispatcher: this.agent,
        method: 'GET',
        headers: sent,
        responseHeaders: 'raw',
        signal: controller.signal,
      });
      const rawHeaders = headerPairs(headers);
      const joined = joinHeaders(rawHeaders);
      const raw = await readCapped(body, bounds.maxBytes);
      const decoded = decompress(raw, joined['content-encoding'] ?? '', bounds.maxBytes);
      return {
        url,
        status: statusCode,
        headers: joined,
        rawHeaders,
        sent,
        raw,
        body: decoded,
        startedAt,
        tookMs: took(),
      };
    } catch (error) {
      signal.throwIfAborted();
      return { url, ...explain(error, isLate, bounds.maxRequestMs), tookMs: took() };
    } finally {
      clearTimeout(timeout);
      release();
    }
  }

  private headers(): Record<string, string> {
    return {
      'user-agent': this.options.userAgent,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, br',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
    };
  }

  /** Sockets look up names but not addresses written as such, so those are checked here. */
  private async checkLiteral(url: string): Promise<void> {
    const { hostname } = new URL(url);
    if (!/^[\d.]+$|^\[/.test(hostname)) return;
    await publicAddresses(hostname, this.options.resolve, this.options.allowPrivate);
  }
}

class Refused extends Error {
  constructor(
    readonly failure: string,
    message: string,
  ) {
    super(message);
  }
}

async function readCapped(
  body: AsyncIterable<Uint8Array> & { destroy: () => unknown },
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      body.destroy();
      throw new Refused('too-large', `more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Undoes `Content-Encoding`, never producing more than `maxBytes`. */
export function decompress(raw: Uint8Array, encoding: string, maxBytes: number): Uint8Array {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (names.length > 2) throw new Refused('bad-encoding', `encoded ${names.length} times over`);
  if (raw.length === 0) return raw;
  return names.reduce((bytes, name) => decodeOnce(bytes, name, maxBytes), raw);
}

function decodeOnce(bytes: Uint8Array, name: string, maxOutputLength: number): Uint8Array {
  const options = { maxOutputLength };
  try {
    switch (name) {
      case 'gzip':
      case 'x-gzip':
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
      case 'br':
        return brotliDecompressSync(bytes, options);
      case 'deflate':
        return ((bytes[0] ?? 0) & 15) === 8
          ? inflateSync(bytes, options)
          : inflateRawSync(bytes, options);
      default:
        throw new Refused('bad-encoding', `unknown content encoding "${name}"`);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE') {
      throw new Refused('too-large', `more than ${maxOutputLength} bytes after decompression`);
    }
    throw new Refused('bad-encoding', `broken ${name} data`);
  }
}

function explain(
  error: unknown,
  isTimeout: boolean,
  maxRequestMs: number,
): Pick<NoAnswer, 'failure' | 'message' | 'temporary'> {
  if (isTimeout) {
    return {
      failure: 'timeout',
      message: `not complete after ${maxRequestMs} ms`,
      temporary: true,
    };
  }
  if (error instanceof Refused) {
    return { failure: error.failure, message: error.message, temporary: false };
  }
  if (error instanceof DuizhaoError) {
    const failure = error.failure.code.replace(/^crawl\./, '');
    return { failure, message: error.message, temporary: failure === 'no-such-host' };
  }
  const code = systemCode(error) ?? '';
  const message = error instanceof Error ? error.message : String(error);
  if (code.includes('TIMEOUT')) return { failure: 'timeout', message, temporary: true };
  if (/^HPE_|UND_ERR_(?:RES|HEADERS_OVERFLOW|INVALID)/.test(code)) {
    return { failure: 'bad-answer', message, temporary: true };
  }
  return {
    failure: 'connection',
    message: code === '' ? message : `${code}: ${message}`,
    temporary: true,
  };
}

function headerPairs(raw: unknown): (readonly [string, string])[] {
  if (!Array.isArray(raw)) {
    return Object.entries(raw ?? {}).flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)] as const),
    );
  }
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([latin1(raw[i]), latin1(raw[i + 1])]);
  return pairs;
}

function latin1(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}

function joinHeaders(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const joined: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    joined[key] = joined[key] === undefined ? value : `${joined[key]}, ${value}`;
  }
  return joined;
}
