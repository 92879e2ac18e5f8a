/** A piece of text as a PDF page places it. Lengths are in points, from the lower left corner. */
export interface Piece {
  readonly text: string;
  /** The parser's name of its font. */
  readonly font: string;
  readonly x: number;
  /** Height of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
}

/** Where a line stands: across the page, or in one of two columns. */
type Column = 'full' | 'left' | 'right';

/** A line of text in one column of a page. */
export interface Line {
  readonly text: string;
  readonly x: number;
  /** Where its last letter ends. */
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** From 0. */
  readonly page: number;
  readonly column: Column;
}
