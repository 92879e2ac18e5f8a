/** Constants of the layout room, each with the reason for its value. */
export const LAYOUT_DEFAULTS = Object.freeze({
  /** English letters a Chinese character is worth: 3.0–3.6 in news, laws and manuals alike. */
  lettersPerHan: 3.3,
  /**
   * Weight of the Chinese characters against the letters from which a text is Chinese: Chinese
   * texts hold many Latin names, English ones few Chinese glosses.
   */
  minHanShare: 0.5,
  /**
   * Spread of the logarithm of the length ratio of true paragraph pairs, long paragraphs: 0.1–0.15
   * in six sets of laws, manuals, news and encyclopedias, whose means differ by as much.
   */
  ratioSpread: 0.16,
  /** What the spread gains for short paragraphs, divided by the root of their letters. */
  shortSpread: 1.2,
  /** Largest cost in nats a length ratio may add; beyond, other evidence must decide. */
  maxRatioCost: 6,
  /** Cost in nats of a paragraph without counterpart. */
  orphanCost: 2.2,
  /** The same for a short line without final punctuation: captions and headings often stand alone. */
  shortOrphanCost: 1.6,
  /** Cost in nats of each paragraph a section has beyond one on each side. */
  extraBlockCost: 0.8,
  /** Cost in nats of a pair in the order the document does not otherwise use. */
  wrongOrderCost: 1.5,
  /** Cost in nats of pairing a heading with a paragraph: some sites mark only one of them up. */
  kindMismatchCost: 0.5,
  /** Cost in nats of each heading or line that shares its side with paragraphs the other has not. */
  mixedKindCost: 1.2,
  /** Weight of the words two paragraphs share: those of one paragraph come together. */
  contentWeight: 0.8,
  /** Most nats the words may speak for or against a block. */
  maxContentNats: 3,
  /** Longest section tried inside runs, in blocks a side; whole runs are always tried. */
  maxSectionBlocks: 6,
  /** Share of the letters in elements named after a language that must be in it. */
  minMarkedShare: 0.9,
  /** Share of the letters below which a second language is an accident, not a layout. */
  minMinorShare: 0.12,
  /** Share of the paragraphs that must hold both languages before they are split. */
  minInlineParagraphs: 0.2,
  /** Switches of language per possible switch, below which the languages stand one after the other. */
  maxSequentialSwitches: 0.34,
  /** Share of each language its longest run must hold in a sequential document. */
  minSequentialRun: 0.6,
});
