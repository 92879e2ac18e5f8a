import { hashOf } from '../kit/index.js';
import {
  beadShape,
  pairId,
  type Bead,
  type Document,
  type Pair,
  type Sentence,
} from '../model/index.js';
import { joinSentences } from './join.js';
import { createJudge, type CleanOptions } from './judge.js';
import { repairText } from './repair/index.js';

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
  const make = pairMaker(document, isGiven, options);
  return beads.map((bead) => {
    const zhRun = aligned.zh.slice(bead.zh.from, bead.zh.to);
    const enRun = aligned.en.slice(bead.en.from, bead.en.to);
    return make({
      original: {
        zh: joinSentences(zhRun, document.blocks, 'zh'),
        en: joinSentences(enRun, document.blocks, 'en'),
      },
      shape: beadShape(bead),
      confidence: bead.confidence,
      layout: layoutOf(document, zhRun, enRun),
      blocks: { zh: blocksOf(zhRun), en: blocksOf(enRun) },
    });
  });
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
  const make = pairMaker(document, isGiven, options);
  return pairs.map(({ zh, en, original = { zh, en }, ...pair }) => make({ ...pair, original }));
}

/** A bead with its texts as the page has them. */
interface JoinedBead extends Pick<Pair, 'shape' | 'confidence' | 'layout' | 'blocks'> {
  readonly original: { readonly zh: string; readonly en: string };
}

/** Makes the pairs of one document, one after the other. */
function pairMaker(
  document: Document,
  isGiven: boolean,
  options: CleanOptions,
): (bead: JoinedBead) => Pair {
  const judge = createJudge(options);
  const seen = new Map<string, number>();
  let position = 0;
  return ({ original, shape, confidence, layout, blocks }) => {
    const [zh, en] = [repairText(original.zh, 'zh'), repairText(original.en, 'en')];
    const texts = `${zh.text}\u0000${en.text}`;
    const occurrence = seen.get(texts) ?? 0;
    seen.set(texts, occurrence + 1);
    const repairs = [...new Set([...zh.applied, ...en.applied])].sort();
    const judged = { zh: zh.text, en: en.text, shape, layout, repairs };
    position += 1;
    return {
      id: pairId(hashOf(document.key, zh.text, en.text, occurrence).slice(0, 32)),
      document: document.id,
      position,
      zh: zh.text,
      en: en.text,
      ...(repairs.length === 0 ? {} : { original }),
      repairs,
      shape,
      confidence,
      ...judge.judge(isGiven ? judged : { ...judged, confidence }),
      layout,
      blocks,
    };
  };
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
