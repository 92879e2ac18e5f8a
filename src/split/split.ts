import { hashOf } from '../kit/index.js';
import type { Lang } from '../model/index.js';
import { SPLIT_DEFAULTS } from './defaults.js';
import { isSpaceCode } from './marks.js';
import { isOmegatSpace, scanLikeOmegat } from './omegat.js';
import { scan } from './scan.js';
import type { SrxDocument } from './srx/read-srx.js';
import { scanBySrx } from './srx/scan-srx.js';
import { unwrap } from './unwrap.js';

/** A sentence as UTF-16 offsets into the text it was cut from: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whose idea of a sentence is followed. */
export type SplitProfile = 'default' | 'omegat';

/** What may be asked of the splitter; see {@link SPLIT_DEFAULTS}. */
export interface SplitOptions {
  /** `default`: where a reader would cut; `omegat`: where OmegaT's own rules cut. */
  readonly profile?: SplitProfile;
  /** End sentences at `；` and `;` too (profile `default`). */
  readonly semicolon?: boolean;
  /** End sentences at `：` and `:` too (profile `default`). */
  readonly colon?: boolean;
  /** Every line is one sentence already: nothing else is cut. */
  readonly lines?: boolean;
  /** An editor wrapped the lines: its line ends are blanks (profile `default`). */
  readonly wrapped?: boolean;
  /** The user's own rules, instead of a profile. */
  readonly srx?: SrxDocument;
}

/** Raised by one whenever some text is cut differently than by the version before. */
const VERSION = 4;

/** Language codes that SRX language patterns are tried on. */
const LANGUAGE_CODE = { zh: 'zh-CN', en: 'en-US' } as const;

type Scan = (cut: (end: number) => void) => void;

/**
 * Cuts a text into sentences.
 *
 * Spans are in order, never empty, never overlap, and begin and end with something other than
 * white space; what lies between them is white space only. Line ends always end a sentence,
 * except in profile `omegat`, where only an empty line does, and where it was `wrapped`.
 *
 * @param text - one block, or a whole file
 * @param lang - its main language: it chooses the rules of OmegaT and SRX. The default profile
 *   cuts by what stands around each stop, so that sentences of the other language come out right
 */
export function splitSentences(text: string, lang: Lang, options: SplitOptions = {}): Span[] {
  const isGap = usesOmegat(options) ? isOmegatSpace : isSpaceCode;
  const ends: number[] = [];
  scanFor(text, lang, options)((end) => ends.push(end)); // small, so that the heap need not grow
  const spans: Span[] = [];
  let from = 0;
  for (const end of ends) {
    const span = trimmed(text, from, end, isGap);
    if (span !== undefined) spans.push(span);
    from = end;
  }
  return spans;
}

/** Names the rules and options that cut: equal signatures, equal sentences. */
export function splitSignature(options: SplitOptions = {}): string {
  const { srx, ...rest } = { ...SPLIT_DEFAULTS, ...options };
  return `split-${VERSION}-${hashOf(rest, srx?.hash ?? '').slice(0, 12)}`;
}

function scanFor(text: string, lang: Lang, options: SplitOptions): Scan {
  const { srx, lines = SPLIT_DEFAULTS.lines } = options;
  if (lines) return scanLines(text);
  if (srx !== undefined) {
    return (cut) => {
      scanBySrx(text, srx, LANGUAGE_CODE[lang], cut);
    };
  }
  if (usesOmegat(options)) {
    return (cut) => {
      scanLikeOmegat(text, lang, cut);
    };
  }
  const { semicolon, colon, wrapped } = { ...SPLIT_DEFAULTS, ...options };
  return (cut) => {
    scan(wrapped ? unwrap(text) : text, { semicolon, colon }, cut);
  };
}

function usesOmegat({ profile, srx, lines }: SplitOptions): boolean {
  return profile === 'omegat' && srx === undefined && lines !== true;
}

function scanLines(text: string): Scan {
  return (cut) => {
    for (const { index } of text.matchAll(/[\n\r]+|$/g)) cut(index);
  };
}

function trimmed(
  text: string,
  from: number,
  to: number,
  isGap: (code: number) => boolean,
): Span | undefined {
  let [start, end] = [from, to];
  while (start < end && isGap(text.charCodeAt(start))) start += 1;
  while (end > start && isGap(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : undefined;
}
