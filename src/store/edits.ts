import { DuizhaoError, stableJson } from '../kit/index.js';
import type { Pair, PairId, TracedPair } from '../model/index.js';
import { applyDecision, machineView } from './carry-decisions.js';
import { now, type Context } from './context.js';
import type { DecidedState, Decision } from './decision.js';
import { decisionOn, toDecision, withConflict, writeDecision } from './decisions.js';
import { saveTally } from './document-rows.js';
import { indexAgain } from './full-text.js';
import { historyOf, remember } from './history.js';
import { enTerms, zhTerms } from './index-terms.js';
import type { Pairs } from './pairs.js';
import { number } from './row.js';
import { codePoints, storable } from './storable.js';
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
      this.#write(pair, decided, 'decided', who);
      this.#count(document.key);
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
      this.#context.sql.run('DELETE FROM decision WHERE pair = ?', id);
      const restored = withVerdict(pair, decision.machine);
      this.#write(pair, restored, 'withdrawn', who);
      this.#count(document.key);
      return { pair: restored, document };
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
        if (side === 'machine') this.#context.sql.run('DELETE FROM decision WHERE pair = ?', id);
      } else if (side === 'machine') this.withdraw(id, who);
      else writeDecision(this.#context, withConflict(decision, undefined));
      remember(this.#context, {
        pair: id,
        who,
        what: 'settled',
        was: { kind, was, became },
        became: side,
      });
    });
  }

  #count(documentKey: string): void {
    const row = this.#context.sql.get('SELECT n FROM document WHERE key = ?', documentKey);
    if (row === undefined) return;
    saveTally(this.#context, number(row, 'n'), this.#pairs.of(documentKey));
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

  #write(before: Pair, after: Pair, what: 'decided' | 'withdrawn', who: string): void {
    const { sql } = this.#context;
    sql.run(
      `UPDATE pair SET zh = ?, en = ?, zh_length = ?, en_length = ?, state = ?, reason = ?
       WHERE id = ?`,
      after.zh,
      after.en,
      codePoints(after.zh),
      codePoints(after.en),
      after.state,
      after.reason ?? null,
      after.id,
    );
    const n = number(sql.get('SELECT n FROM pair WHERE id = ?', after.id) ?? {}, 'n');
    indexAgain(this.#context, n, { zh: zhTerms(after.zh), en: enTerms(after.en) });
    remember(this.#context, { pair: after.id, who, what, was: told(before), became: told(after) });
  }
}

function told({ zh, en, state }: Pair): Pick<Pair, 'zh' | 'en' | 'state'> {
  return { zh, en, state };
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
