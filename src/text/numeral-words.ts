import { tidy } from './numeral-han.js';

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL_ORDINAL = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ' +
  'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const TENS_ORDINAL = TENS.map((word) => word.replace(/y$/, 'ieth'));
const LARGE = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
] as const;

/** What one English word adds to a number. */
export interface NumberWord {
  /** `small`: 0–19; `tens`: 20–90; `scale`: multiplies what stands before it. */
  readonly role: 'small' | 'tens' | 'scale';
  readonly value: number;
  readonly ordinal: boolean;
}

/** English number words, lower case, cardinals and ordinals. */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = table();

function table(): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  const add = (word: string, role: NumberWord['role'], value: number, ordinal = false) =>
    words.set(word, { role, value, ordinal });
  SMALL.forEach((word, value) => add(word, 'small', value));
  SMALL_ORDINAL.slice(1).forEach((word, value) => add(word, 'small', value + 1, true));
  TENS.forEach((word, index) => add(word, 'tens', (index + 2) * 10));
  TENS_ORDINAL.forEach((word, index) => add(word, 'tens', (index + 2) * 10, true));
  add('fourty', 'tens', 40);
  for (const [word, value] of [['hundred', 100], ['dozen', 12], ...LARGE] as const) {
    add(word, 'scale', value);
    if (word !== 'dozen') add(`${word}th`, 'scale', value, true);
  }
  return words;
}

/**
 * A whole number in English words: `one hundred and twenty-three thousand four hundred`.
 *
 * @param value - an integer, 0 ≤ value < 10^15
 * @throws RangeError outside that range
 */
export function englishNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) {
    throw new RangeError(`a numeral needs an integer in [0, 10^15), got ${value}`);
  }
  if (value === 0) return 'zero';
  const parts: string[] = [];
  let rest = value;
  for (const [word, size] of LARGE) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${belowThousand(count)} ${word}`);
    rest %= size;
  }
  if (rest > 0) parts.push(`${parts.length > 0 && rest < 100 ? 'and ' : ''}${belowThousand(rest)}`);
  return parts.join(' ');
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const head = hundreds === 0 ? '' : `${SMALL[hundreds] ?? ''} hundred`;
  if (rest === 0) return head;
  return head === '' ? belowHundred(rest) : `${head} and ${belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  const unit = value % 10;
  const tens = TENS[Math.floor(value / 10) - 2] ?? '';
  return unit === 0 ? tens : `${tens}-${SMALL[unit] ?? ''}`;
}

/** Adds number words up from left to right, refusing a word that cannot follow. */
export class WordSum {
  private total = 0;
  private current: number | undefined;
  private lastScale = Infinity;
  private smallest = Infinity;
  private ended = false;
  /** Year by halves: nineteen ninety-eight. */
  private year = false;

  /** Takes the word if the number so far allows it. */
  take(word: NumberWord): boolean {
    if (this.ended) return false;
    const fits = word.role === 'scale' ? this.scale(word.value) : this.add(word);
    if (fits) this.ended = word.ordinal;
    return fits;
  }

  /** Whether "and" may stand here: after hundred, thousand …. */
  mayAnd(): boolean {
    return !this.ended && this.smallest >= 100 && this.smallest < Infinity;
  }

  /** Whether the last word was million or more. */
  isAfterMillion(): boolean {
    return this.smallest >= 1e6 && this.smallest < Infinity;
  }

  isOrdinal(): boolean {
    return this.ended;
  }

  isYear(): boolean {
    return this.year;
  }

  value(): number {
    return tidy(this.total + (this.current ?? 0));
  }

  private add({ role, value }: NumberWord): boolean {
    if (this.year && this.smallest === 1) return false;
    if (this.current === undefined) {
      if (this.total > 0 && value >= this.lastScale) return false;
      this.current = value;
    } else if (
      this.smallest === 100 ||
      (this.smallest === 10 && role === 'small' && value < 10 && value > 0)
    ) {
      this.current += value;
    } else if (this.total === 0 && this.isHalfYear() && (role === 'tens' || value >= 10)) {
      this.current = this.current * 100 + value;
      this.year = true;
    } else {
      return false;
    }
    this.smallest = role === 'tens' ? 10 : 1;
    return true;
  }

  private isHalfYear(): boolean {
    return this.current !== undefined && this.current >= 11 && this.current <= 20;
  }

  private scale(size: number): boolean {
    if (this.year) return false;
    if (size === 100 || size === 12) {
      if (this.current !== undefined && (this.smallest >= 100 || this.current >= 100)) return false;
      this.current = (this.current ?? 1) * size;
      this.smallest = 100;
      return true;
    }
    if (size >= this.lastScale) return false;
    this.total += (this.current ?? 1) * size;
    this.current = undefined;
    this.lastScale = size;
    this.smallest = size;
    return true;
  }
}
