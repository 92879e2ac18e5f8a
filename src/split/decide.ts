import { bangEnds } from './bang.js';
import { dotEnds } from './dot.js';
import { ellipsisEnds } from './ellipsis.js';
import { MARK, isLowerCode, markAt, skipSpace } from './marks.js';
import { onsetAt, wordAt } from './neighbours.js';
import type { Place } from './place.js';
import { wideDotEnds } from './wide-dot.js';
import { STARTERS } from './words-en.js';

/**
 * Whether a remark in brackets that holds a stop ends its sentence: `(he was late.) The next`.
 *
 * @param end - just behind the closing bracket
 */
export function remarkEnds(text: string, end: number): boolean {
  const stop = text.charAt(end - 2);
  const next = skipSpace(text, end);
  if (next === end || onsetAt(text, next) !== 'upper') return false;
  if (stop === '.')
    return isLowerCode(text.charCodeAt(end - 3)) || STARTERS.has(wordAt(text, next));
  return (stop === '!' || stop === '?') && STARTERS.has(wordAt(text, next));
}

/** Whether a sentence ends at `place`. */
export function endsSentence(place: Place): boolean {
  const { text, next } = place;
  if (next >= text.length || markAt(text, next) === MARK.line) return true;
  if (place.quoted && goesOnAfterQuote(place)) return false;
  switch (place.kind) {
    case 'firm':
      return onsetAt(text, next) !== 'joiner';
    case 'bang':
      return bangEnds(place);
    case 'ellipsis':
      return ellipsisEnds(place);
    case 'wide-dot':
      return wideDotEnds(place);
    case 'dot':
      return dotEnds(place);
  }
}

/** `“加油！”的喊声`: 的 makes the quotation a part of the sentence; 的确 and 的士 begin one. */
function goesOnAfterQuote({ text, close }: Place): boolean {
  return text.charAt(close) === '的' && !/[确確士]/.test(text.charAt(close + 1));
}
