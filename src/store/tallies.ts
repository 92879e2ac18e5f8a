import { basename } from 'node:path';
import type { Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { toTally } from './gates.js';
import { hostOf } from './host.js';
import { json, maybeText, number } from './row.js';
import type { Row } from './sqlite.js';
import { EN_BIN, SCORE_BINS, ZH_BIN, type DocumentTally, type GroupCount } from './tally.js';

/** Pairs of one site and year. */
export interface PlaceGroup {
  /**
   * Host; of imported pairs the host their source names, else its site, else the file they came
   * in; absent for other files.
   */
  readonly host?: string;
  /** `2024`; absent for undated documents. */
  readonly year?: string;
  readonly documents: number;
  readonly pairs: number;
  readonly kept: number;
}

/** One bar of the score histogram. */
export interface ScoreBin {
  /** Lowest score of the bar. */
  readonly from: number;
  readonly kept: number;
  readonly rejected: number;
}

/** Kept pairs by length: `zh` and `en` are the lowest lengths in the bin, in code points. */
export interface LengthBin {
  readonly zh: number;
  readonly en: number;
  readonly pairs: number;
}

/** Everything that is counted of the pairs. */
export interface Tallies {
  /** Most pairs first. */
  readonly groups: readonly GroupCount[];
  /** In order of first appearance. */
  readonly places: readonly PlaceGroup[];
  /** Ascending. */
  readonly scores: readonly ScoreBin[];
  /** Ascending. */
  readonly lengths: readonly LengthBin[];
}

/** Adds up the tallies of all documents that repeat no other. */
export function tallyPairs({ sql }: Context): Tallies {
  const sums = new Sums();
  const limit = STORE_DEFAULTS.streamRows;
  for (let after = 0; ;) {
    const rows = sql.all(DOCUMENTS, after, limit);
    for (const row of rows) {
      after = number(row, 'n');
      sums.add(toTally(json(row, 'tally')), placeOf(row), maybeText(row, 'year'));
    }
    if (rows.length < limit) return sums.result();
  }
}

const DOCUMENTS = `
SELECT n, host, substr(date, 1, 4) AS year, tally,
  CASE WHEN host IS NULL THEN json_extract(facts, '$.meta.importedBy') END AS importer,
  CASE WHEN host IS NULL THEN json_extract(facts, '$.meta.importedFrom') END AS source,
  CASE WHEN host IS NULL THEN json_extract(facts, '$.origins[0].site') END AS site,
  CASE WHEN host IS NULL THEN json_extract(facts, '$.origins[0].location') END AS file
FROM document
WHERE n > ? AND duplicate_of IS NULL ORDER BY n LIMIT ?`;

/** See {@link PlaceGroup.host}. */
function placeOf(row: Row): string | undefined {
  const host = maybeText(row, 'host');
  if (host !== undefined || maybeText(row, 'importer') === undefined) return host;
  const source = maybeText(row, 'source');
  const file = maybeText(row, 'file');
  return (
    (source === undefined ? undefined : hostOf({ kind: 'url', location: source })) ??
    maybeText(row, 'site') ??
    (file === undefined ? undefined : basename(file))
  );
}

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };

class Sums {
  readonly #groups = new Map<string, Changing<GroupCount>>();
  readonly #places = new Map<string, Changing<PlaceGroup>>();
  readonly #scores = new Map<number, Changing<ScoreBin>>();
  readonly #lengths = new Map<number, Changing<LengthBin>>();

  add(tally: DocumentTally, host: string | undefined, year: string | undefined): void {
    const place = this.#place(host, year);
    place.documents += 1;
    for (const group of tally.groups) {
      this.#addGroup(group);
      place.pairs += group.pairs;
      if (group.state !== 'rejected') place.kept += group.pairs;
    }
    for (const [bin, kept, rejected] of tally.scores) {
      const bar = this.#scores.get(bin) ?? { from: bin / SCORE_BINS, kept: 0, rejected: 0 };
      bar.kept += kept;
      bar.rejected += rejected;
      this.#scores.set(bin, bar);
    }
    for (const [zh, en, pairs] of tally.lengths) {
      const key = zh * 1000 + en;
      const bin = this.#lengths.get(key) ?? { zh: zh * ZH_BIN, en: en * EN_BIN, pairs: 0 };
      bin.pairs += pairs;
      this.#lengths.set(key, bin);
    }
  }

  result(): Tallies {
    const groups = [...this.#groups].sort(
      ([name, one], [other, two]) => two.pairs - one.pairs || (name < other ? -1 : 1),
    );
    return {
      groups: groups.map(([, group]) => group),
      places: [...this.#places.values()],
      scores: inOrder(this.#scores),
      lengths: inOrder(this.#lengths),
    };
  }

  #addGroup(group: GroupCount): void {
    const { state, reason = '', shape, layout, checks } = group;
    const name = `${state}\n${reason}\n${shape}\n${layout}\n${checks.join()}`;
    const sum = this.#groups.get(name);
    if (sum === undefined) {
      this.#groups.set(name, { ...group });
      return;
    }
    sum.pairs += group.pairs;
    sum.oneSided += group.oneSided;
    sum.zhLength += group.zhLength;
    sum.enLength += group.enLength;
  }

  #place(host: string | undefined, year: string | undefined): Changing<PlaceGroup> {
    const name = `${host ?? ''}\n${year ?? ''}`;
    const found = this.#places.get(name) ?? {
      ...(host === undefined ? {} : { host }),
      ...(year === undefined ? {} : { year }),
      ...{ documents: 0, pairs: 0, kept: 0 },
    };
    this.#places.set(name, found);
    return found;
  }
}

function inOrder<T>(bins: ReadonlyMap<number, T>): T[] {
  return [...bins].sort(([one], [other]) => one - other).map(([, bin]) => bin);
}
