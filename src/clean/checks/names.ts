import { otherCountries } from '../facts/countries.js';
import { isToldOtherwise } from '../facts/names-otherwise.js';
import type { Check } from '../check.js';

/** Names shown at most. */
const SHOWN = 4;
/** Said instead of a name that stood in an earlier sentence, if the English has no such word. */
const PRONOUN_ZH = /[他她它牠您你我咱其]/g;
const PRONOUN_EN =
  /\b(?:I|me|my|mine|we|us|ours?|you|yours?|he|him|his|she|hers?|it|its|they|them|theirs?)\b/gi;
/** 12月, 十二月, 2024-12-01: months are numbers in Chinese, and compared as such. */
const MONTH_ZH = /[\d一二三四五六七八九十] ?月|\d{4}[-/.]\d{1,2}/;
const MONTH_EN =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** An English name that the Chinese does not have: in pinyin, or known to the dictionary. */
export const nameMissing: Check = {
  name: 'name-missing',
  summary: 'a name of the English side is missing or another one on the Chinese side',
  examine({ zh, en, facts: { lexical } }) {
    const { namesUntold, namesHeard } = lexical;
    const isOpen = (name: string): boolean =>
      !namesHeard.includes(name) && !isToldOtherwise(name, zh);
    const namesMissing = lexical.namesMissing.filter(isOpen);
    const isDated = namesUntold.length > 0 && MONTH_ZH.test(zh);
    const countries = otherCountries(zh, en);
    const untold = namesUntold.filter(
      (name) =>
        isOpen(name) &&
        !(isDated && MONTH_EN.test(name)) &&
        !countries.some((one) => one.en.toLowerCase() === name),
    );
    const spoken = untold.length === 0 ? 0 : count(zh, PRONOUN_ZH) - count(en, PRONOUN_EN);
    const names = new Set([
      ...namesMissing,
      ...untold.slice(Math.max(0, spoken)),
      ...countries.map((one) => `${one.en} (zh ${one.zh})`),
    ]);
    if (names.size === 0) return undefined;
    return { detail: [...names].slice(0, SHOWN).join(', '), rejects: false };
  },
};

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
