import { readClosers, type OpenQuotes } from './closers.js';
import { MARK, markAt, skipSpace } from './marks.js';
import {
  isStop,
  isStrayStop,
  kindOfStrength,
  opensNext,
  readStops,
  type StopKind,
} from './stops.js';

/** A run of stops, what closes behind it, and where the text goes on. All are UTF-16 offsets. */
export interface Place {
  readonly text: string;
  /** First unit of the sentence so far that is not white space. */
  readonly sentence: number;
  /** First unit of the line or paragraph. */
  readonly line: number;
  readonly kind: StopKind;
  /** First stop of the run. */
  readonly from: number;
  /** Just behind the last stop. */
  readonly stop: number;
  /** Behind closing quotes, brackets and footnote marks: the end of the sentence, if it is one. */
  readonly close: number;
  /** First unit behind the white space that follows, at most the end of the text. */
  readonly next: number;
  /** Whether a quotation mark closes behind the stops. */
  readonly quoted: boolean;
  /** Whether the line has shown a Chinese stop before. */
  readonly wide: boolean;
}

/** Where scanning stands. */
export interface Standing extends OpenQuotes {
  /** First unit of the sentence so far that is not white space. */
  sentence: number;
  /** Whether this line has shown a Chinese stop: its writer types full-width marks. */
  wide: boolean;
}

/** Reads the stops at `from` and everything that belongs behind them. */
export function readPlace(text: string, from: number, at: Standing): Place {
  const { sentence, line, wide } = at;
  let [stop, close] = [from, from];
  let strength = 0;
  let quoted = false;
  for (;;) {
    const start = strayStop(text, close, strength);
    if (!isStop(text, start)) break;
    const run = readStops(text, start);
    if (opensNext(text, start, strength, run)) break;
    strength = Math.max(strength, run.strength);
    stop = run.end;
    const closers = readClosers(text, stop, at);
    quoted ||= closers.quoted;
    close = closers.end;
  }
  const next = skipSpace(text, close);
  const kind = kindOfStrength(strength);
  return { text, sentence, line, kind, from, stop, close, next, quoted, wide };
}

/** Where the run goes on: right behind the closers, or over blanks before a stray stop. */
function strayStop(text: string, close: number, strength: number): number {
  if (strength === 0) return close;
  const next = skipSpace(text, close);
  if (next === close || markAt(text, next) === MARK.plain) return close;
  return isStrayStop(text, next, strength) ? next : close;
}
