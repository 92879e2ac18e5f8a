import { pairId, type PairId } from '../model/index.js';
import type { Context } from './context.js';
import type { Conflict, Decision } from './decision.js';
import { toConflict, toDecidedState, toMachineView } from './gates.js';
import { json, maybeText, text } from './row.js';
import type { Row } from './sqlite.js';

/** Decisions on the pairs of one document, in order of pair id. */
export function decisionsOf(context: Context, documentKey: string): Decision[] {
  return context.sql
    .all('SELECT * FROM decision WHERE document_key = ? ORDER BY pair', documentKey)
    .map(toDecision);
}

/** The decision on one pair. */
export function decisionOn(context: Context, id: PairId): Decision | undefined {
  const row = context.sql.get('SELECT * FROM decision WHERE pair = ?', id);
  return row === undefined ? undefined : toDecision(row);
}

/** Writes a decision in place of any earlier one on the same pair. */
export function writeDecision(context: Context, decision: Decision): void {
  context.sql.run(
    'INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    decision.pair,
    decision.documentKey,
    decision.state,
    decision.zh,
    decision.en,
    decision.note ?? null,
    decision.who,
    decision.at,
    JSON.stringify(decision.machine),
    decision.conflict === undefined ? null : JSON.stringify(decision.conflict),
  );
}

/** A row of `decision`. */
export function toDecision(row: Row): Decision {
  const note = maybeText(row, 'note');
  const conflict = json(row, 'conflict');
  return {
    pair: pairId(text(row, 'pair')),
    documentKey: text(row, 'document_key'),
    state: toDecidedState(text(row, 'state')),
    zh: text(row, 'zh'),
    en: text(row, 'en'),
    ...(note === undefined ? {} : { note }),
    who: text(row, 'who'),
    at: text(row, 'at'),
    machine: toMachineView(json(row, 'machine')),
    ...(conflict === undefined ? {} : { conflict: toConflict(conflict) }),
  };
}

/** The same decision with another conflict, or none. */
export function withConflict(decision: Decision, conflict: Conflict | undefined): Decision {
  const { pair, documentKey, state, zh, en, note, who, at, machine } = decision;
  return {
    ...{ pair, documentKey, state, zh, en, who, at, machine },
    ...(note === undefined ? {} : { note }),
    ...(conflict === undefined ? {} : { conflict }),
  };
}
