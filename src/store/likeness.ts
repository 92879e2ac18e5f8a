import { KnownTexts, LazyNearIndex, SKETCH_BYTES, type Sketch } from '../text/index.js';
import type { Context } from './context.js';
import { bytes, number } from './row.js';

/** A first pair of a document, as the index of likeness holds it. */
export interface Likable {
  readonly position: number;
  readonly sketch: Sketch;
}

/** Bytes of one entry of `likeness.sketches`: a position and a sketch. */
const ENTRY = 4 + SKETCH_BYTES;
/** Documents read at a time. */
const CHUNK = 1_000;

/** The index over all documents, and the state of the file it was read from. */
export interface LoadedLikeness {
  readonly index: LazyNearIndex;
  readonly version: number;
}

/**
 * The index of likeness, read when it is first asked for and again after another process has
 * written: some tenths of a second for a million pairs.
 */
export function likenessIndex(context: Context): LazyNearIndex {
  const version = dataVersion(context);
  if (context.likeness?.version !== version) {
    context.likeness = { index: readAll(context), version };
  }
  return context.likeness.index;
}

/** The entries of a document as they are stored. */
export function likablesOf({ sql }: Context, document: number): Likable[] {
  const row = sql.get('SELECT sketches FROM likeness WHERE document = ?', document);
  return row === undefined ? [] : unpackLikables(bytes(row, 'sketches'));
}

/** Puts the entries of a document in place of those it had; the index follows where it is loaded. */
export function saveLikables(
  context: Context,
  document: number,
  before: readonly Likable[],
  after: readonly Likable[],
): void {
  const packed = packLikables(after);
  if (before.length > 0 && Buffer.compare(packed, packLikables(before)) === 0) return;
  const { sql } = context;
  // Not REPLACE: it may undo itself, and makes FTS5 write out what it has gathered before.
  if (before.length === 0 && after.length > 0) {
    sql.run('INSERT INTO likeness (document, sketches) VALUES (?, ?)', document, packed);
  } else if (after.length > 0) {
    sql.run('UPDATE likeness SET sketches = ? WHERE document = ?', packed, document);
  } else if (before.length > 0) sql.run('DELETE FROM likeness WHERE document = ?', document);
  const index = context.likeness?.index;
  if (index === undefined) return;
  for (const { position, sketch } of before) index.remove({ document, position }, sketch);
  for (const { position, sketch } of after) index.add({ document, position }, sketch);
}

/** Grows when another connection has written to the file, and only then. */
export function dataVersion({ sql }: Context): number {
  return number(sql.get('PRAGMA data_version') ?? {}, 'data_version');
}

function readAll({ sql }: Context): LazyNearIndex {
  const size = sql.get('SELECT total(length(sketches)) AS bytes FROM likeness') ?? {};
  const texts = new KnownTexts(number(size, 'bytes') / ENTRY);
  for (let after = 0; ;) {
    const rows = sql.all(
      'SELECT document, sketches FROM likeness WHERE document > ? ORDER BY document LIMIT ?',
      after,
      CHUNK,
    );
    for (const row of rows) {
      after = number(row, 'document');
      const packed = viewOf(bytes(row, 'sketches'));
      for (let at = 0; at + ENTRY <= packed.length; at += ENTRY) {
        texts.push(after, packed.readUInt32LE(at), packed, at + 4);
      }
    }
    if (rows.length < CHUNK) return new LazyNearIndex(texts);
  }
}

function packLikables(entries: readonly Likable[]): Buffer {
  const packed = Buffer.allocUnsafe(entries.length * ENTRY);
  entries.forEach(({ position, sketch }, at) => {
    packed.writeUInt32LE(position, at * ENTRY);
    packed.set(sketch, at * ENTRY + 4);
  });
  return packed;
}

function unpackLikables(packed: Uint8Array): Likable[] {
  const view = viewOf(packed);
  return Array.from({ length: Math.floor(view.length / ENTRY) }, (_one, at) => ({
    position: view.readUInt32LE(at * ENTRY),
    sketch: view.subarray(at * ENTRY + 4, (at + 1) * ENTRY),
  }));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
