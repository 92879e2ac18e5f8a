import type { Rng } from '../../../src/kit/index.js';
import { encodeGbk, firstOutsideGbk } from '../../site/gbk.js';
import type { Place, Texts } from '../corruptions.js';
import { between, oneOf, wholeBetween } from './chance.js';
import { countHan } from './counting.js';

/** Bytes 80 to 9F of Windows-1252; the five it leaves open stay control characters. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

type Garbling = (text: string) => string | undefined;

const utf8AsLatin: Garbling = (text) => latinOf(Buffer.from(text, 'utf8'));
const utf8AsGbk: Garbling = (text) => new TextDecoder('gbk').decode(Buffer.from(text, 'utf8'));
const utf8AsShiftJis: Garbling = (text) =>
  new TextDecoder('shift_jis').decode(Buffer.from(text, 'utf8'));
const utf8AsLatinTwice: Garbling = (text) =>
  latinOf(Buffer.from(latinOf(Buffer.from(text, 'utf8')), 'utf8'));
const gbkAsLatin: Garbling = (text) => readGbk(text, latinOf);
const gbkAsBig5: Garbling = (text) =>
  readGbk(text, (bytes) => new TextDecoder('big5').decode(bytes));
const gbkAsUtf8: Garbling = (text) => readGbk(text, (bytes) => new TextDecoder().decode(bytes));
const questionMarks: Garbling = (text) => text.replace(/[^\x00-\x7f]/gu, '?');

/** What may go wrong, the more usual named more than once. */
const GARBLINGS: readonly Garbling[] = [
  ...[utf8AsLatin, utf8AsLatin, utf8AsLatin],
  ...[utf8AsGbk, utf8AsGbk, utf8AsGbk],
  utf8AsShiftJis,
  ...[gbkAsLatin, gbkAsLatin],
  gbkAsBig5,
  gbkAsUtf8,
  questionMarks,
  utf8AsLatinTwice,
];

/** The bytes of the Chinese are read in a charset they are not in; a quarter of the time, of a stretch. */
export function mojibake({ zh, en }: Texts, _place: Place, rng: Rng): Texts | undefined {
  if (countHan(zh) < 4) return undefined;
  const garble = oneOf(GARBLINGS, rng) ?? utf8AsLatin;
  const characters = Array.from(zh);
  const size =
    rng() < 0.25 ? Math.ceil(characters.length * between(0.35, 0.7, rng)) : characters.length;
  const from = wholeBetween(0, characters.length - size, rng);
  const stretch = characters.slice(from, from + size).join('');
  if (countHan(stretch) < 4) return undefined;
  const garbled = garble(stretch);
  if (garbled === undefined) return undefined;
  const all = [...characters.slice(0, from), garbled, ...characters.slice(from + size)].join('');
  return { zh: all.replace(/[\r\n\t]/g, ' '), en };
}

/** Bytes read as Windows-1252; the platform's decoder reads them as ISO 8859-1 in some versions. */
function latinOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('');
}

function readGbk(text: string, read: (bytes: Uint8Array) => string): string | undefined {
  return firstOutsideGbk(text) === undefined ? read(encodeGbk(text)) : undefined;
}
