import type { Rng } from '../../../src/kit/index.js';
import { between, happens, oneOf } from './chance.js';
import type { NumberInText, Written } from './number.js';

const DIGITS = new Map(
  Object.entries({ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4 }).concat(
    Object.entries({ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
  ),
);
const UNITS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }));
const GREAT_UNITS = new Map(Object.entries({ 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }));
const LESSER = new Map(Object.entries({ 万: '千', 萬: '千', 亿: '万', 億: '萬' }));

/** Numbers from two up, and 第一, in Chinese characters; neither 三四 (about) nor a bare 千. */
export function findChineseNumbers(text: string): NumberInText[] {
  return [...text.matchAll(/[〇零一二三四五六七八九十百千万萬亿億两兩]+/g)].flatMap(
    ({ 0: run, index }) => {
      if (/\d\s?$/.test(text.slice(Math.max(0, index - 2), index))) return [];
      if (/^[百千万萬亿億]$/.test(run)) return [];
      const value = readChinese(run);
      if (!(value >= 2 || (value === 1 && text[index - 1] === '第'))) return [];
      const isMonth = text[index + run.length] === '月';
      const other = (rng: Rng): Written | undefined => otherChinese(run, rng);
      return [{ at: index, text: run, value, isMonth, most: isMonth ? 12 : Infinity, other }];
    },
  );
}

/** The value, not a number where there is none. */
function readChinese(run: string): number {
  const letters = Array.from(run);
  if (letters.length > 1 && letters.every((letter) => DIGITS.has(letter)))
    return letters.length > 2 ? Number(letters.map((one) => DIGITS.get(one)).join('')) : NaN;
  let [total, below, digit] = [0, 0, -1];
  for (const letter of letters) {
    const [now, unit] = [DIGITS.get(letter), UNITS.get(letter)];
    if (now !== undefined) {
      if (digit > 0) return NaN;
      digit = now;
      continue;
    }
    if (unit !== undefined) {
      below += (digit < 0 ? 1 : digit) * unit;
    } else {
      below += Math.max(0, digit);
      if (below === 0) return NaN;
      total += below * (GREAT_UNITS.get(letter) ?? 1);
      below = 0;
    }
    digit = -1;
  }
  return total + below + Math.max(0, digit);
}

/** Another digit or another unit. */
function otherChinese(run: string, rng: Rng): Written | undefined {
  const letters = Array.from(run);
  const at = between(rng, 0, letters.length - 1);
  const now = otherLetter(letters, at, rng);
  if (now === undefined) return undefined;
  const text = letters.with(at, now).join('');
  const value = readChinese(text);
  return Number.isFinite(value) ? { text, value } : undefined;
}

function otherLetter(letters: readonly string[], at: number, rng: Rng): string | undefined {
  const letter = letters[at] ?? '';
  const isAlone = letters.length === 1;
  const digit = DIGITS.get(letter);
  if (digit !== undefined) {
    if (digit === 0 && letters.length < 3) return undefined;
    return oneOf(rng, Array.from(isAlone ? '三四五六七八九' : '一二三四五六七八九'));
  }
  if (letter === '十' && at === 0) {
    if (happens(rng, 0.6)) return `${oneOf(rng, Array.from('二三四五六七八九')) ?? '二'}十`;
    return isAlone ? `十${oneOf(rng, Array.from('二三四五六七八')) ?? '二'}` : undefined;
  }
  if (!UNITS.has(letter)) return LESSER.get(letter);
  const now = oneOf(
    rng,
    [...UNITS.keys()].filter((unit) => unit !== letter),
  );
  if (now === undefined) return undefined;
  const units = letters.with(at, now).flatMap((one) => UNITS.get(one) ?? []);
  const isFalling = units.every((unit, place) => place === 0 || unit < (units[place - 1] ?? 0));
  return isFalling ? now : undefined;
}
