import type { BeadCorpus } from './bead-corpus.js';
import { distinctTokens, type Lists } from './bead-index.js';

/**
 * How often one Chinese token at a time meets each English one in the beads of a set.
 *
 * Made once for a set; `clear` costs as much as there was to forget.
 */
export class Meetings {
  /** Uint32 [enSize]: beads that hold both tokens; 0 for English tokens in too few beads. */
  readonly together: Uint32Array;
  /** English tokens met; the first `size` count. */
  readonly met: Uint32Array;
  size = 0;
  readonly #bags: Lists;
  readonly #beads: Uint32Array;
  readonly #total: number;

  /** @param least - English tokens in fewer beads are not counted */
  constructor(corpus: BeadCorpus, enSize: number, least: number) {
    this.together = new Uint32Array(enSize);
    this.met = new Uint32Array(enSize);
    const bags = distinctTokens(corpus.en, corpus.size, enSize);
    this.#beads = countEntries(bags, enSize);
    this.#bags = keepFrequent(bags, this.#beads, least);
    this.#total = corpus.size;
  }

  /** Forgets the Chinese token before. */
  clear(): void {
    const { met, together } = this;
    for (let at = 0; at < this.size; at++) together[met[at] as number] = 0;
    this.size = 0;
  }

  /** Counts the English tokens of a bead. */
  add(bead: number): void {
    const { start, entry } = this.#bags;
    const { met, together } = this;
    const last = start[bead + 1] as number;
    let size = this.size;
    for (let at = start[bead] as number; at < last; at++) {
      const en = entry[at] as number;
      const before = together[en] as number;
      if (before === 0) met[size++] = en;
      together[en] = before + 1;
    }
    this.size = size;
  }

  /** In how many beads a Chinese token of `beads` beads would meet an English one by chance. */
  expected(en: number, beads: number): number {
    return (beads * (this.#beads[en] as number)) / this.#total;
  }

  /** Dunning's G² of a Chinese token of `beads` beads and an English one. */
  surprise(en: number, beads: number): number {
    const both = this.together[en] as number;
    const total = this.#total;
    const other = this.#beads[en] as number;
    const notOne = total - beads;
    const notOther = total - other;
    return (
      2 *
      (term(both, (beads * other) / total) +
        term(beads - both, (beads * notOther) / total) +
        term(other - both, (notOne * other) / total) +
        term(notOne - other + both, (notOne * notOther) / total))
    );
  }
}

function term(seen: number, expected: number): number {
  return seen > 0 && expected > 0 ? seen * Math.log(seen / expected) : 0;
}

function countEntries({ entry, start }: Lists, tokens: number): Uint32Array {
  const counts = new Uint32Array(tokens);
  const end = start[start.length - 1] as number;
  for (let at = 0; at < end; at++) {
    const token = entry[at] as number;
    counts[token] = (counts[token] as number) + 1;
  }
  return counts;
}

/** The same lists without tokens in fewer than `least` beads; writes into the arrays given. */
function keepFrequent({ start, entry }: Lists, beads: Uint32Array, least: number): Lists {
  let kept = 0;
  let at = 0;
  for (let bead = 0; bead + 1 < start.length; bead++) {
    const end = start[bead + 1] as number;
    for (; at < end; at++) {
      if ((beads[entry[at] as number] as number) >= least) entry[kept++] = entry[at] as number;
    }
    start[bead + 1] = kept;
  }
  return { start, entry };
}
