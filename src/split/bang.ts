import { isNameWithBang } from './judge.js';
import { isHanCode, isLetterCode, isLowerCode, skipSpace } from './marks.js';
import { firstTelling, onsetAt, wordAt, wordStart } from './neighbours.js';
import type { Place } from './place.js';
import {
  CRIES,
  GOING_ON,
  GOING_ON_WITHOUT_PRONOUN,
  PRONOUNS,
  SMALL_STARTERS,
  SPEECH_VERBS,
  STARTERS,
} from './words-en.js';

/** Whether ASCII `!` and `?` end a sentence, in English and in Chinese typed half-width. */
export function bangEnds(place: Place): boolean {
  const { text, close, next, from, stop } = place;
  const onset = onsetAt(text, next);
  if (onset === 'joiner') return false;
  if (onset === 'han') return !isShoutedName(place) && !isWovenName(place);
  if (next === close) {
    if (onset === 'lower') return text.charAt(stop - 1) === '?' && isGluedSmall(place);
    return onset === 'upper' ? startsWord(text, close, from) : onset === 'other';
  }
  switch (onset) {
    case 'lower':
      return close === stop && smallLetterStarts(place);
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

/** `recruits foreigners?thanks for`: whole words on both sides, not the query of an address. */
function isGluedSmall({ text, from, close, sentence }: Place): boolean {
  const start = wordStart(text, from, sentence);
  const next = wordAt(text, close);
  return (
    /^\p{Ll}{3,}$/u.test(text.slice(start, from)) &&
    /^\p{Ll}[\p{Ll}'’]+$/u.test(next) &&
    text.charAt(start - 1) === ' ' &&
    /[ ,]/.test(text.charAt(close + next.length))
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

/**
 * A question before a small letter, unless the sentence goes on with it; a cry in a text typed
 * without capitals, or before a usual first word.
 */
function smallLetterStarts(place: Place): boolean {
  const { text, line, next, sentence, from, stop } = place;
  if (isLowerCode(text.charCodeAt(skipSpace(text, line)))) return true;
  if (isLowerCode(text.charCodeAt(sentence))) return true;
  if (isAttribution(text, next)) return false;
  const before = text.slice(wordStart(text, from, sentence), from).toLowerCase();
  if (text.charAt(stop - 1) === '?') return before !== '' && !goesOnSmall(text, next);
  return SMALL_STARTERS.has(wordAt(text, next)) && !CRIES.has(before);
}

/** `Why use it? discusses why`: by its form a verb, which makes the question a title. */
const THIRD_PERSON = /^\p{Ll}{4,}s$/u;

/** `why? and how`, `Millionaire? was popular`; but `why? is it true` asks again. */
function goesOnSmall(text: string, next: number): boolean {
  const first = wordAt(text, next);
  if (SMALL_STARTERS.has(first)) return false;
  if (!GOING_ON_WITHOUT_PRONOUN.has(first)) return GOING_ON.has(first) || THIRD_PERSON.test(first);
  return !PRONOUNS.has(wordAt(text, next + first.length + 1));
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
