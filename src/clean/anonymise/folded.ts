const HAN_DIGITS = '〇一二三四五六七八九';
/** A number read out: 一三八零零一三八零零零. Shorter runs are years and counts. */
const READ_OUT = /[〇零○一二三四五六七八九幺]{7,}/g;
const WIDE = /[\u00a0\u2010-\u2015\u2212\u3000\uff01-\uff5e]/g;

/**
 * A text as numbers and addresses are looked for in it: full-width characters as ASCII, dashes as
 * hyphens, numbers read out in Chinese as figures. Every place stays where it was.
 */
export function folded(text: string): string {
  return text.replace(WIDE, narrow).replace(READ_OUT, (run) => [...run].map(figureOf).join(''));
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  return code === 0xa0 || code === 0x3000 ? ' ' : '-';
}

function figureOf(character: string): string {
  if (character === '幺') return '1';
  return String(Math.max(0, HAN_DIGITS.indexOf(character)));
}
