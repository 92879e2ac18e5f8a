/** Units that translators convert: 35公里 and 22 miles. */
interface Conversion {
  readonly zh: RegExp;
  readonly en: RegExp;
  /** English units to one Chinese one. */
  readonly factor: number;
  /** Added after that. */
  readonly offset?: number;
}

/** Read at the place behind a number. */
const CONVERSIONS: readonly Conversion[] = [
  unit('平方(?:公里|千米)', 'square miles?|sq\\.? ?mi', 0.3861),
  unit('平方米', 'square (?:feet|foot)|sq\\.? ?ft', 10.764),
  unit('公里|千米', 'miles?|mi\\b|mph', 0.6214),
  unit('英里', 'kilomet(?:er|re)s?|km|kph', 1.6093),
  unit('海里', 'kilomet(?:er|re)s?|km', 1.852),
  unit('(?:华)?里', 'miles?', 0.3107),
  unit('(?:华)?里', 'kilomet(?:er|re)s?|km', 0.5),
  unit('米', 'feet|foot|ft', 3.2808),
  unit('米', 'yards?', 1.0936),
  unit('英尺', 'met(?:er|re)s?|m\\b', 0.3048),
  unit('英寸', 'centimet(?:er|re)s?|cm', 2.54),
  unit('厘米|公分', 'inch(?:es)?|in\\b', 0.3937),
  unit('厘米|公分', 'feet|foot|ft', 0.03281),
  unit('公斤|千克', 'pounds?|lbs?', 2.2046),
  unit('磅', 'kilo(?:gram(?:me)?)?s?|kg', 0.4536),
  unit('盎司', 'grams?|g\\b', 28.35),
  unit('斤', 'pounds?|lbs?', 1.1023),
  unit('斤', 'kilo(?:gram(?:me)?)?s?|kg', 0.5),
  unit('亩', 'hectares?|ha\\b', 1 / 15),
  unit('亩', 'acres?', 0.1647),
  unit('公顷', 'acres?', 2.471),
  unit('英亩', 'hectares?|ha\\b', 0.4047),
  unit('加仑', 'lit(?:er|re)s?|l\\b', 3.7854),
  unit('升', 'gallons?', 0.2642),
  unit('华氏度', '(?:degrees? )?(?:celsius|centigrade|c\\b)|°C|℃', 0.5556, -17.78),
  unit('个?基点', '(?:of a )?percentage points?|per ?cent|%', 0.01),
  unit('个?百分点', 'basis points?|bps', 100),
  unit('摄氏度|℃|°C|度', '(?:degrees? )?(?:fahrenheit|f\\b)|°F|℉', 1.8, 32),
  unit('像素', 'mega-?pixels?|mp\\b', 1e-6),
  unit('个?月', 'days?', 30),
  unit('个?月', 'years?', 1 / 12),
  unit('周|星期|个星期|个礼拜', 'months?', 0.23),
  unit('天|日', 'weeks?', 1 / 7),
  unit('分钟?', 'hours?|hrs?\\b', 1 / 60),
  unit('秒', 'minutes?|mins?\\b', 1 / 60),
  unit('个?小时|钟头|个钟头', 'days?', 1 / 24),
  unit('周|星期|个星期|个礼拜', 'days?', 7),
  unit('年', 'months?', 12),
  unit('个?小时|钟头|个钟头', 'minutes?', 60),
  unit('天|昼夜', 'hours?', 24),
  unit('年', 'millenni(?:um|a)', 0.001),
  unit('个?世纪', 'years?', 100),
];

/** Some unit of the table: asked first. */
const ANY_ZH = anyOf(CONVERSIONS.map(({ zh }) => zh));
const ANY_EN = anyOf(CONVERSIONS.map(({ en }) => en));

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp([...new Set(patterns.map(({ source }) => source))].join('|'), 'i');
}

/** Translators round: one part in so many. */
const TOLERANCE = 0.06;
/** Units nearer to each other are taken one for the other: 斤 and pounds, 米 and yards. */
const ALIKE = 1.5;
/** 里 as miles is a manner of speaking. */
const FIGURATIVE = /^[多余来]?[ -]?华?里/;

function unit(zh: string, en: string, factor: number, offset = 0): Conversion {
  return {
    zh: new RegExp(`^[多余来]?[ -]?(?:${zh})`),
    en: new RegExp(`^(?:-|\\s)?(?:${en})`, 'i'),
    factor,
    offset,
  };
}

/**
 * Whether two numbers are one measure in two units.
 *
 * @param zhUnit - text behind the Chinese number
 * @param enUnit - text behind the English one
 */
export function isSameMeasure(zh: number, zhUnit: string, en: number, enUnit: string): boolean {
  return CONVERSIONS.some(({ zh: left, en: right, factor, offset = 0 }) => {
    const wanted = zh * factor + offset;
    const isClose = Math.abs(wanted - en) <= TOLERANCE * Math.abs(wanted);
    return isClose && left.test(zhUnit) && right.test(enUnit);
  });
}

/**
 * Whether two equal numbers measure different amounts: 300亩 and 300 hectares.
 *
 * @param zhUnit - text behind the Chinese number
 * @param enUnit - text behind the English one
 */
export function isOtherMeasure(zhUnit: string, enUnit: string): boolean {
  if (!ANY_ZH.test(zhUnit) || FIGURATIVE.test(zhUnit) || !ANY_EN.test(enUnit)) return false;
  return CONVERSIONS.some(({ zh, en, factor, offset = 0 }) => {
    const isAlike = offset === 0 && factor < ALIKE && factor > 1 / ALIKE;
    return !isAlike && zh.test(zhUnit) && en.test(enUnit);
  });
}
