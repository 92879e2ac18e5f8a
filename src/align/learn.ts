import type { Background } from './background.js';
import type { BeadCorpus } from './bead-corpus.js';
import type { Candidates } from './candidate-rows.js';
import { findCandidates } from './candidates.js';
import { expectedCounts } from './expected-counts.js';
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
  const { start, en, prior, priorBack, frequent } = candidates;
  let { forward, backward } = firstGuess(candidates);
  const zhOf = rowOfEntry(start, en.length);
  for (let step = 0; step < STEPS; step++) {
    const counts = expectedCounts(corpus, candidates, forward, backward, background);
    forward = reestimate(counts.forward, zhOf, zhSize, prior, frequent);
    backward = reestimate(counts.backward, en, enSize, priorBack, frequent);
  }
  return prune({ start, en, forward, backward, met: candidates.met });
}

/** What to begin with: the dictionary, and how often a pair meets beyond chance. */
function firstGuess({
  prior,
  priorBack,
  excess,
  frequent,
}: Candidates): Pick<TranslationTable, 'forward' | 'backward'> {
  const forward = Float32Array.from(prior);
  const backward = Float32Array.from(priorBack);
  for (let at = 0; at < prior.length; at++) {
    if (frequent[at] === 1) {
      forward[at] = Math.max(prior[at] as number, excess[at] as number, FLOOR);
    }
    backward[at] = Math.max(forward[at] as number, priorBack[at] as number);
  }
  return { forward, backward };
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
  const found = new Float32Array(counts.length);
  for (let at = 0; at < counts.length; at++) {
    const seen = frequent[at] === 1 ? Math.max(0, (counts[at] as number) - OWN_SHARE) : 0;
    const total = totals[group[at] as number] as number;
    found[at] = (PRIOR_COUNT * (prior[at] as number) + seen) / (PRIOR_COUNT + total);
  }
  return found;
}

function rowOfEntry(start: Uint32Array, entries: number): Uint32Array {
  const row = new Uint32Array(entries);
  for (let r = 0; r + 1 < start.length; r++) row.fill(r, start[r], start[r + 1]);
  return row;
}

/** Drops entries that say nothing in either direction; writes into the arrays given. */
function prune({ start, en, forward, backward, met }: LearnedTable): LearnedTable {
  let kept = 0;
  let at = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    const end = start[row + 1] as number;
    for (; at < end; at++) {
      if ((forward[at] as number) <= 1e-3 && (backward[at] as number) <= 1e-3) continue;
      en[kept] = en[at] as number;
      forward[kept] = forward[at] as number;
      backward[kept] = backward[at] as number;
      met[kept] = met[at] as number;
      kept += 1;
    }
    start[row + 1] = kept;
  }
  return {
    start,
    en: en.slice(0, kept),
    forward: forward.slice(0, kept),
    backward: backward.slice(0, kept),
    met: met.slice(0, kept),
  };
}
