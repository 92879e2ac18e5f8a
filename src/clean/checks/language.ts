import { bareText } from '../../text/index.js';
import { CLASS } from '../facts/characters.js';
import type { LexicalFacts } from '../facts/lexical.js';
import type { SideFacts } from '../facts/side.js';
import type { Check } from '../check.js';

/** Latin letters that carry about as much as one Han character. */
const LATIN_PER_HAN = 4;
/** Fewer English words tell too little about their language. */
const WORDS_TO_JUDGE = 6;
/** Share of grammar words that any real English sentence of some length reaches. */
const LEAST_GRAMMAR = 0.12;

/** A side is written in the other side's script, or in a third language. */
export const wrongLanguage: Check = {
  name: 'wrong-language',
  summary: 'a side is not written in its own language',
  examine({ facts: { zh, en, lexical } }, { minOwnScript, maxUnknownWords }) {
    const han = LATIN_PER_HAN * of(zh.counts, CLASS.han);
    const zhShare = share(han, Math.max(0, others(zh.counts, 1, 0) - quoted(zh, en, lexical)));
    if (zhShare < minOwnScript) {
      return { detail: `Chinese side: ${percent(zhShare)} Chinese`, rejects: true };
    }
    const enShare = share(of(en.counts, CLASS.latin), others(en.counts, 0, LATIN_PER_HAN));
    if (enShare < minOwnScript) {
      return { detail: `English side: ${percent(enShare)} English`, rejects: true };
    }
    const unknown = lexical.unknown / Math.max(1, lexical.words);
    const isAlien =
      lexical.words >= WORDS_TO_JUDGE &&
      unknown > maxUnknownWords &&
      lexical.functions < LEAST_GRAMMAR * lexical.words;
    if (!isAlien) return undefined;
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

/** The translator stopped half-way: much of the Chinese is still Latin text. */
export const partlyUntranslated: Check = {
  name: 'partly-untranslated',
  summary: 'much of the Chinese side is still in Latin letters',
  examine({ facts: { zh, lexical } }, { maxLatinInZh }) {
    const latin = of(zh.counts, CLASS.latin) + of(zh.counts, CLASS.accented);
    const part = share(latin, LATIN_PER_HAN * of(zh.counts, CLASS.han));
    if (lexical.latinInZh < WORDS_TO_JUDGE || part <= maxLatinInZh) return undefined;
    return { detail: `${percent(part)} Latin`, rejects: false };
  },
};

/** Simplified and traditional characters side by side. */
export const mixedScript: Check = {
  name: 'mixed-script',
  summary: 'simplified and traditional characters are mixed',
  examine({ facts: { script } }, { maxOtherScript }) {
    const { hans, hant } = script;
    const fewer = Math.min(hans, hant);
    if (fewer < 2 || fewer / (hans + hant) <= maxOtherScript) return undefined;
    return { detail: `${hans} simplified, ${hant} traditional`, rejects: false };
  },
};

/**
 * Letters of the Chinese side that the English side has too and that are no plain English: names
 * of people, programs and languages stay as they are.
 */
function quoted(zh: SideFacts, en: SideFacts, { sharedNameLetters }: LexicalFacts): number {
  const third = Math.min(of(zh.counts, CLASS.foreign), of(en.counts, CLASS.foreign));
  return sharedNameLetters + LATIN_PER_HAN * third;
}

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
