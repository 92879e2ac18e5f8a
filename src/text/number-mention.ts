/** What a number counts, as far as its own words tell. */
export type NumberKind = 'number' | 'ordinal' | 'percent' | 'money' | 'year' | 'month' | 'day';

/** A number in running text, in figures or in words, as a value both languages share. */
export interface NumberMention {
  /** 3,000, 近3000 and three thousand: 3000. A percentage in percent, a third as 1/3. */
  readonly value: number;
  readonly kind: NumberKind;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** The mention as written: `text.slice(start, end)`. */
  readonly text: string;
  /**
   * May be no count at all: 一 in 一般, `one` the pronoun, `first` the adverb. Such a mention
   * supports an equal one on the other side, but its absence there proves nothing.
   */
  readonly weak: boolean;
}

/**
 * Whether two mentions name one quantity: equal values, or a share written as a fraction on one
 * side and as a percentage on the other (五分之一, 20 per cent).
 */
export function isSameNumber(one: NumberMention, other: NumberMention): boolean {
  return near(worth(one), worth(other)) || near(one.value, other.value);
}

/** Percentages as shares of one. */
function worth({ kind, value }: NumberMention): number {
  return kind === 'percent' ? value / 100 : value;
}

function near(a: number, b: number): boolean {
  // Phone numbers have twelve figures, and each counts; card numbers have more than a double holds.
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** A mention before its range partner is known. */
export interface Draft {
  value: number;
  kind: NumberKind;
  start: number;
  end: number;
  weak: boolean;
  /** Factor that 万, 亿, million … put on the figures; 1 without one. */
  scale: number;
}

/**
 * Lets the first number of a range share the unit of the last: 3—5万, 3 to 5 million, 3–5%.
 *
 * @param drafts - in text order, changed in place
 * @param joint - matches the whole text between two ends of a range
 */
export function shareUnits(text: string, drafts: Draft[], joint: RegExp): void {
  for (let index = 1; index < drafts.length; index += 1) {
    const [first, last] = [drafts[index - 1], drafts[index]];
    if (first === undefined || last === undefined) continue;
    if (first.kind !== 'number' || first.scale !== 1 || last.start - first.end > 4) continue;
    if (!joint.test(text.slice(first.end, last.start))) continue;
    if (last.scale > 1 && first.value < last.value / last.scale) {
      first.value *= last.scale;
      first.scale = last.scale;
    }
    if (last.kind === 'percent' || last.kind === 'money') first.kind = last.kind;
  }
}

/** Closes drafts into mentions. */
export function mentionsOf(text: string, drafts: readonly Draft[]): NumberMention[] {
  return drafts.map(({ value, kind, start, end, weak }) => ({
    value,
    kind,
    start,
    end,
    text: text.slice(start, end),
    weak,
  }));
}
