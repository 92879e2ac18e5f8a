import type { Pair } from '../model/index.js';
import { carryOver } from './carry.js';
import { now, type Context } from './context.js';
import type { Conflict, Decision, MachineView } from './decision.js';
import { decisionsOf, withConflict, writeDecision } from './decisions.js';
import { STORE_DEFAULTS } from './defaults.js';
import { remember } from './history.js';
import { withVerdict } from './verdict.js';

/** Reason of a pair that a person refused. */
const DECIDED = 'decided-by-person';

/** Decisions brought over to a new build. */
export interface CarriedDecisions {
  /** The pair as it stands: a person's word over the machine's. */
  readonly decided: (pair: Pair) => Pair;
  /** Newly found disagreements. */
  readonly conflicts: number;
}

/** Moves the decisions on a document's pairs to the pairs of its new build. */
export function carryDecisions(
  context: Context,
  documentKey: string,
  pairs: readonly Pair[],
): CarriedDecisions {
  const decisions = decisionsOf(context, documentKey);
  if (decisions.length === 0) return { decided: (pair) => pair, conflicts: 0 };
  const machine = decisions.map(({ pair: id, machine: view }) => ({ id, ...view }));
  const carried = carryOver(machine, pairs, STORE_DEFAULTS.carrySimilarity);
  const successors = new Map(carried.map(({ from, to }) => [from, to]));
  const made = new Map(pairs.map((pair) => [pair.id, pair]));
  const standing = new Map<string, Decision>();
  let conflicts = 0;
  for (const decision of decisions) {
    const successor = made.get(successors.get(decision.pair) ?? decision.pair);
    const updated = follow(context, decision, successor);
    if (successor !== undefined) standing.set(successor.id, updated);
    if (isNews(decision.conflict, updated.conflict)) conflicts += 1;
  }
  return {
    conflicts,
    decided: (pair) => {
      const decision = standing.get(pair.id);
      return decision === undefined ? pair : applyDecision(pair, decision);
    },
  };
}

/** A pair as a person decided on it; scores and findings stay the machine's. */
export function applyDecision(pair: Pair, { zh, en, state }: Decision): Pair {
  return withVerdict(pair, { zh, en, state, reason: state === 'rejected' ? DECIDED : undefined });
}

/** What the machine says of a pair, to be kept beside a decision. */
export function machineView({ zh, en, state, reason, position }: Pair): MachineView {
  return { zh, en, state, ...(reason === undefined ? {} : { reason }), position };
}

function follow(context: Context, decision: Decision, successor: Pair | undefined): Decision {
  const conflict = conflictWith(decision, successor, now(context));
  const updated: Decision = {
    ...withConflict(decision, conflict),
    pair: successor?.id ?? decision.pair,
    machine: successor === undefined ? decision.machine : machineView(successor),
  };
  if (updated.pair !== decision.pair) {
    context.sql.run('DELETE FROM decision WHERE pair = ?', decision.pair);
    const to = { pair: updated.pair };
    remember(context, { ...to, what: 'carried', was: { pair: decision.pair }, became: to });
  }
  if (isNews(decision.conflict, conflict)) {
    remember(context, {
      pair: updated.pair,
      what: 'conflict',
      was: conflict?.was,
      became: conflict?.became,
    });
  }
  writeDecision(context, updated);
  return updated;
}

/** What is between a decision and the texts that the machine gives now, if anything is. */
export function conflictWith(
  decision: Decision,
  successor: Texts | undefined,
  at: string,
): Conflict | undefined {
  const was = decision.conflict?.was ?? { zh: decision.machine.zh, en: decision.machine.en };
  if (successor === undefined) {
    return decision.conflict?.kind === 'orphaned'
      ? decision.conflict
      : { kind: 'orphaned', at, was };
  }
  const { zh, en } = successor;
  if (isSame(successor, was) || isSame(successor, decision)) return undefined;
  const { conflict } = decision;
  if (conflict?.became !== undefined && isSame(successor, conflict.became)) return conflict;
  return { kind: 'text-changed', at, was, became: { zh, en } };
}

interface Texts {
  readonly zh: string;
  readonly en: string;
}

function isSame(one: Texts, other: Texts): boolean {
  return one.zh === other.zh && one.en === other.en;
}

function isNews(before: Conflict | undefined, after: Conflict | undefined): boolean {
  return after !== undefined && after !== before;
}
