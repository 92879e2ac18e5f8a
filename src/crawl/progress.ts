/** How one host is doing in this run. */
export interface HostProgress {
  readonly host: string;
  /** Pages that came whole: new, changed or the same as before. */
  readonly fetched: number;
  readonly fresh: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
  readonly refused: number;
  readonly failed: number;
  /** Why URLs were refused or failed, and how many; the most frequent reason first. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Requests that brought no usable answer: silence, 429, 5xx; many are tried again. */
  readonly errors: number;
  /** URLs still to be asked for. */
  readonly queued: number;
  readonly requests: number;
  readonly bytes: number;
  /** Pause now in force between two requests. */
  readonly delayMs: number;
  /** Pages a second over the whole run. */
  readonly rate: number;
  /** Until its queue as now known is empty; 0 when it is, or when nothing more is asked. */
  readonly remainingMs: number;
  /** Why nothing more is asked of this host in this run. */
  readonly stopped?: string;
  /** What it last answered instead of a page, while it is given time to recover. */
  readonly trouble?: string;
}

/** A moment of a crawl; also its end. */
export interface CrawlProgress {
  readonly hosts: readonly HostProgress[];
  readonly elapsedMs: number;
  /** Pages a second over the whole run. */
  readonly rate: number;
  /** Until the queue as now known is empty, judging by the pauses in force; 0 when it is. */
  readonly remainingMs: number;
  /** Set while quiet hours hold. */
  readonly quietUntil?: string;
}

/** Counters behind {@link HostProgress}. */
export type Counter =
  | 'fresh'
  | 'changed'
  | 'unchanged'
  | 'gone'
  | 'refused'
  | 'failed'
  | 'errors'
  | 'queued'
  | 'requests'
  | 'bytes';

/** All counters at zero. */
export function zeroCounters(): Record<Counter, number> {
  return {
    fresh: 0,
    changed: 0,
    unchanged: 0,
    gone: 0,
    refused: 0,
    failed: 0,
    errors: 0,
    queued: 0,
    requests: 0,
    bytes: 0,
  };
}
