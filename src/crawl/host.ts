import { DuizhaoError } from '../kit/index.js';
import { isPrivateAddress, publicAddresses } from './address.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import type { Answer, GetOptions } from './fetch-page.js';
import type { NoAnswer } from './no-answer.js';
import { Pace } from './pace.js';
import { numberOf, rowOf } from './row.js';
import type { Session } from './session.js';

/** The clock tells whole milliseconds: a pause may begin up to one later than it says. */
const TICK_MS = 1;

/** One host of a crawl: at most one request at a time, at its own pace. */
export class Host {
  isBusy = false;
  /** Nothing of this crawl in its queue; woken when something is added. */
  isIdle = true;
  stopped: string | undefined;
  /** What went wrong last, for a person. */
  trouble = '';
  readonly pace: Pace;
  private isAsking = false;
  /** Answers in a row that say we are not wanted. */
  private turnedAway = 0;

  private constructor(
    readonly name: string,
    pace: Pace,
    private readonly session: Session,
  ) {
    this.pace = pace;
  }

  /** The host of a name, met at its first mention; one object a host, or its pace would be two. */
  static async of(name: string, session: Session): Promise<Host> {
    const known = session.hosts.get(name);
    if (known !== undefined) return known;
    const fresh = await Host.meet(name, session);
    const other = session.hosts.get(name); // met by someone else meanwhile
    if (other !== undefined) return other;
    session.hosts.set(name, fresh);
    return fresh;
  }

  /**
   * Gets to know a host: whether it is public, and what was left over from the last run.
   *
   * A public host is never asked more often than once a second, whatever the settings say.
   */
  private static async meet(name: string, session: Session): Promise<Host> {
    const { settings } = session;
    const isPublic = !(await isPrivate(name, session));
    const floor = isPublic ? CRAWL_DEFAULTS.minPublicDelayMs : 0;
    const pace = new Pace({
      floorMs: Math.max(settings.delayMs, floor),
      maxBackOffMs: settings.limits.maxBackOffMs,
    });
    const host = new Host(name, pace, session);
    const row = rowOf(session.frontier.sql('select not_before from host where host = ?').get(name));
    pace.readyAt = numberOf(row, 'not_before');
    session.frontier.dropNote(stoppedNote(name));
    if (isPublic && !settings.agent.hasContact) host.stop('no-contact');
    if (pace.readyAt - settings.clock.now() > settings.limits.maxRetryAfterMs)
      host.stop('retry-after');
    session.tally.setDelay(name, pace.delayMs);
    return host;
  }

  /** Leaves the host alone for the rest of this run; its queue is kept for the next. */
  stop(reason: string): void {
    this.stopped = reason;
    this.session.tally.stop(this.name, reason);
    this.session.frontier.setNote(stoppedNote(this.name), reason);
    this.session.run.onReject({
      stage: 'crawl',
      id: this.name,
      reason: `host-stopped-${reason}`,
      message: STOPPED[reason] ?? reason,
    });
  }

  /**
   * One request, when the host is ready for it: the only way to send one.
   *
   * Robots.txt of one host may lead to another, so being ready is waited for here and not left
   * to the crawl's own order: never two requests at once, never sooner than the pause.
   */
  async ask(url: string, how: GetOptions = {}): Promise<Answer | NoAnswer> {
    const { settings, run, fetcher } = this.session;
    const { clock } = settings;
    for (;;) {
      const waitMs = this.isAsking ? WATCH_MS : this.pace.readyAt - clock.now();
      if (waitMs <= 0) break;
      await clock.sleep(waitMs, run.signal);
    }
    this.isAsking = true;
    this.beginPause(); // kept on disk: a restart right after must not ask sooner
    try {
      const answer = await fetcher.get(url, run.signal, how);
      this.spend('status' in answer ? answer.raw.length : answer.bytes);
      return answer;
    } finally {
      this.isAsking = false;
      this.beginPause();
    }
  }

  private beginPause(): void {
    const { delayMs } = this.pace;
    const due = this.session.settings.clock.now() + delayMs + (delayMs > 0 ? TICK_MS : 0);
    this.pace.readyAt = Math.max(this.pace.readyAt, due);
    this.keepReadyAt();
  }

  /** Hosts without a pause have nothing to remember. */
  private keepReadyAt(): void {
    if (this.pace.delayMs === 0) return;
    this.session.frontier
      .sql('insert or replace into host (host, not_before) values (?, ?)')
      .run(this.name, Math.ceil(this.pace.readyAt));
  }

  succeeded(tookMs: number): void {
    this.pace.succeeded(this.session.settings.clock.now(), tookMs);
    this.session.tally.setDelay(this.name, this.pace.delayMs);
    this.session.tally.setTrouble(this.name, '');
    this.keepReadyAt();
  }

  /** Takes note of a status: a host that keeps answering "forbidden" does not want us. */
  answered(status: number): void {
    this.turnedAway = status === 401 || status === 403 || status === 451 ? this.turnedAway + 1 : 0;
    if (this.turnedAway < CRAWL_DEFAULTS.maxTurnedAway) return;
    this.trouble = `it answered ${status} ${this.turnedAway} times in a row`;
    this.stop('blocked');
  }

  /** Slows down; stops after too many failures in a row or when asked to wait for very long. */
  failed(waitMs: number, trouble: string): void {
    this.trouble = trouble;
    this.session.tally.setTrouble(this.name, trouble);
    this.session.tally.add(this.name, 'errors');
    const { settings, tally } = this.session;
    const { clock, limits } = settings;
    this.pace.failed(clock.now(), waitMs);
    tally.setDelay(this.name, this.pace.delayMs);
    this.keepReadyAt();
    if (waitMs > limits.maxRetryAfterMs) this.stop('retry-after');
    else if (this.pace.failures >= CRAWL_DEFAULTS.maxHostFailures) this.stop('errors');
  }

  /** Counts a request against the day's budget. */
  private spend(bytes: number): void {
    const { frontier, tally } = this.session;
    tally.add(this.name, 'requests');
    tally.add(this.name, 'bytes', bytes);
    const { day } = this.spentToday();
    this.spent.requests += 1;
    this.spent.bytes += bytes;
    frontier.later(() => {
      frontier
        .sql(
          `insert into spent values (?, ?, 1, ?) on conflict (host, day)
           do update set requests = requests + 1, bytes = bytes + excluded.bytes`,
        )
        .run(this.name, day, bytes);
    });
  }

  /** Whether today's budget still allows a request. */
  maySpend(): boolean {
    const { dailyPages, dailyBytes } = this.session.settings.limits;
    const { requests, bytes } = this.spentToday();
    return requests < dailyPages && bytes < dailyBytes;
  }

  private spent = { day: '', requests: 0, bytes: 0 };

  /** What was spent today, in earlier runs too. */
  private spentToday(): {
    readonly day: string;
    readonly requests: number;
    readonly bytes: number;
  } {
    const { settings, frontier } = this.session;
    const day = new Date(settings.clock.now()).toISOString().slice(0, 10);
    if (this.spent.day !== day) {
      const row = rowOf(
        frontier.sql('select * from spent where host = ? and day = ?').get(this.name, day),
      );
      this.spent = { day, requests: numberOf(row, 'requests'), bytes: numberOf(row, 'bytes') };
    }
    return this.spent;
  }
}

/** How often to look whether a request under way has ended. */
const WATCH_MS = 20;

/** Name of the frontier's note that says why a host was left alone. */
export function stoppedNote(host: string): string {
  return `stopped:${host}`;
}

const STOPPED: Readonly<Record<string, string>> = {
  'no-contact': 'a public host, and nobody to turn to in the user agent: set "contact"',
  'retry-after': 'it asked to be left alone for longer than this run will wait',
  'private-address': 'its name leads to a private address; --allow-private allows that',
  errors: 'too many failures in a row; its queue is kept for the next run',
  robots: 'its robots.txt cannot be had, so nothing may be fetched; tried again in the next run',
  blocked: 'it keeps answering that we are not allowed; its queue is kept for the next run',
  'daily-budget': 'the budget of the day is used up; its queue is kept',
};

async function isPrivate(name: string, { settings }: Session): Promise<boolean> {
  if (!settings.allowPrivate) return false;
  const { hostname } = new URL(`http://${name}/`);
  try {
    const found = await publicAddresses(hostname, settings.resolve, true);
    return found.every(({ address }) => isPrivateAddress(address));
  } catch (error) {
    if (error instanceof DuizhaoError) return false;
    throw error;
  }
}
