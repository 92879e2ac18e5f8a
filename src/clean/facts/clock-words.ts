import { parseHanNumeral } from '../../text/index.js';

/** A time in figures: 7:30, 7.30, 7 p.m. */
export const CLOCK_IN_FIGURES = /\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b/i;

const HAN = '[一二两兩三四五六七八九十]{1,3}';
const COUNT = `(\\d{1,2}|${HAN})`;
/** 差五分八点, 八点差一刻: minutes to the hour. */
const MISSING_FIRST = new RegExp(`差${COUNT}(分|刻)[钟鐘]?(?:到|就)?${COUNT}[点點]`, 'g');
const MISSING_LAST = new RegExp(`${COUNT}[点點]差${COUNT}(分|刻)`, 'g');
/** 三点一刻, 三点二十五分. */
const QUARTERS = new RegExp(`${COUNT}[点點]([一三])刻`, 'g');
const HOUR_AND_MINUTES = new RegExp(`(${HAN})[点點](${HAN})分`, 'g');
const HOUR_ALONE = new RegExp(`(${HAN})(?=[点點](?:半|整|钟|鐘|$|[^\\p{L}\\d]))`, 'gu');
const HOUR_AFTER_PART = new RegExp(
  `(?<=上午|下午|早上|晚上|凌晨|清晨|傍晚|夜里|今晚|当晚|晚间)(${HAN})(?=[点點])`,
  'g',
);

const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOUR = `(${HOURS.join('|')}|\\d{1,2})(?! ?[a-z]*(?:people|men|women|thousand|hundred|million))`;
const MINUTES: ReadonlyMap<string, number> = new Map([
  ['quarter', 15],
  ['half', 30],
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['twenty-five', 25],
]);
/** “Half past three”, “a quarter to six”, “ten minutes to eight”. */
const PAST_OR_TO = new RegExp(
  `\\b(?:(?:a )?(quarter|half|twenty-five|five|ten|twenty)(?: minutes?)?|(\\d{1,2}) minutes?) (past|to|before|after) ${HOUR}\\b`,
  'gi',
);

/** Chinese times in words as figures: 三点一刻 is 3点15分, 差五分八点 is 7点55分. */
export function clockZh(zh: string): string {
  return zh
    .replace(MISSING_FIRST, (_whole, count: string, unit: string, hour: string) =>
      before(numberOf(hour), numberOf(count) * (unit === '刻' ? 15 : 1), '点', '分'),
    )
    .replace(MISSING_LAST, (_whole, hour: string, count: string, unit: string) =>
      before(numberOf(hour), numberOf(count) * (unit === '刻' ? 15 : 1), '点', '分'),
    )
    .replace(
      QUARTERS,
      (_whole, hour: string, quarters: string) => `${numberOf(hour)}点${numberOf(quarters) * 15}分`,
    )
    .replace(
      HOUR_AND_MINUTES,
      (_whole, hour: string, minutes: string) => `${numberOf(hour)}点${numberOf(minutes)}分`,
    )
    .replace(HOUR_AFTER_PART, (hour) => String(numberOf(hour)))
    .replace(HOUR_ALONE, (hour) => String(numberOf(hour)));
}

/** English times in words as figures: half past three is 3:30. */
export function clockEn(en: string): string {
  return en.replace(
    PAST_OR_TO,
    (whole, words: string | undefined, figures: string, way: string, hour: string) => {
      const minutes = MINUTES.get((words ?? '').toLowerCase()) ?? Number(figures);
      const hours = HOURS.indexOf(hour.toLowerCase()) + 1 || Number(hour);
      if (!(minutes < 60) || hours > 24) return whole;
      const isAfter = /past|after/i.test(way);
      return isAfter
        ? `${hours}:${String(minutes).padStart(2, '0')}`
        : before(hours, minutes, ':', '');
    },
  );
}

/** An hour counted to 12, as one of 24. */
export function hourOf(hour: string, isAfternoon: boolean): number {
  const hours = Number(hour);
  return hours > 12 ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
}

function before(hour: number, minutes: number, mark: string, end: string): string {
  return `${hour === 1 ? 12 : hour - 1}${mark}${60 - minutes}${end}`;
}

function numberOf(text: string): number {
  return parseHanNumeral(text) ?? Number(text);
}
