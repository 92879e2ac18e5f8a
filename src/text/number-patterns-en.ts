import { NUMBER_WORDS } from './numeral-words.js';

const WORDS = [...NUMBER_WORDS.keys()].join('|');
const FIGURES =
  '\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?';

/** Words that imply a number another language may write out; never more than support. */
export const IMPLIED: ReadonlyMap<string, number> = new Map([
  ...[
    'both',
    'couple',
    'pair',
    'twice',
    'double',
    'doubled',
    'doubles',
    'twin',
    'duo',
    'two-fold',
  ].map((word) => [word, 2] as const),
  ...['triple', 'tripled', 'thrice', 'trio', 'threefold'].map((word) => [word, 3] as const),
  ['quartet', 4],
  ['half', 0.5],
  ['decade', 10],
  ['decades', 10],
  ['century', 100],
  ...[
    'twenties',
    'thirties',
    'forties',
    'fifties',
    'sixties',
    'seventies',
    'eighties',
    'nineties',
  ].map((word, index) => [word, 1920 + 10 * index] as const),
]);

/** A number: [1] figures, [2] "half ", [3] an article, [4] a number word, [5] an implied one. */
export const MENTION = new RegExp(
  `(${FIGURES})|\\b(?:(half )?((?:an?|half) )?(${WORDS})|(${[...IMPLIED.keys()].join('|')}))\\b`,
  'gi',
);
/** Whether a text can hold a number at all. */
export const ANY = new RegExp(
  `[\\d０-９]|\\b(?:${WORDS}|${[...IMPLIED.keys()].join('|')})\\b|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[A-Z][a-z.]+ [IVXLC]+\\b`,
  'i',
);
/** A further number word: [1] joined by "and", [2] the word. */
export const NEXT_WORD = new RegExp(`(?:[ -]|( and |, and ))(${WORDS})\\b`, 'iy');
/** A word that multiplies figures: 3 million, £11million. */
export const NEXT_SCALE = /(?:[ -]?)(hundred|thousand|million|billion|trillion|dozen)\b/iy;
/** After "two million" a small number goes on only when it is itself multiplied. */
export const HAS_SCALE_AHEAD = /[ -](?:[a-z]+[ -](?:and )?){1,4}?(?:hundred|thousand|million)\b/iy;
export const AND_A_HALF = / and a half\b/iy;
export const SHORT_SCALE = / ?(k|m|mn|mln|bn|b|tn|trn)\b/iy;
/** Thousands without a currency: 10k, 10K, but not 3K (kelvin) or 2.7 K. */
export const THOUSANDS = /k\b|(?<=\d\d)K\b/y;
export const ORDINAL_TAIL = /(?:st|nd|rd|th)\b/iy;
export const DECADE_TAIL = /['’]?s\b/y;
/** 5.30pm: hours and minutes, not a decimal. */
export const CLOCK = /\d{1,2}\.[0-5]\d(?= ?[ap]\.?m\b)/iy;
export const DECADES = / (decades|centuries)\b/iy;
export const PERCENT = /[ -]?(?:%|‰|per ?cent\b|percent\b|percentage points?\b)/iy;
export const CURRENCY =
  /[ -]?(?:(?:renminbi |chinese )?yuan|rmb|cny|(?:us |u\.s\. |hong kong |australian |canadian |singapore |american )?dollars?|usd|hkd|eur|gbp|euros?|pounds? sterling|pounds|yen|won|rubles?|roubles?|rupees?|francs?|marks?|cents?|pence)\b/iy;
export const BEFORE_MONEY = /(?:[$¥￥€£]|\b(?:rmb|cny|usd|hkd|eur|gbp|yuan)) ?$/i;
export const FRACTION =
  /[ -](half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b/iy;
/** "One in five", "nine out of ten", "3 in 100,000", "one in a million": a share. */
export const SHARE = new RegExp(
  ` (?:in|out of)(?: every)? (?:an? )?(${WORDS}|\\d{1,3}(?:,\\d{3})+|\\d+)(?:[- ](thousand|million))?\\b(?! [a-z]*(?:days?|weeks?|months?|years?|hours?|minutes?)\\b)`,
  'iy',
);

/** Denominators in words. */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['hundredth', 100],
]);
/** Letters behind figures: $3bn, 10k. */
export const SHORT: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** Whether a sticky pattern matches at a place. */
export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** What a sticky pattern matches at a place. */
export function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
