/** A pattern in JavaScript's dialect, or the construct that has no counterpart there. */
export type Translation =
  | { readonly kind: 'pattern'; readonly source: string; readonly ignoreCase: boolean }
  | { readonly kind: 'unsupported'; readonly construct: string };

/** Escapes that mean the same in both dialects. */
const SAME = new Set('dDwWbBsStnrfv0123456789');

/** Escapes with another spelling in JavaScript. */
const SPELT: Readonly<Record<string, string>> = {
  h: '[\\t\\p{Zs}]',
  H: '[^\\t\\p{Zs}]',
  R: '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])',
  A: '^',
  Z: '$',
  z: '$',
  a: '\\u0007',
  e: '\\u001b',
};

/** POSIX-style class names of Java and ICU. */
const CLASSES: Readonly<Record<string, string>> = {
  Alpha: '\\p{L}',
  Digit: '\\p{Nd}',
  Alnum: '\\p{L}\\p{Nd}',
  Upper: '\\p{Lu}',
  Lower: '\\p{Ll}',
  Punct: '\\p{P}',
  Space: '\\s',
  Blank: '\\t\\p{Zs}',
};

/** A construct met while translating that JavaScript cannot express. */
class Unsupported extends Error {}

/**
 * Translates a regular expression of SRX (ICU's and Java's dialect) into JavaScript's, `u` mode.
 *
 * Covers what segmentation rules use: classes, groups, look-around, greedy and lazy quantifiers,
 * Unicode properties, `\Q…\E`, `\x{…}`, a leading `(?i)`. Possessive quantifiers, atomic groups,
 * class arithmetic and inline flags elsewhere are named as unsupported.
 */
export function translatePattern(pattern: string): Translation {
  const flags = /^\(\?([ius]+)\)/.exec(pattern);
  try {
    const body = pattern.slice(flags?.[0].length ?? 0);
    const source = translate(body);
    const ignoreCase = flags?.[1]?.includes('i') ?? false;
    new RegExp(source, 'us');
    return { kind: 'pattern', source, ignoreCase };
  } catch (error) {
    if (error instanceof Unsupported) return { kind: 'unsupported', construct: error.message };
    if (error instanceof SyntaxError) return { kind: 'unsupported', construct: pattern };
    throw error;
  }
}

function translate(body: string): string {
  let out = '';
  let at = 0;
  while (at < body.length) {
    const [piece, width] = onePiece(body, at);
    out += piece;
    at += width;
  }
  return out;
}

/** The translation of the construct at `at`, and its width in `body`. */
function onePiece(body: string, at: number): [piece: string, width: number] {
  const unit = body.charAt(at);
  switch (unit) {
    case '\\':
      return escape(body, at, false);
    case '[':
      return charClass(body, at);
    case '(':
      return group(body, at);
    case '*':
    case '+':
    case '?':
      return quantifier(body, at, unit);
    case '{': {
      const count = /^\{\d+(?:,\d*)?\}/.exec(body.slice(at, at + 24))?.[0];
      return count === undefined ? ['\\{', 1] : quantifier(body, at, count);
    }
    case '}':
    case ']':
    case '/':
      return [`\\${unit}`, 1];
    default:
      return [unit, 1];
  }
}

function quantifier(body: string, at: number, written: string): [string, number] {
  const next = body.charAt(at + written.length);
  if (next === '+') throw new Unsupported(`possessive quantifier "${written}+"`);
  return next === '?' ? [`${written}?`, written.length + 1] : [written, written.length];
}

function group(body: string, at: number): [string, number] {
  if (body.charAt(at + 1) !== '?') return ['(', 1];
  const head = /^\(\?(?::|=|!|<=|<!|<[A-Za-z]\w*>)/.exec(body.slice(at, at + 40))?.[0];
  if (head !== undefined) return [head, head.length];
  throw new Unsupported(`group "${body.slice(at, at + 4)}"`);
}

function escape(body: string, at: number, inClass: boolean): [string, number] {
  const unit = body.charAt(at + 1);
  if (SAME.has(unit)) return [`\\${unit}`, 2];
  if (unit === 'Q') return quoted(body, at);
  if (unit === 'p' || unit === 'P') return property(body, at, unit, inClass);
  if (unit === 'u' || unit === 'x') return codePoint(body, at);
  if (/[a-zA-Z]/.test(unit)) {
    const spelt = SPELT[unit];
    if (spelt === undefined || inClass) throw new Unsupported(`escape "\\${unit}"`);
    return [spelt, 2];
  }
  if (unit === '') throw new Unsupported('a backslash at the end');
  return [literal(unit, inClass), 2];
}

function literal(unit: string, inClass: boolean): string {
  const special = inClass ? '\\]^-[' : '\\^$.*+?()[]{}|/';
  return special.includes(unit) ? `\\${unit}` : unit;
}

function quoted(body: string, at: number): [string, number] {
  const end = body.indexOf('\\E', at + 2);
  const inner = body.slice(at + 2, end < 0 ? body.length : end);
  return [inner.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), inner.length + (end < 0 ? 2 : 4)];
}

function codePoint(body: string, at: number): [string, number] {
  const found = /^\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\})/.exec(
    body.slice(at, at + 12),
  );
  if (found === null) throw new Unsupported(`escape "${body.slice(at, at + 2)}"`);
  return [`\\u{${found[1] ?? found[2] ?? found[3] ?? ''}}`, found[0].length];
}

function property(body: string, at: number, letter: string, inClass: boolean): [string, number] {
  const found = /^\\[pP](?:([A-Z])|\{\^?([\w=]+)\})/.exec(body.slice(at, at + 48));
  const name = found?.[1] ?? found?.[2];
  if (found === null || name === undefined)
    throw new Unsupported(`property "${body.slice(at, at + 6)}"`);
  const known = CLASSES[name.replace(/^Is/, '')];
  if (known !== undefined) {
    if (letter === 'P' && inClass) throw new Unsupported(`property "${found[0]}" inside a class`);
    if (inClass) return [known, found[0].length];
    return [`[${letter === 'P' ? '^' : ''}${known}]`, found[0].length];
  }
  return [`\\${letter}{${jsProperty(name, found[0])}}`, found[0].length];
}

/** `IsHan` and `script=Han` become `Script=Han`; general categories stay. */
function jsProperty(name: string, written: string): string {
  const script = /^(?:Is|script=|sc=|Script=)([A-Z]\w+)$/i.exec(name)?.[1];
  const spelt = script !== undefined && name.length > 4 ? `Script=${script}` : name;
  try {
    new RegExp(`\\p{${spelt}}`, 'u');
    return spelt;
  } catch {
    throw new Unsupported(`property "${written}"`);
  }
}

function charClass(body: string, at: number): [string, number] {
  let out = '[';
  let index = at + 1;
  if (body.charAt(index) === '^') {
    out += '^';
    index += 1;
  }
  for (let first = true; ; first = false) {
    const unit = body.charAt(index);
    if (unit === '') throw new Unsupported('a class that is not closed');
    if (unit === ']' && !first) return [`${out}]`, index + 1 - at];
    const [piece, width] = classPiece(body, index, unit);
    out += piece;
    index += width;
  }
}

function classPiece(body: string, index: number, unit: string): [string, number] {
  if (unit === '\\') return escape(body, index, true);
  if (body.startsWith('&&', index)) throw new Unsupported('class intersection "&&"');
  if (unit === '[') {
    const posix = /^\[:(\w+):\]/.exec(body.slice(index, index + 16));
    const name = posix?.[1] ?? '';
    const known = CLASSES[name.charAt(0).toUpperCase() + name.slice(1)];
    if (posix === null || known === undefined) throw new Unsupported('a class inside a class');
    return [known, posix[0].length];
  }
  return [unit === ']' ? '\\]' : unit, 1];
}
