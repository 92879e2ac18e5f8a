import { normalise, stemEn, tokensEn, toSimplified } from '../text/index.js';

/** One Han character, or a run of other letters and figures. */
const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A Chinese text as the index holds it: single characters and foreign words, parted by spaces.
 *
 * Simplified, width folded, lower case. A phrase of characters finds any run of Chinese of
 * one character and more, without deciding what a word is; trigrams would need three.
 */
export function zhTerms(text: string): string {
  const plain = toSimplified(normalise(text)).toLowerCase();
  return usualTerms(plain) ?? (plain.match(UNITS) ?? []).join(' ');
}

/** An English text as the index holds it: stems in order, so that `city` finds `cities`. */
export function enTerms(text: string): string {
  let terms = '';
  for (const token of tokensEn(normalise(text))) {
    const term = termOf(token.text);
    if (term !== '') terms += terms === '' ? term : ` ${term}`;
  }
  return terms;
}

/** Words remembered; natural text repeats its words. */
const MEMORY = 50_000;
const known = new Map<string, string>();

function termOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const term = stemEn(word).replace(NO_LETTER, '');
  if (known.size >= MEMORY) known.clear();
  known.set(word, term);
  return term;
}

const KIND = { none: 0, han: 1, letter: 2, half: 3 } as const;
let kinds: Uint8Array | undefined;
/** A character and the space before it. */
let room = new Uint16Array(8_192);

/** Uint8 [65536]: what a UTF-16 unit is for {@link UNITS}. */
function unitKinds(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, code) => {
    if (code >= 0xd800 && code <= 0xdfff) return KIND.half;
    const character = String.fromCharCode(code);
    if (/\p{Script=Han}/u.test(character)) return KIND.han;
    return /[\p{L}\p{M}\p{N}]/u.test(character) ? KIND.letter : KIND.none;
  });
  return kinds;
}

/** The terms of a text in one pass; `undefined` where characters are made of two units. */
function usualTerms(plain: string): string | undefined {
  const table = unitKinds();
  if (room.length < 2 * plain.length) room = new Uint16Array(4 * plain.length);
  let [size, before] = [0, KIND.none as number];
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    const kind = table[code] as number;
    if (kind === KIND.half) return undefined;
    if (kind !== KIND.none) {
      if (size > 0 && (kind === KIND.han || before !== kind)) room[size++] = 0x20;
      room[size++] = code;
    }
    before = kind;
  }
  return Buffer.from(room.buffer, room.byteOffset, size * 2).toString('utf16le');
}
