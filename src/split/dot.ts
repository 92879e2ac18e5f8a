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
import {
  AFTER_CLOCK,
  BEFORE_NUMBER,
  DOMAIN_ENDS,
  SMALL_ABBREVIATIONS,
  SMALL_STARTERS,
  STARTERS,
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
function dotWithoutSpace({ text, stop, close, sentence }: Place): boolean {
  const before = text.charCodeAt(stop - 2);
  const after = text.charCodeAt(close);
  if (isHanCode(after))
    return isHanCode(before) || close > stop || isPlainWord(text, stop, sentence);
  if (!isUpperCode(after)) return isHanCode(before) && text.charAt(close) === '“';
  const next = wordAt(text, close);
  if (!looksLikeWord(next) || !AFTER_WORD.has(text.charAt(close + next.length))) return false;
  if (close > stop || isHanCode(before) || isClosing(before)) return true;
  return isPlainWord(text, stop, sentence) || isYear(text, stop, sentence);
}

/** A word a sentence may begin with, not the second half of an address or a file name. */
function looksLikeWord(next: string): boolean {
  if (next === 'A' || next === 'I') return true;
  return /^\p{Lu}[\p{Ll}'’]+$/u.test(next) && !DOMAIN_ENDS.has(next);
}

/** Small letters before the stop that are neither an address nor an abbreviation. */
function isPlainWord(text: string, stop: number, sentence: number): boolean {
  const start = wordStart(text, stop - 1, sentence);
  const word = text.slice(start, stop - 1);
  if (word.length < 2 || !/^\p{L}[\p{Ll}'’]+$/u.test(word)) return false;
  return !ADDRESS.has(text.charAt(start - 1)) && judgeWord(word, false) === 'word';
}

const ADDRESS = new Set('/@_:\\-.=&#*`');
/** What may follow the first word of a sentence; `(` would make it a call. */
const AFTER_WORD = new Set(' ,\u00a0');

function isYear(text: string, stop: number, sentence: number): boolean {
  const start = wordStart(text, stop - 1, sentence);
  return start > sentence && /^\d{4}$/.test(text.slice(start, stop - 1));
}

function isClosing(code: number): boolean {
  return code === 0x29 || code === 0xff09 || code === 0x201d || code === 0x25;
}

/** Whether a sentence may end at `word.` although a capital proves nothing by itself. */
function wordEnds(place: Place, word: string, next: string): boolean {
  if (word === '') return true;
  if (isItemNumber(place, word) || isPostscript(place, word)) return false;
  if (isDigitCode(word.charCodeAt(0))) return true;
  if (/^[ap]\.?m$/i.test(word)) return !AFTER_CLOCK.has(next.replace(/\.$/, ''));
  if (/^\p{Lu}$/u.test(word)) return initialEnds(place, next);
  if (word.includes('.')) return dottedEnds(word, next);
  if (!isCapitalised(word)) return ALSO_WORDS.has(word) || !SMALL_ABBREVIATIONS.has(word);
  const verdict = ALSO_CAPITAL_WORDS.has(word) ? 'word' : judgeWord(word, false);
  if (verdict === 'word') return !UNKNOWN_TO_JUDGE.has(word);
  if (verdict === 'title') return false;
  return STARTERS.has(next);
}

/** Abbreviations that are ordinary words too: before a capital they are words. */
const ALSO_WORDS = new Set([
  'no',
  'art',
  'max',
  'min',
  'fig',
  'sec',
  'para',
  'temp',
  'pt',
  'trans',
]);

/** Words sentence-splitter takes for abbreviations, though with a capital they are mostly words. */
const ALSO_CAPITAL_WORDS = new Set(
  'Al Art Bart Btw Fed Id Ill Is Ken Man May Me Med Min Miss No Ok'.split(' '),
);

/** Titles and abbreviations written with a capital that sentence-splitter does not know. */
const UNKNOWN_TO_JUDGE = new Set(
  'Amb Chas Cllr Fig Figs Fr Geo Mgr Mlles Mmes Pres Secy Thos Vol Vols Wm'.split(' '),
);

/** Chinese behind a full stop: a new sentence, but not behind `vs.` or a number. */
function hanStarts(place: Place, word: string): boolean {
  if (SMALL_ABBREVIATIONS.has(word) && !ALSO_WORDS.has(word)) return false;
  return !isItemNumber(place, word) && !isPartOfName(place, word);
}

/** `J. K. 罗琳`, `Mr. 王`: what stands before a Chinese name. */
function isPartOfName({ text, sentence, stop }: Place, word: string): boolean {
  if (/^\p{Lu}$/u.test(word)) {
    const before = previousWord(text, stop - 2, sentence);
    return before === '' || /^\p{Lu}\.$/u.test(before);
  }
  return isCapitalised(word) && judgeWord(word, false) === 'title';
}

/** `J. Smith` goes on; `plan B. The`, `30 °C. The` and `you and I. Did` end. */
function initialEnds({ text, sentence, stop }: Place, next: string): boolean {
  const initial = stop - 2;
  if (initial <= sentence) return false;
  if (/[\p{So}\p{Sc}\p{Nd}]/u.test(text.charAt(initial - 1))) return true;
  const before = previousWord(text, initial, sentence);
  if (isCapitalised(before) || before === '') return false;
  return text.charAt(initial) === 'I' || STARTERS.has(next);
}

function previousWord(text: string, index: number, sentence: number): string {
  let end = index;
  while (end > sentence && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(wordStart(text, end, sentence), end);
}

/** `U.S.`, `D.C.`, `e.g.`, `Ph.D.`, `www.sz.gov.cn.` */
function dottedEnds(word: string, next: string): boolean {
  if (SMALL_ABBREVIATIONS.has(word.toLowerCase())) return false;
  const letters = word.split('.');
  if (letters.every((part) => part.length <= 2)) return STARTERS.has(next);
  if (/^ph\.?d$/i.test(word)) return STARTERS.has(next);
  return true;
}

/** A number or letter that counts an item: the first thing in its sentence. */
function isItemNumber({ text, sentence, stop }: Place, word: string): boolean {
  if (!/^(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})$/.test(word)) return false;
  const start = stop - 1 - word.length;
  return start <= sentence || text.slice(sentence, start).trim().length <= 1;
}

/** `P.S. I am moving`: the mark belongs to what it announces. */
function isPostscript({ sentence, stop }: Place, word: string): boolean {
  return stop - 1 - word.length <= sentence && /^(?:P\.?(?:P\.?)?S|N\.?B)$/.test(word);
}

/** `No. 5`, `Inc. 713`, `S. 10th`: the number belongs to what stands before it. */
function leadsNumber(word: string): boolean {
  const bare = word.toLowerCase();
  if (BEFORE_NUMBER.has(bare)) return isCapitalised(word) || bare.length <= 4;
  return isCapitalised(word) && (word.length === 1 || judgeWord(word, false) !== 'word');
}

/** Sentences typed without capitals: believed where the line itself begins with a small letter. */
function smallLetterStarts({ text, line, next, sentence }: Place, word: string): boolean {
  if (word.length < 3 || word.includes('.') || !/^\p{L}[\p{Ll}'’]+$/u.test(word)) return false;
  if (SMALL_ABBREVIATIONS.has(word) || judgeWord(word, false) !== 'word') return false;
  if (isLowerCode(text.charCodeAt(skipSpace(text, line)))) return true;
  if (isLowerCode(text.charCodeAt(sentence))) return true;
  return SMALL_STARTERS.has(wordAt(text, next));
}
