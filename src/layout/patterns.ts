import type { BlockKind } from '../model/index.js';
import { toSimplified } from '../text/index.js';
import { ARTICLE_LINES, DATE, ENGLISH_DATE } from './article-lines.js';
import { SITE_LINES } from './site-lines.js';

/** The first that fits gives the reason. */
const LINE_PATTERNS = [...SITE_LINES, ...ARTICLE_LINES];

/** No pattern claims a longer line. */
const LONGEST_LINE = 400;
/** Longest line of information on an article, its longest part, and the parts looked at. */
const MAX_PARTS_CHARS = 160;
const MAX_PART_CHARS = 60;
const MAX_PARTS = 8;

const SENTENCE = /[。！？!?][”’"'」』）)]*$/u;

/** A date as people write it under a letter or an article, not as a system stamps it. */
function isWrittenDate(text: string): boolean {
  return (
    ENGLISH_DATE.test(text) || (DATE.test(text) && text.includes('年') && !/[:：时]/u.test(text))
  );
}

/**
 * Why a block of this wording is no part of the text, seen where it stands.
 *
 * A written date below the beginning of the text closes a letter, above it dates the page; the
 * name of a language in a table heads a column, and a heading 标签 a section on labels.
 *
 * @param hasBegun - whether prose stands above the block
 */
export function wordingReason(
  text: string,
  kind: BlockKind,
  hasBegun: boolean,
): string | undefined {
  const reason = lineReason(text);
  if (reason === 'tags' && kind === 'heading') return undefined;
  if (reason === 'date-line' && hasBegun && isWrittenDate(text)) return undefined;
  return reason === 'language-label' && kind === 'cell' ? undefined : reason;
}

/**
 * Why a line of this wording is no part of the text, or `undefined` when it may be.
 *
 * The patterns are written in simplified script and read traditional lines too.
 */
export function lineReason(text: string): string | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const simple = toSimplified(text);
  return reasonIn(text) ?? (simple === text ? undefined : reasonIn(simple)) ?? partsReason(simple);
}

function reasonIn(text: string): string | undefined {
  return LINE_PATTERNS.find(
    ({ maxChars, test, noSentence }) =>
      text.length <= maxChars && test.test(text) && !(noSentence === true && SENTENCE.test(text)),
  )?.reason;
}

/** Information on an article in one line: name | source | date, one of them labelled as such. */
function partsReason(text: string): string | undefined {
  if (text.length > MAX_PARTS_CHARS || !/[|｜]/u.test(text) || SENTENCE.test(text))
    return undefined;
  const parts = text.split(/[|｜]/u).map((part) => part.trim());
  if (parts.length < 2 || parts.some((part) => part.length > MAX_PART_CHARS)) return undefined;
  const reasons = parts.slice(0, MAX_PARTS).map(reasonIn);
  return reasons.find((reason) => reason === 'date-line' || reason === 'source-line');
}
