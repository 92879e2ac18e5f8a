import type { Lang } from '../../model/index.js';
import { langOf } from '../../text/index.js';
import { READ_DEFAULTS } from '../defaults.js';
import type { Cue } from './cues.js';

/** What is said in a stretch of time. */
export interface Speech {
  readonly startMs: number;
  readonly endMs: number;
  /** One text a subtitle. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Lines without words: music, dashes. */
  readonly none: readonly string[];
}

/** The lines of a subtitle by language; a line in both goes where most of it belongs. */
export function speechOf({ startMs, endMs, lines }: Cue): Speech {
  const by: Record<Lang | 'none', string[]> = { zh: [], en: [], none: [] };
  for (const line of lines) by[sideOf(line)].push(line);
  const joined = (texts: readonly string[], between: string): readonly string[] =>
    texts.length === 0 ? [] : [texts.join(between)];
  return { startMs, endMs, zh: joined(by.zh, ' '), en: joined(by.en, ' '), none: by.none };
}

function sideOf(line: string): Lang | 'none' {
  const { han, latin } = langOf(line);
  if (han + latin === 0) return 'none';
  return han * 3 >= latin ? 'zh' : 'en';
}

/** Two stretches as one. */
export function together(one: Speech, two: Speech): Speech {
  return {
    startMs: Math.min(one.startMs, two.startMs),
    endMs: Math.max(one.endMs, two.endMs),
    zh: [...one.zh, ...two.zh],
    en: [...one.en, ...two.en],
    none: [...one.none, ...two.none],
  };
}

/**
 * Puts subtitles together that one English sentence is spread over: the first does not close, the
 * next goes on in lower case after a short pause. Chinese subtitles are written without full
 * stops, so they do not tell.
 */
export function joinSentences(speeches: readonly Speech[]): readonly Speech[] {
  const joined: { speech: Speech; count: number }[] = [];
  for (const speech of speeches) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.count < READ_DEFAULTS.maxCuesJoined &&
      goesOn(last.speech, speech)
    ) {
      last.speech = together(last.speech, speech);
      last.count += 1;
    } else joined.push({ speech, count: 1 });
  }
  return joined.map(({ speech }) => speech);
}

function goesOn(one: Speech, two: Speech): boolean {
  const [last, next] = [one.en.at(-1), two.en.at(0)];
  if (last === undefined || next === undefined) return false;
  const isSoon = two.startMs - one.endMs <= READ_DEFAULTS.maxCuePauseMs;
  return isSoon && !/[.!?…♪][”’"')\]]*$/u.test(last) && /^\p{Ll}/u.test(next);
}
