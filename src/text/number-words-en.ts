import { withUnit } from './number-figures-en.js';
import type { Draft, NumberKind } from './number-mention.js';
import {
  AND_A_HALF,
  execAt,
  FRACTION,
  HAS_SCALE_AHEAD,
  matchesAt,
  NEXT_SCALE,
  NEXT_WORD,
  PARTS,
} from './number-patterns-en.js';
import { tidy } from './numeral-han.js';
import { NUMBER_WORDS, WordSum } from './numeral-words.js';

/** A number in words: thirty-third, two and a half million, two-thirds, nineteen ninety-eight. */
export function fromWords(
  text: string,
  from: number,
  end: number,
  article: string,
  word: string,
): Draft | undefined {
  const first = NUMBER_WORDS.get(word.toLowerCase());
  if (first === undefined) return undefined;
  const isScale = first.role === 'scale';
  const isHalf = isScale && /half/i.test(text.slice(from, end - word.length));
  const start = article !== '' && !isScale ? end - word.length : from;
  const sum = new WordSum();
  sum.take(first);
  const half = isScale ? undefined : withHalf(text, start, end, sum.value());
  if (half !== undefined) return withUnit(text, half);
  const last = takeWords(text, end, sum);
  const parts = fractionAt(text, last, sum);
  if (parts !== undefined) return draft(tidy(sum.value() / parts.of), 'number', start, parts.end);
  if (sum.isOrdinal())
    return { ...draft(sum.value(), 'ordinal', start, last), weak: sum.value() < 3 };
  if (sum.isYear()) return draft(sum.value(), 'year', start, last);
  const weak = last === end && (sum.value() <= 1 || (isScale && !isHalf));
  return withUnit(text, { ...draft(sum.value() / (isHalf ? 2 : 1), 'number', start, last), weak });
}

/** Two and a half (million). */
function withHalf(text: string, start: number, end: number, value: number): Draft | undefined {
  const half = execAt(AND_A_HALF, text, end);
  if (half === null) return undefined;
  const last = end + half[0].length;
  const scale = execAt(NEXT_SCALE, text, last);
  const size = NUMBER_WORDS.get((scale?.[1] ?? '').toLowerCase())?.value ?? 1;
  return draft((value + 0.5) * size, 'number', start, last + (scale?.[0].length ?? 0));
}

/** Takes every further number word that fits, and answers where the number ends. */
function takeWords(text: string, from: number, sum: WordSum): number {
  let end = from;
  for (;;) {
    const next = execAt(NEXT_WORD, text, end);
    const word = NUMBER_WORDS.get((next?.[2] ?? '').toLowerCase());
    if (next === null || word === undefined) return end;
    const isJoined = next[1] !== undefined;
    if (isJoined && !sum.mayAnd()) return end;
    // "two million four years ago": the four is another number
    const goesOn = isJoined || !sum.isAfterMillion() || word.role === 'scale';
    if (!goesOn && !matchesAt(HAS_SCALE_AHEAD, text, end)) return end;
    if (!sum.take(word)) return end;
    end += next[0].length;
  }
}

function fractionAt(
  text: string,
  at: number,
  sum: WordSum,
): { of: number; end: number } | undefined {
  const value = sum.value();
  if (sum.isOrdinal() || value < 1 || value > 19) return undefined;
  const found = execAt(FRACTION, text, at);
  const word = (found?.[1] ?? '').toLowerCase();
  if (found === null || value > 1 !== word.endsWith('s')) return undefined;
  const of = PARTS.get(word.replace(/s$/, ''));
  return of === undefined ? undefined : { of, end: at + found[0].length };
}

function draft(value: number, kind: NumberKind, start: number, end: number): Draft {
  return { value, kind, start, end, weak: false, scale: 1 };
}
