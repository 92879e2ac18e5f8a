import type { Boundaries, PairRecord, StretchItem } from '../exchange/index.js';
import type { StoredStretch } from '../store/index.js';
import { pairKeyOf } from '../text/index.js';

/** Pairs of a document, at most: bounded, so that a build stays quick. */
const MAX_PAIRS = 500;
/**
 * Pairs of a document that the file does not name: from `least` on, each ends it with a chance of
 * one to `more`, by its text, so that a pair put in or taken out moves the ends of few others.
 */
const UNNAMED = { least: 64, more: 192 } as const;

/** Neighbouring records that make one document; at least one. */
export type RecordGroup = readonly [PairRecord, ...PairRecord[]];

/** The document under way: its name in the file, and how many pairs of it came. */
interface Place {
  readonly name: string;
  readonly pairs: number;
}

/** Neighbours that name the same document are one. */
export const DOCUMENTS: Boundaries<Place> = {
  step: (place, record) => {
    const name = record.doc ?? record.url_or_path ?? '';
    const begins = place?.name !== name || isFull(place, record);
    return { begins, state: { name, pairs: begins ? 1 : place.pairs + 1 } };
  },
};

function isFull({ name, pairs }: Place, record: PairRecord): boolean {
  if (pairs >= MAX_PAIRS) return true;
  return name === '' && pairs >= UNNAMED.least && pairKeyOf(record) % UNNAMED.more === 0;
}

/** What a file gives: items with the pairs of a document together. */
export type GroupItem =
  | { readonly kind: 'group'; readonly records: RecordGroup }
  | Exclude<StretchItem<Place, StoredStretch>, { kind: 'pair' }>;

/** Gathers the pairs of a document. */
export async function* recordGroups(
  items: AsyncIterable<StretchItem<Place, StoredStretch>>,
): AsyncIterable<GroupItem> {
  let records: [PairRecord, ...PairRecord[]] | undefined;
  for await (const item of items) {
    if (item.kind === 'pair' && !item.begins && records !== undefined) {
      records.push(item.record);
      continue;
    }
    if (records !== undefined) yield { kind: 'group', records };
    records = item.kind === 'pair' ? [item.record] : undefined;
    if (item.kind !== 'pair') yield item;
  }
  if (records !== undefined) yield { kind: 'group', records };
}

/**
 * Gathers what comes with records of a file, in order: each group is a document of {@link DOCUMENTS}.
 * An import passes over a record without any text; here it stays with those before it.
 */
export async function* groupByDocument<Thing extends { readonly record: PairRecord }>(
  things: AsyncIterable<Thing>,
): AsyncIterable<readonly Thing[]> {
  let place: Place | undefined;
  let group: Thing[] = [];
  for await (const thing of things) {
    if (thing.record.zh !== '' || thing.record.en !== '') {
      const { begins, state } = DOCUMENTS.step(place, thing.record);
      place = state;
      if (begins && group.length > 0) yield group;
      if (begins) group = [];
    }
    group.push(thing);
  }
  if (group.length > 0) yield group;
}

/**
 * Keys of the documents of a file, each given once. A document keeps its name: the same file with
 * other pairs in it changes the documents these are in, and no others.
 */
export class DocumentKeys {
  readonly #file: string;
  /** How often each name came, so that two documents of one name are told apart. */
  readonly #times = new Map<string, number>();

  constructor(file: string) {
    this.#file = file;
  }

  /** The next document of that name, or without one. */
  take(name: string | undefined): string {
    return this.takeIf([name], () => true)[0] ?? '';
  }

  /** The next documents of these names, if they are liked; else nothing is taken. */
  takeIf(
    names: readonly (string | undefined)[],
    areLiked: (keys: readonly string[]) => boolean,
  ): readonly string[] {
    const times = new Map<string, number>();
    const keys = names.map((name) => {
      const count = (times.get(name ?? '') ?? this.#times.get(name ?? '') ?? 0) + 1;
      times.set(name ?? '', count);
      if (name === undefined) return `${this.#file}#${count}`;
      return `${this.#file}#${name}${count === 1 ? '' : `#${count}`}`;
    });
    if (!areLiked(keys)) return [];
    for (const [name, count] of times) this.#times.set(name, count);
    return keys;
  }
}

/** What a document is called in the file. */
export function nameOf([{ url_or_path, doc }]: RecordGroup): string | undefined {
  return url_or_path ?? doc;
}
