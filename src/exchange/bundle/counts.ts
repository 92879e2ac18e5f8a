import type { Pairs } from '../format.js';
import { recordOf, type PairRecord } from '../record.js';
import { alignmentUnit, type AlignmentUnit } from './alignment-unit.js';

/** Counts over the pairs of an export. */
export interface BundleCounts {
  readonly pairs: number;
  readonly documents: number;
  /** Code points of the Chinese side without white space. */
  readonly zhCharacters: number;
  /** English words, separated by white space. */
  readonly enWords: number;
  /** Earliest and latest date of a document, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly until?: string;
  /** Pairs by site and by licence; unknown ones under `unknown`. */
  readonly sites: Tally;
  readonly licences: Tally;
  /** Pairs by what they are aligned by, and by the sentences on each side (`1-2`). */
  readonly units: Readonly<Record<AlignmentUnit, number>>;
  readonly shapes: Tally;
  /** Pairs by `new`, `accepted`, `edited`, `rejected`. */
  readonly states: Tally;
  /** Pairs by how the languages sat where they were found. */
  readonly layouts: Tally;
  /** Pairs by repair; a pair may have several. */
  readonly repairs: Tally;
  readonly repairedPairs: number;
  /** Pairs with text on one side only. */
  readonly oneSided: number;
  /** Means over the pairs that have the value, 4 decimals; absent when none has. */
  readonly meanScore?: number;
  readonly meanConfidence?: number;
}

/** How many of each kind, the commonest first. */
type Tally = Readonly<Record<string, number>>;

/** Counts pairs on their way into a file: read `counts()` when they are through. */
export function countingPairs(pairs: Pairs): {
  readonly pairs: AsyncIterable<PairRecord>;
  readonly counts: () => BundleCounts;
} {
  const counter = new Counter();
  return { pairs: counted(), counts: () => counter.counts() };

  async function* counted(): AsyncIterable<PairRecord> {
    for await (const item of pairs) {
      const record = recordOf(item);
      counter.add(record);
      yield record;
    }
  }
}

class Counter {
  readonly #documents = new Set<string>();
  readonly #sites = new Map<string, number>();
  readonly #licences = new Map<string, number>();
  readonly #shapes = new Map<string, number>();
  readonly #states = new Map<string, number>();
  readonly #layouts = new Map<string, number>();
  readonly #repairs = new Map<string, number>();
  readonly #units = { sentence: 0, paragraph: 0 };
  readonly #score = new Mean();
  readonly #confidence = new Mean();
  #pairs = 0;
  #zhCharacters = 0;
  #enWords = 0;
  #oneSided = 0;
  #repaired = 0;
  #from = '';
  #until = '';

  add(record: PairRecord): void {
    const { zh, en, doc, date = '', repairs } = record;
    this.#pairs += 1;
    if (doc !== undefined) this.#documents.add(doc);
    this.#zhCharacters += codePoints(zh);
    this.#enWords += words(en);
    if (zh === '' || en === '') this.#oneSided += 1;
    if (date !== '' && (this.#from === '' || date < this.#from)) this.#from = date;
    if (date > this.#until) this.#until = date;
    this.#units[alignmentUnit(record)] += 1;
    increase(this.#sites, record.site ?? 'unknown');
    increase(this.#licences, record.licence ?? 'unknown');
    increase(this.#shapes, record.shape ?? 'unknown');
    increase(this.#states, record.state ?? 'unknown');
    increase(this.#layouts, record.layout ?? 'unknown');
    if (repairs !== undefined) {
      this.#repaired += 1;
      for (const name of repairs.split(' ')) increase(this.#repairs, name);
    }
    this.#score.add(record.score);
    this.#confidence.add(record.confidence);
  }

  counts(): BundleCounts {
    const [meanScore, meanConfidence] = [this.#score.value(), this.#confidence.value()];
    return {
      pairs: this.#pairs,
      documents: this.#documents.size,
      zhCharacters: this.#zhCharacters,
      enWords: this.#enWords,
      ...(this.#from === '' ? {} : { from: this.#from, until: this.#until }),
      sites: sorted(this.#sites),
      licences: sorted(this.#licences),
      units: { ...this.#units },
      shapes: sorted(this.#shapes),
      states: sorted(this.#states),
      layouts: sorted(this.#layouts),
      repairs: sorted(this.#repairs),
      repairedPairs: this.#repaired,
      oneSided: this.#oneSided,
      ...(meanScore === undefined ? {} : { meanScore }),
      ...(meanConfidence === undefined ? {} : { meanConfidence }),
    };
  }
}

/** A mean of the values that are there. */
class Mean {
  #sum = 0;
  #count = 0;

  add(value: number | undefined): void {
    if (value === undefined) return;
    this.#sum += value;
    this.#count += 1;
  }

  value(): number | undefined {
    return this.#count === 0 ? undefined : Math.round((this.#sum / this.#count) * 1e4) / 1e4;
  }
}

/** Without white space. */
function codePoints(text: string): number {
  const dense = text.replace(/\s+/g, '');
  return dense.length - (dense.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

function words(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Tally {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
