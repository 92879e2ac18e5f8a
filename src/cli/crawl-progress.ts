import Table from 'cli-table3';
import type { CrawlProgress, HostProgress } from '../crawl/index.js';
import type { ReasonCount } from './count-rejects.js';
import type { Io } from './io.js';

/** Shows how a crawl is doing while it runs. */
export interface CrawlDisplay {
  readonly show: (progress: CrawlProgress) => void;
  /** Leaves the terminal ready for what comes next. */
  readonly end: () => void;
}

/** Milliseconds between two plain lines, where nothing can be redrawn. */
const PLAIN_MS = 10_000;
/** Hosts shown while it runs; a terminal is not endless. */
const SHOWN_HOSTS = 10;
/** Reasons shown beside a host; the table at the end has all. */
const SHOWN_REASONS = 3;

/** A line a host, redrawn in place on a terminal, printed every ten seconds elsewhere. */
export function crawlProgressOn(io: Io, isQuiet: boolean): CrawlDisplay {
  if (isQuiet) return { show: () => undefined, end: () => undefined };
  return io.isTerminal ? redrawn(io) : plain(io);
}

/** While these hold, a line too long for the terminal is cut instead of taking two rows. */
const [NO_WRAP, WRAP] = ['\u001b[?7l', '\u001b[?7h'];

function redrawn(io: Io): CrawlDisplay {
  let height = 0;
  return {
    show: (progress) => {
      const lines = screen(progress);
      const up = height === 0 ? '' : `\u001b[${height}A`;
      height = lines.length;
      const text = lines.map((line) => `\r\u001b[K${line}\n`).join('');
      void io.err(`${NO_WRAP}${up}${text}\u001b[J${WRAP}`);
    },
    end: () => undefined,
  };
}

/** The hosts still at work first, then the others; the sum at the end. */
function screen(progress: CrawlProgress): string[] {
  const isAtWork = ({ queued, stopped }: HostProgress): boolean =>
    queued > 0 && stopped === undefined;
  const hosts = progress.hosts.filter(isOfInterest);
  const ordered = [...hosts.filter(isAtWork), ...hosts.filter((host) => !isAtWork(host))];
  const shown = ordered.slice(0, SHOWN_HOSTS);
  const width = Math.max(...shown.map(({ host }) => host.length), 0);
  const more = ordered.length - shown.length;
  return [
    ...shown.map((host) => hostLine(host, width)),
    ...(more > 0 ? [`and ${more} more hosts`] : []),
    totalLine(progress),
  ];
}

/** A host that only a redirect of robots.txt led to has nothing to show. */
function isOfInterest({ fetched, queued, refused, failed, stopped }: HostProgress): boolean {
  return fetched + queued + refused + failed > 0 || stopped !== undefined;
}

function plain(io: Io): CrawlDisplay {
  let shownAt = io.now().getTime();
  return {
    show: (progress) => {
      const now = io.now().getTime();
      if (now - shownAt < PLAIN_MS) return;
      shownAt = now;
      void io.err(
        screen(progress)
          .map((line) => `crawl: ${line}\n`)
          .join(''),
      );
    },
    end: () => undefined,
  };
}

/** `fao.example   12 fetched, 10 new, 2 unchanged, 3 refused (2 robots, 1 excluded), …` */
function hostLine(host: HostProgress, width: number): string {
  const reasons = shownReasons(host);
  const parts = [
    `${String(host.fetched).padStart(5)} fetched`,
    `${host.fresh} new`,
    ...(host.changed > 0 ? [`${host.changed} changed`] : []),
    ...(host.unchanged > 0 ? [`${host.unchanged} unchanged`] : []),
    ...(host.gone > 0 ? [`${host.gone} gone`] : []),
    ...(host.refused + host.failed > 0
      ? [`${host.refused} refused, ${host.failed} failed${reasons}`]
      : []),
    ...(host.errors > 0 ? [`${host.errors} errors`] : []),
    `${host.queued} waiting`,
    paceOf(host),
  ];
  return `${host.host.padEnd(width)} ${parts.join(', ')}`;
}

function shownReasons({ reasons }: HostProgress): string {
  const all = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  const more = all.length > SHOWN_REASONS ? [`${all.length - SHOWN_REASONS} more reasons`] : [];
  return all.length === 0 ? '' : ` (${[...all.slice(0, SHOWN_REASONS), ...more].join(', ')})`;
}

function paceOf({ stopped, trouble, rate, remainingMs, delayMs }: HostProgress): string {
  if (stopped !== undefined) return `stopped: ${stopped}`;
  const left = remainingMs > 0 ? `, ${duration(remainingMs)} left` : '';
  const why = trouble === undefined ? '' : ` (${trouble})`;
  return `${rate.toFixed(1)}/s${left}, pause ${seconds(delayMs)}${why}`;
}

function totalLine({ hosts, rate, remainingMs, quietUntil }: CrawlProgress): string {
  const fetched = hosts.reduce((sum, host) => sum + host.fetched, 0);
  const queued = hosts.reduce((sum, host) => sum + host.queued, 0);
  const left = remainingMs > 0 ? `, about ${duration(remainingMs)} left` : '';
  const quiet = quietUntil === undefined ? '' : `, resting until ${quietUntil}`;
  return `${fetched} pages, ${queued} waiting (${rate.toFixed(1)}/s${left})${quiet}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

function duration(ms: number): string {
  const whole = Math.ceil(ms / 1_000);
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

/** The end of a crawl: a row a host, what was not fetched by host and reason, with examples. */
export function crawlTable(
  progress: CrawlProgress,
  reasons: readonly ReasonCount[],
  pages: { readonly new: number; readonly changed: number; readonly unchanged: number },
): string {
  const numbers = ['fetched', 'new', 'changed', 'same', 'gone', 'refused', 'failed', 'errors'];
  const table = new Table({
    head: ['host', ...numbers, 'waiting'],
    style: { head: [], border: [], compact: true, 'padding-left': 0 },
    colAligns: ['left', ...Array<'right'>(9).fill('right')],
  });
  const hosts = progress.hosts.filter(isOfInterest);
  for (const host of hosts) {
    const { fetched, fresh, changed, unchanged, gone, refused, failed, errors, queued } = host;
    const name = host.stopped === undefined ? host.host : `${host.host} (${host.stopped})`;
    const counts = [fetched, fresh, changed, unchanged, gone, refused, failed, errors, queued];
    table.push([name, ...counts]);
  }
  if (hosts.length === 0 && reasons.length === 0 && pages.new + pages.changed === 0) {
    return 'nothing is waiting to be fetched; --update asks again for everything known\n';
  }
  const byHost = hosts.length < 2 ? '' : hosts.map(reasonsLine).join('');
  const lines = reasons.map(
    ({ reason, count, examples }) => `  ${count} ${reason}: ${examples[0] ?? ''}`,
  );
  const why = lines.length === 0 ? '' : `not fetched or not kept:\n${lines.join('\n')}\n`;
  const next = pages.new + pages.changed > 0 ? 'next: duizhao build\n' : '';
  return `${table.toString()}\n${byHost}${why}${pages.new} new, ${pages.changed} changed, ${pages.unchanged} known already\n${next}`;
}

function reasonsLine({ host, reasons }: HostProgress): string {
  const all = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  return all.length === 0 ? '' : `${host}: ${all.join(', ')}\n`;
}
