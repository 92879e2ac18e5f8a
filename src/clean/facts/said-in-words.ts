import { hanNumeral, type NumberMention } from '../../text/index.js';

/** Both texts as numbers are read from them. */
export interface NumberTexts {
  readonly zh: string;
  readonly en: string;
  /** The English counts hours to 12 and means some of them to be after noon. */
  readonly isAfternoon: boolean;
}

const NOON = /\b(?:noon|midday|midnight)\b/i;
/** An hour, a year: one of them. */
const ONE_OF =
  /\bonce\b|\b(?:an?|per|every|each|another) (?:full |whole |single |good )?(?:second|minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|centimet(?:re|er)|met(?:re|er)|foot|inch|yard|acre|hectare|mu|lit(?:re|er)|gallon|pint|barrel|ounce|pound|kilo|kilogram(?:me)?|gram(?:me)?|ton|tonne|dollar|euro|yuan|yen|cent|dozen|hundred|thousand|million|billion)\b/i;
const NOTHING = /\b(?:nil|goalless|scoreless|none|no|nobody|never|without|unopposed)\b/i;
const ALL_DAY = /\b(?:a?round[- ]the[- ]clock|day and night|night and day|all day(?: long)?)\b/i;
const ALL_EN = /\b(?:full|fully|complete|completely|entire|entirely|whole|wholly|totally|all)\b/i;
const TENS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
/** How many times: 增长1倍 and 增长到2倍 are both doubled. */
const TIMES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\b(?:doubl(?:ed?|es|ing)|twofold|twice)\b/i, [1, 2]],
  [/\b(?:tripl(?:ed?|es|ing)|trebled?|threefold)\b/i, [2, 3]],
  [/\b(?:quadrupl(?:ed?|es|ing)|fourfold)\b/i, [3, 4]],
  [/\b(?:quintupled?|fivefold)\b/i, [4, 5]],
  [/\btenfold\b/i, [9, 10]],
];
/** News counts days by their names: 18日 is “on Monday”, 2023年 “last year”. */
const SOME_DAY_EN =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|tomorrow|tonight|(?:same|that|this|next|previous|following) (?:day|morning|afternoon|evening))\b/i;
const SOME_MONTH_EN = /\b(?:last|this|next|that|previous|following|same|current) month\b/i;
const SOME_YEAR_EN = /\b(?:last|this|next|that|previous|following|same|current) year\b/i;
const DATE_EN =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d(?:st|nd|rd|th)\b/;
/** May is more often a verb. */
const MONTH_NAME_EN =
  /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/;
const YEAR_EN = /\b(?:1[5-9]|20)\d\d\b/;
const SOME_DAY_ZH =
  /[今昨明当當次翌同前后後即][天日晚晨]|(?:星期|礼拜|禮拜|[周週])[一二三四五六日天末]|早些时候|本周|上周|下周/;
const SOME_MONTH_ZH = /[本上下当當同次][个個]?月/;
const SOME_YEAR_ZH = /[去今明前后後当當同次翌本上][一]?年/;

const HALVED = /半数|半數|一半|过半|過半|对半|各半/;
const ALL_ZH = /百分百|完全|全部|全体|全體|全面|全额|全額|全资|全資|整个|整個|所有/;
/** Half of something, by the size of the whole in English units. */
const HALVES: readonly (readonly [RegExp, RegExp, readonly number[]])[] = [
  [/半(?:个|個)?(?:小时|小時|钟头|鐘頭)|刻[钟鐘]/, /^[ -]?min/i, [15, 30, 45]],
  [/半年/, /^[ -]?month/i, [6]],
  [/半(?:个|個)?月/, /^[ -]?(?:day|week)/i, [14, 15, 2]],
  [/半天|半日/, /^[ -]?hour/i, [12]],
  [/半(?:市|公)?斤/, /^[ -]?g(?:rams?|rammes?)?\b/i, [250]],
  [/半世纪|半(?:个|個)世[纪紀]/, /^[ -]?year/i, [50]],
];
/** Twelve is a dozen, two a pair. */
const SETS: readonly (readonly [RegExp, number])[] = [
  [/半打/, 6],
  [/一打/, 12],
  [/[两兩]打/, 24],
  [/一[对對双雙]|[俩倆]|夫[妇婦妻]|[双雙]方|[双雙]胞/, 2],
];
/** Ages that have names. */
const AGES: readonly (readonly [RegExp, number])[] = [
  [/弱冠/, 20],
  [/而立/, 30],
  [/不惑|四旬/, 40],
  [/半百|知天命|知命之年|五旬/, 50],
  [/花甲|耳[顺順]之年|六旬/, 60],
  [/古稀|七旬/, 70],
  [/耄耋|八旬/, 80],
  [/耄耋|九旬/, 90],
  [/期颐|期頤|百岁|百歲/, 100],
];
/** Days that have names, by month and day; others are read out: 五四, 九一八, 一二·九. */
const DAYS: readonly (readonly [RegExp, number, number])[] = [
  [/元旦|新年/, 1, 1],
  [/情人节|情人節/, 2, 14],
  [/[妇婦]女[节節]/, 3, 8],
  [/愚人[节節]/, 4, 1],
  [/[劳勞][动動][节節]/, 5, 1],
  [/[儿兒]童[节節]/, 6, 1],
  [/建[军軍][节節]/, 8, 1],
  [/[国國][庆慶]/, 10, 1],
  [/[圣聖][诞誕]/, 12, 25],
];
const MONTH_AND_DAY = new RegExp(
  '\\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b|\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)',
  'g',
);
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Whether words without a number answer a mention: noon, half an hour, 去年, 花甲, “on Monday”. */
export function isSaidInWords(
  mention: NumberMention,
  side: 'zh' | 'en',
  texts: NumberTexts,
): boolean {
  return side === 'zh' ? isSaidInEnglish(mention, texts) : isSaidInChinese(mention, texts);
}

function isSaidInEnglish({ value, end, text, kind }: NumberMention, texts: NumberTexts): boolean {
  const { zh, en } = texts;
  if (kind === 'day' || kind === 'month') {
    if (SOME_DAY_EN.test(en) && !DATE_EN.test(en) && !MONTH_NAME_EN.test(en)) return true;
    return kind === 'month' && SOME_MONTH_EN.test(en);
  }
  if (kind === 'year') return SOME_YEAR_EN.test(en) && !YEAR_EN.test(en);
  if (kind === 'percent') return value === 100 && ALL_EN.test(en);
  if (value === 0) return NOTHING.test(en);
  if (value % 12 === 0 && value <= 24 && NOON.test(en)) return true;
  if (value === 24 && ALL_DAY.test(en)) return true;
  if (zh.charAt(end) === '倍' || text.endsWith('倍')) {
    return TIMES.some(([words, values]) => values.includes(value) && words.test(en));
  }
  if (value === 1) return ONE_OF.test(en);
  const tens = TENS[value / 10 - 2];
  return tens !== undefined && new RegExp(`\\b${tens}\\b`, 'i').test(en);
}

function isSaidInChinese(
  { value, start, end, kind }: NumberMention,
  { zh, en }: NumberTexts,
): boolean {
  const behind = en.slice(end);
  // The fourth meeting is no fourth of the month.
  if (kind === 'ordinal' && COUNTS_NOUN.test(behind) && !ON_THE.test(en.slice(0, start))) {
    return false;
  }
  if (kind === 'percent') {
    return (value === 50 && HALVED.test(zh)) || (value === 100 && ALL_ZH.test(zh));
  }
  if (kind === 'year')
    return SOME_YEAR_ZH.test(zh) && !/\d{4}|[零〇一二三四五六七八九]{4}年/.test(zh);
  if (kind === 'month' || kind === 'day' || kind === 'ordinal') {
    if (SOME_DAY_ZH.test(zh) && !/[日号號]/.test(zh.replace(SOME_DAYS_ZH, ''))) return true;
    if (kind === 'month' && SOME_MONTH_ZH.test(zh)) return true;
    if (isNamedDay(value, zh, en)) return true;
  }
  if (
    HALVES.some(
      ([half, unit, values]) =>
        (values.includes(value) || values.includes(value % 60)) &&
        unit.test(behind) &&
        half.test(zh),
    )
  ) {
    return true;
  }
  return [...SETS, ...AGES].some(([words, count]) => count === value && words.test(zh));
}

/** What an ordinal counts, if it is no preposition or conjunction. */
const COUNTS_NOUN =
  /^[ -](?!(?:of|at|in|on|to|and|or|by|after|before|when|last|this|for|from|with|the|as|was|is)\b)[a-z]/i;
const ON_THE = /\bon (?:the )?$/i;
const SOME_DAYS_ZH = new RegExp(SOME_DAY_ZH.source, 'g');

/** A month or day of a date that the Chinese calls by a name: May 4, 五四; 1 October, 国庆. */
function isNamedDay(value: number, zh: string, en: string): boolean {
  for (const [, first, after, ahead, last] of en.matchAll(MONTH_AND_DAY)) {
    const month = MONTHS.indexOf((first ?? last ?? '').slice(0, 3)) / 3 + 1;
    const day = Number(after ?? ahead);
    if (value !== month && value !== day) continue;
    const readOut = new RegExp(`${digitsOf(month)}[·•・.]?${digitsOf(day)}`);
    if (
      readOut.test(zh) ||
      DAYS.some(([name, m, d]) => m === month && d === day && name.test(zh))
    ) {
      return true;
    }
  }
  return false;
}

/** 9 as 九, 10 as 十, 18 as 一八 (or 十八 in hardly any name of a day). */
function digitsOf(count: number): string {
  if (count === 10) return '十';
  return [...String(count)].map((digit) => hanNumeral(Number(digit))).join('');
}
