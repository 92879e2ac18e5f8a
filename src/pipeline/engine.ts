import { createAligner, type AlignerOptions, type AlignInput } from '../align/index.js';
import { cleanAgain, makePairs, type AlignedDocument, type CleanOptions } from '../clean/index.js';
import {
  unitScore,
  type Bead,
  type BlockKind,
  type Document,
  type Lang,
  type Pair,
  type Range,
  type Sentence,
} from '../model/index.js';
import { splitSentences, type SplitOptions } from '../split/index.js';

/** What decides the outcome of a document; plain data, so that it can go to a worker. */
export interface EngineOptions {
  readonly split: SplitOptions;
  readonly align: AlignerOptions;
  readonly clean: CleanOptions;
}

/** Documents in, pairs out; the same on every machine and in every worker. */
export interface Engine {
  /** Splits, aligns and cleans one document. */
  process(document: Document): readonly Pair[];
  /** Cleans the pairs of a document again that an earlier build split and aligned. */
  cleanAgain(document: Document, pairs: readonly Pair[]): readonly Pair[];
}

/** Loads the lexicon and binds the options. */
export function createEngine(options: EngineOptions): Engine {
  const aligner = createAligner(options.align);
  return {
    process(document) {
      const split = splitDocument(document, options.split);
      const { zh, en, sections } = split;
      if (isGiven(document)) {
        const beads = sections.map(givenBead);
        return makePairs({ document, zh, en, beads, isGiven: true }, options.clean);
      }
      const beads = aligner.align(alignInput(document, split));
      return makePairs({ document, zh, en, beads }, options.clean);
    },
    cleanAgain: (document, pairs) =>
      cleanAgain({ document, pairs, isGiven: isGiven(document) }, options.clean),
  };
}

/** What the aligner is given of a document. */
export function alignInput(document: Document, { zh, en, sections }: SplitDocument): AlignInput {
  const headings = (side: readonly Sentence[]): number[] =>
    side.flatMap(({ block }, at) => (HEADINGS.has(document.blocks[block]?.kind) ? [at] : []));
  return {
    zh: zh.map(({ text }) => text),
    en: en.map(({ text }) => text),
    sections,
    headings: { zh: headings(zh), en: headings(en) },
  };
}

const HEADINGS: ReadonlySet<BlockKind | undefined> = new Set<BlockKind>(['title', 'heading']);

/** Whether a document came as pairs, such as an imported memory: then there is nothing to align. */
export function isGiven({ blocks, sections }: Document): boolean {
  return sections.every(
    ({ zh, en, hold }) =>
      hold === 'locked' &&
      [...zh, ...en].every((block) => blocks[block]?.whole === true) &&
      zh.length <= 1 &&
      en.length <= 1,
  );
}

/** Whoever gave the pair is sure of it; the score tells what we think. */
function givenBead({ zh, en }: SplitDocument['sections'][number]): Bead {
  return { zh, en, score: 0, confidence: unitScore(1) };
}

/** The sentences of both sides and the sections as ranges of them. */
export interface SplitDocument extends Omit<AlignedDocument, 'document' | 'beads'> {
  readonly sections: readonly {
    readonly zh: Range;
    readonly en: Range;
    readonly hold: Document['sections'][number]['hold'];
  }[];
}

/**
 * Splits a document section by section.
 *
 * Every block is in one section, so every sentence is in one range; ranges follow one another
 * without gaps on each side.
 */
export function splitDocument(document: Document, options: SplitOptions): SplitDocument {
  const zh: Sentence[] = [];
  const en: Sentence[] = [];
  const sections = document.sections.map((section) => ({
    zh: appendSentences(zh, section.zh, 'zh'),
    en: appendSentences(en, section.en, 'en'),
    hold: section.hold,
  }));
  return { zh, en, sections };

  function appendSentences(side: Sentence[], blocks: readonly number[], lang: Lang): Range {
    const from = side.length;
    for (const block of blocks) {
      const { text = '', whole = false } = document.blocks[block] ?? {};
      const spans = whole ? [{ start: 0, end: text.length }] : splitSentences(text, lang, options);
      for (const { start, end } of spans) {
        side.push({ block, start, end, text: text.slice(start, end) });
      }
    }
    return { from, to: side.length };
  }
}
