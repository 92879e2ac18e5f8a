import type { Rng } from '../kit/index.js';
import type { Pairs } from './format.js';
import { recordOf, type Exportable, type PairRecord } from './record.js';

/** Which pairs are wanted; every condition given must hold. */
export interface Selection {
  readonly states?: readonly string[];
  /** In [0, 1], inclusive; pairs without a score pass. */
  readonly minScore?: number;
  readonly maxScore?: number;
  /** `YYYY-MM-DD`, inclusive, by the date of the document; undated pairs do not pass. */
  readonly since?: string;
  readonly until?: string;
  /** Part of the name or of the address of the site. */
  readonly site?: string;
  /** Id of a document, or its whole URL or path. */
  readonly document?: string;
  /** Name of a check that found something. */
  readonly check?: string;
  /** Text on either side; English whatever its case. */
  readonly query?: string;
}

/** Whether a pair is wanted. */
export function isSelected(record: PairRecord, selection: Selection): boolean {
  const {
    states,
    minScore = 0,
    maxScore = 1,
    since,
    until,
    site,
    document,
    check,
    query,
  } = selection;
  const { score = minScore, state = 'new', date = '' } = record;
  if (states?.includes(state) === false) return false;
  if (score < minScore || score > maxScore) return false;
  if (since !== undefined && (date === '' || date < since)) return false;
  if (until !== undefined && (date === '' || date > until)) return false;
  if (site !== undefined && !`${record.site ?? ''}\n${record.url_or_path ?? ''}`.includes(site)) {
    return false;
  }
  if (document !== undefined && record.doc !== document && record.url_or_path !== document) {
    return false;
  }
  if (check !== undefined && !checkNames(record).includes(check)) return false;
  return query === undefined || holds(record, query);
}

/** The pairs that are wanted, in order. */
export async function* selectPairs(pairs: Pairs, selection: Selection): AsyncIterable<Exportable> {
  for await (const item of pairs) if (isSelected(recordOf(item), selection)) yield item;
}

/**
 * A random sample without replacement, in the order of the corpus; all if there are fewer.
 *
 * Reservoir sampling, algorithm R (Vitter 1985): one pass, memory for the sample only.
 */
export async function samplePairs<Item>(
  pairs: Iterable<Item> | AsyncIterable<Item>,
  count: number,
  random: Rng,
): Promise<readonly Item[]> {
  const kept: { readonly item: Item; readonly at: number }[] = [];
  let at = 0;
  for await (const item of pairs) {
    if (kept.length < count) kept.push({ item, at });
    else {
      const place = Math.floor(random() * (at + 1));
      if (place < count) kept[place] = { item, at };
    }
    at += 1;
  }
  return kept.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function checkNames({ checks = '', reason = '' }: PairRecord): readonly string[] {
  return [reason, ...checks.split('; ').map((finding) => finding.split(':', 1)[0] ?? '')];
}

function holds({ zh, en }: PairRecord, query: string): boolean {
  return zh.includes(query) || en.toLowerCase().includes(query.toLowerCase());
}
