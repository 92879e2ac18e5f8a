import { enTerms, zhTerms } from '../store/index.js';
import { tokensEn } from '../text/index.js';

/** Part of a text, in UTF-16 offsets: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Unit extends Span {
  readonly term: string;
}

/**
 * Where phrases stand in a text, as the index sees it: other script, width, case and
 * inflection included. Spans are in order and do not overlap.
 */
export function highlight(text: string, phrases: readonly string[], side: 'zh' | 'en'): Span[] {
  const units = side === 'zh' ? unitsZh(text) : unitsEn(text);
  const spans = phrases.flatMap((phrase) => {
    const wanted = (side === 'zh' ? unitsZh(phrase) : unitsEn(phrase)).map(({ term }) => term);
    return wanted.length === 0 ? [] : runsOf(units, wanted);
  });
  return merged(spans);
}

const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

function unitsZh(text: string): Unit[] {
  return Array.from(text.matchAll(UNITS), (match) => ({
    term: zhTerms(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function unitsEn(text: string): Unit[] {
  return tokensEn(text).map((token) => ({
    term: enTerms(token.text),
    start: token.start,
    end: token.end,
  }));
}

function runsOf(units: readonly Unit[], wanted: readonly string[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at + wanted.length <= units.length; at++) {
    if (!wanted.every((term, step) => units[at + step]?.term === term)) continue;
    const [first, last] = [units[at], units[at + wanted.length - 1]];
    if (first !== undefined && last !== undefined) {
      found.push({ start: first.start, end: last.end });
    }
  }
  return found;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start > last.end) result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
}
