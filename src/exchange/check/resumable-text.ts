import { TextPosition } from './text-position.js';

/** Where a unit of a TMX begins. */
const UNIT = /<tu[\s>]/gi;

/** Characters that may be the beginning of what {@link UNIT} finds. */
const UNIT_LENGTH = 4;

/** Newlines and blanks before the text, so that a parser counts lines and columns on. */
const MAX_PADDING = 2 ** 21;

/**
 * The text of a TMX file that can be taken up again behind a fault: a parser gives up at one, the units
 * behind it are as good as those before.
 */
export class ResumableText {
  readonly #source: AsyncIterator<string>;
  /** The piece handed out last, and where it begins. */
  #piece = '';
  #line = 1;
  #column = 1;
  readonly #end = new TextPosition();

  constructor(text: AsyncIterable<string>) {
    this.#source = text[Symbol.asyncIterator]();
  }

  /** The text from where it stands. */
  async *rest(): AsyncIterable<string> {
    while (await this.#next()) yield this.#piece;
  }

  /**
   * The text from the first unit behind a place on, in a root and a body of its own; nothing when no
   * unit is left.
   */
  async behind(line: number, column: number): Promise<AsyncIterable<string> | undefined> {
    let from = this.#indexOf(line, column);
    let before = '';
    for (;;) {
      const text = before + this.#piece;
      UNIT.lastIndex = Math.max(0, from);
      const found = UNIT.exec(text);
      if (found !== null) return this.#from(text.slice(found.index), before, found.index);
      before = text.slice(-UNIT_LENGTH + 1);
      from = 0;
      if (!(await this.#next())) return undefined;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async *#from(text: string, before: string, index: number): AsyncIterable<string> {
    const place = new TextPosition(this.#line, this.#column);
    place.pass(this.#piece.slice(0, Math.max(0, index - before.length)));
    const lines = Math.min(place.line - 1, MAX_PADDING);
    yield `<tmx version="1.4"><body>${'\n'.repeat(lines)}${' '.repeat(Math.min(place.column - 1, MAX_PADDING))}`;
    yield text;
    yield* this.rest();
  }

  async #next(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#line = this.#end.line;
    this.#column = this.#end.column;
    this.#piece = next.value;
    this.#end.pass(next.value);
    return true;
  }

  /** Where in the piece a place is; its beginning when it lies before. */
  #indexOf(line: number, column: number): number {
    let at = 0;
    for (let passed = this.#line; passed < line; passed += 1) {
      const end = this.#piece.indexOf('\n', at);
      if (end === -1) return at;
      at = end + 1;
    }
    const behind = line === this.#line ? column - this.#column : column - 1;
    return at + Math.max(0, behind - 1);
  }
}
