import { CRAWL_DEFAULTS } from './defaults.js';

/** What governs the pace of one host; times in milliseconds. */
export interface PaceLimits {
  /** The configured pause; 0 means none, for servers of one's own. */
  readonly floorMs: number;
  readonly maxBackOffMs?: number;
}

/**
 * When a host may be asked again: its floor or Crawl-delay, more while it is in trouble.
 *
 * The pause is counted from the end of one answer to the start of the next request, so a slow
 * server is asked less often. After a failure the pause doubles; each success takes back a
 * quarter of the surplus.
 */
export class Pace {
  private crawlDelayMs = 0;
  private surplusMs = 0;
  private latencyMs = 0;
  /** Failures in a row. */
  failures = 0;
  /** Earliest moment of the next request. */
  readyAt = 0;

  constructor(private readonly limits: PaceLimits) {}

  /** Sets what robots.txt asks for; cut at the cap, which the caller reports. */
  setCrawlDelay(ms: number): void {
    this.crawlDelayMs = Math.min(ms, CRAWL_DEFAULTS.maxCrawlDelayMs);
  }

  /** The pause now in force. */
  get delayMs(): number {
    const base = Math.max(this.limits.floorMs, this.crawlDelayMs);
    const slow = base === 0 ? 0 : Math.min(this.latencyMs, 10_000);
    return Math.max(base, slow) + this.surplusMs;
  }

  /** An answer came: good or a plain 404, the host is well. */
  succeeded(now: number, tookMs: number): void {
    this.failures = 0;
    this.latencyMs = 0.7 * this.latencyMs + 0.3 * tookMs;
    this.surplusMs = this.surplusMs < 50 ? 0 : this.surplusMs * 0.75;
    this.readyAt = now + this.delayMs;
  }

  /**
   * The host failed or asked for patience.
   *
   * @param retryAfterMs - what its `Retry-After` says
   * @returns the pause taken
   */
  failed(now: number, retryAfterMs = 0): number {
    this.failures += 1;
    const ceiling = this.limits.maxBackOffMs ?? CRAWL_DEFAULTS.maxBackOffMs;
    const step = Math.max(this.limits.floorMs, this.crawlDelayMs, 250);
    this.surplusMs = Math.min(ceiling, Math.max(step, this.surplusMs * 2));
    const pause = Math.max(this.delayMs, retryAfterMs);
    this.readyAt = now + pause;
    return pause;
  }
}

/**
 * Milliseconds a `Retry-After` asks for; 0 without one or with nonsense in it.
 *
 * Seconds or an HTTP date (RFC 9110 §10.2.3).
 */
export function retryAfterMs(value: string | undefined, now: number): number {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
