import type { Step } from './decode.js';
import type { TablePair } from './model.js';
import type { TokenTable } from './token-table.js';

/** Two-sided beads of a set as bags of tokens, for learning. */
export interface BeadCorpus {
  /** Number of beads. */
  readonly size: number;
  /** Float32 [size]: how far to trust each bead. */
  readonly trust: Float32Array;
  readonly zh: BagTable;
  readonly en: BagTable;
}

/** Tokens of each bead: distinct within a sentence, repeated across its sentences. */
export interface BagTable {
  /** Uint32 [size + 1]. */
  readonly start: Uint32Array;
  readonly token: Uint32Array;
  readonly weight: Float32Array;
}

/** Beads with more sentence pairs than this say too little about single words. */
const MAX_PAIRS = 6;

/**
 * Gathers the beads of all documents that are worth learning from.
 *
 * @param paths - beads of each document, in order from its first sentence
 * @param minTrust - beads less probable than this are left out
 */
export function beadCorpus(
  documents: readonly TablePair[],
  paths: readonly (readonly Step[])[],
  minTrust: number,
): BeadCorpus {
  const zh = new BagBuilder();
  const en = new BagBuilder();
  const trust: number[] = [];
  documents.forEach((document, index) => {
    let [i, j] = [0, 0];
    for (const { a, b, probability } of paths[index] ?? []) {
      if (a > 0 && b > 0 && a * b <= MAX_PAIRS && probability >= minTrust) {
        zh.add(document.zh, i, i + a);
        en.add(document.en, j, j + b);
        trust.push(probability);
      }
      i += a;
      j += b;
    }
  });
  return { size: trust.length, trust: Float32Array.from(trust), zh: zh.build(), en: en.build() };
}

class BagBuilder {
  readonly #runs: { table: TokenTable; from: number; to: number }[] = [];
  #total = 0;

  add(table: TokenTable, fromSentence: number, toSentence: number): void {
    const from = table.start[fromSentence] as number;
    const to = table.start[toSentence] as number;
    this.#runs.push({ table, from, to });
    this.#total += to - from;
  }

  build(): BagTable {
    const start = new Uint32Array(this.#runs.length + 1);
    const token = new Uint32Array(this.#total);
    const weight = new Float32Array(this.#total);
    let at = 0;
    this.#runs.forEach(({ table, from, to }, index) => {
      token.set(table.token.subarray(from, to), at);
      weight.set(table.weight.subarray(from, to), at);
      at += to - from;
      start[index + 1] = at;
    });
    return { start, token, weight };
  }
}
