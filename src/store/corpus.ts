import type { PairId } from '../model/index.js';
import { backupTo, type Backup } from './backup.js';
import type { Context } from './context.js';
import { countAll, countGroups, type Counts } from './counts.js';
import { Documents } from './documents.js';
import { Edits } from './edits.js';
import {
  allow,
  forget,
  isForgotten,
  takedowns,
  type ForgetTarget,
  type Forgotten,
  type Takedown,
} from './forget.js';
import { historyOf, lastEntry, type HistoryEntry } from './history.js';
import { dataVersion, keyIndex, nearIndex } from './player-index.js';
import { Pairs } from './pairs.js';
import { readPlayersAside } from './players-aside.js';
import { Results, type SourceState } from './results.js';
import { Runs } from './runs.js';
import { SearchIndex } from './search-index.js';
import { seenBefore, type SeenPairs } from './seen.js';
import { Sources } from './sources.js';
import { Stretches } from './stretches.js';
import { tallyPairs, type Tallies } from './tallies.js';
import { verifyAll, type Verification } from './verify.js';

/** An open corpus. Calls are synchronous; what writes is done, or not at all, on return. */
export class Corpus {
  /** The folder that holds `corpus.db`. */
  readonly folder: string;
  readonly readOnly: boolean;
  readonly sources: Sources;
  readonly results: Results;
  readonly documents: Documents;
  readonly pairs: Pairs;
  readonly edits: Edits;
  readonly runs: Runs;
  readonly search: SearchIndex;
  readonly stretches: Stretches;
  readonly #context: Context;

  /** Use {@link openCorpus}. */
  constructor(folder: string, context: Context, readOnly: boolean) {
    this.folder = folder;
    this.readOnly = readOnly;
    this.#context = context;
    this.sources = new Sources(context);
    this.documents = new Documents(context);
    this.results = new Results(context, this.documents);
    this.pairs = new Pairs(context);
    this.edits = new Edits(context, this.pairs);
    this.runs = new Runs(context);
    this.search = new SearchIndex(context);
    this.stretches = new Stretches(context);
  }

  /** Path of the database. */
  get file(): string {
    return this.#context.sql.file;
  }

  /** Pairs of documents before these sources in corpus order: what duplicates are measured by. */
  seen(sources: readonly SourceState[]): SeenPairs {
    return seenBefore(this.#context, sources);
  }

  /** Reads what saving results will ask for, where there is time for it now. */
  readAhead(): void {
    nearIndex(this.#context); // first: it reads what both need
    keyIndex(this.#context);
  }

  /**
   * The same in a thread of its own, while other work goes on: nothing may be written until it is
   * done.
   */
  readAside(): Promise<void> {
    return readPlayersAside(this.#context);
  }

  /** A number that changes when another process writes, and only then. */
  othersVersion(): number {
    return dataVersion(this.#context);
  }

  /** Everything that happened to a pair, oldest first. */
  history(id: PairId): readonly HistoryEntry[] {
    return historyOf(this.#context, id);
  }

  /** A number that grows whenever a pair is made, changed or decided on. */
  lastChange(): number {
    return lastEntry(this.#context);
  }

  /** How much of everything there is; `tallies` may be given when they are at hand. */
  counts(tallies?: Tallies): Counts {
    if (tallies === undefined) return countAll(this.#context);
    return countGroups(this.#context, tallies.groups);
  }

  /** Pairs counted by name, place, score and length; reads one line a document. */
  tallies(): Tallies {
    return tallyPairs(this.#context);
  }

  /** Writes a consistent copy into another folder, while others go on writing. */
  backup(folder: string, { overwrite = false } = {}): Backup {
    return backupTo(this.#context, folder, overwrite);
  }

  /** Looks for damage: the file itself, hashes, counts, orphans, the index. */
  verify(): Verification {
    return verifyAll(this.#context);
  }

  /** Removes an address or a whole site and all that came from it; records that it did. */
  forget(target: ForgetTarget, who: string): Forgotten {
    const forgotten = forget(this.#context, target, who);
    this.#context.sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
    return forgotten;
  }

  /** Whether an address was taken down: it must not be fetched or added again. */
  isForgotten(location: string): boolean {
    return isForgotten(this.#context, location);
  }

  /** What takedowns in force name: addresses, and hosts that stand for their subdomains too. */
  forgotten(): readonly string[] {
    const all = this.takedowns().filter(({ allowedAt }) => allowedAt === undefined);
    return all.map(({ target }) => target);
  }

  /** Lifts the takedowns of a target, so that it may be added again; tells how many there were. */
  allow(target: ForgetTarget): number {
    return allow(this.#context, target);
  }

  /** Takedowns on record, oldest first. */
  takedowns(): readonly Takedown[] {
    return takedowns(this.#context);
  }

  /**
   * Several writes in one transaction: faster, and all or nothing, even if the error of one of
   * them is caught inside. Must not be asynchronous; other processes cannot write meanwhile.
   */
  batch<T>(work: () => T): T {
    return this.#context.sql.transaction(work);
  }

  /** Brings everything written so far to the disk, so that a power cut cannot take it. */
  flush(): void {
    if (!this.readOnly) this.#context.sql.all('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Closes the corpus. The last one out leaves an empty log: `corpus.db` alone is all of it. */
  close(): void {
    const { sql } = this.#context;
    if (!sql.isOpen) return;
    if (!this.readOnly) {
      // Someone else may have it open: then the folding is theirs, and nobody waits for it.
      sql.exec('PRAGMA busy_timeout = 0');
      sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
    }
    sql.close();
  }
}
