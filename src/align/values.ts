import type { DateMention, NumberKind, NumberMention } from '../text/index.js';
import type { EvidenceName } from './evidence.js';

/** A mention of a number or date as a token that both languages share. */
export interface ValueToken {
  /** `number:3000`, `percent:8.3`, `date:--03-18` … */
  readonly name: string;
  /** Whether its absence on the other side proves nothing. */
  readonly weak: boolean;
}

/** Which evidence each kind of number is. */
const SOURCE = {
  number: 'numbers',
  ordinal: 'ordinals',
  percent: 'percentages',
  money: 'money',
  year: 'dates',
  month: 'dates',
  day: 'dates',
} as const satisfies Record<NumberKind, EvidenceName>;

/** The same value of another kind: one language may leave out what it counts (50 for 50%). */
const OTHER_KIND = 0.3;

/** The token of a number, `undefined` where its kind is switched off. */
export function numberToken(
  { kind, value, weak }: NumberMention,
  without: ReadonlySet<EvidenceName>,
): ValueToken | undefined {
  return without.has(SOURCE[kind]) ? undefined : { name: nameOf(kind, value), weak };
}

/**
 * The token of a whole date: month and day, since the year is often left out, or year and month.
 *
 * Its parts are tokens too; together they are rarer, so they say more.
 */
export function dateToken({ iso }: DateMention): ValueToken {
  return { name: `date:${iso.length === 10 ? `-${iso.slice(4)}` : iso}`, weak: false };
}

/** Twelve significant digits, so that 0.1 + 0.2 and 0.3 are one value. */
function nameOf(kind: NumberKind, value: number): string {
  return `${kind}:${String(Number(value.toPrecision(12)))}`;
}

/** Names of the tokens of the other language that a value token equals, with how surely. */
export function equalValues(name: string): readonly (readonly [name: string, weight: number])[] {
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  if (kind === 'date') return [[name, 1]];
  if (!isNumberKind(kind)) return [];
  const value = Number(name.slice(colon + 1));
  const others = KINDS.filter((other) => other !== kind).map(
    (other) => [nameOf(other, value), OTHER_KIND] as const,
  );
  if (kind === 'percent') others.push([nameOf('number', value / 100), OTHER_KIND]);
  if (kind === 'number') others.push([nameOf('percent', value * 100), OTHER_KIND]);
  return [[name, 1], ...others];
}

/** Which evidence a value token is, `undefined` for any other token. */
export function sourceOfValue(name: string): (typeof SOURCE)[NumberKind] | undefined {
  const kind = name.slice(0, name.indexOf(':'));
  if (kind === 'date') return 'dates';
  return isNumberKind(kind) ? SOURCE[kind] : undefined;
}

const KINDS = Object.keys(SOURCE).filter(isNumberKind);

function isNumberKind(text: string): text is NumberKind {
  return Object.hasOwn(SOURCE, text);
}
