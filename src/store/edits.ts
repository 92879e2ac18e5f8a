import { DuizhaoError, stableJson } from '../kit/index.js';
import type { Pair, PairId, TracedPair } from '../model/index.js';
import { applyDecision, conflictWith, machineView } from './carry-decisions.js';
import { now, type Context } from './context.js';
import type { DecidedState, Decision } from './decision.js';
import { decisionOn, toDecision, withConflict, writeDecision } from './decisions.js';
import { saveTally } from './document-rows.js';
import { indexAgain } from './full-text.js';
import { historyOf, remember, type HistoryEntry } from './history.js';
import { enTerms, zhTerms } from './index-terms.js';
import type { Pairs } from './pairs.js';
import { HAS_ID } from './pair-row.js';
import { number } from './row.js';
import { codePoints, storable } from './storable.js';
import { lastDeed } from './last-deed.js';
import { countable } from './tally.js';
import { withVerdict } from './verdict.js';

/** What a person wants of a pair; what is absent stays as it is. */
export interface Wish {
  /** Defaults to `edited` when a text differs from the machine's, else to `accepted`. */
  readonly state?: DecidedState;
  readonly zh?: string;
  readonly en?: string;
  readonly note?: string;
}

/** People's decisions: kept apart from the machine's results, standing over them. */
export class Edits {
  readonly #context: Context;
  readonly #pairs: Pairs;

  constructor(context: Context, pairs: Pairs) {
    this.#context = context;
    this.#pairs = pairs;
  }

  /**
   * Records a person's decision on a pair; a conflict on it counts as settled.
   *
   * @throws DuizhaoError `store.no-pair`
   */
  decide(id: PairId, wish: Wish, who: string): TracedPair {
    return this.#context.sql.transaction(() => {
      const { pair, document } = this.#demand(id);
      const former = decisionOn(this.#context, id);
      const machine = former?.machine ?? machineView(pair);
      const zh = storable(wish.zh ?? pair.zh);
      const en = storable(wish.en ?? pair.en);
      const isEdited = zh !== machine.zh || en !== machine.en;
      const note = wish.note ?? former?.note;
      const decision: Decision = {
        pair: id,
        documentKey: document.key,
        state: wish.state ?? (isEdited ? 'edited' : 'accepted'),
        zh,
        en,
        ...(note === undefined ? {} : { note }),
        who,
        at: now(this.#context),
        machine,
      };
      writeDecision(this.#context, decision);
      const decided = applyDecision(pair, decision);
      this.#write(decided, document.key);
      const [was, became] = [told(pair, former), told(decided)];
      remember(this.#context, { pair: id, who, what: 'decided', was, became });
      return { pair: decided, document };
    });
  }

  /**
   * Takes a decision back: the pair is again what the machine makes of it.
   *
   * @throws DuizhaoError `store.no-pair`, `store.no-decision`
   */
  withdraw(id: PairId, who: string): TracedPair {
    return this.#context.sql.transaction(() => {
      const { pair, document } = this.#demand(id);
      const decision = decisionOn(this.#context, id);
      if (decision === undefined) throw noDecision(id);
      const restored = this.#release(pair, decision, document.key);
      const [was, became] = [told(pair, decision), told(restored)];
      remember(this.#context, { pair: id, who, what: 'withdrawn', was, became });
      return { pair: restored, document };
    });
  }

  /**
   * Takes back the last thing people did to a pair (decided, withdrew, settled, and not undone yet):
   * the decision before it stands again, beside what the machine says today.
   *
   * @returns what was undone
   * @throws DuizhaoError `store.nothing-to-undo`
   */
  undo(id: PairId, who: string): HistoryEntry {
    return this.#context.sql.transaction(() => {
      const last = lastDeed(historyOf(this.#context, id));
      if (last === undefined) throw nothingToUndo(id);
      const traced = this.#pairs.get(id);
      const current = decisionOn(this.#context, id);
      const { former } = last;
      const pair =
        former === undefined
          ? traced && current && this.#release(traced.pair, current, traced.document.key)
          : this.#restore(id, former, traced, current);
      if (former === undefined && traced === undefined) this.#drop(id);
      const { n, what } = last.entry;
      const was = { entry: n, what, ...(traced && told(traced.pair)) };
      const became = pair && told(pair);
      remember(this.#context, { pair: id, who, what: 'undone', was, became });
      return last.entry;
    });
  }

  /**
   * Writes down that somebody wanted a pair otherwise than decided. The decision stands; its history
   * tells who wanted what, once.
   */
  contradict(id: PairId, wish: Wish, who: string): void {
    const decision = decisionOn(this.#context, id);
    if (decision === undefined) return;
    const { zh, en, state } = decision;
    const wanted = { zh: wish.zh ?? zh, en: wish.en ?? en, state: wish.state ?? state };
    const isTold = historyOf(this.#context, id).some(
      (entry) => entry.what === 'conflict' && entry.who === who && isEqual(entry.became, wanted),
    );
    if (isTold) return;
    const was = { zh, en, state, who: decision.who };
    this.#context.sql.transaction(() => {
      remember(this.#context, { pair: id, who, what: 'conflict', was, became: wanted });
    });
  }

  /** The decision on a pair, if a person made one. */
  on(id: PairId): Decision | undefined {
    return decisionOn(this.#context, id);
  }

  /** Decisions that the machine now disagrees with, in order of pair id. */
  conflicts(): readonly Decision[] {
    return this.#context.sql
      .all('SELECT * FROM decision WHERE conflict IS NOT NULL ORDER BY pair')
      .map(toDecision);
  }

  /**
   * Ends a conflict: `mine` keeps the person's texts, `machine` takes the new ones.
   *
   * An orphaned decision has no pair any more: `machine` drops it, `mine` keeps it waiting for
   * a later build to bring its pair back, and so it stays among the conflicts.
   *
   * @throws DuizhaoError `store.no-decision`
   */
  settle(id: PairId, side: 'mine' | 'machine', who: string): void {
    this.#context.sql.transaction(() => {
      const decision = decisionOn(this.#context, id);
      if (decision?.conflict === undefined) throw noDecision(id);
      const { kind, was, became } = decision.conflict;
      if (kind === 'orphaned') {
        if (side === 'machine') this.#drop(id);
      } else if (side === 'machine') {
        const { pair, document } = this.#demand(id);
        this.#release(pair, decision, document.key);
      } else writeDecision(this.#context, withConflict(decision, undefined));
      remember(this.#context, {
        pair: id,
        who,
        what: 'settled',
        was: { kind, was, became, decision },
        became: side,
      });
    });
  }

  /** Gives a pair back to the machine. */
  #release(pair: Pair, { machine }: Decision, documentKey: string): Pair {
    this.#drop(pair.id);
    const restored = withVerdict(pair, machine);
    this.#write(restored, documentKey);
    return restored;
  }

  /** Puts an earlier decision on a pair again, or among those that wait for their pair. */
  #restore(
    id: PairId,
    former: Decision,
    traced: TracedPair | undefined,
    current: Decision | undefined,
  ): Pair | undefined {
    const machine =
      traced === undefined ? former.machine : (current?.machine ?? machineView(traced.pair));
    const conflict = conflictWith(former, traced && machine, now(this.#context));
    const documentKey = traced?.document.key ?? former.documentKey;
    const decision = { ...withConflict(former, conflict), pair: id, documentKey, machine };
    writeDecision(this.#context, decision);
    if (traced === undefined) return undefined;
    const decided = applyDecision(traced.pair, decision);
    this.#write(decided, documentKey);
    return decided;
  }

  #drop(id: PairId): void {
    this.#context.sql.run('DELETE FROM decision WHERE pair = ?', id);
  }

  #count(documentKey: string): void {
    const row = this.#context.sql.get('SELECT n FROM document WHERE key = ?', documentKey);
    if (row === undefined) return;
    saveTally(this.#context, number(row, 'n'), this.#pairs.of(documentKey).map(countable));
  }

  #demand(id: PairId): TracedPair {
    const found = this.#pairs.get(id);
    if (found !== undefined) return found;
    throw new DuizhaoError({
      code: 'store.no-pair',
      exit: 'missingInput',
      message: `the corpus has no pair "${id}"`,
      hint: 'ids are in the column "id" of exports; a rebuild may have replaced the pair',
    });
  }

  #write(after: Pair, documentKey: string): void {
    const { sql } = this.#context;
    const n = number(sql.get(`SELECT n FROM pair p WHERE ${HAS_ID}`, after.id) ?? {}, 'n');
    sql.run(
      `UPDATE pair SET zh = ?, en = ?, zh_length = ?, en_length = ?, state = ?, reason = ?
       WHERE n = ?`,
      after.zh,
      after.en,
      codePoints(after.zh),
      codePoints(after.en),
      after.state,
      after.reason ?? null,
      n,
    );
    indexAgain(this.#context, n, { zh: zhTerms(after.zh), en: enTerms(after.en) });
    this.#count(documentKey);
  }
}

/** What the history tells of a pair; with the decision there was, if something can be undone. */
function told({ zh, en, state }: Pair, decision?: Decision): object {
  return { zh, en, state, ...(decision === undefined ? {} : { decision }) };
}

function isEqual(one: unknown, other: unknown): boolean {
  return stableJson(one) === stableJson(other);
}

function noDecision(id: PairId): DuizhaoError {
  return new DuizhaoError({
    code: 'store.no-decision',
    exit: 'missingInput',
    message: `nobody's decision on pair "${id}" waits for this`,
    hint: 'list the open conflicts first',
  });
}

function nothingToUndo(id: PairId): DuizhaoError {
  return new DuizhaoError({
    code: 'store.nothing-to-undo',
    exit: 'missingInput',
    message: `nobody decided anything on pair "${id}" that is not undone`,
    hint: `see its history with: duizhao show ${id}`,
  });
}
