import type { Background } from './background.js';
import type { BagTable, BeadCorpus } from './bead-corpus.js';
import type { Candidates } from './candidate-rows.js';
import { LAMBDA } from './lexical.js';

/** Float32 [candidates]: expected number of times each pair translates each other. */
export interface ExpectedCounts {
  readonly forward: Float32Array;
  readonly backward: Float32Array;
}

/** Counts over all beads under the probabilities given: the E step of IBM Model 1, both ways. */
export function expectedCounts(
  corpus: BeadCorpus,
  candidates: Candidates,
  forward: Float32Array,
  backward: Float32Array,
  background: Background,
): ExpectedCounts {
  const work = new CountWork(candidates, background, forward, backward);
  for (let bead = 0; bead < corpus.size; bead++) work.add(corpus, bead);
  return work.counts;
}

class CountWork {
  readonly counts: ExpectedCounts;
  readonly #candidates: Candidates;
  readonly #background: Background;
  readonly #forward: Float32Array;
  readonly #backward: Float32Array;
  /** Weight of each English token in the bead at hand, and what explains it. */
  readonly #enWeight: Float32Array;
  readonly #explained: Float32Array;
  /** Candidates of which the bead has both words, by Chinese word: those of k end at `#end[k]`. */
  #pair = new Uint32Array(1_024);
  #end = new Uint32Array(256);

  constructor(
    candidates: Candidates,
    background: Background,
    forward: Float32Array,
    backward: Float32Array,
  ) {
    this.#candidates = candidates;
    this.#background = background;
    this.#forward = forward;
    this.#backward = backward;
    const size = candidates.en.length;
    this.counts = { forward: new Float32Array(size), backward: new Float32Array(size) };
    this.#enWeight = new Float32Array(background.en.length);
    this.#explained = new Float32Array(background.en.length);
  }

  add({ zh, en, trust }: BeadCorpus, bead: number): void {
    const enMass = this.#lay(en, bead);
    const zhMass = this.#explain(zh, bead);
    this.#share(zh, bead, zhMass, enMass, trust[bead] as number);
    for (let k = en.start[bead] as number; k < (en.start[bead + 1] as number); k++) {
      this.#enWeight[en.token[k] as number] = 0;
      this.#explained[en.token[k] as number] = 0;
    }
  }

  #lay(en: BagTable, bead: number): number {
    let mass = 0;
    for (let k = en.start[bead] as number; k < (en.start[bead + 1] as number); k++) {
      const token = en.token[k] as number;
      this.#enWeight[token] = (this.#enWeight[token] as number) + (en.weight[k] as number);
      mass += en.weight[k] as number;
    }
    return mass;
  }

  /** Sums Σ_x w_x·t(y|x) for every y of the bead and lists its pairs; returns Σ w_x. */
  #explain(zh: BagTable, bead: number): number {
    const { start, en } = this.#candidates;
    const forward = this.#forward;
    const enWeight = this.#enWeight;
    const explained = this.#explained;
    const from = zh.start[bead] as number;
    const to = zh.start[bead + 1] as number;
    if (to - from > this.#end.length) this.#end = new Uint32Array(2 * (to - from));
    let mass = 0;
    let count = 0;
    for (let k = from; k < to; k++) {
      const token = zh.token[k] as number;
      const weight = zh.weight[k] as number;
      const last = start[token + 1] as number;
      mass += weight;
      this.#makeRoom(count + last - (start[token] as number));
      for (let at = start[token] as number; at < last; at++) {
        const y = en[at] as number;
        if (enWeight[y] === 0) continue;
        explained[y] = (explained[y] as number) + weight * (forward[at] as number);
        this.#pair[count++] = at;
      }
      this.#end[k - from] = count;
    }
    return mass;
  }

  #makeRoom(size: number): void {
    if (size <= this.#pair.length) return;
    const pair = new Uint32Array(2 * size);
    pair.set(this.#pair);
    this.#pair = pair;
  }

  /** Shares each word of the bead out among what may translate it. */
  #share(zh: BagTable, bead: number, zhMass: number, enMass: number, trust: number): void {
    const { en } = this.#candidates;
    const forward = this.#forward;
    const backward = this.#backward;
    const { counts } = this;
    const enWeight = this.#enWeight;
    const pair = this.#pair;
    const from = zh.start[bead] as number;
    const words = (zh.start[bead + 1] as number) - from;
    let first = 0;
    for (let k = 0; k < words; k++) {
      const last = this.#end[k] as number;
      const token = zh.token[from + k] as number;
      const weight = zh.weight[from + k] as number;
      let explained = 0;
      for (let p = first; p < last; p++) {
        const at = pair[p] as number;
        explained += (backward[at] as number) * (enWeight[en[at] as number] as number);
      }
      const empty = ((1 - LAMBDA) * (this.#background.zh[token] as number) * enMass) / LAMBDA;
      for (let p = first; p < last && explained > 0; p++) {
        const at = pair[p] as number;
        const y = en[at] as number;
        const emptyEn = ((1 - LAMBDA) * (this.#background.en[y] as number) * zhMass) / LAMBDA;
        const f = (weight * (forward[at] as number)) / ((this.#explained[y] as number) + emptyEn);
        const g = ((enWeight[y] as number) * (backward[at] as number)) / (explained + empty);
        counts.forward[at] = (counts.forward[at] as number) + trust * f;
        counts.backward[at] = (counts.backward[at] as number) + trust * g;
      }
      first = last;
    }
  }
}
