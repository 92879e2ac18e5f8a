import Database from 'libsql';
import { DuizhaoError } from '../kit/index.js';
import { corrupt, storeFailure } from './failure.js';
import { packedQuery, unpackedRow, type PackedQuery } from './text-columns.js';

/** What a statement may be given: libsql ends the process on anything else, booleans too. */
export type Value = string | number | bigint | null | Uint8Array;

/** A row as the database gives it; read it through `row.ts`. */
export type Row = Readonly<Record<string, unknown>>;

/** A query as it is asked, and how its rows come. */
interface Reading {
  readonly statement: Database.Statement;
  readonly packed: PackedQuery | undefined;
}

/**
 * One connection: prepared statements kept, errors translated, transactions nested.
 *
 * Rows are never handed out while a statement is still running: an abandoned iterator of
 * libsql would keep its read lock until the garbage collector comes by.
 */
export class Sql {
  readonly file: string;
  /** Called before a transaction ends well: what was put off is written now. */
  beforeCommit: () => void = () => undefined;
  /** Called when a transaction was undone: what was remembered of its writes must go. */
  whenUndone: () => void = () => undefined;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #readings = new Map<string, Reading>();
  #isInside = false;
  #turns = 0;
  /** What a nested call threw: the transaction may not go on. */
  #failed: { readonly error: unknown } | undefined;

  /** @param address - path or `file:` URI; `file` is its name in messages */
  constructor(address: string, file: string, busyMs: number) {
    this.file = file;
    this.#database = this.#guard(() => new Database(address, { timeout: busyMs }));
  }

  /** Runs statements that take no values. */
  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  /** Runs one statement and answers how many rows it changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#guard(() => this.#prepare(sql).run(values).changes);
  }

  /** Runs one INSERT and answers the number of the row it made. */
  insert(sql: string, ...values: readonly Value[]): number {
    return this.#guard(() => Number(this.#prepare(sql).run(values).lastInsertRowid));
  }

  /** First row, if there is one. */
  get(sql: string, ...values: readonly Value[]): Row | undefined {
    const { statement, packed } = this.#reading(sql);
    const row = this.#guard(() => statement.get(values));
    return isRow(row) ? this.#unpacked(row, packed) : undefined;
  }

  /** Every row: use it where their number is bounded. */
  all(sql: string, ...values: readonly Value[]): Row[] {
    const { statement, packed } = this.#reading(sql);
    const rows = this.#guard(() => statement.all(values)).filter(isRow);
    return rows.map((row) => this.#unpacked(row, packed));
  }

  /**
   * Everything in `work` happens or nothing does. A nested call is part of the outermost one:
   * when it throws, all is undone, even if its error is caught on the way. (No savepoints:
   * at each one FTS5 writes out what it has gathered, which costs more than the rest.)
   */
  transaction<T>(work: () => T): T {
    if (this.#isInside) return this.#nested(work);
    this.exec('BEGIN IMMEDIATE');
    this.#isInside = true;
    this.#turns += 1;
    try {
      const result = work();
      this.#demandUnbroken();
      this.beforeCommit();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      // On a full disk SQLite has ended the transaction by itself: nothing is left to undo.
      if (this.#database.inTransaction) this.exec('ROLLBACK');
      this.whenUndone();
      throw error;
    } finally {
      this.#isInside = false;
      this.#failed = undefined;
    }
  }

  /** Number of the transaction under way, `undefined` outside one. */
  get turn(): number | undefined {
    return this.#isInside ? this.#turns : undefined;
  }

  /** How many transactions were begun. */
  get turns(): number {
    return this.#turns;
  }

  /** `false` after {@link Sql.close}. */
  get isOpen(): boolean {
    return this.#database.open;
  }

  /** Ends the connection; further calls fail. */
  close(): void {
    if (!this.#database.open) return;
    this.#statements.clear();
    this.#readings.clear();
    this.#database.close();
  }

  #nested<T>(work: () => T): T {
    this.#demandUnbroken();
    try {
      return work();
    } catch (error) {
      this.#failed ??= { error };
      throw error;
    }
  }

  #demandUnbroken(): void {
    if (this.#failed !== undefined) throw this.#failed.error;
  }

  #reading(sql: string): Reading {
    const known = this.#readings.get(sql);
    if (known !== undefined) return known;
    const plain = this.#guard(() => this.#prepare(sql));
    const packed = packedQuery(sql, plain);
    const reading = {
      statement: packed === undefined ? plain : this.#guard(() => this.#prepare(packed.sql)),
      packed,
    };
    this.#readings.set(sql, reading);
    return reading;
  }

  #unpacked(row: Row, packed: PackedQuery | undefined): Row {
    if (packed === undefined) return row;
    const read = unpackedRow(row, packed);
    if (read === undefined) throw new DuizhaoError(corrupt(this.file, 'text that is not UTF-8'));
    return read;
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeFailure(error, this.file);
    }
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
