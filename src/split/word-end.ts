import { judgeWord } from './judge.js';
import { isDigitCode } from './marks.js';
import { isCapitalised, wordStart } from './neighbours.js';
import type { Place } from './place.js';
import {
  AFTER_CLOCK,
  ALSO_CAPITAL_WORDS,
  ALSO_WORDS,
  BEFORE_NUMBER,
  LABELS,
  SMALL_ABBREVIATIONS,
  STARTERS,
  UNKNOWN_TO_JUDGE,
} from './words-en.js';

/** Whether a sentence may end at `word.` although a capital proves nothing by itself. */
export function wordEnds(place: Place, word: string, next: string): boolean {
  if (word === '') return true;
  if (isItemNumber(place, word) || isPostscript(place, word)) return false;
  if (isDigitCode(word.charCodeAt(0))) return true;
  if (word.length <= 3 && /^[ap]\.?m$/i.test(word))
    return !AFTER_CLOCK.has(next.replace(/\.$/, ''));
  if (word.length === 1 && isCapitalised(word)) return initialEnds(place, next);
  if (word.includes('.')) return dottedEnds(word, next);
  if (word === 'al') return STARTERS.has(next);
  if (!isCapitalised(word)) return ALSO_WORDS.has(word) || !SMALL_ABBREVIATIONS.has(word);
  const verdict = ALSO_CAPITAL_WORDS.has(word) ? 'word' : judgeWord(word, false);
  if (verdict === 'word') return !UNKNOWN_TO_JUDGE.has(word);
  if (verdict === 'title') return isStreet(place, word) && STARTERS.has(next);
  return STARTERS.has(next);
}

/** `Baker St. He`, `5 St. The`: behind a name or number `St.` is a street, no saint. */
function isStreet({ text, sentence, stop }: Place, word: string): boolean {
  if (word !== 'St') return false;
  const before = previousWord(text, stop - 1 - word.length, sentence);
  return /^[\p{Lu}\d]/u.test(before) && !STARTERS.has(before);
}

/** `J. Smith` goes on; `plan B. The`, `30 °C. The`, `World War I. The` and `you and I. Did` end. */
function initialEnds({ text, sentence, stop }: Place, next: string): boolean {
  const initial = stop - 2;
  if (initial <= sentence) return false;
  if (/[\p{So}\p{Sc}\p{Nd}]/u.test(text.charAt(initial - 1))) return true;
  const before = previousWord(text, initial, sentence);
  if (before === '') return false;
  const letter = text.charAt(initial);
  const isLabel = NUMERALS.has(letter) || LABELS.has(before);
  if (judgeWord(letter, isCapitalised(before)) === 'title') return isLabel && STARTERS.has(next);
  return letter === 'I' || STARTERS.has(next);
}

/** Roman numerals of one letter. */
const NUMERALS = new Set('IVX');

function previousWord(text: string, index: number, sentence: number): string {
  let end = index;
  while (end > sentence && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(wordStart(text, end, sentence), end);
}

/** `U.S.`, `D.C.`, `e.g.`, `Ph.D.`, `www.sz.gov.cn.` */
function dottedEnds(word: string, next: string): boolean {
  if (SMALL_ABBREVIATIONS.has(word.toLowerCase())) return false;
  if (/^\p{L}{1,2}(?:\.\p{L}{1,2})*$/u.test(word)) return STARTERS.has(next);
  if (/^ph\.?d$/i.test(word)) return STARTERS.has(next);
  return true;
}

/** A number or letter that counts an item: the first in its sentence, or behind a colon. */
export function isItemNumber({ text, sentence, stop }: Place, word: string): boolean {
  if (word.length > LONGEST_ITEM || !ITEM.test(word)) return false;
  const start = stop - 1 - word.length;
  if (start <= sentence || text.slice(sentence, start).trim().length <= 1) return true;
  return /^\d{1,2}$/.test(word) && /[:：] $/.test(text.slice(start - 2, start));
}

const ITEM = /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})$/;
/** `12.10.123`, in characters. */
const LONGEST_ITEM = 9;

/** `P.S. I am moving`: the mark belongs to what it announces. */
function isPostscript({ sentence, stop }: Place, word: string): boolean {
  return stop - 1 - word.length <= sentence && /^(?:P\.?(?:P\.?)?S|N\.?B)$/.test(word);
}

/** `No. 5`, `Inc. 713`, `S. 10th`: the number belongs to what stands before it. */
export function leadsNumber(word: string): boolean {
  const bare = word.toLowerCase();
  if (BEFORE_NUMBER.has(bare)) return true;
  return isCapitalised(word) && (word.length === 1 || judgeWord(word, false) !== 'word');
}

/** Chinese behind a full stop: a new sentence, but not behind `vs.` or a number. */
export function hanStarts(place: Place, word: string): boolean {
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
