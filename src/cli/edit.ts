import { DuizhaoError, jsonLine } from '../kit/index.js';
import type { PairId } from '../model/index.js';
import { withCorpus } from '../pipeline/index.js';
import type { Corpus, Wish } from '../store/index.js';
import type { EditFlags } from './commands/edit.js';
import type { Io } from './io.js';
import { checkedIds, wholeId } from './pair-ids.js';
import { shorten } from './shorten.js';

/** Columns of a text shown to confirm what was done. */
const SHOWN = 60;

/**
 * Does to each pair what the command line says, to all or to none.
 *
 * @throws DuizhaoError `edit.nothing-to-do`, and those of the store
 */
export async function editPairs(given: readonly string[], flags: EditFlags, io: Io): Promise<void> {
  refuseContradictions(given, flags);
  const asked = checkedIds(given);
  const who = flags.who ?? io.env['USER'] ?? io.env['USERNAME'] ?? 'unnamed';
  await withCorpus(flags.corpus, { clock: io.now }, async (corpus) => {
    const ids =
      flags.conflicts === true
        ? corpus.edits.conflicts().map(({ pair }) => pair)
        : asked.map((id) => demandedId(corpus, id));
    const done = corpus.batch(() => ids.map((id) => editOne(corpus, id, flags, who)));
    for (const [at, id] of ids.entries()) {
      await io.err(`${done[at] ?? ''} ${id}\n${shownPair(corpus, id)}`);
      if (flags.json !== true) continue;
      const decision = corpus.edits.on(id);
      await io.out(jsonLine({ id, pair: corpus.pairs.get(id)?.pair, decision }));
    }
    if (ids.length === 0) await io.err('no conflicts\n');
  });
}

function demandedId(corpus: Corpus, given: string): PairId {
  const id = wholeId(corpus, given);
  if (id !== undefined) return id;
  throw new DuizhaoError({
    code: 'store.no-pair',
    exit: 'missingInput',
    message: `the corpus has no pair whose id begins with "${given}"`,
    hint: 'ids are in the column "id" of exports; a rebuild may have replaced the pair',
  });
}

/** Answers with a word for what was done. */
function editOne(corpus: Corpus, id: PairId, flags: EditFlags, who: string): string {
  const { edits } = corpus;
  const { take } = flags;
  if (flags.undo === true) return `undone: ${edits.undo(id, who).what}`;
  if (take !== undefined) {
    const kind = edits.on(id)?.conflict?.kind;
    edits.settle(id, take, who);
    if (kind === 'orphaned') return take === 'mine' ? 'waits for its pair' : 'dropped';
    return `settled for ${take}`;
  }
  return edits.decide(id, wishOf(flags), who).pair.state;
}

function wishOf({ zh, en, state, note }: EditFlags): Wish {
  return {
    ...(zh === undefined ? {} : { zh }),
    ...(en === undefined ? {} : { en }),
    ...(state === undefined ? {} : { state }),
    ...(note === undefined ? {} : { note }),
  };
}

function shownPair(corpus: Corpus, id: PairId): string {
  const found = corpus.pairs.get(id);
  if (found === undefined) return '';
  const { zh, en, state } = found.pair;
  return `  ${shorten(zh, SHOWN)}\n  ${shorten(en, SHOWN)}\n  ${state}\n`;
}

/** Finds what cannot be meant before the corpus is opened. */
function refuseContradictions(ids: readonly string[], flags: EditFlags): void {
  const { zh, en, state, note, take, undo = false, conflicts = false } = flags;
  const isDecision = [zh, en, state, note].some((one) => one !== undefined);
  const ways = [isDecision, take !== undefined, undo].filter((way) => way).length;
  if (ways === 0) throw nothingToDo('say what to do: --zh, --en, --state, --take or --undo');
  if (ways > 1) throw nothingToDo('a decision, --take and --undo are three things');
  if (conflicts && take === undefined) throw nothingToDo('--conflicts goes with --take');
  if (conflicts === ids.length > 0) {
    throw nothingToDo(conflicts ? 'ids or --conflicts, not both' : 'name a pair by its id');
  }
  if (ids.length > 1 && (zh !== undefined || en !== undefined)) {
    throw nothingToDo('a text belongs to one pair');
  }
  if (zh?.trim() === '' || en?.trim() === '') {
    throw nothingToDo('an empty text is no translation: use --state rejected');
  }
  if ([zh, en].some((text) => text !== undefined && UNREADABLE.test(text))) {
    throw nothingToDo('the text holds control characters, or came in another encoding than UTF-8');
  }
}

/** What no tool would show, and XML cannot hold: slips of a terminal. */
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]/;

function nothingToDo(message: string): DuizhaoError {
  return new DuizhaoError({
    code: 'edit.nothing-to-do',
    exit: 'usage',
    message,
    hint: 'see: duizhao edit --help',
  });
}
