import { CLASS } from './characters.js';
import type { SideFacts } from './side.js';

/** English letters and digits per Chinese one over all kinds of text, and its spread (log). */
const RATIO = Math.log(3.3);
const SPREAD = 0.22;
/** Spread that one-character texts have on top, falling with √length. */
const SPREAD_SHORT = 0.9;
/** A Latin letter inside Chinese, and a Han character inside English, in letters of the side. */
const LATIN_IN_ZH = 0.4;
const HAN_IN_EN = 3;

/** Length of the Chinese side in letters, each kind of letter counted as what it stands for. */
export function lengthOfZh(side: SideFacts): number {
  return Math.max(0, weigh(side, LATIN_IN_ZH, 1) - LATIN_IN_ZH * side.glossed);
}

/** The same for the English side. */
export function lengthOfEn(side: SideFacts): number {
  return weigh(side, 1, HAN_IN_EN);
}

/** How far lengths are from what is usual, in standard deviations; positive: English long. */
export function lengthDeviation(zh: number, en: number): number {
  const spread = SPREAD + SPREAD_SHORT / Math.sqrt(1 + zh);
  return (Math.log((en + 2) / (zh + 0.6)) - RATIO) / spread;
}

function weigh({ counts }: SideFacts, latin: number, han: number): number {
  return (
    latin * ((counts[CLASS.latin] as number) + (counts[CLASS.accented] as number)) +
    latin * (counts[CLASS.digit] as number) +
    han * ((counts[CLASS.han] as number) + (counts[CLASS.foreign] as number))
  );
}
