import type { BagTable, BeadCorpus } from './bead-corpus.js';
import type { TranslationTable } from './translation-table.js';

/** A pair must be seen in this many beads: fewer, and one wrong bead would teach itself. */
const MIN_BEADS = 3;
/** Dunning's G² a pair must reach; 10.8 is p = 0.001 at one degree of freedom. */
const MIN_G2 = 10.8;
/** Most new partners of one Chinese token. */
const MAX_PARTNERS = 24;

/** Word pairs worth estimating: dictionary entries of the set, and pairs that meet too often. */
export interface Candidates {
  /** Uint32 [zhSize + 1]. */
  readonly start: Uint32Array;
  /** Uint32 [entries]: English tokens, ascending within a row. */
  readonly en: Uint32Array;
  /** Float32 [entries]: what is believed before any text is seen, 0 without the dictionary. */
  readonly prior: Float32Array;
  /** Float32 [entries]: the same from English to Chinese. */
  readonly priorBack: Float32Array;
  /** Uint32 [entries]: beads the pair met in. */
  readonly met: Uint32Array;
  /** Float32 [entries]: share of the Chinese token's beads that owe the English one to it. */
  readonly excess: Float32Array;
  /** Uint8 [entries]: whether the pair met in enough beads to be learned from. */
  readonly frequent: Uint8Array;
}

/**
 * Finds pairs that meet in beads more often than chance, after Dunning (1993), "Accurate
 * Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1).
 *
 * One Chinese token at a time against all English ones, so memory is O(tokens), whatever the
 * number of pairs.
 */
export function findCandidates(
  corpus: BeadCorpus,
  dictionary: TranslationTable,
  zhSize: number,
  enSize: number,
): Candidates {
  const index = beadsByToken(corpus.zh, corpus.size, zhSize);
  const enBeads = beadCounts(corpus.en, corpus.size, enSize);
  const start = new Uint32Array(zhSize + 1);
  const en: number[] = [];
  const prior: number[] = [];
  const priorBack: number[] = [];
  const beadsMet: number[] = [];
  const excess: number[] = [];
  const frequent: number[] = [];
  const together = new Uint32Array(enSize);
  const lastBead = new Int32Array(enSize).fill(-1);
  for (let zh = 0; zh < zhSize; zh++) {
    const touched: number[] = [];
    const from = index.start[zh] as number;
    const to = index.start[zh + 1] as number;
    for (let at = from; to - from >= MIN_BEADS && at < to; at++) {
      meet(index.bead[at] as number, touched);
    }
    const row = rowOf(zh, to - from, touched);
    for (const entry of row) {
      en.push(entry.en);
      prior.push(entry.prior);
      priorBack.push(entry.priorBack);
      beadsMet.push(entry.met);
      excess.push(entry.excess);
      frequent.push(entry.frequent ? 1 : 0);
    }
    for (const token of touched) {
      together[token] = 0;
      lastBead[token] = -1;
    }
    start[zh + 1] = en.length;
  }
  return {
    start,
    en: Uint32Array.from(en),
    prior: Float32Array.from(prior),
    priorBack: Float32Array.from(priorBack),
    met: Uint32Array.from(beadsMet),
    excess: Float32Array.from(excess),
    frequent: Uint8Array.from(frequent),
  };

  function meet(bead: number, touched: number[]): void {
    const last = corpus.en.start[bead + 1] as number;
    for (let k = corpus.en.start[bead] as number; k < last; k++) {
      const token = corpus.en.token[k] as number;
      if (lastBead[token] === bead) continue;
      if (lastBead[token] === -1) touched.push(token);
      lastBead[token] = bead;
      together[token] = (together[token] as number) + 1;
    }
  }

  function rowOf(zh: number, beads: number, touched: readonly number[]): Entry[] {
    const row: Entry[] = [];
    const known = new Set<number>();
    const last = dictionary.start[zh + 1] as number;
    for (let at = dictionary.start[zh] as number; at < last; at++) {
      const token = dictionary.en[at] as number;
      const met = together[token] as number;
      known.add(token);
      row.push({
        en: token,
        prior: dictionary.forward[at] as number,
        priorBack: dictionary.backward[at] as number,
        met,
        excess: met / Math.max(1, beads),
        frequent: met >= MIN_BEADS,
      });
    }
    const fresh: (Entry & { g2: number })[] = [];
    for (const token of touched) {
      const met = together[token] as number;
      if (met < MIN_BEADS || known.has(token)) continue;
      const expected = (beads * (enBeads[token] as number)) / corpus.size;
      if (met <= expected) continue;
      const g2 = surprise(met, beads, enBeads[token] as number, corpus.size);
      if (g2 < MIN_G2) continue;
      const excess = (met - expected) / beads;
      fresh.push({ en: token, prior: 0, priorBack: 0, met, excess, frequent: true, g2 });
    }
    fresh.sort((a, b) => b.g2 - a.g2 || a.en - b.en);
    return [...row, ...fresh.slice(0, MAX_PARTNERS)].sort((a, b) => a.en - b.en);
  }
}

interface Entry {
  readonly en: number;
  readonly prior: number;
  readonly priorBack: number;
  readonly met: number;
  readonly excess: number;
  readonly frequent: boolean;
}

/** G² of two tokens meeting in `both` of `total` beads, one being in `one`, the other in `other`. */
function surprise(both: number, one: number, other: number, total: number): number {
  const term = (seen: number, expected: number): number =>
    seen > 0 && expected > 0 ? seen * Math.log(seen / expected) : 0;
  const notOne = total - one;
  const notOther = total - other;
  return (
    2 *
    (term(both, (one * other) / total) +
      term(one - both, (one * notOther) / total) +
      term(other - both, (notOne * other) / total) +
      term(notOne - other + both, (notOne * notOther) / total))
  );
}

function beadCounts(bags: BagTable, size: number, tokens: number): Uint32Array {
  const counts = new Uint32Array(tokens);
  const last = new Int32Array(tokens).fill(-1);
  for (let bead = 0; bead < size; bead++) {
    for (let k = bags.start[bead] as number; k < (bags.start[bead + 1] as number); k++) {
      const token = bags.token[k] as number;
      if (last[token] === bead) continue;
      last[token] = bead;
      counts[token] = (counts[token] as number) + 1;
    }
  }
  return counts;
}

function beadsByToken(
  bags: BagTable,
  size: number,
  tokens: number,
): { start: Uint32Array; bead: Uint32Array } {
  const counts = beadCounts(bags, size, tokens);
  const start = new Uint32Array(tokens + 1);
  for (let token = 0; token < tokens; token++) {
    start[token + 1] = (start[token] as number) + (counts[token] as number);
  }
  const bead = new Uint32Array(start[tokens] as number);
  const fill = start.slice(0, tokens);
  const last = new Int32Array(tokens).fill(-1);
  for (let b = 0; b < size; b++) {
    for (let k = bags.start[b] as number; k < (bags.start[b + 1] as number); k++) {
      const token = bags.token[k] as number;
      if (last[token] === b) continue;
      last[token] = b;
      const at = fill[token] as number;
      bead[at] = b;
      fill[token] = at + 1;
    }
  }
  return { start, bead };
}
