import { pairId, type Lang, type PairId } from '../model/index.js';
import type { Fingerprint, Place, Sketch } from '../text/index.js';
import type { Context } from './context.js';
import { keyIndex, nearIndex } from './player-index.js';
import { number, text } from './row.js';
import type { SourceState } from './results.js';
import { MAX_COUNTED } from './stale.js';
import { storable } from './storable.js';

/** Looks pairs of earlier documents up by their fingerprints. */
export interface SeenPairs {
  /** The first kept pair that says the same. */
  find(pair: number): PairId | undefined;
  /** Documents that hold a pair saying the same, counted up to `most`, at most {@link MAX_COUNTED}. */
  documents(pair: number, most: number): number;
  /** Other translations that kept pairs give a side, counted up to `most`, at most {@link MAX_COUNTED}. */
  translations(print: Fingerprint, side: Lang, most: number): number;
  /** The first kept pair whose sketch is at least so like this one. */
  near(sketch: Sketch, likeness: number): PairId | undefined;
}

/** Pairs of documents that come before these sources in corpus order. Good until something is saved. */
export function seenBefore(context: Context, sources: readonly SourceState[]): SeenPairs {
  const limit = Math.min(...orderOf(context, sources), Number.MAX_SAFE_INTEGER);
  const keys = keyIndex(context);
  return {
    find: (pair) => idAt(context, keys.find(pair, limit)),
    documents: (pair, most) => keys.documents(pair, limit, Math.min(most, MAX_COUNTED)),
    translations: (print, side, most) =>
      keys.translations(side, print, limit, Math.min(most, MAX_COUNTED)),
    near: (sketch, likeness) => idAt(context, nearIndex(context).find(limit, sketch, likeness)),
  };
}

function idAt({ sql }: Context, place: Place | undefined): PairId | undefined {
  const row =
    place &&
    sql.get(
      'SELECT id FROM pair WHERE document = ? AND position = ?',
      place.document,
      place.position,
    );
  return row === undefined ? undefined : pairId(text(row, 'id'));
}

/** Places of sources in the corpus. */
function orderOf({ sql }: Context, sources: readonly SourceState[]): number[] {
  return sources.flatMap(({ key }) => {
    const row = sql.get('SELECT n FROM source WHERE key = ?', storable(key));
    return row === undefined ? [] : [number(row, 'n')];
  });
}
