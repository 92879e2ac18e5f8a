import type { Draft } from './number-mention.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const NAME = new RegExp(
  `\\b(${MONTHS.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?`,
  'gi',
);
/** Words a month follows even when no day does. */
const BEFORE =
  /\b(?:in|on|of|since|by|until|till|from|to|this|last|next|early|late|mid|through|and|between|every|each)[ -]$/i;
const AFTER = /^,? ?(?:\d|of this year|this year|last year|next year)/;

/** Month number, 1–12, of an English name or abbreviation in any case, or `undefined`. */
export function monthEn(name: string): number | undefined {
  const short = name.slice(0, 3).toLowerCase();
  const index = MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === short);
  return index === -1 ? undefined : index + 1;
}

/**
 * Adds month names to the numbers of an English text and turns the numbers beside them to days.
 *
 * `may`, `march` and the abbreviations are words of their own; they need a capital and a
 * number or a preposition beside them.
 */
export function markMonths(text: string, drafts: Draft[]): void {
  const months: Draft[] = [];
  for (const { 0: name, 1: word = '', index } of text.matchAll(NAME)) {
    const end = index + name.length;
    const days = beside(text, index, end, drafts);
    const capital = /^[A-Z]/.test(word);
    const sure = capital && word.length > 3 && !/^(?:march|sept)$/i.test(word);
    if (!sure && !(capital && (days || isPlaced(text, index, end)))) continue;
    const value = monthEn(word);
    if (value !== undefined) {
      months.push({
        value,
        kind: 'month',
        start: index,
        end: index + word.length,
        weak: false,
        scale: 1,
      });
    }
  }
  if (months.length === 0) return;
  drafts.push(...months);
  drafts.sort((a, b) => a.start - b.start);
}

function isPlaced(text: string, start: number, end: number): boolean {
  return (
    BEFORE.test(text.slice(Math.max(0, start - 9), start)) || AFTER.test(text.slice(end, end + 16))
  );
}

/** Finds "18 (th of) March" and "March (the) 18(th)", marks them as days. */
function beside(text: string, start: number, end: number, drafts: readonly Draft[]): boolean {
  let found = false;
  for (const draft of drafts) {
    if (draft.start - end > 6) break;
    if (draft.value < 1 || draft.value > 31 || !Number.isInteger(draft.value)) continue;
    if (draft.kind !== 'number' && draft.kind !== 'ordinal') continue;
    const before = draft.end <= start && start - draft.end <= 5;
    const after = draft.start >= end && !/^\d+:\d/.test(text.slice(draft.start, draft.start + 4));
    const gap = before ? text.slice(draft.end, start) : after ? text.slice(end, draft.start) : '?';
    if (!/^(?:,? |,? ?of | the |\s|-|)$/.test(gap)) continue;
    draft.kind = 'day';
    found = true;
  }
  return found;
}
