import type { BlockKind } from '../model/index.js';
import type { RawBlock } from '../layout/index.js';

interface Open {
  text: string;
  kind: BlockKind;
}

/**
 * Blocks of a Markdown text: headings, paragraphs, list items, quotes and table cells, their
 * marks removed. Code, front matter, rules and images are set aside.
 */
export function markdownBlocks(text: string): readonly RawBlock[] {
  const reader = new MarkdownReader();
  for (const line of withoutFrontMatter(text).split(/\r\n|\n|\r/u)) reader.take(line);
  return reader.finish();
}

class MarkdownReader {
  private readonly blocks: RawBlock[] = [];
  private open: Open | undefined;
  private code: { readonly fence: string; text: string } | undefined;
  private table = 0;
  private row = 0;
  private hasTitle = false;

  take(line: string): void {
    const fence = /^\s{0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (this.code !== undefined) {
      if (fence?.startsWith(this.code.fence) === true) this.closeCode();
      else this.code.text += `${line}\n`;
    } else if (fence !== undefined) {
      this.close();
      this.code = { fence, text: `${line.replace(/^\s*[`~]+/u, '')}\n` };
    } else this.takeText(line);
  }

  finish(): readonly RawBlock[] {
    this.close();
    this.closeCode();
    return this.blocks;
  }

  private takeText(line: string): void {
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(line);
    const item = /^\s*[-*+•]\s+(.*)$/u.exec(line) ?? /^\s*(\d{1,3}[.)]\s+.*)$/u.exec(line);
    const quote = /^\s{0,3}>\s?(.*)$/u.exec(line);
    if (line.trim() === '') this.close();
    else if (/^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}=+\s*$/u.test(line)) this.closeUnder(line);
    else if (heading !== null) {
      this.close();
      this.add(heading[2] ?? '', heading[1] === '#' ? this.titleOnce() : 'heading');
    } else if (/^\s*\|.*\|\s*$/u.test(line)) this.takeRow(line);
    else if (item !== null) {
      this.close();
      this.open = { text: item[1] ?? '', kind: 'list-item' };
    } else if (quote !== null) this.append(quote[1] ?? '', 'quote');
    else this.append(line, 'paragraph');
  }

  /** A line of `===` or `---` makes the open paragraph a heading. */
  private closeUnder(line: string): void {
    if (this.open?.kind === 'paragraph')
      this.open.kind = line.includes('=') ? this.titleOnce() : 'heading';
    this.close();
  }

  private takeRow(line: string): void {
    this.close();
    if (/^[\s|:-]+$/u.test(line)) return;
    const last = this.blocks.at(-1);
    if (last?.table !== this.table || this.table === 0) this.table += 1;
    this.row += 1;
    const cells = line
      .trim()
      .replace(/^\||\|$/gu, '')
      .split('|');
    cells.forEach((cell, column) => {
      const text = plainText(cell);
      if (text !== '') {
        this.blocks.push({ text, kind: 'cell', table: this.table, row: this.row, column });
      }
    });
  }

  private append(text: string, kind: BlockKind): void {
    if (this.open === undefined) this.open = { text, kind };
    else this.open.text += `\n${text}`;
  }

  private add(text: string, kind: BlockKind): void {
    this.open = { text, kind };
    this.close();
  }

  private close(): void {
    if (this.open === undefined) return;
    const text = plainText(this.open.text);
    if (text !== '') this.blocks.push({ text, kind: this.open.kind });
    this.open = undefined;
  }

  private closeCode(): void {
    if (this.code === undefined) return;
    this.blocks.push({ text: this.code.text, kind: 'paragraph', aside: 'code' });
    this.code = undefined;
  }

  private titleOnce(): BlockKind {
    const kind = this.hasTitle ? 'heading' : 'title';
    this.hasTitle = true;
    return kind;
  }
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---\n[\s\S]*?\n---\n/u, '');
}

/** Inline marks removed: emphasis, code, links, images, HTML tags, escapes. */
function plainText(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/gu, ' ')
    .replace(/!\[([^\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/\[([^\]]+)\]\((?:[^()]|\([^()]*\))*\)/gu, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/gu, ' ')
    .replace(/`+([^`]+)`+/gu, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?!\*)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/gu, '$1')
    .trim();
}
