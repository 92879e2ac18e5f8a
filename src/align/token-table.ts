/**
 * One side of a document as numbers: which tokens each sentence holds, and what its marks say.
 *
 * Tokens of a sentence are distinct; a token met twice has its weights added.
 */
export interface TokenTable {
  /** Number of sentences. */
  readonly size: number;
  /** Uint32 [size + 1]: tokens of sentence s are entries `start[s] … start[s + 1] − 1`. */
  readonly start: Uint32Array;
  /** Uint32 [entries]: token numbers, see `Vocabulary`. */
  readonly token: Uint32Array;
  /** Float32 [entries]: how much a token counts. */
  readonly weight: Float32Array;
  /** Uint16 [entries]: where the token is first met in its sentence, in characters. */
  readonly place: Uint16Array;
  /** Float64 [size + 1]: sums of `weight` before each sentence. */
  readonly mass: Float64Array;
  /** Float64 [size + 1]: sums of lengths before each sentence, in characters of its script. */
  readonly length: Float64Array;
  /** Uint16 [size]: marks of each sentence, see `marksOf`. */
  readonly marks: Uint16Array;
}

/** Gathers the tokens of sentences, one after another, into a {@link TokenTable}. */
export class TokenTableBuilder {
  readonly #start: number[] = [0];
  readonly #token: number[] = [];
  readonly #weight: number[] = [];
  readonly #at: number[] = [];
  readonly #mass: number[] = [0];
  readonly #length: number[] = [0];
  readonly #marks: number[] = [];
  readonly #place = new Map<number, number>();

  /** Adds a token to the current sentence. */
  add(token: number, weight: number, place: number): void {
    const at = this.#place.get(token);
    if (at !== undefined) {
      this.#weight[at] = (this.#weight[at] ?? 0) + weight;
      return;
    }
    this.#place.set(token, this.#token.length);
    this.#token.push(token);
    this.#weight.push(weight);
    this.#at.push(place < 0xffff ? place : 0xffff);
  }

  /** Ends the current sentence. */
  endSentence(length: number, marks: number): void {
    const first = this.#start[this.#start.length - 1] ?? 0;
    let mass = this.#mass[this.#mass.length - 1] ?? 0;
    for (let at = first; at < this.#weight.length; at++) mass += this.#weight[at] ?? 0;
    this.#mass.push(mass);
    this.#length.push((this.#length[this.#length.length - 1] ?? 0) + length);
    this.#marks.push(marks);
    this.#start.push(this.#token.length);
    this.#place.clear();
  }

  build(): TokenTable {
    return {
      size: this.#marks.length,
      start: Uint32Array.from(this.#start),
      token: Uint32Array.from(this.#token),
      weight: Float32Array.from(this.#weight),
      place: Uint16Array.from(this.#at),
      mass: Float64Array.from(this.#mass),
      length: Float64Array.from(this.#length),
      marks: Uint16Array.from(this.#marks),
    };
  }
}

/** Sentences `from … to − 1` as a table of their own. */
export function sliceTable(table: TokenTable, from: number, to: number): TokenTable {
  if (from === 0 && to === table.size) return table;
  const first = table.start[from] as number;
  const last = table.start[to] as number;
  return {
    size: to - from,
    start: table.start.slice(from, to + 1).map((at) => at - first),
    token: table.token.subarray(first, last),
    weight: table.weight.subarray(first, last),
    place: table.place.subarray(first, last),
    mass: table.mass.subarray(from, to + 1),
    length: table.length.subarray(from, to + 1),
    marks: table.marks.subarray(from, to),
  };
}
