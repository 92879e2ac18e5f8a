import type { PairId } from '../model/index.js';
import {
  packKeys,
  SKETCH_BYTES,
  unpackKeys,
  type Fingerprint,
  type Sketch,
} from '../text/index.js';

/** What part a pair plays for later ones: the first of its text, a repetition, or none. */
export type Part = 'first' | 'repeat' | 'none';

/** A pair that plays a part, as later documents see it. */
export interface Player {
  readonly position: number;
  readonly isFirst: boolean;
  readonly print: Fingerprint;
}

/** Fingerprints of pairs that came, went, or changed their part when a document was saved. */
export interface Changes {
  /** Keys of firsts: later repetitions name them. */
  readonly firsts: readonly number[];
  /** Of repetitions: later ones only count them. */
  readonly repeats: readonly number[];
  /** Of sides of firsts, each with how many of them. */
  readonly zh: ReadonlyMap<number, number>;
  readonly en: ReadonlyMap<number, number>;
  readonly sketches: readonly { readonly position: number; readonly sketch: Sketch }[];
}

/**
 * What is different between the players of a document before and after.
 *
 * @param idOf - pair at a position; a later document names the first by its id
 */
export function changesOf(
  before: readonly Player[],
  idBefore: (position: number) => PairId | undefined,
  after: readonly Player[],
  idAfter: (position: number) => PairId | undefined,
): Changes {
  const [had, has] = [byName(before, idBefore), byName(after, idAfter)];
  const changed = [...missingIn(has, had), ...missingIn(had, has)];
  const firsts = changed.filter(({ isFirst }) => isFirst);
  const repeats = changed.filter(({ isFirst }) => !isFirst);
  return {
    firsts: [...new Set(firsts.map(({ print }) => print.pair))],
    repeats: [...new Set(repeats.map(({ print }) => print.pair))],
    zh: counted(firsts.map(({ print }) => print.zh)),
    en: counted(firsts.map(({ print }) => print.en)),
    sketches: firsts.map(({ position, print: { sketch } }) => ({ position, sketch })),
  };
}

function counted(keys: Iterable<number | undefined>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function byName(
  players: readonly Player[],
  idAt: (position: number) => PairId | undefined,
): Map<string, Player> {
  return new Map(
    players.map((player) => {
      const { isFirst, position, print } = player;
      return [isFirst ? `${print.pair} ${idAt(position) ?? ''}` : `${print.pair}`, player];
    }),
  );
}

function* missingIn(
  others: ReadonlyMap<string, Player>,
  players: ReadonlyMap<string, Player>,
): Iterable<Player> {
  for (const [name, player] of players) if (!others.has(name)) yield player;
}

/** Words of the keys of a player. */
const KEY_WORDS = 5;
/** Bytes of {@link PackedPlayers.keys} for a player. */
export const KEY_BYTES = 4 + 4 * KEY_WORDS;

/** The players of a document as they are stored. */
export interface PackedPlayers<Bytes extends Uint8Array = Uint8Array> {
  /** For each its position and, in the lowest bit, whether it is the first of its text; then its keys. Little-endian. */
  readonly keys: Bytes;
  /** For each its sketch. */
  readonly sketches: Bytes;
}

/** Packs the players of a document. */
export function packPlayers(players: readonly Player[]): PackedPlayers<Buffer> {
  const keys = Buffer.alloc(players.length * KEY_BYTES);
  const sketches = Buffer.alloc(players.length * SKETCH_BYTES);
  players.forEach(({ position, isFirst, print }, at) => {
    keys.writeUInt32LE(2 * position + (isFirst ? 1 : 0), at * KEY_BYTES);
    packKeys(print).forEach((word, k) => keys.writeUInt32LE(word, at * KEY_BYTES + 4 + 4 * k));
    sketches.set(print.sketch, at * SKETCH_BYTES);
  });
  return { keys, sketches };
}

/** Undoes {@link packPlayers}; sketches are views of what was packed. */
export function unpackPlayers({ keys, sketches }: PackedPlayers): Player[] {
  let from = 0;
  return Array.from(readKeys(keys), ({ position, isFirst, words }) => {
    const sketch = sketches.subarray(from, (from += SKETCH_BYTES));
    return { position, isFirst, print: { ...unpackKeys(words), sketch } };
  });
}

/** Places and packed keys of players; each is good until the next. */
export function* readKeys(
  packed: Uint8Array,
): Iterable<Pick<Player, 'position' | 'isFirst'> & { readonly words: Uint32Array }> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const words = new Uint32Array(KEY_WORDS);
  for (let from = 0; from + KEY_BYTES <= packed.length; from += KEY_BYTES) {
    const place = view.getUint32(from, true);
    for (let k = 0; k < KEY_WORDS; k++) words[k] = view.getUint32(from + 4 + 4 * k, true);
    yield { position: place >>> 1, isFirst: (place & 1) === 1, words };
  }
}
