import { pairId, unitScore, type DocumentFacts, type Pair } from '../model/index.js';
import type { Fingerprint } from '../text/index.js';
import type { Context } from './context.js';
import { decisionsOf } from './decisions.js';
import { toLayout, toState } from './gates.js';
import { findingsOf } from './pair-row.js';
import { playersOf } from './player-index.js';
import { maybeText, number, text } from './row.js';
import type { Row } from './sqlite.js';
import { madeOf, type StoredResults } from './stored-results.js';
import type { Countable } from './tally.js';

/** Results of a source's document without any text: what their place in the corpus decides. */
export interface PlacedResults extends Pick<StoredResults, 'sources'> {
  /** Number of the document. */
  readonly n: number;
  readonly document: DocumentFacts;
  readonly pairs: readonly PlacedPair[];
}

/** A pair as the machine left it, whatever people decided. */
export interface PlacedPair extends Pick<
  Pair,
  'id' | 'position' | 'state' | 'reason' | 'findings'
> {
  /** Number of the pair. */
  readonly n: number;
  /** Absent for pairs that play no part for later ones. */
  readonly print?: Fingerprint;
  /** As it stands: a person may have decided otherwise. */
  readonly standing: Countable;
  readonly isDecided: boolean;
}

const PAIRS = `
SELECT n, id, position, state, reason, score, shape, layout, zh_length, en_length, findings
FROM pair WHERE document = ? ORDER BY position`;

/**
 * The results of a source's document, to be compared with others again; `undefined` if it has none,
 * or if they were made from other bytes than those that any of its sources has now.
 */
export function placedResults(context: Context, key: string): PlacedResults | undefined {
  const made = madeOf(context, key);
  if (made === undefined) return undefined;
  const { n, facts, sources } = made;
  const prints = new Map(playersOf(context, n).map(({ position, print }) => [position, print]));
  const machine = new Map(decisionsOf(context, facts.key).map((one) => [one.pair, one.machine]));
  const pairs = context.sql.all(PAIRS, n).map((row): PlacedPair => {
    const standing = toCountable(row);
    const id = pairId(text(row, 'id'));
    const position = number(row, 'position');
    const view = machine.get(id);
    const print = prints.get(position);
    const { state, reason } = view ?? standing;
    return {
      ...{ n: number(row, 'n'), id, position, state, findings: standing.findings, standing },
      ...(reason === undefined ? {} : { reason }),
      ...(print === undefined ? {} : { print }),
      isDecided: view !== undefined,
    };
  });
  return { n, document: facts, sources, pairs };
}

function toCountable(row: Row): Countable {
  const reason = maybeText(row, 'reason');
  return {
    state: toState(text(row, 'state')),
    ...(reason === undefined ? {} : { reason }),
    shape: text(row, 'shape'),
    layout: toLayout(text(row, 'layout')),
    score: unitScore(number(row, 'score')),
    findings: findingsOf(row),
    zhLength: number(row, 'zh_length'),
    enLength: number(row, 'en_length'),
  };
}
