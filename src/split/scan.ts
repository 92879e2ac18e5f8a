import { endsSentence, remarkEnds } from './decide.js';
import { quotationEnd, remarkEnd } from './embedded.js';
import { MARK, isCloser, isSpaceCode, markAt, skipSpace } from './marks.js';
import { moodEnd } from './mood.js';
import { readPlace, type Standing } from './place.js';

/** Which optional marks end a sentence too. */
export interface ExtraStops {
  readonly semicolon: boolean;
  readonly colon: boolean;
}

/**
 * Calls `cut` with the end offset of every sentence of `text`, in order, the last one included.
 *
 * One pass over the text; every look back or ahead is bounded, so time is linear even in a
 * paragraph of many megabytes. State is forgotten at each line end.
 */
export function scan(text: string, extra: ExtraStops, cut: (end: number) => void): void {
  const at: Standing = { sentence: skipSpace(text, 0), line: 0, straight: -1, wide: false };
  const finish = (end: number): number => {
    cut(end);
    at.sentence = skipSpace(text, end);
    return end;
  };
  const scanning: Scanning = { text, extra, at, finish };
  const length = text.length;
  let index = 0;
  while (index < length) {
    const mark = markAt(text, index);
    index = mark === MARK.plain ? index + 1 : step(scanning, index, mark);
  }
  cut(length);
}

/** One run over a text. */
interface Scanning {
  readonly text: string;
  readonly extra: ExtraStops;
  readonly at: Standing;
  /** Ends the sentence at an offset, which it returns. */
  readonly finish: (end: number) => number;
}

/** Deals with the marked unit at `index`; returns where to go on. */
function step({ text, extra, at, finish }: Scanning, index: number, mark: number): number {
  switch (mark) {
    case MARK.line:
      finish(index);
      return beginLine(text, index + 1, at);
    case MARK.bracket: {
      const behind = remarkEnd(text, index, at.sentence);
      if (behind < 0) return index + 1;
      return remarkEnds(text, behind) ? finish(behind) : behind;
    }
    case MARK.openQuote:
      return Math.max(index + 1, quotationEnd(text, index, at.sentence));
    case MARK.straightQuote:
      return passStraightQuote(text, index, at);
    case MARK.bullet:
      if (index > at.sentence && isBullet(text, index, at.sentence)) finish(index);
      return index + 1;
    case MARK.dash:
      return speechBreaks(text, index) ? finish(index + 2) : index + 1;
    case MARK.face:
    case MARK.semicolon:
    case MARK.colon: {
      const mood = moodEnd(text, index, at.sentence);
      if (mood > 0) return finish(mood);
      return stopsToo(text, index, mark, extra)
        ? finish(behindClosers(text, index + 1))
        : index + 1;
    }
    default: {
      const place = readPlace(text, index, at);
      at.wide ||= place.kind === 'firm';
      return endsSentence(place) ? finish(place.close) : place.close;
    }
  }
}

/** Forgets everything about the line before. */
function beginLine(text: string, index: number, at: Standing): number {
  at.sentence = skipSpace(text, index);
  at.line = index;
  at.straight = -1;
  at.wide = false;
  return index;
}

/**
 * `"` away from any stop opens or closes in turn, unless its neighbours tell: one quote too many
 * must not turn all that follow around. A quotation woven into its sentence is whole.
 */
function passStraightQuote(text: string, index: number, at: Standing): number {
  const opens = straightOpens(text, index, at.line) ?? at.straight < 0;
  const whole = opens ? quotationEnd(text, index, at.sentence) : -1;
  if (whole > 0) return whole;
  at.straight = opens ? index : -1;
  return index + 1;
}

/** What the units on both sides of a `"` say: `: "` opens, `",` closes, and blanks stand outside. */
function straightOpens(text: string, index: number, line: number): boolean | undefined {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index + 1);
  const startsLine = index === line;
  if (startsLine || LEADING_IN.has(text.charAt(index - 1))) return true;
  if (index + 1 >= text.length || GOING_ON.has(text.charAt(index + 1))) return false;
  if (text.charAt(index + 1) === '.' && text.charAt(index + 2) !== '.') return false;
  if (isSpaceCode(before) === isSpaceCode(after)) return undefined;
  return isSpaceCode(before);
}

const LEADING_IN = new Set(':：(（');
const GOING_ON = new Set(',，、;；:：。)）');

/**
 * A bullet begins an item when blank stands before it and text behind it, and when the item before
 * begins with one too, or a colon leads in; in `Khmer • Lao • Thai` it parts words.
 */
function isBullet(text: string, index: number, sentence: number): boolean {
  if (!isSpaceCode(text.charCodeAt(index - 1))) return false;
  if (markAt(text, index + 1) === MARK.bullet || markAt(text, index - 2) === MARK.bullet)
    return false;
  if (markAt(text, sentence) === MARK.bullet) return true;
  let before = index - 1;
  while (before > sentence && isSpaceCode(text.charCodeAt(before))) before -= 1;
  return markAt(text, before) === MARK.colon;
}

/** `—' 'Is that right?'`: speech breaks off and another voice begins. */
function speechBreaks(text: string, index: number): boolean {
  const closing = text.charAt(index + 1);
  if (closing !== "'" && closing !== '’' && closing !== '”' && closing !== '"') return false;
  const next = skipSpace(text, index + 2);
  if (next === index + 2) return closing === '”' && text.charAt(next) === '“';
  return /['"‘“]/.test(text.charAt(next));
}

/** Whether a mark that ends sentences only on request does so at `index`. */
function stopsToo(text: string, index: number, mark: number, extra: ExtraStops): boolean {
  if (mark === MARK.semicolon) return extra.semicolon;
  return mark === MARK.colon && extra.colon && !isInside(text, index);
}

/** A colon inside a time, a ratio or an address: no blank and no Han on its right. */
function isInside(text: string, index: number): boolean {
  return /[\d/\\\w]/.test(text.charAt(index + 1));
}

function behindClosers(text: string, index: number): number {
  let at = index;
  while (isCloser(text.charAt(at))) at += 1;
  return at;
}
