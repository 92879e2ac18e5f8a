import { MARK, isDigitCode, isHanCode, isOpener, markAt } from './marks.js';
import { firstTelling, onsetAt, wordAt, wordStart } from './neighbours.js';
import type { Place } from './place.js';

/** A clause this long that trails off is a sentence; a shorter one is a pause (in characters). */
const WHOLE_CLAUSE = 6;

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
  if (isOpener(text.charAt(place.from - 1)) || text.charAt(place.from - 1) === '"') return false;
  if (place.quoted) return true;
  if (onset === 'han') return trailsOff(place);
  if (onset === 'digit' || isHanCode(text.charCodeAt(place.from - 1))) return false;
  if (next === close && !isGlued(place)) return false;
  const word = wordAt(text, firstTelling(text, next));
  if (/^I\b/.test(word) && place.from - place.sentence < LONG_THOUGHT) return false;
  return !repeatsWord(place, word);
}

/**
 * A Chinese clause trails off when it is long enough to be whole, does not end in a word that
 * needs more, is not inside speech (there people stammer), and is not taken up again.
 */
function trailsOff({ text, sentence, from, next }: Place): boolean {
  if (markAt(text, next) === MARK.bracket) return false;
  if (GOVERNING.has(text.charAt(from - 1))) return false;
  let start = from;
  while (start > sentence && isClausePart(text, start - 1)) start -= 1;
  if (from - start < WHOLE_CLAUSE || OPEN_SPEECH.has(text.charAt(start - 1))) return false;
  return (
    !text.startsWith(text.slice(from - 2, from), next) &&
    text.charAt(from - 1) !== text.charAt(next)
  );
}

function isClausePart(text: string, index: number): boolean {
  return isHanCode(text.charCodeAt(index)) || TITLE_MARKS.has(text.charAt(index));
}

const TITLE_MARKS = new Set('《》〈〉');
const OPEN_SPEECH = new Set('“「『"');

/** `Air Force Base...Miramar is`: the blank is missing between two words. */
function isGlued({ text, from, close }: Place): boolean {
  return (
    /\p{L}/u.test(text.charAt(from - 1)) && /^\p{Lu}\p{Ll}/u.test(text.slice(close, close + 2))
  );
}

/** `You... You`: the speaker stammers. */
function repeatsWord({ text, from, sentence }: Place, word: string): boolean {
  let end = from;
  while (end > sentence && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(wordStart(text, end, sentence), end) === word;
}

/** `．` is a full stop, a decimal point or the dot inside a foreign name. */
export function wideDotEnds({ text, from, close, next, sentence }: Place): boolean {
  if (isDigitCode(text.charCodeAt(from - 1))) return false;
  if (next > close) return true;
  return (
    isHanCode(text.charCodeAt(close)) &&
    /[，,]/.test(text.slice(Math.max(sentence, from - 60), from))
  );
}
