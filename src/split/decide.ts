import { dotEnds } from './dot.js';
import { ellipsisEnds, wideDotEnds } from './ellipsis.js';
import { isNameWithBang } from './judge.js';
import { MARK, isHanCode, isLetterCode, isLowerCode, markAt, skipSpace } from './marks.js';
import { firstTelling, onsetAt, wordAt, wordStart } from './neighbours.js';
import type { Place } from './place.js';
import { SMALL_STARTERS, SPEECH_VERBS, STARTERS } from './words-en.js';

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

/** ASCII `!` and `?`, in English and in Chinese typed with half-width marks. */
function bangEnds(place: Place): boolean {
  const { text, close, next, from, stop } = place;
  const onset = onsetAt(text, next);
  if (onset === 'joiner') return false;
  if (onset === 'han') return !isShoutedName(place) && !isWovenName(place);
  if (next === close) return onset === 'upper' ? startsWord(text, close, from) : onset === 'other';
  switch (onset) {
    case 'lower':
      return close === stop && isTypedSmall(place);
    case 'upper':
      return !isShoutedName(place) && !(place.quoted && isAttribution(text, next));
    default:
      return true;
  }
}

/** `what?He said`: a word with one capital behind a word of small letters. */
function startsWord(text: string, index: number, from: number): boolean {
  return (
    (isLowerCode(text.charCodeAt(from - 1)) || isHanCode(text.charCodeAt(from - 1))) &&
    /^(?:\p{Lu}\p{Ll}+|A|I)$/u.test(wordAt(text, index))
  );
}

function isShoutedName({ text, from, stop, sentence }: Place): boolean {
  if (text.charAt(stop - 1) !== '!') return false;
  const word = text.slice(wordStart(text, from, sentence), from);
  return word !== '' && isNameWithBang(word);
}

/**
 * `买新一期Yes!送我`: a Latin word woven into Chinese keeps its own half-width mark, where the
 * line ends its sentences with full-width ones.
 */
function isWovenName({ text, from, close, next, sentence, wide }: Place): boolean {
  if (!wide || next > close || !isLetterCode(text.charCodeAt(from - 1))) return false;
  const start = wordStart(text, from, sentence);
  return start > sentence && isHanCode(text.charCodeAt(start - 1));
}

/** A text whose lines begin with small letters, or a usual first word typed small. */
function isTypedSmall({ text, line, next, sentence }: Place): boolean {
  if (isLowerCode(text.charCodeAt(skipSpace(text, line)))) return true;
  if (isLowerCode(text.charCodeAt(sentence))) return true;
  return SMALL_STARTERS.has(wordAt(text, next)) && !isAttribution(text, next);
}

/**
 * `“Who?” Mr. Wang asked.`: up to three names or a pronoun, a verb of speech, and the end of the
 * clause. `He asked, …` has its own capital and is a sentence of its own.
 */
const ATTRIBUTION = new RegExp(
  String.raw`(?:(?:Mr|Mrs|Ms|Dr|Prof)\. )?(?:\p{L}[\p{L}'’-]* ){1,3}(?:${SPEECH_VERBS.join('|')})` +
    String.raw`(?: (?:\p{L}+ly|him|her|them|me|us|himself|herself|myself))?[.,;]`,
  'uy',
);

function isAttribution(text: string, next: number): boolean {
  const start = firstTelling(text, next);
  const first = wordAt(text, start);
  if (first !== 'I' && first !== 'The' && STARTERS.has(first)) return false;
  ATTRIBUTION.lastIndex = start;
  return ATTRIBUTION.test(text);
}
