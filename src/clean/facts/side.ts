import { CLASS, characterClasses } from './characters.js';
import { readEnds, type Ends } from './ends.js';

/** What the characters of one side say, whatever they mean. */
export interface SideFacts extends Ends {
  /** UTF-16 units by {@link CLASS}, as counts. */
  readonly counts: readonly number[];
  /** Letters and digits of any script. */
  readonly letters: number;
  /** Marks between clauses. */
  readonly pauses: number;
  readonly questions: number;
  readonly exclamations: number;
  /** Brackets opened but never closed plus closed but never opened. */
  readonly unbalanced: number;
  readonly brackets: number;
  /** Latin letters inside brackets: glosses such as 演绎作品(Adapted Material). */
  readonly glossed: number;
  /** Double quotation marks of any shape. */
  readonly quotes: number;
  /** Pairs such as `Ã©`: UTF-8 read as a single-byte charset. */
  readonly doubled: number;
}

const OPEN = '([{（［｛【〔〖';
const CLOSE = ')]}）］｝】〕〗';
const QUOTES = '"“”„‟「」『』＂';

/** What {@link marks} holds for a character; 0 for most. */
const MARK = { open: 1, close: 2, quote: 3, question: 4, exclamation: 5, pause: 6 } as const;

const marks = new Uint8Array(0x10000);
for (const mark of OPEN) marks[mark.charCodeAt(0)] = MARK.open;
for (const mark of CLOSE) marks[mark.charCodeAt(0)] = MARK.close;
for (const mark of QUOTES) marks[mark.charCodeAt(0)] = MARK.quote;
for (const mark of ',，、;；:：.。—…') marks[mark.charCodeAt(0)] = MARK.pause;
for (const mark of '?？') marks[mark.charCodeAt(0)] = MARK.question;
for (const mark of '!！') marks[mark.charCodeAt(0)] = MARK.exclamation;

/** Reads one side in a single pass over its characters. */
export function readSide(text: string): SideFacts {
  const classes = characterClasses();
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const seen = [0, 0, 0, 0, 0, 0, 0];
  let [depth, unbalanced, doubled, before, glossed, single] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = classes[code] as number;
    counts[kind] = (counts[kind] as number) + 1;
    if (depth > 0 && kind === CLASS.latin) glossed += 1;
    if (before >= 0xc2 && before <= 0xf4 && isContinuation(code)) doubled += 1;
    // The blank that cannot break, misread: repair has made it a plain one.
    else if (before === 0xc2 && code === 0x20) doubled += 1;
    before = code;
    const mark = marks[code] as number;
    if (code === 0x27 || code === 0x2018 || code === 0x2019) {
      const turn = singleQuote(text, at, single > 0);
      if (turn !== 0) seen[MARK.quote] = (seen[MARK.quote] as number) + 1;
      single = Math.max(0, single + turn);
    }
    if (mark === 0) continue;
    seen[mark] = (seen[mark] as number) + 1;
    if (mark === MARK.open) depth += 1;
    else if (mark === MARK.close && depth > 0) depth -= 1;
    else if (mark === MARK.close && !isListMark(text, at)) unbalanced += 1;
  }
  return {
    counts,
    letters:
      of(counts, CLASS.latin) +
      of(counts, CLASS.accented) +
      of(counts, CLASS.digit) +
      of(counts, CLASS.han) +
      of(counts, CLASS.foreign),
    ...readEnds(text),
    pauses: of(seen, MARK.pause),
    questions: of(seen, MARK.question),
    exclamations: of(seen, MARK.exclamation),
    unbalanced: unbalanced + depth,
    brackets: of(seen, MARK.open),
    glossed,
    quotes: of(seen, MARK.quote),
    doubled,
  };
}

function of(counts: readonly number[], index: number): number {
  return counts[index] as number;
}

/** Whether a single quotation mark opens (1), closes (−1), or is an apostrophe (0). */
function singleQuote(text: string, at: number, isOpen: boolean): -1 | 0 | 1 {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  const isInside = /[\p{L}\p{N}]/u.test(before);
  if (!isInside && !/[,.!?…;:—-]/.test(before)) return /[\p{L}\p{N}.…]/u.test(after) ? 1 : 0;
  if (/[\p{L}\p{N}]/u.test(after)) return 0;
  return isInside && !isOpen ? 0 : -1;
}

/** A UTF-8 continuation byte as ISO 8859-1 or Windows-1252 shows it. */
function isContinuation(code: number): boolean {
  return (
    (code >= 0x80 && code <= 0xbf) ||
    (code >= 0x2013 && code <= 0x2122) ||
    code === 0x20ac ||
    code === 0x0152 ||
    code === 0x0153 ||
    code === 0x0160 ||
    code === 0x0161 ||
    code === 0x0178 ||
    code === 0x017d ||
    code === 0x017e ||
    code === 0x0192 ||
    code === 0x02c6 ||
    code === 0x02dc
  );
}

/** `1)`, `a)`, `二）` at the head of an item closes nothing. */
function isListMark(text: string, at: number): boolean {
  return at <= 3 || text.charCodeAt(at - 2) === 0x20;
}
