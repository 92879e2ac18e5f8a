import type { Bead } from '../model/index.js';
import { isHan, isLatin } from '../text/index.js';
import type { AlignInput } from './types.js';

/** Whether two texts look like translations of each other. */
export type TextFit =
  | { readonly kind: 'fits' }
  /** Too little speaks for what was paired. */
  | { readonly kind: 'unrelated' }
  /** A side is not in its language. */
  | { readonly kind: 'wrong-language'; readonly side: 'zh' | 'en' };

/** Mean evidence of two-sided beads, in nats, below which texts may be unrelated … */
const LEAST_NATS = 1;
/** … if no more than this share of the shorter side is paired with some confidence. */
const LEAST_SHARE = 0.6;
/** Sentences the shorter side needs for a judgement: fewer may be poor by chance. */
const LEAST_SENTENCES = 4;
/** Letters a side needs for its language to be judged, and how many are looked at. */
const LETTERS = { least: 10, most: 20_000 };

/**
 * Judges two texts by what the aligner found in them.
 *
 * News and novels reach 2.4 nats a bead and more, other texts of the same kind −18 to 2 (single
 * documents; mean 10 and −6 of news). Neither bound alone tells them apart: a faithful text with
 * much inserted pairs few of its sentences, and two texts about one thing share its words.
 */
export function judgeTexts({ zh, en }: AlignInput, beads: readonly Bead[]): TextFit {
  if (isAlien(hanShare(zh), 'zh')) return { kind: 'wrong-language', side: 'zh' };
  if (isAlien(hanShare(en), 'en')) return { kind: 'wrong-language', side: 'en' };
  const side = zh.length <= en.length ? 'zh' : 'en';
  const sentences = Math.min(zh.length, en.length);
  if (sentences < LEAST_SENTENCES) return { kind: 'fits' };
  let [pairs, nats, paired] = [0, 0, 0];
  for (const bead of beads) {
    if (bead.zh.from === bead.zh.to || bead.en.from === bead.en.to) continue;
    pairs += 1;
    nats += bead.score;
    if (bead.confidence >= 0.5) paired += bead[side].to - bead[side].from;
  }
  const isPoor = nats < LEAST_NATS * pairs || pairs === 0;
  return isPoor && paired < LEAST_SHARE * sentences ? { kind: 'unrelated' } : { kind: 'fits' };
}

function isAlien(share: number | undefined, side: 'zh' | 'en'): boolean {
  return share !== undefined && (side === 'zh' ? share < 0.02 : share > 0.5);
}

/** Share of Han characters among the letters of a side; `undefined` if it has too few. */
function hanShare(sentences: readonly string[]): number | undefined {
  let [han, letters] = [0, 0];
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.length && letters < LETTERS.most; at++) {
      const code = sentence.charCodeAt(at);
      if (isHan(code)) han += 1;
      if (isHan(code) || isLatin(code)) letters += 1;
    }
    if (letters >= LETTERS.most) break;
  }
  return letters < LETTERS.least ? undefined : han / letters;
}
