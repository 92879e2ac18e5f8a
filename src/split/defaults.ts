/** What {@link splitSentences} does when nothing is asked for. */
export const SPLIT_DEFAULTS = Object.freeze({
  /** Where a reader would cut. */
  profile: 'default',
  /** `；` joins clauses: the aligner does better with the whole sentence. */
  semicolon: false,
  /** `：` leads into what follows and belongs with it. */
  colon: false,
  /** The text is not yet cut: a line may hold many sentences. */
  lines: false,
  /** A line end is the author's: verse, headings and lists have nothing else. */
  wrapped: false,
} as const);
