/** Values of a piece: 256 KiB, so that little is taken before it is needed. */
const PIECE = 0x10000;

/**
 * Whole numbers of 32 bits in pieces, so that growing never copies: an array twice as long beside
 * the full one would be what a large corpus takes most memory for.
 */
export class GrowingArray {
  readonly #pieces: Uint32Array[] = [];

  /** A value that was set before; 0 elsewhere in its piece. */
  get(at: number): number {
    return (this.#pieces[at >>> 16] as Uint32Array)[at & 0xffff] as number;
  }

  /** Sets a value; grows up to its piece. */
  set(at: number, value: number): void {
    while (this.#pieces.length <= at >>> 16) this.#pieces.push(new Uint32Array(PIECE));
    (this.#pieces[at >>> 16] as Uint32Array)[at & 0xffff] = value;
  }
}
