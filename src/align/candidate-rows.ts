import type { Meetings } from './meetings.js';
import type { TranslationTable } from './translation-table.js';

/** A pair must be seen in this many beads: fewer, and one wrong bead would teach itself. */
export const MIN_BEADS = 3;
/** Most new partners of one Chinese token. */
export const MAX_PARTNERS = 24;

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
  /** Uint32 [entries]: beads the pair met in; may be 0 for less than {@link MIN_BEADS}. */
  readonly met: Uint32Array;
  /** Float32 [entries]: share of the Chinese token's beads that owe the English one to it. */
  readonly excess: Float32Array;
  /** Uint8 [entries]: whether the pair met in enough beads to be learned from. */
  readonly frequent: Uint8Array;
}

/** Rows of candidates, filled from the first Chinese token to the last. */
export class CandidateRows {
  readonly #dictionary: TranslationTable;
  readonly #start: Uint32Array;
  readonly #en: Uint32Array;
  readonly #prior: Float32Array;
  readonly #priorBack: Float32Array;
  readonly #met: Uint32Array;
  readonly #excess: Float32Array;
  readonly #frequent: Uint8Array;
  #size = 0;

  /** @param beads - Uint32 [zhSize + 1]: sums of how many beads each Chinese token is in */
  constructor(dictionary: TranslationTable, beads: Uint32Array) {
    let most = dictionary.en.length;
    for (let zh = 0; zh + 1 < beads.length; zh++) {
      if ((beads[zh + 1] as number) - (beads[zh] as number) >= MIN_BEADS) most += MAX_PARTNERS;
    }
    this.#dictionary = dictionary;
    this.#start = new Uint32Array(beads.length);
    this.#en = new Uint32Array(most);
    this.#prior = new Float32Array(most);
    this.#priorBack = new Float32Array(most);
    this.#met = new Uint32Array(most);
    this.#excess = new Float32Array(most);
    this.#frequent = new Uint8Array(most);
  }

  /** Adds the row of a token: what the dictionary has and what was found, merged. */
  add(zh: number, beads: number, meetings: Meetings, partners: Uint32Array): void {
    const { start, en } = this.#dictionary;
    const end = start[zh + 1] as number;
    let at = start[zh] as number;
    for (const partner of partners) {
      for (; at < end && (en[at] as number) < partner; at++) this.#addKnown(at, beads, meetings);
      this.#addFound(partner, beads, meetings);
    }
    for (; at < end; at++) this.#addKnown(at, beads, meetings);
    this.#start[zh + 1] = this.#size;
  }

  #addKnown(entry: number, beads: number, { together }: Meetings): void {
    const { en, forward, backward } = this.#dictionary;
    const at = this.#size++;
    const token = en[entry] as number;
    const met = together[token] as number;
    this.#en[at] = token;
    this.#prior[at] = forward[entry] as number;
    this.#priorBack[at] = backward[entry] as number;
    this.#met[at] = met;
    this.#excess[at] = met / Math.max(1, beads);
    this.#frequent[at] = met >= MIN_BEADS ? 1 : 0;
  }

  #addFound(token: number, beads: number, meetings: Meetings): void {
    const at = this.#size++;
    const met = meetings.together[token] as number;
    this.#en[at] = token;
    this.#met[at] = met;
    this.#excess[at] = (met - meetings.expected(token, beads)) / beads;
    this.#frequent[at] = 1;
  }

  build(): Candidates {
    return {
      start: this.#start,
      en: this.#en.slice(0, this.#size),
      prior: this.#prior.slice(0, this.#size),
      priorBack: this.#priorBack.slice(0, this.#size),
      met: this.#met.slice(0, this.#size),
      excess: this.#excess.slice(0, this.#size),
      frequent: this.#frequent.slice(0, this.#size),
    };
  }
}
