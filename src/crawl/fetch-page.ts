import { Agent, type Dispatcher, request } from 'undici';
import { guardedLookup, publicAddresses, type Resolve } from './address.js';
import { type Clock, linkedTo } from './clock.js';
import { decompress } from './content-encoding.js';
import { type HeaderLines, headerLines, joinHeaders } from './http-headers.js';
import { explainFailure, type NoAnswer, UnusableAnswer } from './no-answer.js';

/** One HTTP answer, redirects not followed. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Headers as received, for the archive. */
  readonly rawHeaders: HeaderLines;
  /** Headers as sent. */
  readonly sent: Readonly<Record<string, string>>;
  /** Bytes of the body as sent, still compressed. */
  readonly raw: Uint8Array;
  /** The body, decompressed. */
  readonly body: Uint8Array;
  readonly startedAt: number;
  readonly tookMs: number;
}

/** Limits of one request. */
interface FetchLimits {
  readonly maxBytes: number;
  readonly maxRequestMs: number;
  readonly idleMs: number;
}

/** Why the body of an answer is not worth its bytes, judging by its head; `undefined` if it is. */
export type Wanted = (
  status: number,
  headers: Readonly<Record<string, string>>,
) => { readonly reason: string; readonly note: string } | undefined;

/** What one request may bring besides its URL. */
export interface GetOptions {
  /** Conditional headers of a revalidation. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly limits?: Partial<FetchLimits>;
  readonly wanted?: Wanted;
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
   */
  async get(url: string, signal: AbortSignal, how: GetOptions = {}): Promise<Answer | NoAnswer> {
    const { clock } = this.options;
    const startedAt = clock.now();
    const started = performance.now();
    const took = (): number => Math.round(performance.now() - started);
    const { maxRequestMs, maxBytes } = { ...this.options, ...how.limits };
    const { controller, release } = linkedTo(signal);
    const meter = { bytes: 0 };
    let isLate = false;
    const timeout = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, maxRequestMs);
    try {
      const sent = { ...this.headers(), ...how.headers };
      const { statusCode: status, headers, body } = await this.send(url, sent, controller.signal);
      const rawHeaders = headerLines(headers);
      const joined = joinHeaders(rawHeaders);
      refuseByHeaders(body, status, joined, maxBytes, how.wanted);
      const raw = await readCapped(body, maxBytes, meter);
      const decoded = decompress(raw, joined['content-encoding'] ?? '', maxBytes);
      const got = { url, status, headers: joined, rawHeaders, sent, raw, body: decoded };
      return { ...got, startedAt, tookMs: took() };
    } catch (error) {
      signal.throwIfAborted();
      const why = explainFailure(error, isLate, maxRequestMs);
      return { url, ...why, bytes: meter.bytes, tookMs: took() };
    } finally {
      clearTimeout(timeout);
      release();
    }
  }

  private async send(
    url: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    await this.checkLiteral(url);
    const dispatcher = this.agent;
    return request(url, { dispatcher, method: 'GET', headers, responseHeaders: 'raw', signal });
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

type Body = AsyncIterable<Uint8Array> & {
  readonly destroy: () => unknown;
  readonly on: (event: 'error', listener: () => void) => unknown;
};

/** Lets go of a body that is not wanted, or too large by its own account, before it is sent. */
function refuseByHeaders(
  body: Body,
  status: number,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  wanted: Wanted | undefined,
): void {
  const fault =
    wanted?.(status, headers) ??
    (Number(headers['content-length'] ?? '0') > maxBytes
      ? { reason: 'too-large', note: `more than ${maxBytes} bytes` }
      : undefined);
  if (fault === undefined) return;
  body.on('error', () => undefined); // undici reports the abortion there
  body.destroy();
  throw new UnusableAnswer(fault.reason, fault.note);
}

/** @param meter - told of every byte, so that those of a broken answer count too */
async function readCapped(
  body: Body,
  maxBytes: number,
  meter: { bytes: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    meter.bytes += chunk.length;
    if (meter.bytes > maxBytes) {
      body.destroy();
      throw new UnusableAnswer('too-large', `more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
