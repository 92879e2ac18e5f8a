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
/**
 * Words of grammar of French, Spanish, Portuguese, Italian, German, Dutch and Indonesian that are no
 * English words. Many of their other words are in the dictionary, which writes names and loans.
 */
const FOREIGN = new Set(
  `le la les du des de et une dans avec sur aux au qui que cette ces leur nous vous ils elle sont été où à
el los las del en por una se sus para al más fue está y
os da em uma não ao pela pelo é são foi
il gli che di è della dei delle nel nella non sono dal alla
der das und ist den dem ein eine mit von zu für nicht auf sich im wird zum zur bei nach
het een van op voor niet aan wordt zijn
dan yang ke dari untuk dengan ini itu tidak pada`.split(/\s+/),
);
/** How many of them, and what share of the words, a text has that is in one of those languages. */
const LEAST_FOREIGN = 2;
const FOREIGN_SHARE = 0.2;
/** Words in small letters that are no grammar: names like Rio de la Plata have none. */
const LEAST_SMALL = 2;
/** Share of words of grammar above which a text is English without another look. */
const SURELY_ENGLISH = 0.25;

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
 * Whether an English side is built with another European language's words of grammar and none that
 * only English has, outside quotations. Cheap where a fair share of the words is English grammar.
 */
export function hasForeignGrammar(en: string, { words, functions }: LexicalFacts): boolean {
  if (words < WORDS_TO_JUDGE || functions >= SURELY_ENGLISH * words) return false;
  let [foreign, small] = [0, 0];
  for (const { text } of tokensEn(en.replace(QUOTED, ''))) {
    const word = text.toLowerCase();
    if (FOREIGN.has(word)) foreign += 1;
    else if (isFunctionWordEn(text)) {
      if (!SHARED.has(word)) return false;
    } else if (SMALL.test(text)) small += 1;
  }
  return foreign >= Math.max(LEAST_FOREIGN, FOREIGN_SHARE * words) && small >= LEAST_SMALL;
}

const SMALL = /^\p{Ll}[\p{L}\p{M}]{2,}/u;

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
