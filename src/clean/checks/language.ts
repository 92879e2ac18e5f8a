import { bareText } from '../../text/index.js';
import { CLASS } from '../facts/characters.js';
import { hasForeignGrammar, isForeign, isJapanese } from '../facts/foreign.js';
import type { Check } from '../check.js';

/** Latin letters that carry about as much as one Han character. */
const LATIN_PER_HAN = 4;
/** Fewer Latin words in the Chinese are a quotation. */
const WORDS_TO_JUDGE = 6;
/** English words of grammar that no name, path or list of names brings along. */
const GRAMMAR_TO_JUDGE = 2;

const HEAVEN = /乾(?=[隆坤元清陵卦])/g;

/** A side is written in the other side's script, or in a third language. */
export const wrongLanguage: Check = {
  name: 'wrong-language',
  summary: 'a side is not written in its own language',
  examine(
    { zh: zhText, en: enText, facts: { zh, en, lexical } },
    { minOwnScript, maxUnknownWords },
  ) {
    const third = Math.min(of(zh.counts, CLASS.foreign), of(en.counts, CLASS.foreign));
    const quoted = lexical.sharedNameLetters + LATIN_PER_HAN * third;
    const han = LATIN_PER_HAN * of(zh.counts, CLASS.han);
    const zhShare = share(han, Math.max(0, others(zh.counts, 1, 0) - quoted));
    if (zhShare < minOwnScript) {
      return { detail: `Chinese side: ${percent(zhShare)} Chinese`, rejects: true };
    }
    const enOthers = others(en.counts, 0, LATIN_PER_HAN) - LATIN_PER_HAN * third;
    const enShare = share(of(en.counts, CLASS.latin), Math.max(0, enOthers));
    if (enShare < minOwnScript) {
      return { detail: `English side: ${percent(enShare)} English`, rejects: true };
    }
    if (of(zh.counts, CLASS.foreign) > third && isJapanese(zhText)) {
      return { detail: 'Chinese side: Japanese', rejects: true };
    }
    if (hasForeignGrammar(enText, lexical)) {
      return { detail: 'English side: words of grammar of another language', rejects: true };
    }
    const unknown = lexical.unknown / Math.max(1, lexical.words);
    if (unknown <= maxUnknownWords || !isForeign(enText, lexical)) return undefined;
    return { detail: `English side: ${percent(unknown)} unknown words`, rejects: true };
  },
};

/** Both sides say the same in the same letters: nobody translated it. */
export const untranslated: Check = {
  name: 'untranslated',
  summary: 'both sides are the same text',
  examine({ zh, en, facts }) {
    const mayBeSame = facts.zh.letters === facts.en.letters;
    if (!mayBeSame || facts.zh.letters === 0 || bareText(zh) !== bareText(en)) return undefined;
    return { detail: 'identical apart from case and punctuation', rejects: true };
  },
};

/** The translator stopped half-way: much of a side is still in the other's letters. */
export const partlyUntranslated: Check = {
  name: 'partly-untranslated',
  summary:
    'much of the Chinese side is still in Latin letters, or clauses of the English in Chinese',
  examine({ facts: { zh, lexical } }, { maxLatinInZh }) {
    if (lexical.hanCopied > 0) {
      return { detail: `${lexical.hanCopied} Chinese characters in the English`, rejects: false };
    }
    const latin = of(zh.counts, CLASS.latin) + of(zh.counts, CLASS.accented);
    const part = share(latin, LATIN_PER_HAN * of(zh.counts, CLASS.han));
    if (lexical.latinInZh < WORDS_TO_JUDGE || part <= maxLatinInZh) return undefined;
    if (lexical.grammarInZh < GRAMMAR_TO_JUDGE) return undefined;
    return { detail: `${percent(part)} Latin`, rejects: false };
  },
};

/** Simplified and traditional characters side by side. */
export const mixedScript: Check = {
  name: 'mixed-script',
  summary: 'simplified and traditional characters are mixed',
  examine({ zh, facts: { script } }, { maxOtherScript }) {
    const { hans } = script;
    // 乾 for Heaven is the same character in both.
    const hant = script.hant - (zh.match(HEAVEN)?.length ?? 0);
    const fewer = Math.min(hans, hant);
    if (fewer < 2 || fewer / (hans + hant) <= maxOtherScript) return undefined;
    return { detail: `${hans} simplified, ${hant} traditional`, rejects: false };
  },
};

function others(counts: readonly number[], latinWeight: number, hanWeight: number): number {
  return (
    latinWeight * (of(counts, CLASS.latin) + of(counts, CLASS.accented)) +
    hanWeight * of(counts, CLASS.han) +
    LATIN_PER_HAN * of(counts, CLASS.foreign)
  );
}

function of(counts: readonly number[], kind: number): number {
  return counts[kind] as number;
}

function share(own: number, other: number): number {
  return own / Math.max(1, own + other);
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
