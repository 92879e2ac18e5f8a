import {
  CLOSER_OF,
  MARK,
  isHanCode,
  isLowerCode,
  isLetterCode,
  isDigitCode,
  isSpaceCode,
  markAt,
  skipSpace,
} from './marks.js';

/** Longest remark in brackets kept whole inside its sentence, in UTF-16 units. */
const LONGEST_REMARK = 200;
/** Longest quotation kept whole inside its sentence. */
const LONGEST_QUOTATION = 50;

/** Brackets inside brackets of the same kind; deeper is no text, and must not cost time. */
const DEEPEST = 4;

/**
 * Where a bracketed remark inside a sentence ends, or −1 when its stops count as usual.
 *
 * Stops within it do not cut when it is opened inside a sentence and closed soon: a bracket
 * nobody closes must not swallow its paragraph. Titles in `《》` are whole wherever they stand.
 */
export function remarkEnd(text: string, open: number, sentence: number): number {
  const unit = text.charAt(open);
  if (open <= sentence && unit !== '《' && unit !== '〈') return -1;
  if (unit === '(' && EYES.has(text.charAt(open - 1))) return -1;
  return closingBefore(text, open, LONGEST_REMARK);
}

/** `:(` is a face, not a bracket. */
const EYES = new Set(':;=-');

/**
 * Where a quotation woven into a sentence ends, or −1 when its stops count as usual.
 *
 * `他高喊“加油！加油！”冲了上去`, `the "Go! Go!" chant`: no colon, comma or 说 leads in, and the
 * sentence goes on behind it. Direct speech is cut like any text.
 */
export function quotationEnd(text: string, open: number, sentence: number): number {
  if (open <= sentence || !isWoven(text, open, sentence)) return -1;
  const end = closingBefore(text, open, LONGEST_QUOTATION);
  if (end < 0) return -1;
  for (let at = open; at < end; at++) if (isFirmStop(text, at)) return -1;
  const next = skipSpace(text, end);
  const code = text.charCodeAt(next);
  const goesOn =
    next === end ? isHanCode(code) || CONTINUES.has(text.charAt(end)) : isLowerCode(code);
  return goesOn ? end : -1;
}

const CONTINUES = new Set('，、,;；');

/** `。`, or a half-width full stop behind a Chinese character. */
function isFirmStop(text: string, at: number): boolean {
  const mark = markAt(text, at);
  return mark === MARK.stop || (mark === MARK.dot && isHanCode(text.charCodeAt(at - 1)));
}

function isWoven(text: string, open: number, sentence: number): boolean {
  let before = open - 1;
  while (before > sentence && isSpaceCode(text.charCodeAt(before))) before -= 1;
  const code = text.charCodeAt(before);
  if (SAYS.has(text.charAt(before))) return false;
  return isHanCode(code) || isLetterCode(code) || isDigitCode(code);
}

/** Ends of verbs that lead into direct speech. */
const SAYS = new Set('说說问問道答曰');

/** Just behind the partner of the opener at `open`, on the same line within `limit`; else −1. */
function closingBefore(text: string, open: number, limit: number): number {
  const opener = text.charAt(open);
  const closer = CLOSER_OF[opener];
  const last = Math.min(text.length, open + limit);
  let depth = 1;
  for (let at = open + 1; at < last; at++) {
    const unit = text.charAt(at);
    if (unit === closer) depth -= 1;
    else if (unit === opener) depth += 1;
    else if (markAt(text, at) === MARK.line) return -1;
    if (depth === 0) return at + 1;
    if (depth > DEEPEST) return -1;
  }
  return -1;
}
