import type { Rng } from '../../../src/kit/index.js';
import type { Place, Texts } from '../corruptions.js';
import { below } from '../corruptions.js';
import { eitherSide, oneOf } from './chance.js';
import { countHan, countLatin, wordsOf } from './counting.js';
import { STRANGERS, type Stranger } from './strangers.js';

/** What is taken for English, and for Chinese; the likelier twice. */
const TAKEN_FOR = {
  en: ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'id'],
  zh: ['ja', 'ja', 'ko', 'ko', 'vi', 'ru', 'th', 'de', 'fr'],
} as const satisfies Record<'zh' | 'en', readonly Stranger[]>;

/** Both sides are the same text (35 %), or one is in a third language, about as long as the pair. */
export function wrongLanguage(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const { zh, en } = pair;
  if (wordsOf(en).length < 4 || countHan(zh) < 4) return undefined;
  if (rng() < 0.35) {
    if (countHan(en) > 0 || countLatin(zh) > countHan(zh)) return undefined;
    return rng() < 0.5 ? { zh: en, en } : { zh, en: zh };
  }
  const side = eitherSide(rng);
  const language = oneOf<Stranger>(TAKEN_FOR[side], rng) ?? 'de';
  return { ...pair, [side]: textIn(language, en.length, rng) };
}

/** Sentences of a language in the place of `length` characters of English: the best of ten runs. */
function textIn(language: Stranger, length: number, rng: Rng): string {
  const isDense = language === 'ja' || language === 'ko';
  const wanted = isDense ? length / 2.6 : length;
  const apart = (text: string): number => Math.abs(Math.log(text.length / wanted));
  const runs = Array.from({ length: 10 }, () => runOf(language, wanted, rng));
  return runs.reduce((best, run) => (apart(run) < apart(best) ? run : best));
}

/** Sentences one after another from any of them on, at least 70 % of the length wanted. */
function runOf(language: Stranger, wanted: number, rng: Rng): string {
  const sentences = STRANGERS[language];
  const glue = language === 'ja' ? '' : ' ';
  let at = below(rng, sentences.length);
  let run = sentences[at] ?? '';
  while (run.length < 0.7 * wanted) run += glue + (sentences[++at % sentences.length] ?? '');
  return run;
}
