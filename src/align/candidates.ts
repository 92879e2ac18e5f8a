import type { BeadCorpus } from './bead-corpus.js';
import { beadsByToken } from './bead-index.js';
import { CandidateRows, MAX_PARTNERS, MIN_BEADS, type Candidates } from './candidate-rows.js';
import { Meetings } from './meetings.js';
import type { TranslationTable } from './translation-table.js';

/** Dunning's G² a pair must reach; 10.8 is p = 0.001 at one degree of freedom. */
const MIN_G2 = 10.8;

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
  const { start, entry: bead } = beadsByToken(corpus.zh, corpus.size, zhSize);
  const meetings = new Meetings(corpus, enSize, MIN_BEADS);
  const search = new PartnerSearch(meetings, dictionary, enSize);
  const rows = new CandidateRows(dictionary, start);
  for (let zh = 0; zh < zhSize; zh++) {
    const from = start[zh] as number;
    const to = start[zh + 1] as number;
    meetings.clear();
    for (let at = from; to - from >= MIN_BEADS && at < to; at++) meetings.add(bead[at] as number);
    rows.add(zh, to - from, meetings, search.partnersOf(zh, to - from));
  }
  return rows.build();
}

/** Finds the English tokens that one Chinese token meets more often than chance. */
class PartnerSearch {
  readonly #meetings: Meetings;
  readonly #dictionary: TranslationTable;
  /** Int32 [enSize]: the last Chinese token whose dictionary row has the English one. */
  readonly #known: Int32Array;
  /** Float64 [enSize]: G² of the tokens found. */
  readonly #g2: Float64Array;
  readonly #found: Uint32Array;

  constructor(meetings: Meetings, dictionary: TranslationTable, enSize: number) {
    this.#meetings = meetings;
    this.#dictionary = dictionary;
    this.#known = new Int32Array(enSize).fill(-1);
    this.#g2 = new Float64Array(enSize);
    this.#found = new Uint32Array(enSize);
  }

  /** The most surprising ones that the dictionary does not have, ascending. */
  partnersOf(zh: number, beads: number): Uint32Array {
    this.#noteKnown(zh);
    const { met, size, together } = this.#meetings;
    const known = this.#known;
    let count = 0;
    for (let at = 0; at < size; at++) {
      const en = met[at] as number;
      const both = together[en] as number;
      if (both < MIN_BEADS || known[en] === zh) continue;
      if (both <= this.#meetings.expected(en, beads)) continue;
      const g2 = this.#meetings.surprise(en, beads);
      if (g2 < MIN_G2) continue;
      this.#g2[en] = g2;
      this.#found[count++] = en;
    }
    const found = this.#found.subarray(0, count);
    if (count <= MAX_PARTNERS) return found.sort();
    const g2 = this.#g2;
    found.sort((one, other) => (g2[other] as number) - (g2[one] as number) || one - other);
    return found.subarray(0, MAX_PARTNERS).sort();
  }

  #noteKnown(zh: number): void {
    const { start, en } = this.#dictionary;
    const end = start[zh + 1] as number;
    for (let at = start[zh] as number; at < end; at++) this.#known[en[at] as number] = zh;
  }
}
