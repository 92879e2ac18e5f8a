/** Digits as Chinese writes them: plain, formal (financial) and traditional. */
const DIGIT = new Map<string, number>();
for (const [value, forms] of [
  '零〇○Ｏ',
  '一壹弌',
  '二贰貳两兩',
  '三叁參',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const form of forms) DIGIT.set(form, value);
}

/** Units below ten thousand; 廿 and 卅 are a digit and a unit in one. */
const SMALL = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const LARGE = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);
const TWENTIES = new Map([
  ['廿', 20],
  ['卅', 30],
]);

/** Whether a character can be part of a Chinese numeral. */
export function isHanNumeral(character: string): boolean {
  return (
    DIGIT.has(character) || SMALL.has(character) || LARGE.has(character) || TWENTIES.has(character)
  );
}

/** Whether a character is a Chinese digit, 零 to 九. */
export function isHanDigit(character: string): boolean {
  return DIGIT.has(character);
}

/** Sums a numeral from left to right; `digit` waits for the unit that follows it. */
class Sum {
  private above = 0;
  private middle = 0;
  private section = 0;
  private digit: number | undefined;
  private lastUnit = 1;
  private zero = false;

  /** A digit or an Arabic number in front of a unit: 3000万. */
  put(value: number): boolean {
    if (value === 0 && this.lastUnit > 1) {
      this.zero = true;
      return this.digit === undefined;
    }
    if (this.digit !== undefined) return false;
    this.digit = value;
    return true;
  }

  unit(size: number): void {
    if (size < 1e4) {
      this.section += (this.digit ?? 1) * size;
    } else if (size === 1e4) {
      this.middle = (this.middle + this.section + (this.digit ?? 0) || 1) * 1e4;
      this.section = 0;
    } else {
      this.above += (this.middle + this.section + (this.digit ?? 0) || 1) * size;
      this.middle = 0;
      this.section = 0;
    }
    this.digit = undefined;
    this.lastUnit = size;
    this.zero = false;
  }

  /** 廿三: a section that takes one more digit. */
  tens(value: number): void {
    this.section += value;
    this.lastUnit = 10;
  }

  total(): number {
    const rest = this.digit ?? 0;
    // 两千三 is 2300, 一万五 is 15000: a last digit without 零 counts the next lower unit.
    const short = this.lastUnit >= 100 && !this.zero && rest < 10 && Number.isInteger(rest);
    return this.above + this.middle + this.section + rest * (short ? this.lastUnit / 10 : 1);
  }
}

/**
 * Value of a whole numeral in Chinese characters, Arabic parts included, or `undefined`.
 *
 * Reads the unit system (三千二百一十, 两万五, 1亿2000万, 3.5万), digit by digit (二〇二四)
 * and decimals (三点一四). Numbers up to 10^16 − 1.
 */
export function parseHanNumeral(text: string): number | undefined {
  const point = text.search(/[点點]/);
  if (point > 0) return parseDecimal(text.slice(0, point), text.slice(point + 1));
  if (text.length > 1 && every(text, (c) => DIGIT.has(c))) return positional(text);
  const sum = new Sum();
  let at = 0;
  while (at < text.length) {
    const arabic = /^\d[\d,]*(?:\.\d+)?/.exec(text.slice(at));
    if (arabic !== null) {
      if (!sum.put(Number(arabic[0].replaceAll(',', '')))) return undefined;
      at += arabic[0].length;
      continue;
    }
    if (!add(sum, text.charAt(at))) return undefined;
    at += 1;
  }
  return text === '' ? undefined : tidy(sum.total());
}

function add(sum: Sum, character: string): boolean {
  const digit = DIGIT.get(character);
  if (digit !== undefined) return sum.put(digit);
  const unit = SMALL.get(character) ?? LARGE.get(character);
  if (unit !== undefined) {
    sum.unit(unit);
    return true;
  }
  const tens = TWENTIES.get(character);
  if (tens === undefined) return false;
  sum.tens(tens);
  return true;
}

function parseDecimal(whole: string, fraction: string): number | undefined {
  if (fraction === '' || !every(fraction, (c) => DIGIT.has(c))) return undefined;
  const before = parseHanNumeral(whole);
  return before === undefined ? undefined : Number(`${before}.${digitsOf(fraction)}`);
}

function positional(text: string): number {
  return Number(digitsOf(text));
}

function digitsOf(text: string): string {
  return Array.from(text)
    .map((c) => DIGIT.get(c) ?? 0)
    .join('');
}

function every(text: string, holds: (character: string) => boolean): boolean {
  return Array.from(text).every(holds);
}

/** Removes the dust of binary fractions: 1.1 × 10000 is 11000. */
export function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

const DIGITS = '零一二三四五六七八九';
const SECTION_UNITS = ['', '十', '百', '千'];
const GROUP_UNITS = ['', '万', '亿', '万亿'];

/**
 * A whole number in simplified Chinese characters, as a speaker would write it.
 *
 * @param value - an integer, 0 ≤ value < 10^16
 * @throws RangeError outside that range
 */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e16) {
    throw new RangeError(`a numeral needs an integer in [0, 10^16), got ${value}`);
  }
  if (value === 0) return '零';
  let text = '';
  for (let group = 0, rest = value; rest > 0; group += 1, rest = Math.floor(rest / 1e4)) {
    const part = rest % 1e4;
    const more = rest >= 1e4;
    const body = section(part, more);
    // 三万亿五亿 is written 三万零五亿: 亿 closes both groups.
    const unit = group === 3 && Math.floor(value / 1e8) % 1e4 !== 0 ? '万' : GROUP_UNITS[group];
    if (part > 0) text = `${body}${unit ?? ''}${text}`;
    else if (more && text !== '' && !text.startsWith('零')) text = `零${text}`;
  }
  return text.replace(/^一十/, '十');
}

function section(part: number, more: boolean): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap && (text !== '' || more)) text += '零';
    gap = false;
    text += `${DIGITS.charAt(digit)}${SECTION_UNITS[place] ?? ''}`;
  }
  return text;
}
