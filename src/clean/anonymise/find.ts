import { isCardNumber, isHongKongId, isIdCard, isOldIdCard, isTaiwanId } from './check-digits.js';
import { isSamePhone, phoneOf } from './phone.js';

/** Kinds of personal data that are found. */
export type PersonalData = 'mail' | 'phone' | 'id' | 'card';

/** A place of a text. */
export interface Found {
  readonly kind: PersonalData;
  /** What makes two spellings the same. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Addresses, also of people who hide them from programs: foo [at] example [dot] com. */
const MAIL =
  /(?:[A-Za-z0-9._%+-]{1,64}|\p{Script=Han}{1,4})(?:@| ?[[(]at[\])] ?)(?:[A-Za-z0-9-]{1,63}(?:(?:\.| ?[[(]dot[\])] ?)[A-Za-z0-9-]{1,63}){1,5}|\p{Script=Han}{1,20}\.\p{Script=Han}{2,4})/giu;
/**
 * Runs of digits with the separators that numbers are grouped by. What a comma or a full stop ties
 * to figures in front is the rest of a number (1,234,567; 3.1415926), elsewhere they only end a clause.
 */
const DIGITS =
  /(?<!\d|\d\.|\d,(?=\d{3}(?!\d)))(?:[+(]{0,2})\d(?:[ \-()]{0,2}\d){6,20}[Xx]?(?![\dA-Za-z])/g;
/** Numbers grouped by full stops: +86.755.8812.0000, 138.0013.8000. */
const DOTTED = /(?<![\d.A-Za-z])\+?\d{1,4}(?:\.\d{2,4}){2,4}(?![\d.])/g;
/** Letters with figures: identity cards of Hong Kong and Taiwan, passports. */
const LETTERED = /(?<![A-Za-z\d])[A-Z]{1,2}\d{6,9}(?:\([\dA]\)|(?=[^A-Za-z\d(]|$))/g;
const PASSPORT = /(?:护照|護照|passport)\P{N}{0,12}$/iu;
const ID_CUE = /(?:身份证|身份證|\bID)\P{N}{0,12}$/iu;
/** A letter in front belongs to a code, unless it ends a word that announces a phone. */
const ANNOUNCED = /(?:^|[^A-Za-z])(?:tel|phone|mobile|fax|call|mob|ph|[TMPF])$/i;
const CUE_REACH = 24;
/** A unit of measure stands right behind its number. */
const UNIT_REACH = 24;

/** Cheap test of texts that can hold nothing of it. */
export const MAY_HOLD = /\d{7}|@|\d[ \-()]{1,2}\d{3}|\d\.\d{2,4}\.\d|[[(]at[\])]|[A-Z]\d{6}/i;

/**
 * Personal data of a text, in text order, not overlapping.
 *
 * @param text - folded, see `folded`
 * @param known - phone and other numbers found elsewhere, found here however they are grouped
 */
export function personalData(text: string, known: ReadonlySet<string> = new Set()): Found[] {
  const found: Found[] = [];
  const taken = new Uint8Array(text.length);
  const add = (one: Found | undefined): void => {
    if (one === undefined || taken.subarray(one.start, one.end).includes(1)) return;
    taken.fill(1, one.start, one.end);
    found.push(one);
  };
  for (const { 0: whole, index } of text.matchAll(MAIL)) {
    const value = whole
      .toLowerCase()
      .replace(/ ?[[(]at[\])] ?/, '@')
      .replace(/ ?[[(]dot[\])] ?/g, '.');
    add({ kind: 'mail', value, start: index, end: index + whole.length });
  }
  for (const { 0: whole, index } of text.matchAll(LETTERED)) add(letteredIn(text, whole, index));
  for (const { 0: whole, index } of text.matchAll(DIGITS)) {
    const before = text.slice(Math.max(0, index - CUE_REACH), index);
    if (/[A-Za-z]$/.test(before) && !ANNOUNCED.test(before)) continue;
    const after = text.slice(index + whole.length, index + whole.length + UNIT_REACH);
    const place = numberIn(whole, { index, before, after }, known);
    for (const one of place === undefined ? partsOf(whole, { index, after }, known) : [place]) {
      add(one);
    }
  }
  for (const { 0: whole, index } of text.matchAll(DOTTED)) {
    const before = text.slice(Math.max(0, index - CUE_REACH), index);
    const phone = phoneOf(whole.replaceAll('.', '-'), before);
    if (phone === undefined) continue;
    add({ kind: 'phone', value: phone, start: index, end: index + whole.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function letteredIn(text: string, whole: string, index: number): Found | undefined {
  const before = text.slice(Math.max(0, index - CUE_REACH), index);
  const bare = whole.replace(/\W/g, '');
  const isId = isHongKongId(bare) || isTaiwanId(bare) || PASSPORT.test(before);
  return isId ? { kind: 'id', value: bare, start: index, end: index + whole.length } : undefined;
}

/** A run of figures that is nothing as a whole may hold a number beside another. */
function partsOf(
  run: string,
  { index, after }: Omit<Place, 'before'>,
  known: ReadonlySet<string>,
): Found[] {
  return [...run.matchAll(/[^ ]+/g)].flatMap((part) => {
    if (part[0].length === run.length) return [];
    const rest = run.slice(part.index + part[0].length) + after;
    const where = { index: index + part.index, before: '', after: rest };
    const place = numberIn(part[0], where, known);
    return place === undefined ? [] : [place];
  });
}

/** Where a run of figures stands, and what around it. */
interface Place {
  readonly index: number;
  readonly before: string;
  readonly after: string;
}

function numberIn(
  whole: string,
  { index, before, after }: Place,
  known: ReadonlySet<string>,
): Found | undefined {
  const bare = whole.replace(/[^\dXx]/g, '');
  const at = { start: index, end: index + whole.length };
  if (isIdCard(bare)) return { kind: 'id', value: bare.toUpperCase(), ...at };
  if (/[Xx]$/.test(whole)) return undefined;
  if (isOldIdCard(bare) && ID_CUE.test(before)) return { kind: 'id', value: bare, ...at };
  if (isCardNumber(bare)) return { kind: 'card', value: bare, ...at };
  const phone = phoneOf(whole, before, after);
  if (phone !== undefined) return { kind: 'phone', value: phone, ...at };
  const isKnown = [...known].some((value) => value === bare || isSamePhone(value, bare));
  return isKnown ? { kind: 'phone', value: bare, ...at } : undefined;
}
