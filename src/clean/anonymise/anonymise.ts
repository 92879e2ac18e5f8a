import { isCardNumber, isIdCard } from './check-digits.js';

/** Both texts of a pair. */
export interface PairTexts {
  readonly zh: string;
  readonly en: string;
}

/** A pair without personal data. */
export interface Anonymised extends PairTexts {
  /** How many places were replaced, by kind; empty if none. */
  readonly replaced: Readonly<Partial<Record<PersonalData, number>>>;
}

/** Kinds of personal data that are found. */
export type PersonalData = 'mail' | 'phone' | 'id' | 'card';

interface Found {
  readonly kind: PersonalData;
  /** What makes two spellings the same. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const MAIL = /[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
/** Runs of digits with the separators that numbers are grouped by. */
const DIGITS =
  /(?<![\dA-Za-z.,])(?:[+＋(（]{0,2})\d(?:[ \-–()（）]{0,2}\d){6,20}[Xx]?(?![\dA-Za-z])/g;
/** A grouped run that is a sum or a year span and no phone number. */
const MAYBE = /\d{7}|[@＠]|\d[ \-–)）]{1,2}\d{3}/;
/** Rounds of looking again. */
const MAX_ROUNDS = 8;
const NAMES: Readonly<Record<PersonalData, string>> = {
  mail: 'mail',
  phone: 'phone',
  id: 'id',
  card: 'card',
};

/**
 * Replaces mail addresses, phone numbers, identity-card and bank-card numbers by placeholders
 * (脱敏, GB/T 40035-2021): `[mail-1]`, `[phone-2]`.
 *
 * Equal values of both sides get the same placeholder, so the pair still translates. Card
 * numbers count only with a right check digit, so that other long numbers stay.
 */
export function anonymisePair({ zh, en }: PairTexts): Anonymised {
  if (!MAYBE.test(zh) && !MAYBE.test(en)) return { zh, en, replaced: {} };
  const numbers = new Map<string, number>();
  const replaced: Partial<Record<PersonalData, number>> = {};
  return { zh: hideAll(zh), en: hideAll(en), replaced };

  /** What stood beside a number may be one itself once that is gone. */
  function hideAll(text: string): string {
    let now = text;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const next = hide(now);
      if (next === now) break;
      now = next;
    }
    return now;
  }

  function hide(text: string): string {
    let hidden = '';
    let from = 0;
    for (const { kind, value, start, end } of personalData(text)) {
      const key = `${kind} ${value}`;
      const known = numbers.get(key);
      const number =
        known ?? [...numbers.keys()].filter((other) => other.startsWith(`${kind} `)).length + 1;
      numbers.set(key, number);
      replaced[kind] = (replaced[kind] ?? 0) + 1;
      hidden += `${text.slice(from, start)}[${NAMES[kind]}-${number}]`;
      from = end;
    }
    return hidden + text.slice(from);
  }
}

/** Personal data of one text, in text order, not overlapping. */
function personalData(text: string): Found[] {
  const found: Found[] = [];
  for (const { 0: whole, index } of text.matchAll(MAIL)) {
    const value = whole.toLowerCase().replace('＠', '@');
    found.push({ kind: 'mail', value, start: index, end: index + whole.length });
  }
  for (const { 0: whole, index } of text.matchAll(DIGITS)) {
    const place = numberIn(whole, index);
    const places = place === undefined ? partsOf(whole, index) : [place];
    for (const one of places) {
      if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A run of figures that is nothing as a whole may hold a number beside another. */
function partsOf(run: string, index: number): Found[] {
  return [...run.matchAll(/[^ ]+/g)].flatMap((part) => {
    if (part[0].length === run.length) return [];
    const place = numberIn(part[0], index + part.index);
    return place === undefined ? [] : [place];
  });
}

function numberIn(whole: string, index: number): Found | undefined {
  const bare = whole.replace(/[^\dXx]/g, '');
  const at = { start: index, end: index + whole.length };
  if (isIdCard(bare)) return { kind: 'id', value: bare.toUpperCase(), ...at };
  if (/[Xx]$/.test(whole)) return undefined;
  if (isCardNumber(bare)) return { kind: 'card', value: bare, ...at };
  const phone = phoneOf(whole, bare);
  return phone === undefined ? undefined : { kind: 'phone', value: phone, ...at };
}

/** The digits of a phone number without country code, or `undefined`. */
function phoneOf(whole: string, bare: string): string | undefined {
  const local = bare.replace(/^(?:00)?86(?=1[3-9]\d{9}$|0?[1-9]\d{8,11}$)/, '');
  if (/^1[3-9]\d{9}$/.test(local)) return local;
  if (/^[48]00\d{7}$/.test(local) && /\d[ -]\d/.test(whole)) return local;
  // A landline: area code and 7 or 8 digits, parted or after the country code.
  const isParted =
    /^[(（]?(?:[+＋]?86[ -]?)?[(（]?0?[1-9]\d{1,2}[)）]?[ \-–]{0,2}\d{3,4}[ -]?\d{4}$/.test(whole);
  if (isParted && (/^[(（+＋]|^0/.test(whole) || /^\d{2,4}-\d{7,8}$/.test(whole))) {
    return local.replace(/^0/, '');
  }
  return /^[+＋]\d/.test(whole) && bare.length >= 8 && bare.length <= 15 ? bare : undefined;
}
