import type { Clock } from './clock.js';
import { isoTime } from './clock.js';
import { type Counter, type CrawlProgress, type HostProgress, zeroCounters } from './progress.js';

/** Counts what happens to each host in one run. */
export class Tally {
  private readonly hosts = new Map<string, Record<Counter, number>>();
  private readonly stopped = new Map<string, string>();
  private readonly delays = new Map<string, number>();
  private readonly troubles = new Map<string, string>();
  private readonly reasons = new Map<string, Map<string, number>>();
  private readonly startedAt: number;
  quietUntil: number | undefined;

  constructor(private readonly clock: Clock) {
    this.startedAt = clock.now();
  }

  add(host: string, counter: Counter, by = 1): void {
    const counters = this.hosts.get(host) ?? zeroCounters();
    counters[counter] += by;
    this.hosts.set(host, counters);
  }

  /** Counts a URL of a host that will not be fetched, or could not be, with the reason. */
  giveUp(host: string, counter: 'refused' | 'failed', reason: string): void {
    this.add(host, counter);
    const counts = this.reasons.get(host) ?? new Map<string, number>();
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    this.reasons.set(host, counts);
  }

  /** What is wrong with a host at the moment; empty when all is well again. */
  setTrouble(host: string, trouble: string): void {
    if (trouble === '') this.troubles.delete(host);
    else this.troubles.set(host, trouble);
  }

  /** Pages fetched whole in this run, over all hosts. */
  get fetched(): number {
    let sum = 0;
    for (const { fresh, changed, unchanged } of this.hosts.values())
      sum += fresh + changed + unchanged;
    return sum;
  }

  setDelay(host: string, delayMs: number): void {
    this.delays.set(host, delayMs);
  }

  stop(host: string, reason: string): void {
    this.stopped.set(host, reason);
  }

  progress(): CrawlProgress {
    const elapsedMs = this.clock.now() - this.startedAt;
    const hosts = [...this.hosts].map(([host, counters]) =>
      this.hostProgress(host, counters, elapsedMs),
    );
    return {
      hosts: hosts.sort((a, b) => (a.host < b.host ? -1 : 1)),
      elapsedMs,
      rate: elapsedMs === 0 ? 0 : (this.fetched * 1_000) / elapsedMs,
      // The host with the longest queue decides: hosts are asked side by side.
      remainingMs: Math.max(0, ...hosts.map((host) => host.remainingMs)),
      ...(this.quietUntil === undefined ? {} : { quietUntil: isoTime(this.quietUntil) }),
    };
  }

  private hostProgress(
    host: string,
    counters: Record<Counter, number>,
    elapsedMs: number,
  ): HostProgress {
    const stopped = this.stopped.get(host);
    const trouble = this.troubles.get(host);
    const delayMs = Math.round(this.delays.get(host) ?? 0);
    const { fresh, changed, unchanged, queued, requests } = counters;
    const fetched = fresh + changed + unchanged;
    const isOver = stopped !== undefined || requests === 0;
    return {
      host,
      ...counters,
      fetched,
      reasons: this.reasonsOf(host),
      delayMs,
      rate: elapsedMs === 0 ? 0 : (fetched * 1_000) / elapsedMs,
      remainingMs: isOver ? 0 : Math.round(queued * Math.max(delayMs, elapsedMs / requests)),
      ...(stopped === undefined ? {} : { stopped }),
      ...(trouble === undefined ? {} : { trouble }),
    };
  }

  private reasonsOf(host: string): Record<string, number> {
    const counts = [...(this.reasons.get(host) ?? [])];
    return Object.fromEntries(counts.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
  }
}
