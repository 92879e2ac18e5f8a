import { anonymiseTexts } from './anonymise.js';

/**
 * A JSON value in which no string holds personal data: not only the two texts, but what was kept of
 * them before repair, titles, addresses and notes. Equal values share a placeholder throughout.
 */
export function hideRecord<T extends object>(record: T): T {
  const found: string[] = [];
  mapStrings(record, (text) => {
    found.push(text);
    return text;
  });
  const { texts } = anonymiseTexts(found);
  let at = 0;
  return mapStrings(record, (text) => texts[at++] ?? text) as T; // same fields, same types
}

/** The same value with every string exchanged; names of fields stay. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapStrings(one, change)]),
  );
}
