import { MARK, isDigitCode, isHanCode, isLetterCode, markAt } from './marks.js';

/** How firmly a run of stops ends its sentence, by the strongest of them. */
export type StopKind = 'firm' | 'bang' | 'ellipsis' | 'wide-dot' | 'dot';

/** Strengths, ascending; a run is as strong as the strongest mark in it. */
const NONE = 0;
const DOT = 1;
const WIDE_DOT = 2;
const ELLIPSIS = 3;
const BANG = 4;
const FIRM = 5;
const KINDS: readonly StopKind[] = ['dot', 'dot', 'wide-dot', 'ellipsis', 'bang', 'firm'];

/** A run of stops: its end, and the strength of the strongest. */
export interface StopRun {
  readonly end: number;
  readonly strength: number;
}

/** The kind a strength stands for. */
export function kindOfStrength(strength: number): StopKind {
  return KINDS[strength] ?? 'dot';
}

/** Whether a stop of any strength stands at `index`. */
export function isStop(text: string, index: number): boolean {
  return strengthOf(markAt(text, index)) !== NONE;
}

/** Reads the run of stops that begins at `from`; `. . .` counts as one run. */
export function readStops(text: string, from: number): StopRun {
  let end = from;
  let strength = NONE;
  let dots = 0;
  for (;;) {
    const own = strengthOf(markAt(text, end));
    if (own === ELLIPSIS && (strength === FIRM || isMiddle(text, from, end))) break;
    if (own === NONE) {
      if (dots === 0 || !isSpacedDot(text, end)) break;
    } else if (own === DOT) dots += 1;
    strength = Math.max(strength, own);
    end += 1;
  }
  return { end, strength: dots > 1 ? Math.max(strength, ELLIPSIS) : strength };
}

/** Between the two halves of `…………`, when Chinese stands on both sides of it. */
function isMiddle(text: string, from: number, at: number): boolean {
  if (at !== from + 2 || !isHanCode(text.charCodeAt(from - 1))) return false;
  return ELLIPSIS_PAIR.test(text.slice(from, from + 4)) && isHanCode(text.charCodeAt(from + 4));
}

const ELLIPSIS_PAIR = /^[…⋯]{4}$/;

function strengthOf(mark: number): number {
  switch (mark) {
    case MARK.stop:
    case MARK.wideBang:
      return FIRM;
    case MARK.bang:
      return BANG;
    case MARK.ellipsis:
      return ELLIPSIS;
    case MARK.wideDot:
      return WIDE_DOT;
    case MARK.dot:
      return DOT;
    default:
      return NONE;
  }
}

/** The space inside `. . .`: one blank between two dots, and no word behind the second. */
function isSpacedDot(text: string, index: number): boolean {
  if (text.charCodeAt(index) !== 0x20 || markAt(text, index - 1) !== MARK.dot) return false;
  const after = text.charCodeAt(index + 2);
  return markAt(text, index + 1) === MARK.dot && !isDigitCode(after) && !isLetterCode(after);
}

/**
 * Whether an ellipsis right behind a finished sentence, or behind another ellipsis, belongs to
 * the next one: `不要緊。……但按照你的說法` goes on a sentence that was interrupted, as minutes of
 * debates print it; `…………` between two speakers is one of each.
 */
export function opensNext(text: string, from: number, before: number, run: StopRun): boolean {
  if (run.strength !== ELLIPSIS || (before !== FIRM && before !== ELLIPSIS)) return false;
  return markAt(text, from) === MARK.ellipsis && isHanCode(text.charCodeAt(run.end));
}

/**
 * Whether a stop that stands alone behind white space belongs to the run before it: `。 。`,
 * `吗? !`. Behind a mere full stop a lone `?` is more likely a bullet that lost its shape.
 */
export function isStrayStop(text: string, index: number, before: number): boolean {
  const own = strengthOf(markAt(text, index));
  return own === FIRM || (own === BANG && before >= BANG);
}
