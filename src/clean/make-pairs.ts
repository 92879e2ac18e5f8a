import { hashOf } from '../kit/index.js';
import {
  beadShape,
  pairId,
  type Bead,
  type Document,
  type Pair,
  type Sentence,
} from '../model/index.js';
import { cleanPairs } from './clean-pair.js';
import { joinSentences } from './join.js';
import { createJudge, type CleanOptions } from './judge.js';

/** An aligned document: what the `clean` stage takes in. */
export interface AlignedDocument {
  readonly document: Document;
  readonly zh: readonly Sentence[];
  readonly en: readonly Sentence[];
  readonly beads: readonly Bead[];
  /** The beads come with the document: that they belong together is no aligner's opinion. */
  readonly isGiven?: boolean;
}

/**
 * Turns every bead of a document into a pair: joined, repaired, checked, scored.
 *
 * One pair a bead, in order, one-sided beads included (rejected as `one-sided`), so counts in
 * equal counts out. Pure: the same document gives the same pairs, ids included.
 */
export function makePairs(aligned: AlignedDocument, options: CleanOptions = {}): Pair[] {
  const { document, beads, isGiven = false } = aligned;
  const joined = beads.map((bead): JoinedBead => {
    const zhRun = aligned.zh.slice(bead.zh.from, bead.zh.to);
    const enRun = aligned.en.slice(bead.en.from, bead.en.to);
    return {
      original: {
        zh: joinSentences(zhRun, document.blocks, 'zh'),
        en: joinSentences(enRun, document.blocks, 'en'),
      },
      shape: beadShape(bead),
      confidence: bead.confidence,
      layout: layoutOf(document, zhRun, enRun),
      blocks: { zh: blocksOf(zhRun), en: blocksOf(enRun) },
    };
  });
  return pairsFrom(joined, document, isGiven, options);
}

/**
 * Repairs, checks and scores the pairs of a document once more, from the texts they had before
 * repair: what {@link makePairs} gives for the same beads.
 */
export function cleanAgain(
  {
    document,
    pairs,
    isGiven = false,
  }: Pick<AlignedDocument, 'document' | 'isGiven'> & {
    readonly pairs: readonly Pair[];
  },
  options: CleanOptions = {},
): Pair[] {
  const joined = pairs.map(({ zh, en, original = { zh, en }, ...pair }) => ({ ...pair, original }));
  return pairsFrom(joined, document, isGiven, options);
}

/** A bead with its texts as the page has them. */
interface JoinedBead extends Pick<Pair, 'shape' | 'confidence' | 'layout' | 'blocks'> {
  readonly original: { readonly zh: string; readonly en: string };
}

/** Makes the pairs of one document: their scores know of each other. */
function pairsFrom(
  beads: readonly JoinedBead[],
  document: Document,
  isGiven: boolean,
  options: CleanOptions,
): Pair[] {
  const raw = beads.map(({ original, shape, confidence, layout }) => {
    const given = { ...original, shape, layout };
    return isGiven ? given : { ...given, confidence };
  });
  const cleaned = cleanPairs(raw, createJudge(options));
  const seen = new Map<string, number>();
  return beads.flatMap(({ original, shape, confidence, layout, blocks }, at) => {
    const made = cleaned[at];
    if (made === undefined) return [];
    const { zh, en, repairs, original: _before, ...judgement } = made;
    const key = `${zh}\u0000${en}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return {
      id: pairId(hashOf(document.key, zh, en, occurrence).slice(0, 32)),
      document: document.id,
      position: at + 1,
      zh,
      en,
      ...(repairs.length === 0 ? {} : { original }),
      repairs,
      shape,
      confidence,
      ...judgement,
      layout,
      blocks,
    };
  });
}

/** A title whose two languages stand in one line is `inline`, whatever the page's own layout. */
function layoutOf(
  document: Document,
  zh: readonly Sentence[],
  en: readonly Sentence[],
): Pair['layout'] {
  const kinds = [...zh, ...en].map(({ block }) => document.blocks[block]?.kind);
  return kinds.length > 0 && kinds.every((kind) => kind === 'title') && zh.length * en.length > 0
    ? 'inline'
    : document.layout;
}

/** Block numbers from 1, each once. */
function blocksOf(run: readonly Sentence[]): number[] {
  return [...new Set(run.map(({ block }) => block + 1))];
}
