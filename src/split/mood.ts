import { MARK, isHanCode, isLetterCode, markAt, skipSpace } from './marks.js';
import { onsetAt } from './neighbours.js';

/** Modifiers that belong to the picture before them: emoji presentation, skin tones, joiners. */
const TAIL = String.raw`[\u{FE0F}\u{1F3FB}-\u{1F3FF}\u{200D}]*`;

/** Pictures of a mood: faces, hands, hearts, flags, and what is thrown at feasts. */
const MOOD =
  String.raw`[\u{1F600}-\u{1F64F}\u{1F90C}-\u{1F93A}\u{1F970}-\u{1F97A}\u{1F44A}-\u{1F450}` +
  String.raw`\u{1F493}-\u{1F49F}\u{1F4A9}-\u{1F4AB}\u{1F4AF}\u{1F389}\u{1F38A}\u{1F339}\u{1F525}` +
  String.raw`\u{1F1E6}-\u{1F1FF}☺☹♥❤❣]`;

/** Pictures behind a stop; other than a mood (`📍`) they head what follows, unless nothing does. */
const PICTURES = new RegExp(
  String.raw` ?(?:${MOOD}${TAIL})+|(?:\p{Emoji_Presentation}${TAIL})+(?=\s|$)`,
  'uy',
);

/** `:-)` and its kin, with one blank before them, when nothing is glued to their right. */
const EMOTICON = / ?[:;=][-o*']?[)(\]DPp|\\/]{1,5}(?=\s|$)/uy;

/** Faces in a text without a stop; of a longer run the last ones count, so that time stays linear. */
const FACES =
  /(?:[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}][\u{FE0F}\u{1F3FB}-\u{1F3FF}]?){1,12}/uy;

/** Units of an emoticon or of emoji that colour the sentence before them; 0 when there is none. */
export function moodWidth(text: string, index: number): number {
  const at = text.charCodeAt(index) === 0x20 ? index + 1 : index;
  const mark = markAt(text, at);
  if (mark === MARK.colon || mark === MARK.semicolon || text.charAt(at) === '=')
    return widthOf(EMOTICON, text, index);
  const code = text.charCodeAt(at);
  const mayBe = (code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e);
  return mayBe ? widthOf(PICTURES, text, index) : 0;
}

/**
 * Where a sentence ends that has an emoticon or faces at `index` instead of a stop, or −1.
 *
 * `Thanks :) See you`, `哈哈😂😂笑死我了`: behind it stands a blank and a capital, or Chinese. One face
 * right between Chinese is a word of its sentence.
 */
export function moodEnd(text: string, index: number, sentence: number): number {
  if (index <= sentence) return -1;
  const isEmoticon = markAt(text, index) !== MARK.face;
  if (isEmoticon && text.charCodeAt(index - 1) !== 0x20) return -1;
  const width = widthOf(isEmoticon ? EMOTICON : FACES, text, index);
  if (width === 0) return -1;
  const end = index + width;
  const next = skipSpace(text, end);
  if (next > end) return /^(?:upper|han)$/.test(onsetAt(text, next)) ? end : -1;
  return width > ONE_FACE && isWordy(text, index - 1) && isHanCode(text.charCodeAt(next))
    ? end
    : -1;
}

/** UTF-16 units of one face. */
const ONE_FACE = 2;

function isWordy(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return isHanCode(code) || isLetterCode(code);
}

/** Width of what a sticky expression matches at `index`. */
export function widthOf(expression: RegExp, text: string, index: number): number {
  expression.lastIndex = index;
  return expression.exec(text)?.[0].length ?? 0;
}
