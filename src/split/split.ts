import { hashOf } from '../kit/index.js';
import type { Lang } from '../model/index.js';
import { SPLIT_DEFAULTS } from './defaults.js';
import { isSpaceCode } from './marks.js';
import { scan } from './scan.js';

/** A sentence as UTF-16 offsets into the text it was cut from: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What may be asked of the splitter; see {@link SPLIT_DEFAULTS}. */
export interface SplitOptions {
  /** End sentences at `；` and `;` too. */
  readonly semicolon?: boolean;
  /** End sentences at `：` and `:` too. */
  readonly colon?: boolean;
  /** Every line is one sentence already. */
  readonly lines?: boolean;
}

/** Raised by one whenever some text is cut differently than by the version before. */
const VERSION = 1;

/**
 * Cuts a text into sentences where a reader would.
 *
 * Spans are in order, never empty, never overlap, and begin and end with something other than
 * white space; what lies between them is white space only. Line ends always end a sentence.
 *
 * @param text - one block, or a whole file
 * @param lang - its main language; sentences of the other language are cut as well
 */
export function splitSentences(text: string, lang: Lang, options: SplitOptions = {}): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const cut = (end: number): void => {
    const span = trimmed(text, from, end);
    if (span !== undefined) spans.push(span);
    from = end;
  };
  const { semicolon = SPLIT_DEFAULTS.semicolon, colon = SPLIT_DEFAULTS.colon } = options;
  scan(text, lang, { semicolon, colon }, cut);
  return spans;
}

/** Names the rules and options that cut: equal signatures, equal sentences. */
export function splitSignature(options: SplitOptions = {}): string {
  return `split-${VERSION}-${hashOf({ ...SPLIT_DEFAULTS, ...options }).slice(0, 12)}`;
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  let [start, end] = [from, to];
  while (start < end && isSpaceCode(text.charCodeAt(start))) start += 1;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : undefined;
}
