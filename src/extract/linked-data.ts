const MAX_DEPTH = 6;
const WANTED: ReadonlySet<string> = new Set(['headline', 'datepublished', 'publisher', 'author']);

/** Headline, date, publisher and author in a JSON-LD script; nothing when it is not JSON. */
export function linkedData(source: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  collect(tryJson(source), 0, found);
  return found;
}

function collect(value: unknown, depth: number, found: [string, string][]): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, found);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const name = key.toLowerCase();
    const text = WANTED.has(name) ? nameOf(inner) : undefined;
    if (text !== undefined) found.push([name, text]);
    if (key === '@graph' || key === 'mainEntity') collect(inner, depth + 1, found);
  }
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === 'object' && value !== null && 'name' in value) return nameOf(value.name);
  return undefined;
}

/** Control characters inside strings are common in hand-made JSON-LD and mean spaces. */
function tryJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/[\u0000-\u001f]+/gu, ' '));
  } catch {
    return undefined;
  }
}
