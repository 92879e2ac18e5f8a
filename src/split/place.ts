import {
  MARK,
  isCloser,
  isDigitCode,
  isHanCode,
  isLetterCode,
  isSpaceCode,
  markAt,
} from './marks.js';

/** How firmly a run of stops ends its sentence, by the strongest of them. */
export type StopKind = 'firm' | 'bang' | 'ellipsis' | 'wide-dot' | 'dot';

/** A run of stops, what closes behind it, and where the text goes on. All are UTF-16 offsets. */
export interface Place {
  readonly text: string;
  /** First unit of the sentence so far that is not white space. */
  readonly sentence: number;
  /** First unit of the line or paragraph. */
  readonly line: number;
  readonly kind: StopKind;
  /** First stop of the run. */
  readonly from: number;
  /** Just behind the last stop. */
  readonly stop: number;
  /** Behind closing quotes, brackets and footnote marks: the end of the sentence, if it is one. */
  readonly close: number;
  /** First unit behind the white space that follows, at most the end of the text. */
  readonly next: number;
  /** Whether a quotation mark closes behind the stops. */
  readonly quoted: boolean;
  /** Whether the line has shown a Chinese stop before. */
  readonly wide: boolean;
}

/** Where scanning stands. */
export interface Standing {
  /** First unit of the sentence so far that is not white space. */
  sentence: number;
  /** First unit of the line. */
  line: number;
  /** Offset of a straight quote that is open on this line, or −1. */
  openQuote: number;
  /** Whether this line has shown a Chinese stop: its writer types full-width marks. */
  wide: boolean;
}

/** Reads the stops at `from` and everything that belongs behind them. */
export function readPlace(text: string, from: number, at: Standing): Place {
  let stop = from;
  let close = from;
  let strength = 0;
  let quoted = false;
  for (;;) {
    const run = readStops(text, close);
    if (run.end === close || (strength === FIRM && opensNext(text, close, run))) break;
    strength = Math.max(strength, run.strength);
    stop = run.end;
    const closed = readClosers(text, stop, at);
    quoted ||= closed.quoted;
    close = closed.end;
  }
  const next = skipSpace(text, close);
  return {
    text,
    sentence: at.sentence,
    line: at.line,
    kind: KINDS[strength] ?? 'dot',
    from,
    stop,
    close,
    next,
    quoted,
    wide: at.wide,
  };
}

/**
 * Whether an ellipsis right behind a finished sentence belongs to the next one:
 * `不要緊。……但按照你的說法` goes on a sentence that was interrupted.
 */
function opensNext(text: string, from: number, run: { end: number; strength: number }): boolean {
  return (
    run.strength === ELLIPSIS && text.charAt(from) !== '.' && isHanCode(text.charCodeAt(run.end))
  );
}

const ELLIPSIS = 3;
const FIRM = 5;
const KINDS: readonly StopKind[] = ['dot', 'dot', 'wide-dot', 'ellipsis', 'bang', 'firm'];

/** Reads a run of stops; `. . .` counts as one. Strength indexes {@link KINDS}; 0 is no stop. */
function readStops(text: string, from: number): { end: number; strength: number } {
  let end = from;
  let strength = 0;
  let dots = 0;
  for (;;) {
    const mark = markAt(text, end);
    if (mark === MARK.dot) dots += 1;
    const own = strengthOf(mark);
    if (own === ELLIPSIS && strength === FIRM) break;
    if (own === 0) {
      if (dots === 0 || !isSpacedDot(text, end)) break;
      end += 1;
      continue;
    }
    strength = Math.max(strength, own);
    end += 1;
  }
  return { end, strength: dots > 1 ? Math.max(strength, 3) : strength };
}

function strengthOf(mark: number): number {
  switch (mark) {
    case MARK.stop:
    case MARK.wideBang:
      return 5;
    case MARK.bang:
      return 4;
    case MARK.ellipsis:
      return 3;
    case MARK.wideDot:
      return 2;
    case MARK.dot:
      return 1;
    default:
      return 0;
  }
}

/** The space inside `. . .`: one blank between two dots. */
function isSpacedDot(text: string, index: number): boolean {
  return (
    text.charCodeAt(index) === 0x20 &&
    markAt(text, index - 1) === MARK.dot &&
    markAt(text, index + 1) === MARK.dot &&
    !isDigitCode(text.charCodeAt(index + 2))
  );
}

/** First unit from `from` on that is not white space; line ends are not crossed. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpaceCode(text.charCodeAt(at)) && markAt(text, at) !== MARK.line) {
    at += 1;
  }
  return at;
}

/** Reads closing quotes, brackets and footnote marks that belong to the stops before them. */
function readClosers(text: string, from: number, at: Standing): { end: number; quoted: boolean } {
  let end = from;
  let quoted = false;
  for (;;) {
    const width = closerWidth(text, end, at);
    if (width > 0) {
      quoted ||= QUOTES.has(text.charAt(end + width - 1));
      end += width;
      continue;
    }
    const note = footnoteWidth(text, end) + moodWidth(text, end);
    if (note === 0) return { end, quoted };
    end += note;
  }
}

const QUOTES = new Set('”’」』〞"\'');

/** Units of the closing mark at `index`, with the stray blanks before it; 0 when none closes. */
function closerWidth(text: string, index: number, at: Standing): number {
  const unit = text.charAt(index);
  if (unit === '"') return closesStraight(text, index, at) ? 1 : 0;
  if (unit === '’') return isLetterCode(text.charCodeAt(index + 1)) ? 0 : 1;
  if (unit === "'") return isFree(text, index + 1) ? 1 : 0;
  if (isCloser(unit)) return 1;
  const behind = skipSpace(text, index);
  if (behind === index || behind - index > 2) return 0;
  if (text.charAt(behind) === '’' && isLetterCode(text.charCodeAt(behind + 1))) return 0;
  return STRAY_CLOSERS.has(text.charAt(behind)) ? behind - index + 1 : 0;
}

/** Closing marks that are claimed back over a blank: nothing else can be meant by them. */
const STRAY_CLOSERS = new Set('”’」』）》】');

/** `"` closes when one is open on this line, or when nothing but space follows it. */
function closesStraight(text: string, index: number, at: Standing): boolean {
  if (at.openQuote >= 0) {
    at.openQuote = -1;
    return true;
  }
  return isFree(text, index + 1);
}

/** Whether no word begins at `index`: the text ends, or space, a closer or a sign follows. */
function isFree(text: string, index: number): boolean {
  if (index >= text.length) return true;
  const code = text.charCodeAt(index);
  return isSpaceCode(code) || isCloser(text.charAt(index)) || FREE.has(text.charAt(index));
}

const FREE = new Set(',.;:!?"\'…—–-，。；：！？、');

const FOOTNOTE =
  /\[(?:注?\d{1,3}(?:[-–,，、]\s?\d{1,3})*|注)\]|［注?\d{1,3}］|[¹²³⁰⁴-⁹]+|[*†‡]+(?=\s|$)/uy;

/** Units of the footnote mark at `index`: `[12]`, `［3］`, `¹²`, `*`; 0 when there is none. */
function footnoteWidth(text: string, index: number): number {
  if (!FOOTNOTE_HEADS.has(text.charAt(index))) return 0;
  FOOTNOTE.lastIndex = index;
  return FOOTNOTE.exec(text)?.[0].length ?? 0;
}

/** `:-)` and its kin, with one blank before them, when nothing is glued to their right. */
const EMOTICON = / ?[:;=8][-o*']?[)(\]DPp|\\/]+(?=\s|$)/uy;
const PICTURE =
  / ?(?:[\u{1F300}-\u{1FAFF}\u{2600}-\u{27BF}][\u{FE0F}\u{1F3FB}-\u{1F3FF}]*\u{200D}?)+/uy;

/** Units of an emoticon or of emoji that colour the sentence before them; 0 when there is none. */
function moodWidth(text: string, index: number): number {
  const at = text.charCodeAt(index) === 0x20 ? index + 1 : index;
  const code = text.charCodeAt(at);
  if (code >= 0x2600) {
    if (code > 0x27bf && (code < 0xd83c || code > 0xd83e)) return 0;
    PICTURE.lastIndex = index;
    return PICTURE.exec(text)?.[0].length ?? 0;
  }
  if (!EMOTICON_EYES.has(text.charAt(at))) return 0;
  EMOTICON.lastIndex = index;
  return EMOTICON.exec(text)?.[0].length ?? 0;
}

const EMOTICON_EYES = new Set(':;=8');

const FOOTNOTE_HEADS = new Set('[［¹²³⁰⁴⁵⁶⁷⁸⁹*†‡');
