/** Settings of the corpus database, each with its reason. */
export const STORE_DEFAULTS = Object.freeze({
  /** Name of the database inside a corpus folder. */
  fileName: 'corpus.db',
  /**
   * Time to wait for another process, in milliseconds. A save takes milliseconds and a large
   * import commits within a few seconds; who waits longer than this is stuck.
   */
  busyMs: 10_000,
  /** Page cache in KiB: holds the inner pages of every index at 1,000,000 pairs. */
  cacheKib: 65_536,
  /** Bytes of a database page: text rows are long, and 8 KiB wastes less at their ends than 4. */
  pageBytes: 8_192,
  /**
   * Pages of the log before it is folded into the database (128 MiB). Index pages are written
   * over and over by a build; the less often they are folded, the less is written.
   */
  logPages: 16_000,
  /** Rows read at a time by streams: large enough to be fast, small enough to forget. */
  streamRows: 1_000,
  /** Documents read at a time by streams; their facts are about 1 KiB each. */
  streamDocuments: 100,
  /** Largest body kept, in bytes after unpacking; a hostile row must not fill the memory. */
  maxBodyBytes: 256 * 1024 * 1024,
  /**
   * How alike the machine's texts of two builds must be (Dice over character bigrams, both
   * sides) before a person's decision moves from one pair to the other. At .6 a corrected
   * typo or a moved clause passes and a different sentence of the same article does not.
   */
  carrySimilarity: 0.6,
});

/** Marks the file as ours in its header (`DuiZ`); see `PRAGMA application_id` of SQLite. */
export const APPLICATION_ID = 0x4475_695a;
