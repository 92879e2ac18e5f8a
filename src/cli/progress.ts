import type { Io } from './io.js';

/** Told after each piece of work; `total` is 0 while it is not known. */
export type Progress = (stage: string, done: number, total: number) => void;

/** Milliseconds between two updates: often enough to look alive, seldom enough to cost nothing. */
const TERMINAL_MS = 100;
const PLAIN_MS = 10_000;

/**
 * Progress on the talk channel: one line that redraws itself on a terminal, a plain line every
 * ten seconds elsewhere, nothing when `isQuiet`.
 */
export function progressOn(io: Io, isQuiet: boolean): Progress {
  if (isQuiet) return () => undefined;
  const interval = io.isTerminal ? TERMINAL_MS : PLAIN_MS;
  const startedAt = io.now().getTime();
  let shownAt = startedAt;
  let stageNow = '';
  let stageStart = startedAt;
  return (stage, done, total) => {
    const now = io.now().getTime();
    if (stage !== stageNow) [stageNow, stageStart] = [stage, now];
    const isLast = total > 0 && done === total;
    if (now - shownAt < interval && !(isLast && io.isTerminal)) return;
    shownAt = now;
    const seconds = Math.max(0.001, (now - stageStart) / 1000);
    const rate = done / seconds;
    const left = total > done && rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
    const text = `${stage}: ${done}${total > 0 ? ` of ${total}` : ''} (${rate.toFixed(1)}/s${left})`;
    void io.err(io.isTerminal ? `\r\u001b[K${text}${isLast ? '\n' : ''}` : `${text}\n`);
  };
}

/** 75 → `1 min 15 s`. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
