import { WORD } from './word-table.js';
import { LINK } from './links.js';
import { HAN, type WordMatcher } from './matching.js';
import type { WeightTables } from './word-weights.js';

/**
 * What a word says for the pair, in nats: how much more often words like it are met in good pairs
 * than in two texts that have nothing to do with each other.
 *
 * Counted by `scripts/fit-evidence.ts`; they hardly change with any one set left out.
 */
interface LinkWeight {
  readonly base: number;
  /** For each nat that the link is worth by the dictionary (−1 to 5). */
  readonly perNat: number;
  /** For the distance of the two places, as a share of the text, up to a half. */
  readonly far: number;
}

const LINK_WEIGHTS: readonly LinkWeight[] = [
  { base: 0, perNat: 0, far: 0 },
  { base: 0.2, perNat: 0.53, far: -3.7 },
  { base: 2.1, perNat: 0.21, far: -4.8 },
  { base: 1.1, perNat: 0.32, far: -4.8 },
  { base: 2.4, perNat: 0, far: -5.5 },
  { base: 2.6, perNat: 0, far: -4.2 },
  { base: 3.1, perNat: 0, far: -5 },
  { base: 0.4, perNat: 0.48, far: -4.8 },
  { base: 1, perNat: 0.46, far: -4.8 },
];
/** Words the dictionary lacks and the Chinese has: capitalised ones, others. */
const LATIN_NAME = 4.5;
const LATIN_UNKNOWN = 5;
/** A plain word that sounds like something is hardly a name. */
const SOUND_OF_KNOWN = 0.8;
/** Words without a link: known ones, less where accidents are likely; maybe names; unknown ones. */
const NONE_KNOWN = -1.6;
const NONE_PER_ACCIDENT = 0.2;
const MOST_ACCIDENTS = 4;
const NONE_NAME = -0.7;
const NONE_UNKNOWN = -0.3;
/** Chinese characters without a link; less in front of a long English text. */
const NONE_ZH = -1.15;
const NONE_ZH_PER_WORD = 1.1 / 60;
const MOST_EN_WORDS = 55;
/** Evidence of one word is kept in these bounds, in nats, so that no single one decides. */
const MOST = 4;
const LEAST_GAIN = -1;
const MOST_GAIN = 5;
const FARTHEST = 0.5;

/** Sum of the evidence of a side, in nats, and the number of words that it comes from. */
export interface Evidence {
  readonly nats: number;
  readonly count: number;
}

/**
 * Writes what each English word says for the pair, in nats above chance; 0 for grammar.
 *
 * @param weights - of particular words
 * @param nats - one place a word
 */
export function weighEnglish(
  matcher: WordMatcher,
  weights: WeightTables,
  nats: Float32Array,
): Evidence {
  const { words, links } = matcher;
  let [sum, count] = [0, 0];
  for (let at = 0; at < words.size; at++) {
    nats[at] = 0;
    if (((words.flags[at] as number) & WORD.isFunction) !== 0) continue;
    const kind = links.kindOf(at);
    const stem = words.stem[at] as number;
    let gain: number;
    if (kind === LINK.none) {
      gain = withoutLink(matcher, at) + (stem < 0 ? 0 : (weights.unlinked[stem] as number));
    } else {
      const own = stem < 0 ? 0 : (weights.linked[stem] as number);
      gain = Math.min(MOST, withLink(matcher, at, kind) + own);
    }
    nats[at] = gain;
    sum += gain;
    count += 1;
  }
  return { nats: sum, count };
}

function withLink({ words, links, length }: WordMatcher, at: number, kind: number): number {
  const { base, perNat, far } = LINK_WEIGHTS[kind] as LinkWeight;
  const isKnown = (words.stem[at] as number) >= 0;
  const isCapital = ((words.flags[at] as number) & WORD.isCapital) !== 0;
  let own = base;
  if (kind === LINK.latin && !isKnown) own = isCapital ? LATIN_NAME : LATIN_UNKNOWN;
  if (kind === LINK.sound && isKnown) own = SOUND_OF_KNOWN;
  const worth = Math.max(LEAST_GAIN, Math.min(MOST_GAIN, links.gainOf(at)));
  const middle = (links.placeOf(at) + links.lengthOf(at) / 2) / length;
  const off = Math.min(FARTHEST, Math.abs((at + 0.5) / words.size - middle));
  return own + perNat * worth + far * off;
}

function withoutLink(matcher: WordMatcher, at: number): number {
  const { words, chance, kin, zhWords, zhCharacters } = matcher;
  const stem = words.stem[at] as number;
  if (stem < 0) {
    return ((words.flags[at] as number) & WORD.isCapital) !== 0 ? NONE_NAME : NONE_UNKNOWN;
  }
  const accidents =
    zhWords * (chance.byWord[stem] as number) +
    zhCharacters * ((chance.byCharacter[stem] as number) + (kin.usualOf[stem] as number));
  return NONE_KNOWN + NONE_PER_ACCIDENT * Math.min(MOST_ACCIDENTS, accidents);
}

/**
 * Writes what each Chinese character says for the pair, in nats above chance; 0 for grammar that
 * nothing answers.
 *
 * @param weights - of particular characters
 * @param enNats - what {@link weighEnglish} wrote
 */
export function weighChinese(
  matcher: WordMatcher,
  weights: WeightTables,
  enNats: Float32Array,
  nats: Float32Array,
): Evidence {
  const { han, links, length, enContent, codes } = matcher;
  const { character } = weights;
  const against = NONE_ZH + NONE_ZH_PER_WORD * Math.min(MOST_EN_WORDS, enContent);
  let [sum, count] = [0, 0];
  for (let at = 0; at < length; at++) {
    nats[at] = 0;
    if (han[at] === HAN.none) continue;
    const word = links.ownerOf(at);
    if (word < 0 && han[at] === HAN.grammar) continue;
    const own =
      word < 0
        ? against + (character[codes[at] as number] as number)
        : Math.max(0, (enNats[word] as number) / links.lengthOf(word));
    nats[at] = own;
    sum += own;
    count += 1;
  }
  return { nats: sum, count };
}
