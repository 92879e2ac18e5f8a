import type { Unit } from './same-units.js';
import { CARDINAL_EN, HAN, valueEn, valueZh, NUMERALS } from './unit-words.js';
import { numbersIn } from '../../text/index.js';

const PARTS =
  'half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?';
/** 三分之一 is “33 percent”, 三成 “nearly a third”. */
const NEAR = 0.04;
/** Words for so many times. */
const FOLD: readonly (readonly [RegExp, number])[] = [
  [/^doubl|^two-?fold/i, 2],
  [/^tripl|^trebl|^three-?fold/i, 3],
  [/^quadrupl|^four-?fold/i, 4],
  [/^quintupl|^five-?fold/i, 5],
];

/** Parts and multiples of something, and degrees below zero. */
export const PORTIONS: readonly Unit[] = [
  {
    // 三分之二, 四成, 一半, 45%; as shares of one.
    kind: 'percent',
    holds: ['分成%％‰半每'],
    zh: new RegExp(
      `(${HAN}|百|千|万|萬)分之(${HAN}|一)|(\\d+(?:\\.\\d+)?) ?([%％‰])|(?<![\\d第一二三四五六七八九十收构構])([一二两兩三四五六七八九1-9])成([半一二三四五六七八九])?(?![\\d为為立员員功都语語果長长本就熟品份人衣日绩績千百对對双雙群天年不])|每(${HAN})(?:个|個|名|位|人|户|戶|家)[^，。；,]{0,8}?有(${HAN})(?:个|個|名|位|人|户|戶|家)|(一半|半数|半數|[过過对對减減折]半)`,
      'g',
    ),
    en: new RegExp(
      `\\b(?:(?:${CARDINAL_EN})[- ](?:${PARTS})\\b|an? (?:third|quarter|fifth|sixth|eighth|tenth)(?= of\\b)|(?:${CARDINAL_EN})(?: ?%| ?per ?cent\\b)|(?:${CARDINAL_EN}) (?:in|out of) (?:every )?(?:${CARDINAL_EN})\\b(?! [a-z]*(?:days?|weeks?|months?|years?|hours?|minutes?)\\b)|half (?=(?:of|the|its|their|his|her|our|all|those|these)\\b)|halv(?:e|ed|es|ing)\\b|by half\\b)`,
      'gi',
    ),
    readZh: readShareZh,
    readEn: ([text]) => readShareEn(text),
    isSame: (zh, en) => Math.abs(zh - en) <= NEAR || zh > 1 || en > 1,
  },
  {
    // 三倍 is “three times”, or “quadrupled” where it is added; 翻两番 is four times.
    kind: 'number',
    holds: ['倍翻'],
    zh: new RegExp(`(${HAN})倍|翻(?:了)?([一二两兩三四1-4])?(?:番|倍)`, 'g'),
    en: new RegExp(
      `\\b(?:(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed?|es|ing)\\b|(two|three|four|five|six|seven|eight|nine|ten|hundred)-?fold\\b|(${CARDINAL_EN}|a hundred|a thousand) times (?=(?:as|more|the|that|what|its|their|his|her|over|of|[a-z]+er)\\b))`,
      'gi',
    ),
    readZh: ([, times, doublings]) =>
      times === undefined ? 2 ** (valueZh(doublings ?? '一') ?? 1) : valueZh(times),
    readEn: ([text, fold, times]) =>
      FOLD.find(([words]) => words.test(text))?.[1] ??
      valueEn(fold ?? times?.replace(/^a /, 'one ')),
    isSame: (zh, en, { 0: text }) => zh === en || (text.endsWith('倍') && Math.abs(zh - en) <= 1),
  },
  {
    // Only the sign: another number is another matter.
    kind: 'number',
    holds: ['度℃°', NUMERALS],
    zh: /(?<![\d度℃C][至到~–-]|[\d.-])(零下|负|負|[-－−])? ?(\d{1,2}|[一二三四五六七八九十]{1,3})多?(?:摄氏|攝氏)?(?:度(?![假过過日母])|℃|°C)/g,
    en: new RegExp(
      `(?<!\\d (?:to|and|or) |[\\d–.-])(minus |negative |[-−])?(?<![\\d.])\\b(${CARDINAL_EN})(?: degrees?|°| °|℃)( (?:celsius |centigrade |c )?(?:below|under))?`,
      'gi',
    ),
    readZh: ([, sign, count]) => signed(valueZh(count), sign !== undefined),
    readEn: ([, sign, count, below]) =>
      signed(valueEn(count), sign !== undefined || below !== undefined),
    isSame: (zh, en) => zh !== -en || zh === 0,
  },
];

function readShareZh([, of, part, share, sign, tenths, half, all, some, whole]: RegExpExecArray):
  number | undefined {
  if (whole !== undefined) return 0.5;
  if (tenths !== undefined) return (valueZh(tenths) ?? 0) / 10 + hundredthsOf(half);
  if (share !== undefined) return Number(share) / (sign === '‰' ? 1000 : 100);
  const [above, below] = [valueZh(part ?? some), valueZh(of ?? all)];
  return above === undefined || below === undefined ? undefined : above / below;
}

/** 一成五, 三成半. */
function hundredthsOf(half = ''): number {
  return (half === '半' ? 5 : (valueZh(half) ?? 0)) / 100;
}

function readShareEn(text: string): number | undefined {
  if (/^hal[fv]|^by half/i.test(text)) return 0.5;
  const found = numbersIn(text.replace(/^an? /i, 'one '), 'en')[0];
  if (found === undefined) return undefined;
  const share = found.kind === 'percent' ? found.value / 100 : found.value;
  return share < 1 || found.kind === 'percent' ? share : undefined;
}

function signed(count: number | undefined, isBelow: boolean): number | undefined {
  return count === undefined || !isBelow ? count : -count;
}
