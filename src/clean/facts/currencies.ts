import type { NumberMention } from '../../text/index.js';

/** Currencies by the words and signs of each language; what fits several is in none. */
const ZH: readonly (readonly [RegExp, string])[] = [
  [/美元|美金|美分|US\$|USD/, 'usd'],
  [/港[元币幣]|HK\$|HKD/, 'hkd'],
  [/[台臺][币幣]|新[台臺]元|NT\$|TWD/, 'twd'],
  [/新加坡元|新[币幣]|S\$|SGD/, 'sgd'],
  [/澳元|AUD/, 'aud'],
  [/加元|CAD/, 'cad'],
  [/日元|日[圆圓]|円|JPY/, 'jpy'],
  [/[欧歐]元|€|EUR/, 'eur'],
  [/英[镑鎊]|£|GBP/, 'gbp'],
  [/[韩韓][元圆圓]|₩|KRW/, 'krw'],
  [/[卢盧]布/, 'rub'],
  [/[卢盧]比/, 'inr'],
  [/法郎/, 'franc'],
  [/泰[铢銖]/, 'thb'],
  [/人民[币幣]|RMB|CNY/, 'cny'],
];
const EN: readonly (readonly [RegExp, string])[] = [
  [/US\$|U\.S\. dollar|\bUS dollar|\bUSD\b|American dollar/i, 'usd'],
  [/HK\$|Hong Kong dollar|\bHKD\b/i, 'hkd'],
  [/NT\$|Taiwan(?:ese)? dollar|\bTWD\b/i, 'twd'],
  [/S\$|Singapore dollar|\bSGD\b/, 'sgd'],
  [/A\$|Australian dollar|\bAUD\b/, 'aud'],
  [/C\$|Canadian dollar|\bCAD\b/, 'cad'],
  [/\byen\b|\bJPY\b/i, 'jpy'],
  [/€|\beuros?\b|\bEUR\b/i, 'eur'],
  [/£|\bpounds?\b|\bGBP\b/i, 'gbp'],
  [/₩|\bwon\b|\bKRW\b/i, 'krw'],
  [/\brou?bles?\b/i, 'rub'],
  [/\brupees?\b/i, 'inr'],
  [/\bfrancs?\b/i, 'franc'],
  [/\bbaht\b/i, 'thb'],
  [/\byuan\b|\bRMB\b|\bCNY\b|renminbi/i, 'cny'],
  [/\$|\bdollars?\b/i, 'dollar'],
];
const DOLLARS = 'usd hkd twd sgd aud cad';
/** Characters before a sum that may name its currency: 新台幣, US$. */
const REACH = 5;

/**
 * Whether two equal sums are in different currencies: 500万美元 and 5 million yuan. 元, 块 and ¥ may
 * be any; a dollar is one of six.
 *
 * @param texts - the texts that the mentions are of
 */
export function isOtherCurrency(
  zh: NumberMention,
  en: NumberMention,
  texts: { readonly zh: string; readonly en: string },
): boolean {
  if (zh.kind !== 'money' || en.kind !== 'money') return false;
  const left = currencyOf(zh, texts.zh, ZH);
  const right = left === undefined ? undefined : currencyOf(en, texts.en, EN);
  if (left === undefined || right === undefined || left === right) return false;
  return right !== 'dollar' || !DOLLARS.includes(left);
}

function currencyOf(
  { start, text }: NumberMention,
  whole: string,
  table: readonly (readonly [RegExp, string])[],
): string | undefined {
  const before = whole.slice(Math.max(0, start - REACH), start).trimEnd();
  const isBefore = (words: RegExp) => {
    const found = words.exec(before);
    return found !== null && found.index + found[0].length === before.length;
  };
  return (
    table.find(([words]) => words.test(text))?.[1] ?? table.find(([words]) => isBefore(words))?.[1]
  );
}
