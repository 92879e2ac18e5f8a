const DATE =
  /(?<!\d)((?:19|20)\d\d)\s*(?:[-/.]|年)\s*(1[0-2]|0?[1-9])\s*(?:[-/.]|月)\s*(3[01]|[12]\d|0?[1-9])(?!\d)/u;
const COMPACT = /^\s*((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/u;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)`,
  'iu',
);
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+((?:19|20)\\d\\d)`,
  'iu',
);

/**
 * The first full date in a short line, `YYYY-MM-DD`.
 *
 * Reads `2024-03-18`, `2024年3月18日`, `20240318…` at the start, `March 18, 2024`, `18 March 2024`.
 */
export function dateIn(text: string): string | undefined {
  const [, year, month, day] = DATE.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return iso(year, month, day);
  const [, name, first, after] = MONTH_FIRST.exec(text) ?? [];
  if (name !== undefined && first !== undefined && after !== undefined) {
    return iso(after, monthOf(name), first);
  }
  const [, before, middle, last] = DAY_FIRST.exec(text) ?? [];
  if (before === undefined || middle === undefined || last === undefined) return undefined;
  return iso(last, monthOf(middle), before);
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1);
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
