import { CLASS } from '../facts/characters.js';
import { lengthDeviation } from '../facts/length.js';
import type { PairFacts } from '../facts/pair-facts.js';
import type { Repetition } from '../facts/repetition.js';
import type { SideFacts } from '../facts/side.js';

/** A number that the score looks at. */
interface Feature {
  /** Kebab-case; stands in explanations. */
  readonly name: string;
  /**
   * Whether more of it can only raise (1) or only lower (−1) the score; 0 where either may be.
   * The fit keeps to it, so that no accident of the examples turns a sign round.
   */
  readonly sense: 1 | -1 | 0;
  readonly of: (facts: PairFacts) => number;
}

/** Every feature, in the order of the model. */
export const FEATURES = [
  feature('words-en', 1, ({ lexical: { en } }) => saturate(en.nats / Math.sqrt(en.count + 4))),
  feature('words-zh', 1, ({ lexical: { zh } }) => saturate(zh.nats / Math.sqrt(zh.count + 6))),
  feature('grammar', 1, ({ lexical: { grammar } }) =>
    saturate((grammar.agreed + grammar.oneSided) / Math.sqrt(grammar.count + 3)),
  ),
  feature('grammar-one-sided', 1, ({ lexical: { grammar } }) => grammar.oneSided),
  feature('gap-en', -1, ({ lexical }) => lexical.enGap.anywhere),
  feature('gap-zh', -1, ({ lexical }) => lexical.zhGap.anywhere),
  feature('gap-share-en', -1, ({ lexical }) => lexical.enGap.share),
  feature('gap-share-zh', -1, ({ lexical }) => lexical.zhGap.share),
  feature('tail-gap-en', -1, ({ lexical }) => lexical.enGap.tail),
  feature('tail-gap-zh', -1, ({ lexical }) => lexical.zhGap.tail),
  feature('clause-gap-en', -1, ({ lexical }) => lexical.enGap.clauses),
  feature('clause-gap-zh', -1, ({ lexical }) => lexical.zhGap.clauses),
  feature('gap-order-en', -1, ({ lexical }) => lexical.enGapOrder),
  feature('gap-order-zh', -1, ({ lexical }) => lexical.zhGapOrder),
  feature('shift-to-end', -1, ({ lexical }) => Math.max(0, lexical.shift)),
  feature('shift-to-begin', -1, ({ lexical }) => Math.max(0, -lexical.shift)),
  feature('order', 1, ({ lexical }) => lexical.order),
  feature('too-long-en', -1, ({ lengths }) => Math.max(0, lengthDeviation(lengths.zh, lengths.en))),
  feature('too-long-zh', -1, ({ lengths }) =>
    Math.max(0, -lengthDeviation(lengths.zh, lengths.en)),
  ),
  feature('size', 0, ({ lengths }) => Math.log1p(lengths.zh + lengths.en / 3)),
  feature('numbers-agree', 1, ({ values }) => values.agreed),
  feature('number-replaced', -1, ({ values }) => values.contradictions),
  feature('number-missing', -1, ({ values }) => values.missing),
  feature('number-word-replaced', -1, ({ values }) => values.words.replaced),
  feature('number-word-doubted', -1, ({ values }) => values.words.doubted),
  feature('number-word-missing', -1, ({ values }) => values.words.missing),
  feature('no-stop-zh', -1, ({ zh, en }) => stopMissing(zh, en, zh.letters / HEADING_ZH)),
  feature('no-stop-en', -1, ({ zh, en }) => stopMissing(en, zh, en.letters / HEADING_EN)),
  feature('end-differs', -1, ({ zh, en }) =>
    isStop(zh) && isStop(en) && zh.end !== en.end ? 1 : 0,
  ),
  feature('cut-off-zh', -1, ({ zh }) => (zh.isCutOff ? 1 : 0)),
  feature('cut-off-en', -1, ({ en }) => (en.isCutOff ? 1 : 0)),
  feature('begins-inside-zh', -1, ({ zh }) => (zh.beginsInside ? 1 : 0)),
  feature('begins-inside-en', -1, ({ en }) => (en.beginsInside ? 1 : 0)),
  feature('clauses', 0, ({ zh, en }) => Math.log((en.pauses + 1) / (zh.pauses + 1))),
  feature('word-ratio', 0, ({ lexical }) =>
    Math.log((lexical.en.count + 1) / (lexical.zh.count + 1.5)),
  ),
  feature('questions-differ', -1, ({ zh, en }) => Math.abs(zh.questions - en.questions)),
  feature('marks-differ', -1, ({ zh, en }) => Math.abs(openMarks(zh) - openMarks(en))),
  feature('loops', -1, ({ lexical: { zhRepetition: zh, enRepetition: en } }) =>
    loopsDiffer(zh, en),
  ),
  feature('said-again', -1, ({ lexical }) =>
    Math.abs(lexical.zhRepetition.share - lexical.enRepetition.share),
  ),
  feature('doubles', -1, ({ lexical: { zhRepetition: zh, enRepetition: en } }) =>
    Math.log1p(Math.abs(zh.doubles - en.doubles)),
  ),
  feature('trails-off', -1, ({ zh, en }) => (zh.trailsOff === en.trailsOff ? 0 : 1)),
  feature('english-run-in-zh', -1, ({ lexical }) => Math.log1p(lexical.longestInZh)),
  feature(
    'copied-zh',
    -1,
    ({ en, lexical: { hanCopied } }) =>
      hanCopied / (hanCopied + (en.counts[CLASS.latin] as number) / 3 + 1),
  ),
  feature('foreign-zh', -1, foreignZh),
  feature(
    'english-in-zh',
    -1,
    ({ zh, lexical }) => lexical.grammarInZh / (2 + (zh.counts[CLASS.han] as number) / 4),
  ),
  feature('foreign-en', -1, foreignEn),
  feature('broken', -1, broken),
  feature('unknown-words', -1, ({ lexical }) => lexical.unknown / (lexical.words + 1)),
  feature('grammar-words', 0, ({ lexical }) => lexical.functions / (lexical.words + 1)),
  feature('names-found', 1, ({ lexical }) => lexical.namesFound + lexical.soundsFound),
  feature('names-missing', -1, ({ lexical }) => lexical.namesMissing.length),
] as const;

/** Letters of a heading: shorter texts are with and without a full stop as it comes. */
const HEADING_ZH = 12;
const HEADING_EN = 40;

/** Feature values of a pair, in the order of {@link FEATURES}. */
export function featuresOf(facts: PairFacts): Float64Array {
  const features = new Float64Array(FEATURES.length);
  for (let at = 0; at < FEATURES.length; at++) features[at] = FEATURES[at]?.of(facts) ?? 0;
  return features;
}

function feature(name: string, sense: Feature['sense'], of: Feature['of']): Feature {
  return { name, sense, of };
}

/** Bends large evidence: nine times as much counts three times as much. */
function saturate(nats: number): number {
  return Math.sign(nats) * (Math.sqrt(1 + 2 * Math.abs(nats)) - 1);
}

function openMarks({ unbalanced, quotes }: SideFacts): number {
  return unbalanced + (quotes % 2);
}

/**
 * Whether a side lacks the full stop that the other has: 0 no; up to 1 yes, less for headings,
 * where stops are a habit; 0.5 more where it ends with a comma.
 */
function stopMissing(side: SideFacts, other: SideFacts, size: number): number {
  if (isStop(side) || !isStop(other)) return 0;
  return Math.min(1, size) + (side.end === ',' ? 0.5 : 0);
}

function isStop({ end }: SideFacts): boolean {
  return end === '.' || end === '?' || end === '!';
}

/** Where both sides loop, only how much more one of them does. */
function loopsDiffer(zh: Repetition, en: Repetition): number {
  const [less, more] = zh.loops < en.loops ? [zh.loops, en.loops] : [en.loops, zh.loops];
  if (zh.size * en.size === 0 || less > 2) return 0;
  return less === 2 ? Math.log(more / less) : Math.log(Math.max(1, more - 1));
}

/** Latin letters of the Chinese side that are no names both sides share, and third scripts. */
function foreignZh({ zh, en, lexical }: PairFacts): number {
  const { counts } = zh;
  const han = counts[CLASS.han] as number;
  const own = lexical.latinInZh - lexical.latinShared;
  const latin =
    (counts[CLASS.latin] as number) +
    (counts[CLASS.accented] as number) -
    Math.max(0.8 * zh.glossed, 0.9 * lexical.sharedNameLetters);
  const excess = Math.max(0, latin) * (0.3 + (0.7 * own) / Math.max(1, lexical.latinInZh));
  const foreign =
    3 * Math.max(0, (counts[CLASS.foreign] as number) - (en.counts[CLASS.foreign] as number));
  return (excess + foreign) / (excess + foreign + 3 * han + 1);
}

/** Han and third scripts on the English side that the Chinese side does not have. */
function foreignEn({ zh, en, lexical }: PairFacts): number {
  const { counts } = en;
  const excess = (kind: number): number =>
    Math.max(0, (counts[kind] as number) - (zh.counts[kind] as number));
  const other = 3 * (excess(CLASS.foreign) + lexical.hanInEnOnly);
  return (other + excess(CLASS.accented)) / (other + (counts[CLASS.latin] as number) + 1);
}

/** Grows fast with the first few and never reaches 1. */
function share(count: number): number {
  return count / (count + 2);
}

function broken({ zh, en, lexical }: PairFacts): number {
  const bad = (side: SideFacts): number =>
    (side.counts[CLASS.broken] as number) +
    (side.counts[CLASS.control] as number) +
    side.doubled * 2;
  const han = zh.counts[CLASS.han] as number;
  return share(bad(zh) + bad(en)) + 2 * Math.max(0, lexical.rareHan / (han + 3) - 0.25);
}
