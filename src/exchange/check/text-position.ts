/** Line and column in a text that passes in pieces, both from 1. */
export class TextPosition {
  #line: number;
  #column: number;

  constructor(line = 1, column = 1) {
    this.#line = line;
    this.#column = column;
  }

  get line(): number {
    return this.#line;
  }

  /** In characters, not UTF-16 units. */
  get column(): number {
    return this.#column;
  }

  /** Moves on behind a piece of text. */
  pass(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      this.#line += 1;
      this.#column = 1;
      from = at + 1;
    }
    this.#column += [...text.slice(from)].length;
  }
}
