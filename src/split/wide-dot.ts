import { MARK, isDigitCode, isHanCode, isOpener, markAt } from './marks.js';
import type { Place } from './place.js';

/**
 * `．` is a full stop, a decimal point or the dot inside a foreign name. Where `。` stands near it
 * on the line it is no stop; else it is one before a quotation and behind more than a name.
 */
export function wideDotEnds({ text, line, from, close, next, sentence, quoted }: Place): boolean {
  if (isDigitCode(text.charCodeAt(from - 1))) return false;
  if (next > close) return true;
  if (hasStopNear(text, from, line)) return false;
  if (quoted || isOpener(text.charAt(close))) return true;
  const enough = markAt(text, sentence - 1) === MARK.wideDot ? LONGEST_FIRST_PART : LONGEST_NAME;
  return isHanCode(text.charCodeAt(close)) && from - sentence > enough;
}

/** A title and the first part of a name: `美国前总统乔治．布什`, in characters. */
const LONGEST_NAME = 8;

/** The first part of a name alone, where the sentence before has ended with `．`. */
const LONGEST_FIRST_PART = 3;

/** How far around a `。` tells how its writer ends sentences, in UTF-16 units. */
const NEAR = 100;

function hasStopNear(text: string, index: number, line: number): boolean {
  for (let at = Math.max(line, index - NEAR); at < index + NEAR; at++) {
    const mark = markAt(text, at);
    if (mark === MARK.stop) return true;
    if (mark === MARK.line) return false;
  }
  return false;
}
