import { isFunctionWordEn, tokensEn } from '../../text/index.js';
import type { LexicalFacts } from './lexical.js';

/** Text that is quoted, glossed or named may be in any language. */
const QUOTED = /[“"「『《〈（(【][^”"」』》〉）)】]{0,80}[”"」』》〉）)】]/g;
const KANA = /[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d]/g;
/** Hiragana that Chinese texts put between Chinese words for style, like 优の良品. */
const STYLE = /の/g;
/** Kana of a text, in letters and as a share of its kana and Han characters. */
const LEAST_KANA = 3;
const KANA_SHARE = 0.2;

/** English words of grammar that are words in other European languages too. */
const SHARED = new Set(
  'a i in an on was do am as at be by he me my no not so to we will her'.split(' '),
);
/** Fewer words tell too little about their language; a sentence of names and borrowed words may be short. */
const WORDS_TO_JUDGE = 4;
/** Words from which one known word of grammar more or less does not matter. */
const LONG = 6;
/** Share of grammar words that any real English sentence of some length reaches. */
const LEAST_GRAMMAR = 0.12;
/** Share of unknown words, names aside, from which a short text is not English. */
const MOSTLY = 0.5;

/** Whether a Chinese side is Japanese: kana outside quotations, as Japanese sentences have them. */
export function isJapanese(zh: string): boolean {
  const own = zh.replace(QUOTED, '');
  const kana = own.match(KANA)?.length ?? 0;
  if (kana < LEAST_KANA || kana === own.match(STYLE)?.length) return false;
  const han = own.match(/\p{Script=Han}/gu)?.length ?? 0;
  return kana / (kana + han) >= KANA_SHARE;
}

/**
 * Whether an English side, much of which the dictionary does not know, is in another language: it
 * has next to no words of grammar that only English has, and its unknown words are no names.
 */
export function isForeign(en: string, { words, functions }: LexicalFacts): boolean {
  if (words < WORDS_TO_JUDGE) return false;
  const shared = tokensEn(en).filter(
    ({ text }) => SHARED.has(text.toLowerCase()) && isFunctionWordEn(text),
  ).length;
  const own = functions - shared;
  if (words >= LONG) return own < LEAST_GRAMMAR * words;
  const small = en.match(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{L}\p{M}]{2,}/gu)?.length ?? 0;
  return own === 0 && small / words >= MOSTLY;
}
