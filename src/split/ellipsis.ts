import { MARK, isHanCode, isOpener, markAt } from './marks.js';
import { firstTelling, onsetAt, wordAt, wordStart } from './neighbours.js';
import type { Place } from './place.js';

/** A clause this long that trails off is a sentence; a shorter one is a pause (in characters). */
const WHOLE_CLAUSE = 6;

/** The same where the clause, or what follows, shows by its wording that a sentence ended. */
const SHORT_CLAUSE = 4;

/** `I` behind an ellipsis begins a sentence only when this much stands before it, in letters. */
const LONG_THOUGHT = 20;

/** Han characters that cannot end a sentence: what they govern is still to come. */
const GOVERNING = new Set(
  '会會能可以是把被和與与跟在將将對对從从又也就都还還很要想说說个個为為向给給不一让讓叫',
);

/** `……` and `...`: a pause inside a sentence, or the end of one that trails off. */
export function ellipsisEnds(place: Place): boolean {
  const { text, next, close } = place;
  const onset = onsetAt(text, next);
  if (onset === 'end') return true;
  if (onset === 'joiner' || onset === 'lower') return false;
  if (isOpener(text.charAt(place.from - 1)) || text.charAt(place.from - 1) === '"')
    return isSilence(place);
  if (place.quoted) return true;
  if (onset === 'han') return trailsOff(place);
  if (onset === 'digit' || isHanCode(text.charCodeAt(place.from - 1))) return false;
  if (next === close && !isGlued(place)) return false;
  const word = wordAt(text, firstTelling(text, next));
  if (/^I\b/.test(word) && place.from - place.sentence < LONG_THOUGHT) return false;
  return !repeatsWord(place, word);
}

/** `“……”`: somebody says nothing, which is all of the sentence. */
function isSilence({ text, sentence, from, close, quoted }: Place): boolean {
  return quoted && from - 1 <= sentence && !/[，,的]/.test(text.charAt(close));
}

/**
 * A Chinese clause trails off when it is long enough to be whole, does not end in a word that
 * needs more, is not inside speech (there people stammer), and is not taken up again. Behind the
 * first half of `…………` another speaker begins; `请`, `谢谢` and their like begin sentences too.
 */
function trailsOff({ text, sentence, from, next }: Place): boolean {
  OPENING.lastIndex = next;
  const begins = OPENING.test(text);
  if (!begins && markAt(text, next) === MARK.bracket) return false;
  let start = from;
  while (start > sentence && isClausePart(text, start - 1)) start -= 1;
  const last = text.charAt(from - 1);
  const enough = begins || last === '了' ? SHORT_CLAUSE : WHOLE_CLAUSE;
  if (from - start < enough || OPEN_SPEECH.has(text.charAt(start - 1))) return false;
  if (begins) return true;
  return (
    !GOVERNING.has(last) &&
    !text.startsWith(text.slice(from - 2, from), next) &&
    last !== text.charAt(next)
  );
}

/**
 * What begins a sentence wherever it stands: the second half of a doubled ellipsis, the number of
 * an item, a request, thanks, an excuse, an answer.
 */
const OPENING =
  /[…⋯]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[请請](?![求教示假客帖柬])|谢谢|謝謝|多[谢謝]|[对對]不起|不好意思|抱歉|没错|沒錯|(?:是的|好的|[对對])[，。！]/uy;

function isClausePart(text: string, index: number): boolean {
  return isHanCode(text.charCodeAt(index)) || TITLE_MARKS.has(text.charAt(index));
}

const TITLE_MARKS = new Set('《》〈〉');
const OPEN_SPEECH = new Set('“「『"');

/** `Air Force Base...Miramar is`: the blank is missing between two words. */
function isGlued({ text, from, close }: Place): boolean {
  const next = text.slice(close, close + 2);
  return /\p{L}/u.test(text.charAt(from - 1)) && /^(?:\p{Lu}\p{Ll}|[AI][ '’])/u.test(next);
}

/** `You... You`: the speaker stammers. */
function repeatsWord({ text, from, sentence }: Place, word: string): boolean {
  let end = from;
  while (end > sentence && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(wordStart(text, end, sentence), end) === word;
}
