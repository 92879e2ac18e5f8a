import { DuizhaoError } from '../kit/index.js';
import { pairId, type PairId } from '../model/index.js';
import type { Corpus } from '../store/index.js';
import { shorten } from './shorten.js';

const WHOLE = 32;
const ID = /^[0-9a-f]{4,32}$/;
/** Pairs told of an id that several begin with. */
const MAX_TOLD = 10;
/** Columns of a text told beside its id. */
const SHOWN = 20;

/**
 * Ids as a person gives them, whole or their beginnings, in lower case.
 *
 * @throws DuizhaoError `show.nothing-asked`
 */
export function checkedIds(given: readonly string[]): readonly string[] {
  const ids = given.map((id) => id.toLowerCase());
  const wrong = ids.findIndex((id) => !ID.test(id));
  if (wrong === -1) return ids;
  throw noId(
    `"${given[wrong] ?? ''}" is no id of a pair: 32 letters a-f and figures, or the first four of them at least`,
  );
}

/**
 * The id that begins so, of a pair that the corpus has or had.
 *
 * @throws DuizhaoError `show.ambiguous-id` with those that begin so
 */
export function wholeId(corpus: Corpus, given: string): PairId | undefined {
  if (given.length === WHOLE) return pairId(given);
  const ids = corpus.pairs.idsBeginning(given, MAX_TOLD + 1);
  if (ids.length < 2) return ids[0];
  const told = ids.slice(0, MAX_TOLD).map((id) => `\n  ${id}  ${textsOf(corpus, id)}`.trimEnd());
  throw new DuizhaoError({
    code: 'show.ambiguous-id',
    exit: 'usage',
    message: `several ids begin with "${given}"`,
    hint: `give more of it:${told.join('')}${ids.length > MAX_TOLD ? '\n  …' : ''}`,
  });
}

function textsOf(corpus: Corpus, id: PairId): string {
  const found = corpus.pairs.get(id);
  if (found === undefined) return '';
  return `${shorten(found.pair.zh, SHOWN)} | ${shorten(found.pair.en, SHOWN)}`;
}

/** The failure where no pair is named. */
export function noId(message: string): DuizhaoError {
  return new DuizhaoError({
    code: 'show.nothing-asked',
    exit: 'usage',
    message,
    hint: 'ids are in the column "id" of exports and in: duizhao search --json',
  });
}
