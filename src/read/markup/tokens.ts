import { decodeEntities } from './entities.js';

/** A piece of XHTML or XML: a tag, or the text between tags. Names are without prefix, lower case. */
export type MarkupToken =
  | {
      readonly kind: 'open';
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      /** Closed in the same tag: `<br/>`. */
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /^\s*(?:[\w.-]+:)?([A-Za-z_][\w.-]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)$/u;
const END_TAG = /<\/\s*(?:[\w.-]+:)?([A-Za-z_][\w.-]*)?([^<>]*)>?/uy;
/** Inside of a tag with nothing but attributes in it. */
const CUT_OFF = /^\s*[\w:.-]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?$/u;
const ATTRIBUTE = /(?<![\w.:-])([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/**
 * Reads well-formed markup, and goes on where it is not; no entity is ever declared or fetched.
 *
 * Made for what this room meets: the XHTML of books and of converted Word files. Pages of the
 * web need a real HTML parser and go to another room.
 */
export function* markupTokens(markup: string): Iterable<MarkupToken> {
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    const end = open < 0 ? markup.length : open;
    if (end > at) yield { kind: 'text', text: decodeEntities(markup.slice(at, end)) };
    if (open < 0) return;
    const special = skipSpecial(markup, open);
    if (special !== undefined) {
      if (special.text !== '') yield { kind: 'text', text: special.text };
      at = special.next;
      continue;
    }
    if (markup.startsWith('/', open + 1)) {
      const { tokens, next } = endTag(markup, open);
      yield* tokens;
      at = next;
      continue;
    }
    const close = tagEnd(markup, open);
    const other = markup.indexOf('<', open + 1);
    if (other >= 0 && other < close) {
      yield brokenTag(markup.slice(open + 1, other));
      at = other;
      continue;
    }
    const token = tagOf(markup.slice(open + 1, close));
    yield token ?? { kind: 'text', text: markup.slice(open, close + 1) };
    at = close + 1;
  }
}

/**
 * An end tag; quotation marks mean nothing in it. One that lost its `>` ends where the next tag
 * begins, and what stands between is text.
 */
function endTag(
  markup: string,
  open: number,
): { readonly tokens: readonly MarkupToken[]; readonly next: number } {
  END_TAG.lastIndex = open;
  const [all = '</', name, rest = ''] = END_TAG.exec(markup) ?? [];
  const tokens: MarkupToken[] = [];
  if (name !== undefined) tokens.push({ kind: 'close', tag: name.toLowerCase() });
  if (/[\p{L}\p{N}]/u.test(rest)) tokens.push({ kind: 'text', text: decodeEntities(rest) });
  return { tokens, next: open + all.length };
}

/** A tag that lost its end, up to the next: no tag holds a `<`. Text that ran into it is text. */
function brokenTag(inner: string): MarkupToken {
  const token = CUT_OFF.test(inner) ? tagOf(inner) : undefined;
  return token ?? { kind: 'text', text: decodeEntities(`<${inner}`) };
}

/** Comments, processing instructions and declarations hold no text; CDATA is nothing but text. */
function skipSpecial(
  markup: string,
  at: number,
): { readonly text: string; readonly next: number } | undefined {
  if (markup.startsWith('<![CDATA[', at)) {
    const end = endOf(markup, ']]>', at + 9);
    return { text: markup.slice(at + 9, end), next: end + 3 };
  }
  if (markup.startsWith('<!--', at)) return { text: '', next: endOf(markup, '-->', at + 4) + 3 };
  if (markup.startsWith('<?', at)) return { text: '', next: instructionEnd(markup, at + 2) };
  if (markup.startsWith('<!', at)) return { text: '', next: endOf(markup, '>', at + 2) + 1 };
  return undefined;
}

/** Behind `?>`; an instruction that runs into the next tag has lost its end and closes at its `>`. */
function instructionEnd(markup: string, from: number): number {
  const end = endOf(markup, '?>', from);
  const tag = markup.indexOf('<', from);
  return tag >= 0 && tag < end ? Math.min(tag, endOf(markup, '>', from) + 1) : end + 2;
}

function endOf(markup: string, mark: string, from: number): number {
  const end = markup.indexOf(mark, from);
  return end < 0 ? markup.length : end;
}

/** The `>` that ends a tag; one inside quotation marks does not. */
function tagEnd(markup: string, open: number): number {
  let quote = '';
  const limit = Math.min(markup.length, open + 20_000);
  for (let at = open + 1; at < limit; at++) {
    const sign = markup.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return Math.min(markup.length, endOf(markup, '>', open));
}

function tagOf(inner: string): MarkupToken | undefined {
  const found = inner.length > 20_000 ? null : TAG.exec(inner);
  if (found === null) return undefined;
  const tag = (found[1] ?? '').toLowerCase();
  const attributes: Record<string, string> = {};
  for (const [, name = '', one, two] of (found[2] ?? '').matchAll(ATTRIBUTE)) {
    attributes[name.toLowerCase()] = decodeEntities(one ?? two ?? '');
  }
  return { kind: 'open', tag, attributes, isEmpty: found[3] === '/' };
}
