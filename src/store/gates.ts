/**
 * The one gate from stored JSON to the model's types. Only this room writes these columns, so what
 * stands in them is trusted once its outline is right; a damaged file must not look like a bug.
 */
import type {
  Block,
  Document,
  DocumentFacts,
  Finding,
  Layout,
  Origin,
  PairId,
  PairState,
  Section,
} from '../model/index.js';
import { damagedValue } from './failure.js';
import type { Conflict, DecidedState, Decision, MachineView } from './decision.js';
import type { HistoryWhat } from './history.js';
import type { PairDetail } from './pair-row.js';
import type { DocumentTally, GroupCount } from './tally.js';
import type { SourceFacts } from './source.js';
import type { StretchFacts } from './stretches.js';

/** Facts of a document. */
export function toFacts(value: unknown): DocumentFacts {
  return shaped(value, 'id', 'key', 'origins', 'layout') as DocumentFacts;
}

/** A whole document. */
export function toDocument(value: unknown): Document {
  return shaped(value, 'id', 'key', 'blocks') as Document;
}

/** Blocks and sections of a document. */
export function toBody(value: unknown): {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
} {
  return shaped(value, 'blocks', 'sections') as { blocks: Block[]; sections: Section[] };
}

/** Where a source came from. */
export function toSourceFacts(value: unknown): SourceFacts {
  return shaped(value, 'origins') as SourceFacts;
}

/** What is remembered of a stretch of an imported file. */
export function toStretchFacts(value: unknown): StretchFacts {
  return value as StretchFacts;
}

/** Values by number. */
export function toNumbered(value: unknown): readonly (readonly [number, unknown])[] {
  return listed(value) as readonly (readonly [number, unknown])[];
}

/** Texts by text. */
export function toTextPairs(value: unknown): readonly (readonly [string, string])[] {
  return listed(value) as readonly (readonly [string, string])[];
}

/** Several origins. */
export function toOrigins(value: unknown): readonly Origin[] {
  return listed(value) as readonly Origin[];
}

/** Findings of a pair. */
export function toFindings(value: unknown): readonly Finding[] {
  return listed(value) as readonly Finding[];
}

/** The part of a pair that is kept as JSON. */
export function toDetail(value: unknown): PairDetail {
  return shaped(value, 'blocks') as PairDetail;
}

/** State of a pair; the database's own CHECK guards the column. */
export function toState(value: string): PairState {
  return value as PairState;
}

/** Layout of a pair or document. */
export function toLayout(value: string): Layout {
  return value as Layout;
}

/** State a person chose; the database's own CHECK guards the column. */
export function toDecidedState(value: string): DecidedState {
  return value as DecidedState;
}

/** What the machine said beside a decision. */
export function toMachineView(value: unknown): MachineView {
  return shaped(value, 'state') as MachineView;
}

/** A decision that the history remembers. */
export function toDecisionBefore(value: unknown): Decision {
  return value as Decision;
}

/** A conflict of a decision. */
export function toConflict(value: unknown): Conflict {
  return shaped(value, 'kind') as Conflict;
}

/** Kind of a history entry. */
export function toHistoryWhat(value: string): HistoryWhat {
  return value as HistoryWhat;
}

/** Id inside a history entry. */
export function toPairId(value: unknown): PairId {
  return value as PairId;
}

/** Counts of the pairs of a document. */
export function toTally(value: unknown): DocumentTally {
  return shaped(value, 'groups', 'scores', 'lengths') as DocumentTally;
}

/** Groups of several documents. */
export function toGroupLists(value: unknown): readonly (readonly GroupCount[])[] {
  return listed(value).map((groups) => listed(groups) as readonly GroupCount[]);
}

/** @throws DuizhaoError `store.corrupt` unless it is an object with these fields */
function shaped(value: unknown, ...fields: readonly string[]): object {
  const isObject = typeof value === 'object' && value !== null;
  if (isObject && fields.every((field) => field in value)) return value;
  throw damagedValue(`a record without ${fields.join(', ')}`);
}

/** @throws DuizhaoError `store.corrupt` unless it is a list */
function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw damagedValue('a record that is no list');
}
