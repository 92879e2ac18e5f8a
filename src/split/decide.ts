import type { Lang } from '../model/index.js';
import { dotEnds } from './dot.js';
import { isNameWithBang } from './judge.js';
import { MARK, isDigitCode, isHanCode, isLowerCode, markAt } from './marks.js';
import { firstTelling, onsetAt, wordAt, wordStart } from './neighbours.js';
import type { Place } from './place.js';
import { skipSpace } from './place.js';
import { SPEECH_VERBS, STARTERS } from './words-en.js';

/** Whether a sentence ends at `place`. */
export function endsSentence(place: Place, lang: Lang): boolean {
  const { text, next } = place;
  if (next >= text.length || markAt(text, next) === MARK.line) return true;
  if (place.quoted && goesOnAfterQuote(place)) return false;
  switch (place.kind) {
    case 'firm':
      return onsetAt(text, next) !== 'joiner';
    case 'bang':
      return bangEnds(place);
    case 'ellipsis':
      return ellipsisEnds(place, lang);
    case 'wide-dot':
      return wideDotEnds(place);
    case 'dot':
      return dotEnds(place);
  }
}

/** Particles that make the quotation before them a part of the sentence: `“加油！”的喊声`. */
const AFTER_QUOTE = new Set('的之等地得');

function goesOnAfterQuote({ text, close }: Place): boolean {
  return AFTER_QUOTE.has(text.charAt(close));
}

/** ASCII `!` and `?`, in English and in Chinese typed with half-width marks. */
function bangEnds(place: Place): boolean {
  const { text, close, next, from, stop } = place;
  const onset = onsetAt(text, next);
  if (onset === 'joiner') return false;
  if (onset === 'han') return !isShoutedName(place);
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

/** A text whose lines begin with small letters, or a usual first word typed small. */
function isTypedSmall({ text, line, next, sentence }: Place): boolean {
  if (isLowerCode(text.charCodeAt(skipSpace(text, line)))) return true;
  if (isLowerCode(text.charCodeAt(sentence))) return true;
  const word = wordAt(text, next);
  return STARTERS.has(word.charAt(0).toUpperCase() + word.slice(1)) && !isAttribution(text, next);
}

/** `“Who?” Mr. Wang asked`: up to four words, then a verb of speech. */
function isAttribution(text: string, next: number): boolean {
  let at = firstTelling(text, next);
  for (let count = 0; count < 4; count++) {
    const word = wordAt(text, at);
    if (word === '') return false;
    if (count > 0 && SPEECH_VERBS.has(word)) return true;
    at += word.length;
    if (text.charAt(at) !== ' ') return false;
    at += 1;
  }
  return false;
}

/** `……` and `...`: ends speech, and English sentences before a fresh capital. */
function ellipsisEnds(place: Place, lang: Lang): boolean {
  const { text, next, close } = place;
  const onset = onsetAt(text, next);
  if (onset === 'joiner' || onset === 'lower' || onset === 'end') return onset === 'end';
  if (place.quoted) return true;
  if (onset === 'han' || lang === 'zh') return false;
  if (next === close) return false;
  if (onset === 'digit') return false;
  const word = wordAt(text, firstTelling(text, next));
  return !/^I\b/.test(word) && !repeats(place, word);
}

/** `You... You`: the speaker stammers. */
function repeats({ text, from, sentence }: Place, word: string): boolean {
  let end = from;
  while (end > sentence && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(wordStart(text, end, sentence), end) === word;
}

/** `．` is a full stop, a decimal point or the dot inside a foreign name. */
function wideDotEnds({ text, from, close, next, sentence }: Place): boolean {
  if (isDigitCode(text.charCodeAt(from - 1))) return false;
  if (next > close) return true;
  return (
    isHanCode(text.charCodeAt(close)) &&
    /[，,]/.test(text.slice(Math.max(sentence, from - 60), from))
  );
}
