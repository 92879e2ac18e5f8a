import type { NumberMention } from '../../text/index.js';
import { COUNTS } from './unit-counts.js';
import { PERIODS } from './unit-periods.js';
import { PORTIONS } from './unit-portions.js';

/**
 * Something both languages number, with how each says its value: 第三季度 and “third quarter” are
 * the quarter 3.
 */
export interface Unit {
  readonly kind: NumberMention['kind'];
  /** A Chinese mention has a character of each of these sets: asked first. */
  readonly holds: readonly string[];
  /** Global patterns. */
  readonly zh: RegExp;
  readonly en: RegExp;
  /** Value of a match, if it has one. */
  readonly readZh: (match: RegExpExecArray) => number | undefined;
  readonly readEn: (match: RegExpExecArray) => number | undefined;
  /** Whether a translator may give one for the other; equal values, unless said otherwise. */
  readonly isSame?: (zh: number, en: number, match: RegExpExecArray) => boolean;
}

/** Mentions of a unit in one text: more are a table, not a sentence. */
const MOST = 8;

interface Found {
  readonly value: number;
  readonly match: RegExpExecArray;
}

const UNITS: readonly Unit[] = [...PERIODS, ...COUNTS, ...PORTIONS];
/** Uint16 [65536]: the sets of {@link Unit.holds} that a character is in, a bit each. */
const sets = new Uint16Array(0x10000);
const BITS = new Map<string, number>();
/** The units with the bits that a text must hold. */
const ASKED = UNITS.map((unit) => ({ unit, wanted: bitsOf(unit.holds) }));

/**
 * Values of such units that one side has and the other does not, where the other has another value
 * of the same unit: 星期三 against “Thursday”, 三分之二 against “three quarters”. A value
 * that only one side says proves nothing.
 */
export function otherUnits(
  zh: string,
  en: string,
): { readonly zh: readonly NumberMention[]; readonly en: readonly NumberMention[] } {
  let held = 0;
  for (let at = 0; at < zh.length; at++) held |= sets[zh.charCodeAt(at)] as number;
  const [left, right]: [NumberMention[], NumberMention[]] = [[], []];
  for (const { unit, wanted } of ASKED) {
    if ((held & wanted) !== wanted) continue;
    const zhFound = findIn(zh, unit.zh, unit.readZh);
    if (zhFound.length === 0 || zhFound.length > MOST) continue;
    const enFound = findIn(en, unit.en, unit.readEn);
    if (enFound.length === 0 || enFound.length > MOST) continue;
    const isSame = unit.isSame ?? ((one, other) => one === other);
    const zhOnly = zhFound.filter((one) =>
      enFound.every(({ value }) => !isSame(one.value, value, one.match)),
    );
    const enOnly = enFound.filter((one) =>
      zhFound.every(({ value, match }) => !isSame(value, one.value, match)),
    );
    const count = Math.min(zhOnly.length, enOnly.length);
    left.push(...zhOnly.slice(0, count).map((one) => mentionOf(one, unit)));
    right.push(...enOnly.slice(0, count).map((one) => mentionOf(one, unit)));
  }
  return { zh: left, en: right };
}

function bitsOf(holds: readonly string[]): number {
  return holds.reduce((mask, set) => {
    const bit = BITS.get(set) ?? 1 << BITS.size;
    BITS.set(set, bit);
    for (const one of set) sets[one.charCodeAt(0)] = (sets[one.charCodeAt(0)] as number) | bit;
    return mask | bit;
  }, 0);
}

function findIn(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => number | undefined,
): readonly Found[] {
  const found: Found[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = read(match);
    if (value !== undefined) found.push({ value, match });
  }
  return found;
}

function mentionOf({ value, match }: Found, { kind }: Unit): NumberMention {
  const text = match[0];
  return { value, kind, start: match.index, end: match.index + text.length, text, weak: false };
}
