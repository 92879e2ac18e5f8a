import type { Rng } from '../../../src/kit/index.js';
import { between, drawn, happens, oneOf } from './chance.js';
import type { NumberInText, Written } from './number.js';
import type { Side } from './texts.js';

/** Words after figures that make them so many times as much. */
const SCALES: Readonly<Record<Side, ReadonlyMap<string, number>>> = {
  zh: new Map([
    ...Object.entries({ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }),
    ...Object.entries({ 十万: 1e5, 百万: 1e6, 千万: 1e7, 十亿: 1e9, 百亿: 1e10, 千亿: 1e11 }),
    ...Object.entries({ 十萬: 1e5, 百萬: 1e6, 千萬: 1e7, 十億: 1e9, 百億: 1e10, 千億: 1e11 }),
  ]),
  en: new Map([
    ...Object.entries({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }),
    ...Object.entries({ k: 1e3, m: 1e6, bn: 1e9 }),
  ]),
};
const SCALE: Readonly<Record<Side, RegExp>> = {
  zh: /^(\s?)([十百千]?[万萬亿億]|[百千](?![米克]))/,
  en: /^([ -](?=[a-z]{4})|)(hundred|thousand|million|billion|trillion|bn|m|k)\b/i,
};
const OTHER_SCALES: Readonly<Record<Side, readonly string[]>> = {
  zh: ['千万', '万', '亿', '百万'],
  en: ['thousand', 'million', 'billion'],
};
const AFTER_MONTH = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? $/;
const BEFORE_MONTH =
  /^(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** Numbers in figures, with the thousands or 万 after them; not those of names such as UTF-8. */
export function findFigures(text: string, side: Side): NumberInText[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].flatMap(({ 0: run, index }) => {
    const before = text.slice(Math.max(0, index - 12), index);
    const after = text.slice(index + run.length);
    if (isOfName(before, after)) return [];
    const [written = '', blank = '', scale = ''] = SCALE[side].exec(after) ?? [];
    const times = SCALES[side].get(scale.toLowerCase()) ?? 1;
    const value = Number(run.replaceAll(',', '')) * times;
    const isMonth = side === 'zh' && after.startsWith('月');
    const isDay =
      side === 'zh'
        ? /^[日号號]/.test(after)
        : (AFTER_MONTH.test(before) && value <= 31) || BEFORE_MONTH.test(after);
    const other = (rng: Rng): Written | undefined => {
      if (scale.length > (side === 'zh' ? 0 : 2) && happens(rng, 0.35)) {
        const list = OTHER_SCALES[side].filter((name) => name !== scale);
        const now = oneOf(rng, list) ?? scale;
        return {
          text: run + blank + now,
          value: (value / times) * (SCALES[side].get(now) ?? times),
        };
      }
      const now = otherFigures(run, scale !== '', rng);
      return now && { text: now.text + written, value: now.value * times };
    };
    const most = isMonth ? 12 : isDay ? 31 : Infinity;
    return [{ at: index, text: run + written, value, isMonth, most, other }];
  });
}

function isOfName(before: string, after: string): boolean {
  if (/[A-Za-z_#&=.]$|[A-Za-z][-/]$/.test(before)) return true;
  const isAmount = /^(?:(?:st|nd|rd|th|s|bn|m|k)\b|-[a-z]{3,})/.test(after);
  return /^(?:\.\d|-?[A-Za-z])/.test(after) && !isAmount;
}

/** What is done to figures; a year stays a year not far off. */
type Way = 'digit' | 'turned' | 'longer' | 'near' | 'any';

/** One digit another, two digits turned round, one more or less, a near number, or any as long. */
function otherFigures(run: string, hasScale: boolean, rng: Rng): Written | undefined {
  const hasCommas = run.includes(',');
  const [whole = '', fraction = ''] = run.replaceAll(',', '').split('.');
  const isYear = /^(?:1\d|20)\d\d$/.test(whole) && !hasCommas && fraction === '' && !hasScale;
  const [way = 'digit'] = drawn<Way>(rng, [
    [35, 'digit'],
    [whole.length > 1 ? 10 : 0, 'turned'],
    [isYear ? 2 : 14, 'longer'],
    [25, 'near'],
    [16, 'any'],
  ]);
  const isOfFraction = way === 'digit' && fraction !== '' && happens(rng, 0.5);
  const nowWhole = isOfFraction
    ? whole
    : isYear
      ? otherYear(whole, way, rng)
      : otherWhole(whole, way, rng);
  const nowFraction = isOfFraction ? otherDigit(fraction, rng) : fraction;
  if (nowWhole.length > 1 && nowWhole.startsWith('0')) return undefined;
  const grouped = hasCommas ? nowWhole.replace(/\B(?=(?:\d{3})+$)/g, ',') : nowWhole;
  const end = nowFraction === '' ? '' : `.${nowFraction}`;
  return { text: grouped + end, value: Number(nowWhole + end) };
}

function otherWhole(whole: string, way: Way, rng: Rng): string {
  switch (way) {
    case 'digit':
      return otherDigit(whole, rng);
    case 'turned':
      return turned(whole, between(rng, 0, whole.length - 2));
    case 'longer':
      return longerOrShorter(whole, rng);
    case 'near': {
      const step = between(rng, 1, Math.max(3, Math.round(Number(whole) * 0.3)));
      return String(Math.max(0, Number(whole) + (happens(rng, 0.5) ? step : -step)));
    }
    case 'any': {
      const least = whole.length > 1 ? 10 ** (whole.length - 1) : 1;
      return String(between(rng, least, 10 ** whole.length - 1));
    }
  }
}

/** Another of the century, one up to 25 years off, or one up to 150 years off until 2030. */
function otherYear(year: string, way: Way, rng: Rng): string {
  switch (way) {
    case 'digit':
      return year.slice(0, 2) + otherDigit(year.slice(2), rng);
    case 'turned':
      return turned(year, 2);
    case 'longer':
      return longerOrShorter(year, rng);
    case 'near': {
      const step = between(rng, 1, 25);
      return String(Number(year) + (happens(rng, 0.5) ? step : -step));
    }
    case 'any': {
      const least = Math.max(1000, Number(year) - 150);
      return String(between(rng, least, Math.max(least, Math.min(2030, Number(year) + 150))));
    }
  }
}

function otherDigit(digits: string, rng: Rng): string {
  const at = between(rng, 0, digits.length - 1);
  const now = (Number(digits[at]) + between(rng, 1, 9)) % 10;
  return `${digits.slice(0, at)}${now}${digits.slice(at + 1)}`;
}

function turned(digits: string, at: number): string {
  return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
}

function longerOrShorter(digits: string, rng: Rng): string {
  if (digits.length > 1 && happens(rng, 0.5)) {
    const at = between(rng, 0, digits.length - 1);
    return digits.slice(0, at) + digits.slice(at + 1);
  }
  return digits + (happens(rng, 0.6) ? '0' : String(between(rng, 0, 9)));
}
