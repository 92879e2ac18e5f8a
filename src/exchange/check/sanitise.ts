import { TextPosition } from './text-position.js';
import type { OnProblem, Problem } from './problem.js';

/** What may need mending, and what opens and closes sections where an `&` is just that. */
const TOKEN =
  /<!\[CDATA\[|\]\]>|<!--|-->|<(?![A-Za-z_:!?/])|&#(?:x[dD][89abAB]|5[56])[0-9A-Fa-f]{2,3};&#(?:x[dD][c-fC-F]|5[67])[0-9A-Fa-f]{2,3};|&(?:#?[\w.-]{1,64};)?|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

/** The same before the first element, and the first element. */
const TOKEN_OF_PROLOG = new RegExp(`<[A-Za-z]|${TOKEN.source}`, 'gu');

/** A token that the next piece may go on. */
const UNFINISHED =
  /(?:&#(?:x[dD][89abAB]|5[56])[0-9A-Fa-f]{2,3};(?:&[#\w]{0,8})?|&[#\w.-]{0,65}|<!?[-[A-Z]{0,8}|\]{1,2}|-{1,2}|[\uD800-\uDBFF])$/;

/** Names that HTML knows and XML does not, as machine-made files use them. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  deg: '°',
};

/** What the text between two tokens is: before the first element, content, or taken literally. */
type Section = 'prolog' | 'content' | 'cdata' | 'comment';

/**
 * XML text that every parser takes: without characters outside XML, raw or as references, without
 * an `&` that begins no reference, without references to names XML does not know, without white
 * space before the declaration. Each is reported with its line and column; the rest of the text
 * stays as it is, character for character.
 */
export async function* sanitise(
  source: AsyncIterable<string>,
  onProblem: OnProblem,
): AsyncIterable<string> {
  const cleaner = new Cleaner(onProblem);
  let held = '';
  for await (const piece of source) {
    const text = held + piece;
    const cut = UNFINISHED.exec(text.slice(-80))?.[0].length ?? 0;
    held = text.slice(text.length - cut);
    yield cleaner.clean(text.slice(0, text.length - cut));
  }
  yield cleaner.clean(held);
}

class Cleaner {
  readonly #onProblem: OnProblem;
  readonly #position = new TextPosition();
  #section: Section = 'prolog';
  #isStart = true;

  constructor(onProblem: OnProblem) {
    this.#onProblem = onProblem;
  }

  clean(given: string): string {
    const text = this.#withoutLeadingSpace(given);
    let [kept, from] = ['', 0];
    for (const { 0: token, index } of text.matchAll(
      this.#section === 'prolog' ? TOKEN_OF_PROLOG : TOKEN,
    )) {
      const instead = this.#insteadOf(token);
      if (instead === undefined) continue;
      this.#position.pass(text.slice(from, index));
      this.#report(instead.problem);
      this.#position.pass(token);
      kept += text.slice(from, index) + instead.text;
      from = index + token.length;
    }
    this.#position.pass(text.slice(from));
    return kept + text.slice(from);
  }

  #withoutLeadingSpace(text: string): string {
    if (!this.#isStart || text === '') return text;
    this.#isStart = false;
    const space = /^\s+(?=<\?xml)/.exec(text)?.[0];
    if (space === undefined) return text;
    this.#report({
      rule: 'space-before-declaration',
      severity: 'error',
      message: 'white space before <?xml, where a parser gives up',
      fix: 'taken out',
    });
    this.#position.pass(space);
    return text.slice(space.length);
  }

  #report(problem: Problem): void {
    this.#onProblem({ ...problem, line: this.#position.line, column: this.#position.column });
  }

  /** What to write instead of a token; nothing when it may stay. */
  #insteadOf(token: string): Mend | undefined {
    if (token.startsWith('&') || token === '<')
      return this.#section === 'content' ? mendReference(token) : undefined;
    if (token.startsWith('<') || token.endsWith('>')) {
      this.#section = sectionAfter(this.#section, token);
      return undefined;
    }
    return notXml(`U+${token.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
}

function sectionAfter(section: Section, token: string): Section {
  switch (token) {
    case '<![CDATA[':
      return section === 'content' ? 'cdata' : section;
    case ']]>':
      return section === 'cdata' ? 'content' : section;
    case '<!--':
      return section === 'content' ? 'comment' : section;
    case '-->':
      return section === 'comment' ? 'content' : section;
    default:
      return section === 'prolog' ? 'content' : section;
  }
}

interface Mend {
  readonly text: string;
  readonly problem: Problem;
}

function mendReference(token: string): Mend | undefined {
  if (token === '&') {
    return mend('&amp;', 'bare-ampersand', 'an "&" that should be "&amp;"', 'written as "&amp;"');
  }
  if (token === '<') {
    return mend('&lt;', 'bare-less-than', 'a "<" that should be "&lt;"', 'written as "&lt;"');
  }
  const name = token.slice(1, -1);
  if (name.includes(';')) return joined(token);
  if (name.startsWith('#')) return isXmlCharacter(name) ? undefined : notXml(`"${token}"`);
  if (/^(amp|lt|gt|quot|apos)$/.test(name)) return undefined;
  const known = HTML_NAMES[name];
  return mend(
    known ?? `&amp;${name};`,
    'unknown-entity',
    `XML does not know "${token}"`,
    known === undefined ? 'its name is kept as text' : `written as "${known}"`,
  );
}

/** Two references to the halves of a surrogate pair: the character they mean, if they mean one. */
function joined(token: string): Mend {
  const halves = token.split(';').map((reference) => codeOf(reference.slice(1)));
  const text = String.fromCharCode(...halves.filter((code) => code !== undefined));
  if (!/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text)) return notXml(`"${token}"`);
  const shown = `"${token}" names a character by its halves, which may not stand in XML`;
  return mend(text, 'surrogate-references', shown, `written as "${text}"`);
}

function mend(text: string, rule: string, message: string, fix: string): Mend {
  return { text, problem: { rule, severity: 'error', message, fix } };
}

function notXml(shown: string): Mend {
  return mend('', 'not-xml-character', `${shown} may not stand in XML`, 'taken out');
}

/** Whether a reference like `#x1F` names a character of XML 1.0 (§2.2). */
function isXmlCharacter(name: string): boolean {
  const code = codeOf(name);
  if (code === undefined) return false;
  if (code === 9 || code === 10 || code === 13) return true;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code >= 32 && code <= 0x10ffff && !isSurrogate && code !== 0xfffe && code !== 0xffff;
}

/** The number a reference like `#x1F` or `#31` says. */
function codeOf(name: string): number | undefined {
  const digits = /^#(?:x([0-9A-Fa-f]+)|(\d+))$/.exec(name);
  if (digits === null) return undefined;
  const [, hex, decimal] = digits;
  return hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
}
