import type { Background } from './background.js';
import type { BagTable, BeadCorpus } from './bead-corpus.js';
import { findCandidates, type Candidates } from './candidates.js';
import { LAMBDA } from './lexical.js';
import type { TranslationTable } from './translation-table.js';

/** How much the dictionary counts against the texts, in occurrences. */
const PRIOR_COUNT = 4;
/** Taken off each learned count: a bead must not be evidence for itself. */
const OWN_SHARE = 0.5;
/** Steps of expectation maximisation. */
const STEPS = 2;
/** Believed of every frequent pair at first, so that the dictionary does not explain all. */
const FLOOR = 0.02;

/** A translation table and the number of beads each pair was seen in. */
export interface LearnedTable extends TranslationTable {
  readonly met: Uint32Array;
}

/**
 * Learns word translations from beads, both directions.
 *
 * IBM Model 1 (Brown et al. 1993, Computational Linguistics 19(2), §4.2) with the background as
 * its empty word, restricted to {@link findCandidates}, smoothed by the dictionary:
 *
 *     t(y|x) = (κ·t₀ + c − 1) / (κ + Σ_y c)
 *
 * Departs from the paper: the count 1 off keeps a bead from supporting itself (leaving one out).
 *
 * @returns a table over the same tokens as `dictionary`
 */
export function learnTable(
  corpus: BeadCorpus,
  dictionary: TranslationTable,
  background: Background,
): LearnedTable {
  const zhSize = background.zh.length;
  const enSize = background.en.length;
  const candidates = findCandidates(corpus, dictionary, zhSize, enSize);
  const { start, en, prior, priorBack, excess, frequent } = candidates;
  let forward: Float32Array = Float32Array.from(prior, (t, at) =>
    frequent[at] === 1 ? Math.max(t, excess[at] as number, FLOOR) : t,
  );
  let backward: Float32Array = Float32Array.from(forward, (t, at) =>
    Math.max(t, priorBack[at] as number),
  );
  const zhOf = rowOfEntry(start, en.length);
  for (let step = 0; step < STEPS; step++) {
    const counts = expectedCounts(corpus, candidates, forward, backward, background);
    forward = reestimate(counts.forward, zhOf, zhSize, prior, frequent);
    backward = reestimate(counts.backward, en, enSize, priorBack, frequent);
  }
  return prune({ start, en, forward, backward, met: candidates.met });
}

function reestimate(
  counts: Float32Array,
  group: Uint32Array,
  groups: number,
  prior: Float32Array,
  frequent: Uint8Array,
): Float32Array {
  const totals = new Float64Array(groups);
  for (let at = 0; at < counts.length; at++) {
    const of = group[at] as number;
    totals[of] = (totals[of] as number) + (counts[at] as number);
  }
  return Float32Array.from(prior, (t, at) => {
    const seen = frequent[at] === 1 ? Math.max(0, (counts[at] as number) - OWN_SHARE) : 0;
    return (PRIOR_COUNT * t + seen) / (PRIOR_COUNT + (totals[group[at] as number] as number));
  });
}

/** Expected number of times each pair translates each other, over all beads. */
function expectedCounts(
  corpus: BeadCorpus,
  candidates: Candidates,
  forward: Float32Array,
  backward: Float32Array,
  background: Background,
): { forward: Float32Array; backward: Float32Array } {
  const work = new CountWork(candidates, background);
  for (let bead = 0; bead < corpus.size; bead++) {
    work.add(corpus, bead, forward, backward);
  }
  return { forward: work.forward, backward: work.backward };
}

class CountWork {
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  readonly #candidates: Candidates;
  readonly #background: Background;
  /** Weight of each English token in the bead at hand, and what explains it. */
  readonly #enWeight: Float32Array;
  readonly #explained: Float32Array;

  constructor(candidates: Candidates, background: Background) {
    this.#candidates = candidates;
    this.#background = background;
    this.forward = new Float32Array(candidates.en.length);
    this.backward = new Float32Array(candidates.en.length);
    this.#enWeight = new Float32Array(background.en.length);
    this.#explained = new Float32Array(background.en.length);
  }

  add(corpus: BeadCorpus, bead: number, forward: Float32Array, backward: Float32Array): void {
    const { zh, en, trust } = corpus;
    const enMass = this.#lay(en, bead);
    const zhMass = this.#explain(zh, bead, forward);
    this.#share(zh, bead, forward, backward, zhMass, enMass, trust[bead] as number);
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

  /** Sums Σ_x w_x·t(y|x) for every y of the bead; returns Σ w_x. */
  #explain(zh: BagTable, bead: number, forward: Float32Array): number {
    const { start, en } = this.#candidates;
    let mass = 0;
    for (let k = zh.start[bead] as number; k < (zh.start[bead + 1] as number); k++) {
      const token = zh.token[k] as number;
      const weight = zh.weight[k] as number;
      mass += weight;
      for (let at = start[token] as number; at < (start[token + 1] as number); at++) {
        const y = en[at] as number;
        if ((this.#enWeight[y] as number) === 0) continue;
        this.#explained[y] = (this.#explained[y] as number) + weight * (forward[at] as number);
      }
    }
    return mass;
  }

  #share(
    zh: BagTable,
    bead: number,
    forward: Float32Array,
    backward: Float32Array,
    zhMass: number,
    enMass: number,
    trust: number,
  ): void {
    const { start, en } = this.#candidates;
    for (let k = zh.start[bead] as number; k < (zh.start[bead + 1] as number); k++) {
      const token = zh.token[k] as number;
      const weight = zh.weight[k] as number;
      const last = start[token + 1] as number;
      let explained = 0;
      for (let at = start[token] as number; at < last; at++) {
        explained += (backward[at] as number) * (this.#enWeight[en[at] as number] as number);
      }
      if (explained === 0) continue;
      const empty = ((1 - LAMBDA) * (this.#background.zh[token] as number) * enMass) / LAMBDA;
      for (let at = start[token] as number; at < last; at++) {
        const y = en[at] as number;
        const there = this.#enWeight[y] as number;
        if (there === 0) continue;
        const emptyEn = ((1 - LAMBDA) * (this.#background.en[y] as number) * zhMass) / LAMBDA;
        const f = (weight * (forward[at] as number)) / ((this.#explained[y] as number) + emptyEn);
        const g = (there * (backward[at] as number)) / (explained + empty);
        this.forward[at] = (this.forward[at] as number) + trust * f;
        this.backward[at] = (this.backward[at] as number) + trust * g;
      }
    }
  }
}

function rowOfEntry(start: Uint32Array, entries: number): Uint32Array {
  const row = new Uint32Array(entries);
  for (let r = 0; r + 1 < start.length; r++) row.fill(r, start[r], start[r + 1]);
  return row;
}

/** Drops entries that say nothing in either direction. */
function prune(table: LearnedTable): LearnedTable {
  const { start, en, forward, backward, met } = table;
  const kept: number[] = [];
  const newStart = new Uint32Array(start.length);
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
      if ((forward[at] as number) > 1e-3 || (backward[at] as number) > 1e-3) kept.push(at);
    }
    newStart[row + 1] = kept.length;
  }
  return {
    start: newStart,
    en: Uint32Array.from(kept, (at) => en[at] as number),
    forward: Float32Array.from(kept, (at) => forward[at] as number),
    backward: Float32Array.from(kept, (at) => backward[at] as number),
    met: Uint32Array.from(kept, (at) => met[at] as number),
  };
}
