import { languageName, type LanguageMark, type RawBlock } from '../../layout/index.js';
import type { BlockKind, Lang } from '../../model/index.js';
import { markupTokens, type MarkupToken } from './tokens.js';

type Open = Extract<MarkupToken, { kind: 'open' }>;

const KINDS: Readonly<Record<string, BlockKind>> = {
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  caption: 'caption',
  figcaption: 'caption',
};
const BREAKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th section article blockquote figure figcaption caption body header footer aside nav pre hr'.split(
    ' ',
  ),
);
const EMPTY = new Set('br hr img meta link input col'.split(' '));
const SILENT = new Set('head script style template rt rp svg math'.split(' '));

/** What a file's markup is read with. */
export interface MarkupOptions {
  /** The first heading of the first rank is the title. */
  readonly mayTitle: boolean;
  /** Number of tables and rows in the parts before this one: they are counted on. */
  readonly tables?: number;
}

/**
 * Blocks of the XHTML of a book or a converted Word file, in reading order: headings, paragraphs,
 * list items, quotes and table cells. Marks of footnotes and the arrows back are set aside.
 */
export function markupBlocks(markup: string, options: MarkupOptions): readonly RawBlock[] {
  const reader = new MarkupReader(options);
  for (const token of markupTokens(markup)) reader.take(token);
  return reader.finish();
}

interface Table {
  readonly number: number;
  row: number;
  column: number;
}

class MarkupReader {
  private readonly blocks: RawBlock[] = [];
  private readonly tags: Open[] = [];
  private readonly tables: Table[] = [];
  private tableCount: number;
  private rowCount: number;
  private text = '';
  private silent = 0;
  private note = 0;
  private mayTitle: boolean;
  private afterImage = false;

  constructor({ mayTitle, tables = 0 }: MarkupOptions) {
    this.mayTitle = mayTitle;
    this.tableCount = tables;
    this.rowCount = tables;
  }

  take(token: MarkupToken): void {
    if (token.kind === 'text') {
      if (this.silent === 0) this.text += token.text;
    } else if (token.kind === 'open') this.open(token);
    else this.close(token.tag);
  }

  finish(): readonly RawBlock[] {
    this.flush();
    return this.blocks;
  }

  private open(token: Open): void {
    const { tag } = token;
    if (tag === 'img') this.afterImage = true;
    if (tag === 'br') this.text += '\n';
    if (BREAKS.has(tag)) this.close('head'); // a head that was left open hides no paragraph
    if (BREAKS.has(tag)) this.flush();
    if (token.isEmpty || EMPTY.has(tag)) return;
    if (this.tags.length > 400) return; // deeper than any book: the text still comes through
    this.tags.push(token);
    if (SILENT.has(tag)) this.silent += 1;
    if (isNoteMark(token)) this.enterNote();
    if (tag === 'table') this.tables.push({ number: ++this.tableCount, row: 0, column: -1 });
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (tag === 'tr') [table.row, table.column] = [++this.rowCount, -1];
    if (tag === 'td' || tag === 'th') table.column += 1;
  }

  private close(tag: string): void {
    if (!this.tags.some((open) => open.tag === tag)) return;
    if (BREAKS.has(tag)) this.flush();
    for (let open = this.tags.pop(); open !== undefined; open = this.tags.pop()) {
      this.leave(open);
      if (open.tag === tag) return;
    }
  }

  private leave(open: Open): void {
    if (SILENT.has(open.tag)) this.silent -= 1;
    if (open.tag === 'table') this.tables.pop();
    if (isNoteMark(open)) this.leaveNote();
    const span = Number(open.attributes['colspan'] ?? 1);
    const table = this.tables.at(-1);
    if ((open.tag === 'td' || open.tag === 'th') && table !== undefined && span > 1)
      table.column += Math.min(span, 1_000) - 1;
  }

  /** The text before a note mark waits while the mark is read. */
  private enterNote(): void {
    this.note = this.text.length;
  }

  private leaveNote(): void {
    const mark = this.text.slice(this.note).trim();
    this.text = this.text.slice(0, this.note);
    if (mark !== '') this.blocks.push({ text: mark, kind: 'paragraph', aside: 'note-mark' });
  }

  private flush(): void {
    const { text } = this;
    this.text = '';
    this.note = 0;
    if (text.trim() === '') return;
    const role = this.roleOf();
    const table = this.tables.at(-1);
    this.blocks.push({
      ...role,
      text,
      ...(table === undefined || table.column < 0
        ? {}
        : { table: table.number, row: table.row, column: table.column }),
      ...(this.afterImage ? { afterImage: true } : {}),
    });
    this.afterImage = false;
  }

  private roleOf(): Omit<RawBlock, 'text'> {
    const lang = this.langOf();
    const mark = this.markOf();
    const isEntry = this.tags.some(({ tag }) => tag === 'dt' || tag === 'dd');
    const aside = this.tags.some(({ tag }) => tag === 'nav') ? { aside: 'navigation' } : {};
    return {
      kind: this.kindOf(),
      ...(lang === undefined ? {} : { lang }),
      ...(mark === undefined ? {} : { mark }),
      ...(isEntry ? { isEntry } : {}),
      ...aside,
    };
  }

  private kindOf(): BlockKind {
    for (const { tag } of [...this.tags].reverse()) {
      if (/^h[1-6]$/u.test(tag)) return tag === 'h1' ? this.titleOnce() : 'heading';
      const kind = KINDS[tag];
      if (kind !== undefined) return kind;
      if (tag === 'td' || tag === 'th') return 'cell';
    }
    return 'paragraph';
  }

  private titleOnce(): BlockKind {
    const kind = this.mayTitle ? 'title' : 'heading';
    this.mayTitle = false;
    return kind;
  }

  private langOf(): Lang | undefined {
    for (const { tag, attributes } of [...this.tags].reverse()) {
      if (tag === 'html' || tag === 'body') return undefined; // too often wrong
      const lang = langIn(attributes);
      if (lang !== undefined) return lang;
    }
    return undefined;
  }

  /** What the nearest element named after a language says. */
  private markOf(): LanguageMark | undefined {
    for (const { tag, attributes } of [...this.tags].reverse()) {
      if (tag === 'html' || tag === 'body') return undefined;
      const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
      const says = langIn(attributes) ?? languageName(names.toLowerCase().split(/[^a-z]+/u));
      if (says !== undefined) return { says, element: `${tag} ${names} ${says}` };
    }
    return undefined;
  }
}

function langIn(attributes: Open['attributes']): Lang | undefined {
  const code = attributes['lang'] ?? attributes['xml:lang'] ?? '';
  if (/^(?:zh|cn|chi|zho|cmn|yue)\b/iu.test(code)) return 'zh';
  return /^en/iu.test(code) ? 'en' : undefined;
}

/** A link to or from a footnote, as Word files (through mammoth) and EPUB 3 mark it. */
function isNoteMark({ tag, attributes }: Open): boolean {
  if (tag !== 'a') return false;
  const type = `${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`;
  return (
    /^#(?:footnote|endnote)-/u.test(attributes['href'] ?? '') ||
    /\b(?:noteref|doc-noteref|doc-backlink)\b/u.test(type)
  );
}
