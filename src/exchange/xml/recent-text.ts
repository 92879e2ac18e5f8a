/** A place in an XML file, both from 1. */
export interface XmlPosition {
  readonly line: number;
  readonly column: number;
}

/** Where a parser is. */
interface ParserPlace {
  /** From 1. */
  readonly line: number;
  /** Characters of the line read. */
  readonly column: number;
  /** UTF-16 units of the file read. */
  readonly position: number;
}

/** An `&` that begins no reference, and a `<` that begins no tag. */
const BARE_AMPERSAND = /&(?!#?[\w.-]{1,64};)/;
const BARE_LESS_THAN = /<(?![A-Za-z_:!?/])/;

/**
 * The text since the last tag, kept to explain an error.
 *
 * At an `&` that begins no reference a parser takes everything up to the next `;` for a name and
 * fails there, perhaps many lines later; the person needs the place of the `&`.
 */
export class RecentText {
  #pieces: { readonly text: string; readonly start: ParserPlace }[] = [];
  #lastTag = 0;

  /** The next piece, before the parser gets it. */
  add(text: string, { line, column, position }: ParserPlace): void {
    this.#pieces = this.#pieces.filter((piece) => endOf(piece) > this.#lastTag);
    this.#pieces.push({ text, start: { line, column, position } });
  }

  /** A tag ended at that position. */
  tagAt(position: number): void {
    this.#lastTag = position;
  }

  /** Place of the first `&` since the last tag that begins no reference. */
  bareAmpersand(): XmlPosition | undefined {
    return this.#find(BARE_AMPERSAND);
  }

  /** Place of the first `<` since the last tag that begins no other. */
  bareLessThan(): XmlPosition | undefined {
    return this.#find(BARE_LESS_THAN);
  }

  #find(pattern: RegExp): XmlPosition | undefined {
    const from = Math.max(0, this.#lastTag - this.#start().position);
    const found = pattern.exec(this.#text().slice(from));
    return found === null ? undefined : this.#placeOf(from + found.index);
  }

  /** Name of the reference that ends at that position. */
  referenceBefore(position: number): string | undefined {
    const end = position - this.#start().position;
    return /&([^&;\s]{1,64});$/.exec(this.#text().slice(Math.max(0, end - 70), end))?.[1];
  }

  #text(): string {
    return this.#pieces.map(({ text }) => text).join('');
  }

  #start(): ParserPlace {
    return this.#pieces[0]?.start ?? { line: 1, column: 0, position: 0 };
  }

  #placeOf(index: number): XmlPosition {
    const before = this.#text()
      .slice(0, index)
      .split(/\r\n?|\n/);
    const start = this.#start();
    return {
      line: start.line + before.length - 1,
      column: (before.length === 1 ? start.column : 0) + [...(before.at(-1) ?? '')].length + 1,
    };
  }
}

function endOf({ text, start }: { readonly text: string; readonly start: ParserPlace }): number {
  return start.position + text.length;
}
