import { isHan, isKanaOrHangul, isSpace } from './chars.js';

/** Characters that make up about a third of any modern Chinese text, both scripts. */
const FREQUENT =
  '的一是不了在有人这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學' +
  '对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經' +
  '头頭面公同三已老从從动動两兩长長知样樣现現分将將外但身些与與高意进進把法此实實回二理美点點月明其种種声聲全工己话話' +
  '儿兒者向情部正名定女问問力机機给給等几幾很业業最间間新什打便位因重被走电電四第门門相次东東政海口使教西再平真听聽世气氣信北少关關并並内內' +
  '，。、；：？！“”《》（）…—「」';

/** What each UTF-16 unit adds to the mean; 0 where nothing is known. */
let weights: Float32Array | undefined;

/**
 * How much a decoded text looks like one a person wrote, about −5 to 2.
 *
 * The mean over the characters outside ASCII: frequent characters +2, ordinary ones +1, rare
 * ones −1, private-use, control and replacement characters −5. Ordinary means level 1 of
 * GB 2312 or of Big5, which the two standards chose by frequency of use. A wrong decoding of
 * Chinese gives valid but rare characters, which is how it is found out.
 *
 * @returns `undefined` for text wholly in ASCII
 */
export function plausibility(text: string): number | undefined {
  weights ??= weigh();
  let [sum, count] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80 && (code >= 0x20 || isSpace(code))) continue;
    count += 1;
    sum += weights[code] ?? 0;
    if (isStray(text, at, code)) sum -= 2;
  }
  return count === 0 ? undefined : sum / count;
}

/** A Han character squeezed between ASCII letters: a curly quote read as half of a character. */
function isStray(text: string, at: number, code: number): boolean {
  return isHan(code) && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function weigh(): Float32Array {
  const table = new Float32Array(0x10000).fill(-1);
  fill(table, 0x00, 0x9f, -5);
  fill(table, 0xa0, 0x24f, 0);
  fill(table, 0xc0, 0xff, 0.2);
  fill(table, 0x2010, 0x2027, 1);
  fill(table, 0x2160, 0x217f, 0.5);
  fill(table, 0x2460, 0x249b, 0.5);
  fill(table, 0x3000, 0x3017, 1);
  fill(table, 0xff01, 0xff5e, 0.7);
  fill(table, 0xd800, 0xdfff, 0);
  fill(table, 0xe000, 0xf8ff, -5);
  fill(table, 0xfff0, 0xffff, -5);
  table[0xa0] = 1;
  table[0xfeff] = 0;
  for (let code = 0x3041; code < 0xd7a4; code += 1) {
    if (isKanaOrHangul(code)) table[code] = 0.3;
  }
  markRows(table, 'gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]]);
  markRows(
    table,
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  for (const character of Array.from(FREQUENT)) table[character.charCodeAt(0)] = 2;
  return table;
}

function fill(table: Float32Array, from: number, to: number, weight: number): void {
  table.fill(weight, from, to + 1);
}

type Span = readonly [from: number, to: number];

/** Marks as ordinary every character in the given rows of a double-byte set. */
function markRows(
  table: Float32Array,
  charset: string,
  leads: Span,
  trails: readonly Span[],
): void {
  const decoder = new TextDecoder(charset);
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail += 1) {
        const code = decoder.decode(Uint8Array.of(lead, trail)).charCodeAt(0);
        if (isHan(code)) table[code] = 1;
      }
    }
  }
}
