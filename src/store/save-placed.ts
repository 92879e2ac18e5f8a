import type { Pair } from '../model/index.js';
import type { Context } from './context.js';
import { decisionOn, writeDecision } from './decisions.js';
import { saveTally } from './document-rows.js';
import { remember } from './history.js';
import { findingValues } from './pair-row.js';
import type { PlacedPair, PlacedResults } from './placed-results.js';
import { savePlayers } from './player-index.js';
import { changesOf, type Changes, type Part, type Player } from './players.js';

/** What is made of a pair beside others. */
export type PairStanding = Pick<Pair, 'state' | 'reason' | 'findings'>;

/** A pair that is stored, and what is made of it now. */
export interface Compared {
  readonly pair: PlacedPair;
  readonly now: PairStanding;
}

/**
 * Writes what comparing made of the pairs of a document that stays as it is: rows of those for which
 * it came out otherwise, and no more. People's decisions stay.
 *
 * @returns what it means for duplicates in later documents
 */
export function savePlaced(
  context: Context,
  { n }: PlacedResults,
  compared: readonly Compared[],
  partOf: (standing: PairStanding) => Part,
): Changes {
  const standing = compared.map(({ pair, now }) => {
    if (isSame(pair, now)) return pair.standing;
    writeStanding(context, pair, now);
    if (pair.isDecided) return { ...pair.standing, findings: now.findings };
    const { reason: _reason, ...rest } = pair.standing;
    return { ...rest, ...now };
  });
  saveTally(context, n, standing);
  const had = playersAmong(compared, ({ pair }) => partOf(pair));
  const has = playersAmong(compared, ({ now }) => partOf(now));
  savePlayers(context, n, had, has);
  const ids = new Map(compared.map(({ pair: { position, id } }) => [position, id]));
  const idAt = (position: number) => ids.get(position);
  return changesOf(had, idAt, has, idAt);
}

/** Whether comparing came out as before: nothing else of a pair can have changed. */
export function isSame(one: PairStanding, other: PairStanding): boolean {
  return (
    one.state === other.state &&
    one.reason === other.reason &&
    JSON.stringify(one.findings) === JSON.stringify(other.findings)
  );
}

function playersAmong(
  compared: readonly Compared[],
  part: (one: Compared) => Part,
): readonly Player[] {
  return compared.flatMap((one) => {
    const { position, print } = one.pair;
    const plays = print === undefined ? 'none' : part(one);
    if (print === undefined || plays === 'none') return [];
    return [{ position, isFirst: plays === 'first', print }];
  });
}

function writeStanding(context: Context, pair: PlacedPair, now: PairStanding): void {
  const { sql } = context;
  const findings = findingValues(now.findings);
  if (pair.isDecided || !changesVerdict(pair, now)) {
    sql.run('UPDATE pair SET checks = ?, findings = ? WHERE n = ?', ...findings, pair.n);
    if (pair.isDecided) writeUnderDecision(context, pair, now);
    return;
  }
  sql.run(
    'UPDATE pair SET state = ?, reason = ?, checks = ?, findings = ? WHERE n = ?',
    ...[now.state, now.reason ?? null, ...findings, pair.n],
  );
  const [was, became] = [toldOf(pair, now), toldOf(now, pair)];
  remember(context, { pair: pair.id, what: 'changed', was, became });
}

function changesVerdict(one: PairStanding, other: PairStanding): boolean {
  return one.state !== other.state || one.reason !== other.reason;
}

/** What the history tells of one state of a pair beside another. */
function toldOf({ state, reason }: PairStanding, other: PairStanding): object {
  return {
    ...(state === other.state ? {} : { state }),
    ...(reason === other.reason ? {} : { reason: reason ?? null }),
  };
}

/** A person's word stands; what the machine says is kept beside it. */
function writeUnderDecision(context: Context, { id }: PlacedPair, now: PairStanding): void {
  const decision = decisionOn(context, id);
  if (decision === undefined) return;
  const { reason: _reason, ...texts } = decision.machine;
  const { state, reason } = now;
  const machine = { ...texts, state, ...(reason === undefined ? {} : { reason }) };
  writeDecision(context, { ...decision, machine });
}
