import type { Page } from '../model/index.js';
import { DuizhaoError, type Run } from '../kit/index.js';
import { takeTurn } from './turn.js';
import { Host } from './host.js';
import { linkedTo } from './clock.js';
import type { CrawlOptions } from './options.js';
import type { CrawlProgress } from './progress.js';
import { quietUntil } from './quiet-hours.js';
import { faultOfSeeds } from './seeds.js';
import { openSession, type OpenSession } from './start.js';
import type { Ready } from './outcome.js';
import type { UrlRecord } from './url-record.js';

/** Reasons to stop at a host that mean it cannot be had at all. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'errors',
  'robots',
  'retry-after',
  'private-address',
  'blocked',
]);

/** A crawl under way: its pages, and how it stands. */
export interface Crawl extends AsyncIterable<Page> {
  /** Counts so far; the final ones after the last page. */
  readonly progress: () => CrawlProgress;
}

/** Pages fetched but not yet taken; beyond this the crawl waits for its reader. */
const BUFFERED = 16;
/** Longest wait without looking at the hosts again. */
const MAX_WAIT_MS = 60_000;
/** Least time between two progress calls. */
const PROGRESS_MS = 200;

/**
 * Fetches sites, politely, page by page.
 *
 * Each host is asked one thing at a time, at its own pace, by its robots.txt; hosts are worked
 * on side by side. With a folder, what was fetched is archived before it is handed on, and the
 * same call goes on where a stopped or killed one left off. A page counts as handed on when the
 * reader asks for the next, so store it before; after a kill it comes again, from the archive.
 *
 * Whatever is not fetched or not handed on goes to `run.onReject` with a reason.
 *
 * @throws DuizhaoError `crawl.no-contact`, `crawl.private-address` before any request;
 *   `crawl.unreachable` at the end, when no host gave anything; `crawl.busy`; those of the options
 */
export function crawlSite(options: CrawlOptions, run: Run): Crawl {
  let crawler: Crawler | undefined;
  return {
    progress: () => crawler?.progress() ?? { hosts: [], elapsedMs: 0, rate: 0, remainingMs: 0 },
    async *[Symbol.asyncIterator]() {
      const open = await openSession(options, run);
      crawler = new Crawler(open, options.onProgress);
      try {
        yield* crawler.pages();
      } finally {
        await open.close();
      }
    },
  };
}

class Crawler {
  private readonly ready: Ready[] = [];
  private inFlight = 0;
  private trouble: Error | undefined;
  private wake: () => void = () => undefined;
  private lastProgress = 0;
  private handedOn = 0;

  constructor(
    private readonly open: OpenSession,
    private readonly onProgress: ((progress: CrawlProgress) => void) | undefined,
  ) {}

  private get hosts(): ReadonlyMap<string, Host> {
    return this.open.session.hosts;
  }

  progress(): CrawlProgress {
    return this.open.session.tally.progress();
  }

  async *pages(): AsyncIterable<Page> {
    const { session, pending } = this.open;
    yield* this.redeliver(pending);
    try {
      for (;;) {
        await this.meetHosts();
        this.pump();
        const next = this.ready.shift();
        if (next !== undefined) {
          yield next.page;
          this.handedOver(next.id);
          continue;
        }
        if (this.trouble !== undefined) throw this.trouble;
        session.run.signal.throwIfAborted();
        if (this.inFlight === 0 && this.isOver()) break;
        await this.wait();
      }
      this.demandAnswers();
    } finally {
      this.report(true);
    }
  }

  /** A crawl that got nothing has failed, and must not look like an empty site. */
  private demandAnswers(): void {
    const { tally } = this.open.session;
    if (this.handedOn > 0 || tally.fetched > 0) return;
    const lost = [...this.hosts.values()].find(({ stopped = '' }) => UNREACHABLE.has(stopped));
    const fault =
      lost === undefined
        ? faultOfSeeds(this.open.session)
        : {
            what: `nothing could be fetched from "${lost.name}": ${lost.trouble}`,
            hint: 'the queue is kept: the same command tries again',
          };
    if (fault === undefined) return;
    throw new DuizhaoError({
      code: 'crawl.unreachable',
      exit: 'unreachable',
      message: fault.what,
      hint: fault.hint,
    });
  }

  /** Pages that a killed run had fetched but not handed on. */
  private async *redeliver(pending: readonly UrlRecord[]): AsyncIterable<Page> {
    const { readBack } = this.open;
    for (const record of pending) {
      const page = await readBack(record);
      if (page !== undefined) yield page;
      this.handedOver(record.id);
    }
  }

  /** The reader has asked for the next page, so it has this one. */
  private handedOver(id: number): void {
    const { frontier } = this.open.session;
    frontier.later(() => {
      frontier.settle(id, { delivered: 1 });
    });
  }

  /** Hosts come to be known through their first URL. */
  private async meetHosts(): Promise<void> {
    const { session } = this.open;
    const names = [...session.woken];
    session.woken.clear();
    for (const name of names) {
      (await Host.of(name, session)).isIdle = false;
    }
  }

  /** Starts a turn for every host that may have one. */
  private pump(): void {
    const { settings, run } = this.open.session;
    if (run.signal.aborted || this.trouble !== undefined) return;
    const now = settings.clock.now();
    const quiet = settings.quiet === undefined ? undefined : quietUntil(settings.quiet, now);
    this.open.session.tally.quietUntil = quiet;
    if (quiet !== undefined) return;
    while (this.hasRoom()) {
      const host = this.nextHost(now);
      if (host === undefined) return;
      this.start(host);
    }
  }

  /** The host that has been waiting longest. */
  private nextHost(now: number): Host | undefined {
    let best: Host | undefined;
    for (const host of this.hosts.values()) {
      if (!isWaiting(host) || host.pace.readyAt > now) continue;
      if (best === undefined || host.pace.readyAt < best.pace.readyAt) best = host;
    }
    return best;
  }

  private start(host: Host): void {
    host.isBusy = true;
    this.inFlight += 1;
    void this.turn(host).finally(() => {
      host.isBusy = false;
      this.inFlight -= 1;
      this.rouse();
      this.report(false);
      this.pump();
      this.wake();
    });
  }

  /** Known hosts that have got something new to do need not wait for the reader. */
  private rouse(): void {
    for (const name of this.open.session.woken) {
      const known = this.hosts.get(name);
      if (known !== undefined) known.isIdle = false;
    }
  }

  private async turn(host: Host): Promise<void> {
    const { session } = this.open;
    try {
      const done = await takeTurn(session, host);
      if (done === undefined) return;
      this.handedOn += 1;
      this.ready.push(done);
    } catch (error) {
      if (!session.run.signal.aborted) this.trouble = asError(error);
    }
  }

  private hasRoom(): boolean {
    const { hostsAtOnce, maxPages } = this.open.session.settings.limits;
    return (
      this.inFlight < hostsAtOnce &&
      this.ready.length + this.inFlight < BUFFERED &&
      this.handedOn + this.inFlight < maxPages
    );
  }

  private hasEnough(): boolean {
    return this.handedOn >= this.open.session.settings.limits.maxPages;
  }

  private isOver(): boolean {
    if (this.open.session.woken.size > 0) return false;
    return this.hasEnough() || ![...this.hosts.values()].some(isWaiting);
  }

  /** Sleeps until a turn ends or the next host is ready. */
  private async wait(): Promise<void> {
    const { settings, run, tally } = this.open.session;
    const now = settings.clock.now();
    const waiting = [...this.hosts.values()].filter(isWaiting).map(({ pace }) => pace.readyAt);
    const due = Math.max(tally.quietUntil ?? 0, Math.min(...waiting, now + MAX_WAIT_MS));
    const turnEnds = new Promise<void>((done) => {
      this.wake = done;
    });
    const isFull = this.inFlight >= settings.limits.hostsAtOnce;
    if (waiting.length === 0 || isFull) await turnEnds;
    else {
      const { controller, release } = linkedTo(run.signal);
      const timer = settings.clock.sleep(Math.max(1, due - now), controller.signal);
      await Promise.race([turnEnds, timer.catch(() => undefined)]);
      controller.abort();
      release();
    }
    this.report(false);
  }

  private report(isLast: boolean): void {
    if (this.onProgress === undefined) return;
    const now = this.open.session.settings.clock.now();
    if (!isLast && now - this.lastProgress < PROGRESS_MS) return;
    this.lastProgress = now;
    this.onProgress(this.progress());
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function isWaiting(host: Host): boolean {
  return !host.isBusy && !host.isIdle && host.stopped === undefined;
}
