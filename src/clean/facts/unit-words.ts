import { numbersIn, parseHanNumeral } from '../../text/index.js';

/** A Chinese numeral, in figures or in words, as part of a pattern. */
export const HAN = '\\d{1,3}(?:\\.\\d+)?|[一二两兩三四五六七八九十百]{1,5}';
/** Characters of numerals, and those of its scales. */
export const NUMERALS = '0123456789一二两兩三四五六七八九十百千万萬亿億';
export const SCALES = '十百千万萬亿億';
/** English cardinals and ordinals below a hundred, as parts of patterns. */
const UNITS_EN = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS_EN = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS_EN = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
export const DIGIT_EN = UNITS_EN;
export const CARDINAL_EN = `\\d{1,3}(?:\\.\\d+)?|(?:${TENS_EN})(?:[- ](?:${UNITS_EN}))?|${TEENS_EN}|${UNITS_EN}`;
export const ORDINAL_EN =
  '\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth';

/** Value of a numeral that {@link HAN} matches. */
export function valueZh(text = ''): number | undefined {
  return parseHanNumeral(text);
}

/** Value of a number that {@link CARDINAL_EN} or {@link ORDINAL_EN} matches. */
export function valueEn(text = ''): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : numbersIn(text, 'en')[0]?.value;
}

/** The first group of a match that matched something. */
export function groupOf(match: readonly (string | undefined)[]): string | undefined {
  return match.slice(1).find((group) => group !== undefined);
}
