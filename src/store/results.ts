import { DuizhaoError, type Reject } from '../kit/index.js';
import type { DocumentHead, DocumentId, Pair } from '../model/index.js';
import type { Context } from './context.js';
import { saveDocument, saveOriginal } from './document-rows.js';
import type { Documents } from './documents.js';
import { removeDocument } from './remove-document.js';
import type { Part } from './players.js';
import { placedResults, type PlacedResults } from './placed-results.js';
import type { Prepared } from './prepare.js';
import { number, text } from './row.js';
import { savePairs, type PairCounts, type PairToSave } from './save-pairs.js';
import { isSame, savePlaced, type PairStanding } from './save-placed.js';
import type { Source } from './source.js';
import { staleDuplicates, staleLaterCopies, type AcrossLimits } from './stale.js';
import { storable } from './storable.js';
import { storedResults, type StoredResults } from './stored-results.js';

/** A source as it was when its results were made; a {@link Source} is one. */
export type SourceState = Pick<Source, 'key' | 'sha256'>;

/** Results of one document, to be saved together. */
export interface SaveRequest extends Saving {
  /** One source, or two for a paired document: Chinese first. */
  readonly sources: readonly [SourceState, ...SourceState[]];
  readonly document: DocumentHead;
  /** All pairs of the document, rejected and one-sided ones too. */
  readonly pairs: readonly Pair[];
  /** What {@link prepare} makes of the document and these pairs, in whatever thread. */
  readonly prepared: Prepared;
}

/** Results of an earlier build, of which only what their pairs repeat may be different now. */
export interface CompareRequest extends Saving {
  readonly placed: PlacedResults;
  /** What is made of its pairs, one for each. */
  readonly standings: readonly PairStanding[];
}

interface Saving {
  /** Joined signature of every stage that worked on it. */
  readonly signature: string;
  /** What part a pair plays for the pairs of later documents. */
  readonly partOf: (pair: PairStanding) => Part;
  /** Of this signature; pairs of later documents are compared again if they reach them. */
  readonly limits?: AcrossLimits;
}

/** What saving did. */
export type Saved =
  | ({ readonly kind: 'saved'; readonly stale: number } & PairCounts)
  | {
      readonly kind: 'duplicate';
      /** Key of the document that has the same text and came first. */
      readonly of: string;
      readonly stale: number;
    };

/** What saving did to results that were compared again. */
export interface Placed {
  readonly kind: 'same' | 'saved' | 'duplicate';
  readonly stale: number;
}

/** Writes what the stages made of a source. Every call is one transaction. */
export class Results {
  readonly #context: Context;
  readonly #documents: Documents;

  constructor(context: Context, documents: Documents) {
    this.#context = context;
    this.#documents = documents;
  }

  /** What earlier builds made of a source, to go on from. */
  stored(key: string): StoredResults | undefined {
    return storedResults(this.#context, this.#documents, key);
  }

  /** The same without text, for results that are only to be compared with others again. */
  placed(key: string): PlacedResults | undefined {
    return placedResults(this.#context, key);
  }

  /**
   * Puts the results of a document in place of all former results of its sources.
   *
   * People's decisions stay: with the pair of the same id, else with the pair most like it,
   * else kept as an orphan; where the machine's text changed under them a conflict is recorded.
   * A document whose text the corpus already has from an earlier source is recorded as its
   * duplicate, without pairs; pages of one language are left alone, they wait for a partner. Saving the same results twice changes nothing.
   *
   * @throws DuizhaoError `store.no-source`
   */
  save(request: SaveRequest): Saved {
    const { sql } = this.#context;
    return sql.transaction(() => {
      const numbers = this.#numbersOf(request.sources);
      const n = Math.min(...numbers);
      let stale = this.#freeSources(numbers, n, request.document.key);
      const original = this.#earlierCopy(request.document.id, numbers);
      stale += saveDocument(this.#context, n, request.document, original?.n, request.prepared);
      this.#linkSources(numbers, n);
      const given = original === undefined ? toSave(request) : [];
      const changes = savePairs(this.#context, n, request.document.key, given);
      stale += staleDuplicates(this.#context, n, changes.parts, request.limits);
      if (original === undefined) stale += staleLaterCopies(this.#context, n, request.document.id);
      const outcome = original === undefined ? 'document' : 'duplicate';
      this.#markDone(request.sources, request.signature, outcome);
      if (original !== undefined) return { kind: 'duplicate', of: original.key, stale };
      return { kind: 'saved', stale, ...changes.counts };
    });
  }

  /**
   * Writes what comparing made of the pairs of an earlier build, touching only those for which it
   * came out otherwise. A document that repeats an earlier one now becomes its duplicate.
   *
   * @returns `undefined` if the results are there no more
   */
  saveCompared({ placed, standings, ...saving }: CompareRequest): Placed | undefined {
    const { n, sources, document } = placed;
    return this.#context.sql.transaction(() => {
      if (!this.#holds(n, document.id)) return undefined;
      const original = this.#earlierCopy(document.id, this.#numbersOf(sources));
      const outcome = original === undefined ? 'document' : 'duplicate';
      this.#markDone(sources, saving.signature, outcome);
      if (original !== undefined) {
        return { kind: 'duplicate', stale: this.#makeCopy(placed, original.n) };
      }
      const compared = placed.pairs.map((pair, at) => ({ pair, now: standings[at] ?? pair }));
      if (compared.every(({ pair, now }) => isSame(pair, now))) return { kind: 'same', stale: 0 };
      const changes = savePlaced(this.#context, placed, compared, saving.partOf);
      const stale = staleDuplicates(this.#context, n, changes, saving.limits);
      return { kind: 'saved', stale };
    });
  }

  #holds(n: number, id: DocumentId): boolean {
    const row = this.#context.sql.get('SELECT id FROM document WHERE n = ?', n);
    return row !== undefined && text(row, 'id') === id;
  }

  #makeCopy({ n, document }: PlacedResults, original: number): number {
    const { parts } = savePairs(this.#context, n, document.key, []);
    return saveOriginal(this.#context, n, original) + staleDuplicates(this.#context, n, parts);
  }

  /**
   * Records that a source gave no document, and why; its former results go.
   *
   * @param reject - without `id`: that is the key of the first source
   */
  saveNothing(
    sources: readonly [SourceState, ...SourceState[]],
    signature: string,
    reject: Omit<Reject, 'id'>,
  ): void {
    const { sql, run, clock } = this.#context;
    sql.transaction(() => {
      this.#freeSources(this.#numbersOf(sources), undefined, undefined);
      this.#markDone(sources, signature, 'nothing');
      sql.run(
        'INSERT INTO reject (run, at, stage, id, reason, message) VALUES (?, ?, ?, ?, ?, ?)',
        run ?? null,
        clock().toISOString(),
        reject.stage,
        storable(sources[0].key),
        reject.reason,
        reject.message ?? null,
      );
    });
  }

  #earlierCopy(
    id: DocumentId,
    sources: readonly number[],
  ): { readonly n: number; readonly key: string } | undefined {
    const row = this.#context.sql.get(
      `SELECT n, key FROM document WHERE id = ? AND duplicate_of IS NULL AND layout <> 'one-language' AND n < ?
       ORDER BY n LIMIT 1`,
      id,
      Math.min(...sources),
    );
    return row === undefined ? undefined : { n: number(row, 'n'), key: text(row, 'key') };
  }

  #numbersOf(sources: readonly SourceState[]): number[] {
    return sources.map(({ key }) => {
      const row = this.#context.sql.get('SELECT n FROM source WHERE key = ?', storable(key));
      if (row !== undefined) return number(row, 'n');
      throw new DuizhaoError({
        code: 'store.no-source',
        exit: 'missingInput',
        message: `the corpus has no source "${key}"`,
        hint: 'add the page or document before its results',
      });
    });
  }

  /** Removes every other document made from these sources, or known by this key. */
  #freeSources(
    sources: readonly number[],
    keep: number | undefined,
    key: string | undefined,
  ): number {
    const found = this.#context.sql.all(
      `SELECT DISTINCT document AS n FROM document_source
       WHERE source IN (SELECT value FROM json_each(?))
       UNION SELECT n FROM document WHERE key = ?`,
      JSON.stringify(sources),
      key ?? null,
    );
    let stale = 0;
    for (const row of found) {
      const n = number(row, 'n');
      if (n !== keep) stale += removeDocument(this.#context, n);
    }
    return stale;
  }

  #linkSources(sources: readonly number[], document: number): void {
    const { sql } = this.#context;
    const links = JSON.stringify(sources);
    const linked = sql
      .all('SELECT source FROM document_source WHERE document = ? ORDER BY source', document)
      .map((row) => number(row, 'source'));
    if (links === JSON.stringify(linked)) return;
    // A partner this document no longer has is without results: it must be built again.
    sql.run(
      `UPDATE source SET signature = NULL, outcome = NULL WHERE n IN (SELECT source FROM document_source
       WHERE document = ?) AND n NOT IN (SELECT value FROM json_each(?))`,
      document,
      links,
    );
    sql.run('DELETE FROM document_source WHERE document = ?', document);
    // One by one: an insert of many rows makes FTS5 write out what it has gathered before.
    for (const source of sources) {
      sql.run('INSERT INTO document_source (source, document) VALUES (?, ?)', source, document);
    }
  }

  #markDone(sources: readonly SourceState[], signature: string, outcome: string): void {
    for (const { key, sha256 } of sources) {
      this.#context.sql.run(
        'UPDATE source SET done_sha256 = ?, signature = ?, outcome = ? WHERE key = ?',
        sha256,
        signature,
        outcome,
        storable(key),
      );
    }
  }
}

function toSave({ pairs, partOf, prepared }: SaveRequest): PairToSave[] {
  return pairs.map((pair, at) => {
    const ready = prepared.pairs[at];
    if (ready === undefined) throw new RangeError('every pair must be prepared');
    return { ...ready, pair, part: partOf(pair) };
  });
}
