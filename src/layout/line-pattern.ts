/**
 * Lines that stand on pages without belonging to the text, recognised by their wording.
 *
 * Each pattern is anchored or needs two markers, because an article may speak of the same things.
 */
export interface LinePattern {
  /** Reason given in `setAside`. */
  readonly reason: string;
  /** Longest line, in characters, the pattern may claim. */
  readonly maxChars: number;
  readonly test: Pick<RegExp, 'test'>;
  /** The line must not close like a sentence: `记者:` also opens a question. */
  readonly noSentence?: boolean;
}

/** A line that begins with one of these words and a colon. */
export const label = (words: string): RegExp =>
  new RegExp(`^[【\\[（(●•·\\s]*(?:${words})\\s*[:：]`, 'iu');
