import { WORD } from './english.js';
import { LINK } from './links.js';
import { HAN, type WordMatcher } from './matching.js';

/**
 * Chance that a content word of a good pair is answered, and how the answers are spread over the
 * kinds of {@link LINK}. Counted over news, law, manuals, encyclopedia, scripture and novels;
 * between them the first ranges from 0.57 (novels) to 0.85 (manuals).
 */
const ANSWERED_EN = 0.7;
const SPREAD: readonly number[] = [0, 0.25, 0.62, 0.05, 0.05, 0.05, 0.07];
/** Chance that an unrelated text answers a word by accident, where the dictionary does not say. */
const ACCIDENT: readonly number[] = [0, 0.002, 0, 0.01, 0.004, 0.012, 0.01];
/** The same for Chinese characters: 0.49 to 0.65, and by accident for each English word. */
const ANSWERED_ZH = 0.55;
const ACCIDENT_ZH = 0.0095;
/** Evidence of one word is kept in these bounds, in nats, so that no single one decides. */
const MOST = 4;
const LEAST = -2.5;
const SURE_CHANCE = 5e-3;

/** Sum of the evidence of a side, in nats, and the number of words that it comes from. */
export interface Evidence {
  readonly nats: number;
  readonly count: number;
}

/**
 * Writes what each English word says for the pair, in nats above chance; 0 for grammar.
 *
 * @param nats - one place a word
 */
export function weighEnglish(matcher: WordMatcher, nats: Float32Array): Evidence {
  const { words, chance, links, zhWords, zhCharacters } = matcher;
  let [sum, count] = [0, 0];
  for (let at = 0; at < words.size; at++) {
    nats[at] = 0;
    if (((words.flags[at] as number) & WORD.isFunction) !== 0) continue;
    const stem = words.stem[at] as number;
    const strong = stem < 0 ? 0 : -Math.expm1(-zhWords * (chance.byWord[stem] as number));
    const weak = stem < 0 ? 0 : -Math.expm1(-zhCharacters * (chance.byCharacter[stem] as number));
    const gain = gainOf(links.kindOf(at), strong, weak);
    nats[at] = gain;
    sum += gain;
    count += 1;
  }
  return { nats: sum, count };
}

/** @param strong - chance that a word answers by accident; `weak`: that a character does */
function gainOf(kind: number, strong: number, weak: number): number {
  if (kind === LINK.none) {
    const none = 0.97 * (1 - strong) * (1 - weak);
    return Math.max(LEAST, Math.min(-0.05, Math.log((1 - ANSWERED_EN) / none)));
  }
  const own = kind === LINK.strong ? strong : kind === LINK.weak ? weak * (1 - strong) : 0;
  const accident = Math.max(SURE_CHANCE, own + (ACCIDENT[kind] as number));
  const gain = Math.log((ANSWERED_EN * (SPREAD[kind] as number)) / accident);
  return Math.max(0, Math.min(MOST, gain));
}

/**
 * Writes what each Chinese character says for the pair, in nats above chance; 0 for grammar that
 * nothing answers.
 */
export function weighChinese(matcher: WordMatcher, nats: Float32Array): Evidence {
  const { han, links, length, enContent } = matcher;
  const accident = Math.min(0.9, -Math.expm1(-enContent * ACCIDENT_ZH));
  const against = Math.max(-2, Math.min(-0.02, Math.log((1 - ANSWERED_ZH) / (1 - accident))));
  let [sum, count] = [0, 0];
  for (let at = 0; at < length; at++) {
    nats[at] = 0;
    if (han[at] === HAN.none) continue;
    const gain = links.worthAt(at);
    if (gain < 0 && han[at] === HAN.grammar) continue;
    const own = gain < 0 ? against : gain;
    nats[at] = own;
    sum += own;
    count += 1;
  }
  return { nats: sum, count };
}
