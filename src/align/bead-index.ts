import type { BagTable } from './bead-corpus.js';

/** Sparse lists of numbers: list k is entries `start[k] … start[k + 1] − 1`. */
export interface Lists {
  readonly start: Uint32Array;
  readonly entry: Uint32Array;
}

/** The tokens of each bead, each once, in the order of the bead. */
export function distinctTokens(bags: BagTable, size: number, tokens: number): Lists {
  const start = new Uint32Array(size + 1);
  const entry = new Uint32Array(bags.token.length);
  const last = new Int32Array(tokens).fill(-1);
  let count = 0;
  for (let bead = 0; bead < size; bead++) {
    const end = bags.start[bead + 1] as number;
    for (let k = bags.start[bead] as number; k < end; k++) {
      const token = bags.token[k] as number;
      if (last[token] === bead) continue;
      last[token] = bead;
      entry[count++] = token;
    }
    start[bead + 1] = count;
  }
  return { start, entry };
}

/** The beads each token is in, ascending. */
export function beadsByToken(bags: BagTable, size: number, tokens: number): Lists {
  const distinct = distinctTokens(bags, size, tokens);
  const start = new Uint32Array(tokens + 1);
  const count = distinct.start[size] as number;
  for (let at = 0; at < count; at++) {
    const next = (distinct.entry[at] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let token = 0; token < tokens; token++) {
    start[token + 1] = (start[token] as number) + (start[token + 1] as number);
  }
  const entry = new Uint32Array(count);
  const fill = start.slice(0, tokens);
  for (let bead = 0; bead < size; bead++) {
    const end = distinct.start[bead + 1] as number;
    for (let k = distinct.start[bead] as number; k < end; k++) {
      const token = distinct.entry[k] as number;
      const at = fill[token] as number;
      entry[at] = bead;
      fill[token] = at + 1;
    }
  }
  return { start, entry };
}
