import { judgeWord } from './judge.js';
import {
  MARK,
  isDigitCode,
  isHanCode,
  isLowerCode,
  isUpperCode,
  markAt,
  skipSpace,
} from './marks.js';
import { firstTelling, isCapitalised, onsetAt, wordAt, wordStart } from './neighbours.js';
import type { Place } from './place.js';
import { hanStarts, isItemNumber, leadsNumber, wordEnds } from './word-end.js';
import {
  ALSO_WORDS,
  DOMAIN_ENDS,
  SHORTENED,
  SHORT_WORDS,
  SMALL_ABBREVIATIONS,
  SMALL_STARTERS,
} from './words-en.js';

/** Whether the full stop at `place` ends its sentence: the doubtful points of English. */
export function dotEnds(place: Place): boolean {
  const { text, stop, close, next } = place;
  if (next >= text.length || markAt(text, next) === MARK.line) return true;
  if (next === close) return dotWithoutSpace(place);
  if (markAt(text, next) === MARK.bullet) return true;
  const word = text.slice(wordStart(text, stop - 1, place.sentence), stop - 1);
  switch (onsetAt(text, next)) {
    case 'upper':
      return close > stop || wordEnds(place, word, wordAt(text, firstTelling(text, next)));
    case 'lower':
      return close === stop && smallLetterStarts(place, word);
    case 'digit':
      return close > stop || !(isItemNumber(place, word) || leadsNumber(word));
    case 'han':
      return close > stop || hanStarts(place, word);
    case 'end':
      return true;
    case 'joiner':
      return false;
    case 'other':
      return !isItemNumber(place, word) && judgeWord(word, false) === 'word';
  }
}

/** `in Guangzhou.This is`, `今天很好.我们`, but neither `3.5` nor `www.sz.gov.cn`. */
function dotWithoutSpace(place: Place): boolean {
  const { text, stop, close, sentence } = place;
  const after = text.charCodeAt(close);
  if (isHanCode(after)) return close > stop || endsHalfWidth(place);
  const isSettled = isHanCode(text.charCodeAt(stop - 2)) || CLOSING.has(text.charAt(stop - 2));
  if (!isUpperCode(after)) return isSettled && beginsBehindHan(place);
  const next = wordAt(text, close);
  const behind = close + next.length;
  if (isSettled && isHanCode(text.charCodeAt(skipSpace(text, behind)))) return !isFileEnd(next);
  if (!looksLikeWord(next) || !AFTER_WORD.has(text.charAt(behind))) return false;
  if (close > stop || isSettled) return true;
  return isPlainWord(text, stop, sentence) || isYear(text, stop, sentence);
}

const CLOSING = new Set(')）]"”’」』》%％');

/** Chinese typed with half-width stops, Chinese behind the stop: `数据.我想`, `(略).大家`. */
function endsHalfWidth({ text, stop, sentence }: Place): boolean {
  const before = text.charCodeAt(stop - 2);
  if (isHanCode(before)) return true;
  if (CLOSING.has(text.charAt(stop - 2))) return stop - sentence > LONGEST_ITEM;
  if (!isDigitCode(before))
    return isPlainWord(text, stop, sentence) || isCapitals(text, stop, sentence);
  const number = /[\d.,]+$/.exec(text.slice(Math.max(sentence, stop - 20), stop - 1));
  const lead = text.charAt(stop - 1 - (number?.[0].length ?? 0));
  if (stop - sentence <= LONGEST_ITEM) return false;
  return (number?.[0].length ?? 0) > LONGEST_COUNT || !/[\s:：;；,，、]/.test(lead);
}

/** `(一).` and the like: this short at the beginning of a sentence it counts an item. */
const LONGEST_ITEM = 5;

/** Numbers that count items have at most so many digits. */
const LONGEST_COUNT = 2;

/** What may begin a sentence right behind a half-width stop: a number or a quotation. */
function beginsBehindHan({ text, stop, close, sentence }: Place): boolean {
  if (/["'“「『《]/.test(text.charAt(close))) return true;
  if (!isDigitCode(text.charCodeAt(close))) return false;
  return stop - sentence > LONGEST_ITEM && !COUNTED.test(text.slice(stop - 3, stop - 1));
}

/** `见图.3`, `（表.2`: words that a number completes. */
const COUNTED = /[\s(（见見如参參及和与與][图圖表页頁卷号號]$/u;

/** A word a sentence may begin with, not the second half of an address or a file name. */
function looksLikeWord(next: string): boolean {
  if (next === 'A' || next === 'I') return true;
  return /^\p{Lu}[\p{Ll}'’]+$/u.test(next) && !isFileEnd(next);
}

/** `Com`, `PDF`: the end of an address or of a file's name. */
function isFileEnd(next: string): boolean {
  return DOMAIN_ENDS.has(next.charAt(0) + next.slice(1).toLowerCase());
}

/** Small letters before the stop that are neither an address nor an abbreviation. */
function isPlainWord(text: string, stop: number, sentence: number): boolean {
  const start = wordStart(text, stop - 1, sentence);
  const word = text.slice(start, stop - 1);
  if (word.length < 2 || !/^\p{L}[\p{Ll}'’]+$/u.test(word)) return false;
  return !ADDRESS.has(text.charAt(start - 1)) && judgeWord(word, false) === 'word';
}

/** `BBC.`, `DNA.`: capitals that are no abbreviation sentence-splitter knows. */
function isCapitals(text: string, stop: number, sentence: number): boolean {
  const start = wordStart(text, stop - 1, sentence);
  const word = text.slice(start, stop - 1);
  if (!/^\p{Lu}{2,}$/u.test(word) || ADDRESS.has(text.charAt(start - 1))) return false;
  return judgeWord(word, false) === 'word';
}

const ADDRESS = new Set('/@_:\\-.=&#*`');
/** What may follow the first word of a sentence; `(` would make it a call. */
const AFTER_WORD = new Set(' ,\u00a0');

function isYear(text: string, stop: number, sentence: number): boolean {
  const start = wordStart(text, stop - 1, sentence);
  return start > sentence && /^\d{4}$/.test(text.slice(start, stop - 1));
}

/**
 * Sentences typed without capitals: behind a word long enough to be none shortened, else where
 * the line or the sentence itself begins with a small letter, or a usual first word follows.
 */
function smallLetterStarts({ text, line, next, sentence }: Place, word: string): boolean {
  const follower = wordAt(text, next);
  const isStarter = SMALL_STARTERS.has(follower) || /^(?:https?$|www\.)/.test(follower);
  if (isStarter && ALSO_WORDS.has(word)) return true;
  if (!(word.length > 2 || SHORT_WORDS.has(word)) || !/^\p{L}[\p{Ll}'’]+$/u.test(word))
    return false;
  if (SMALL_ABBREVIATIONS.has(word) || judgeWord(word, false) !== 'word') return false;
  if (isStarter) return true;
  if (SHORTENED.has(word)) return false;
  if (word.length > LONGEST_SHORTENED && !isCapitalised(word)) return follower !== '';
  return (
    isLowerCode(text.charCodeAt(skipSpace(text, line))) || isLowerCode(text.charCodeAt(sentence))
  );
}

/** Words above this length are not taken for shortened ones unknown to the lists, in letters. */
const LONGEST_SHORTENED = 3;
