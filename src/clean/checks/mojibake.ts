import { loadLexicon, MAX_WORD, translationsOf, unitOf } from '../../lexicon/index.js';
import { isHan, stemEn, tokensEn } from '../../text/index.js';
import { CLASS } from '../facts/characters.js';
import { chanceTables } from '../facts/chance.js';
import type { SideFacts } from '../facts/side.js';
import type { Check } from '../check.js';

/** Fewer different Han characters may all be rare by chance. */
const HAN_TO_JUDGE = 6;
/** Pairs like `Ã©` that make mojibake certain: one may be a name. */
const DOUBLED = 2;

/** What UTF-8 looks like where it was read as a single-byte charset; one such is enough. */
const MISREAD =
  /â€[\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]|[ÂÃ][\u0080-\u00bf](?![A-Z])|ï»¿|Ã\u0192|â\u0080[\u0080-\u00bf]/;
/** U+FFFD read as GBK, and uninitialised memory of a well-known compiler. */
const KNOWN_RUBBISH = /锟斤拷|(?:锟斤){2}|烫{4}|屯{4}/;
/** What a program writes for characters that it cannot: ???? inside a text, □□. */
const LOST = /\?{4,}(?=[^\s?!])|^\?{4,}(?=.)|□{2}|�/;
/** Cheap to ask of every text. */
const MAY_BE_LOST = /锟斤|烫烫|屯屯|\?{4}|□|�/;
const MANY_MARKS = /[?？]{2}|□|�/;

/** Text read in a charset it was not written in. */
export const mojibake: Check = {
  name: 'mojibake',
  summary: 'text was decoded with the wrong charset or lost characters',
  examine({ zh, en, facts }, { maxRareHan }) {
    const { lexical } = facts;
    const broken = of(facts.zh, CLASS.broken) + of(facts.en, CLASS.broken);
    if (broken > 0) return { detail: `${broken} broken characters`, rejects: true };
    if (!zh.isWellFormed() || !en.isWellFormed()) {
      return { detail: 'half of a character', rejects: true };
    }
    const doubled = facts.zh.doubled + facts.en.doubled;
    if (doubled >= DOUBLED || (doubled > 0 && (MISREAD.test(zh) || MISREAD.test(en)))) {
      return { detail: `${doubled} misread letters`, rejects: true };
    }
    const lost = lostIn(zh, en) ?? lostIn(en, zh);
    if (lost !== undefined) return { detail: `lost characters: ${lost}`, rejects: true };
    const han = of(facts.zh, CLASS.han);
    if (han < HAN_TO_JUDGE || lexical.rareHan / Math.max(1, han) <= maxRareHan) return undefined;
    const share = strangeShare(zh, en);
    if (share <= maxRareHan) return undefined;
    return { detail: `${Math.round(share * 100)} % rare characters`, rejects: true };
  },
};

/** Signs of lost characters on one side that the other side does not have. */
function lostIn(text: string, other: string): string | undefined {
  if (!MAY_BE_LOST.test(text)) return undefined;
  const rubbish = KNOWN_RUBBISH.exec(text)?.[0];
  if (rubbish !== undefined) return rubbish;
  return MANY_MARKS.test(text) && !MANY_MARKS.test(other) ? LOST.exec(text)?.[0] : undefined;
}

/**
 * Share of rare characters among the different ones of a Chinese text. Those of a word that the
 * dictionary knows (踟蹰), or that the English translates (氦, helium), are not strange.
 */
function strangeShare(zh: string, en: string): number {
  const lexicon = loadLexicon();
  const { rare } = chanceTables(lexicon);
  const stems = new Set(tokensEn(en).map(({ text }) => stemEn(text)));
  const seen = new Map<string, boolean>();
  for (let at = 0; at < zh.length;) {
    const length = wordAt(zh, at);
    for (const character of zh.slice(at, at + length)) {
      if (!isHan(character.charCodeAt(0)) || seen.get(character) === false) continue;
      const isRare = length === 1 && rare[character.charCodeAt(0)] === 1;
      const isMeant =
        isRare && translationsOf(lexicon, character).some(({ stem }) => stems.has(stem));
      seen.set(character, isRare && !isMeant);
    }
    at += length;
  }
  if (seen.size < HAN_TO_JUDGE) return 0;
  return [...seen.values()].filter((isStrange) => isStrange).length / seen.size;
}

/** Length of the longest word of the dictionary at a place, at least 1. */
function wordAt(zh: string, at: number): number {
  for (let length = Math.min(MAX_WORD, zh.length - at); length > 1; length--) {
    if (unitOf(loadLexicon(), zh.slice(at, at + length)) !== undefined) return length;
  }
  return 1;
}

function of(side: SideFacts, kind: number): number {
  return side.counts[kind] as number;
}
