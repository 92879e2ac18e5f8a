import type { Rng } from '../../../src/kit/index.js';
import type { Corruption } from '../corruptions.js';
import { between, drawn, happens, measure } from './chance.js';
import { bareText } from './likeness.js';
import { ENGLISH_READINGS, type EnglishReading, readEnglishWrongly } from './misread-english.js';
import { CHINESE_READINGS, type ChineseReading, readChineseWrongly } from './misread-chinese.js';
import { countHan, lengthOf, wordsOf } from './texts.js';

/**
 * The bytes of one side are read in a charset they are not in, or characters are lost: of three
 * pairs in four the Chinese, all of it or (three times in ten) one stretch of it; else the English,
 * of which only quotes, dashes and blanks break.
 */
export const mojibake: Corruption = (pair, _place, rng) => {
  for (const side of happens(rng, 0.25) ? (['en', 'zh'] as const) : (['zh', 'en'] as const)) {
    const text = side === 'zh' ? brokenChinese(pair.zh, rng) : brokenEnglish(pair.en, rng);
    if (text !== undefined) return { ...pair, [side]: text };
  }
  return undefined;
};

function brokenChinese(zh: string, rng: Rng): string | undefined {
  if (countHan(zh) < 4) return undefined;
  for (const reading of drawn(rng, CHINESE_READINGS)) {
    const { before, stretch, after } = stretchOf(zh, reading, rng);
    if (countHan(stretch) < 4) continue;
    const wrong = readChineseWrongly(stretch, reading, rng);
    if (wrong === undefined || wrong === stretch || bareText(wrong) === bareText(stretch)) continue;
    if (reading === 'speckled' && countLost(wrong) < Math.max(3, 0.2 * lengthOf(zh))) continue;
    return before + wrong + after;
  }
  return undefined;
}

/** What breaks of a text: all, or 35–80 % of it, at its end or wherever. */
function stretchOf(
  text: string,
  reading: ChineseReading,
  rng: Rng,
): { before: string; stretch: string; after: string } {
  const letters = Array.from(text);
  if (reading === 'speckled' || letters.length < 12 || !happens(rng, 0.3))
    return { before: '', stretch: text, after: '' };
  const size = Math.round(letters.length * measure(rng, 0.35, 0.8));
  const last = letters.length - size;
  const from = happens(rng, 0.6) ? last : between(rng, 0, last);
  return {
    before: letters.slice(0, from).join(''),
    stretch: letters.slice(from, from + size).join(''),
    after: letters.slice(from + size).join(''),
  };
}

function countLost(text: string): number {
  return text.match(/[\ufffd?□]/g)?.length ?? 0;
}

function brokenEnglish(en: string, rng: Rng): string | undefined {
  if (wordsOf(en).length < 3 || countHan(en) > 0) return undefined;
  for (const [tried, reading] of drawn(rng, ENGLISH_READINGS).entries()) {
    if (tried > 0 && isOnlyLeft(reading, rng)) continue;
    const wrong = readEnglishWrongly(en, reading, rng);
    if (wrong !== undefined && wrong !== en) return wrong;
  }
  return undefined;
}

/** A way that breaks any text, so that too many would end with it were it tried after others. */
function isOnlyLeft(reading: EnglishReading, rng: Rng): boolean {
  return reading === 'wide' || (reading === 'hard-blanks' && happens(rng, 0.7));
}
