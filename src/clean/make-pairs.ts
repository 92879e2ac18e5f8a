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
}

/**
 * Turns every bead of a document into a pair: joined, repaired, checked, scored.
 *
 * One pair a bead, in order, one-sided beads included (rejected as `one-sided`), so counts in
 * equal counts out. Pure: the same document gives the same pairs, ids included.
 */
export function makePairs(aligned: AlignedDocument, options: CleanOptions = {}): Pair[] {
  const judge = createJudge(options);
  const seen = new Map<string, number>();
  return aligned.beads.map((bead, index) => {
    const { document } = aligned;
    const zhRun = aligned.zh.slice(bead.zh.from, bead.zh.to);
    const enRun = aligned.en.slice(bead.en.from, bead.en.to);
    const original = {
      zh: joinSentences(zhRun, document.blocks, 'zh'),
      en: joinSentences(enRun, document.blocks, 'en'),
    };
    const [zh, en] = [repairText(original.zh, 'zh'), repairText(original.en, 'en')];
    const texts = `${zh.text}\u0000${en.text}`;
    const occurrence = seen.get(texts) ?? 0;
    seen.set(texts, occurrence + 1);
    const repairs = [...new Set([...zh.applied, ...en.applied])].sort();
    const shape = beadShape(bead);
    const layout = layoutOf(document, zhRun, enRun);
    const { confidence } = bead;
    return {
      id: pairId(hashOf(document.key, zh.text, en.text, occurrence).slice(0, 32)),
      document: document.id,
      position: index + 1,
      zh: zh.text,
      en: en.text,
      ...(repairs.length === 0 ? {} : { original }),
      repairs,
      shape,
      confidence,
      ...judge.judge({ zh: zh.text, en: en.text, confidence, shape, layout, repairs }),
      layout,
      blocks: { zh: blocksOf(zhRun), en: blocksOf(enRun) },
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
