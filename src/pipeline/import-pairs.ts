import {
  loadStretches,
  noPairs,
  type FileChoice,
  type PairRecord,
  type ReadOptions,
} from '../exchange/index.js';
import { pairId, type PairId, type TracedPair } from '../model/index.js';
import {
  contentOf,
  type Corpus,
  type DecidedState,
  type NewContent,
  type SeenPairs,
  type Staging,
  type Wish,
} from '../store/index.js';
import { pairKeyOf } from '../text/index.js';
import { importedDocument } from './imported-document.js';
import type {
  ImportConflict,
  ImportCounts,
  ImportOptions,
  ImportSummary,
  Verdict,
} from './import-summary.js';
import { KnownStretches } from './known-stretches.js';
import { Later } from './later.js';
import {
  DOCUMENTS,
  DocumentKeys,
  nameOf,
  recordGroups,
  type RecordGroup,
} from './record-groups.js';

/** Conflicts listed in a summary, of which all are counted, and columns that are not taken. */
const MAX_LISTED = 1_000;

/**
 * Brings a file of pairs into a corpus.
 *
 * A pair is recognised by its id, or by its very texts; others become documents of the corpus,
 * whose next build recognises texts it has already as duplicates. The file is read to its end
 * before anything is written, and all is written in one transaction: a failed import leaves the
 * corpus as it was. Meanwhile the documents lie in a temporary file; memory holds the edits.
 *
 * @throws DuizhaoError `exchange.no-pairs`, `exchange.unknown-format` and those of the format
 */
export async function importPairs(
  corpus: Corpus,
  file: string,
  options: ImportOptions,
): Promise<ImportSummary> {
  const summary = await takePairs(corpus, file, options);
  corpus.flush();
  return summary;
}

/** What goes on beside an import. */
export interface Beside {
  /** Told of each document on its way into the corpus. */
  readonly onDocument?: (content: NewContent) => void;
  /** Till then no pair is looked up in the corpus: something reads what that takes. */
  readonly ready?: Promise<void> | undefined;
}

/** {@link importPairs}, of which a power cut may take all. */
export async function takePairs(
  corpus: Corpus,
  file: string,
  options: ImportOptions,
  beside: Beside = {},
): Promise<ImportSummary> {
  const counts: ImportCounts = {
    ...{ same: 0, changed: 0, kept: 0, new: 0, undecided: 0, skipped: 0, several: 0 },
    conflicts: [],
    unused: [],
  };
  const staging = corpus.sources.stage();
  try {
    const job = new Import(corpus, file, options, counts, staging, beside);
    await job.read();
    corpus.batch(() => {
      job.applyEdits();
      staging.commit();
      job.remember();
    });
  } finally {
    staging.close();
  }
  return counts;
}

/** Says nothing of a pair that the corpus might have: only what a document is made of. */
function isPlainRecord({ id, state }: PairRecord): boolean {
  return id === undefined && state === undefined;
}

/** What a person wants of a pair. */
interface Edit {
  readonly id: PairId;
  readonly wish: Wish & Verdict;
}

/** One file on its way in. */
class Import {
  readonly #corpus: Corpus;
  readonly #file: string;
  readonly #options: ImportOptions;
  readonly #counts: ImportCounts;
  readonly #staging: Staging;
  readonly #onDocument: NonNullable<Beside['onDocument']>;
  readonly #later: Later;
  readonly #keys: DocumentKeys;
  readonly #stretches: KnownStretches;
  readonly #edits: Edit[] = [];
  readonly #contradictions: Edit[] = [];

  constructor(
    corpus: Corpus,
    file: string,
    options: ImportOptions,
    counts: ImportCounts,
    staging: Staging,
    { onDocument = () => undefined, ready }: Beside,
  ) {
    const { overrules: _overrules, ...how } = options;
    this.#corpus = corpus;
    this.#file = file;
    this.#options = options;
    this.#counts = counts;
    this.#staging = staging;
    this.#onDocument = onDocument;
    this.#later = new Later(ready);
    this.#keys = new DocumentKeys(file);
    this.#stretches = new KnownStretches(corpus, file, how);
  }

  /** Reads the file and lays aside what the corpus does not have. */
  async read(): Promise<void> {
    const stretches = this.#stretches;
    const items = loadStretches(this.#file, this.#readOptions(), {
      ...DOCUMENTS,
      known: (first) => stretches.beginning(first),
      next: (places) => stretches.next(places),
    });
    let isEmpty = true;
    for await (const item of recordGroups(items)) {
      if (item.kind === 'end') {
        const { stretch } = item;
        await this.#later.do(0, () => {
          stretches.end(stretch);
        });
      } else if (item.kind === 'group') await this.#take(item.records);
      else if (stretches.isThere(item.stretch, this.#keys)) {
        this.#counts.same += item.stretch.pairs;
        item.pass();
      } else continue;
      isEmpty &&= item.kind === 'end';
    }
    await this.#later.finish();
    if (isEmpty) throw noPairs(this.#file);
  }

  #readOptions(): Partial<ReadOptions> & FileChoice {
    const { who: _who, overrules: _overrules, ...reading } = this.#options;
    const counts = this.#counts;
    return {
      ...reading,
      onSkip: () => (counts.skipped += 1),
      onVariants: ({ line }) => {
        counts.several += 1;
        counts.severalFrom ??= line;
      },
      onCharset: (charset) => {
        counts.charset ??= charset;
      },
      onUnused: (name) => {
        const { unused } = counts;
        if (unused.length < MAX_LISTED && !unused.includes(name)) unused.push(name);
      },
    };
  }

  async #take(group: RecordGroup): Promise<void> {
    const name = nameOf(group);
    const key = this.#keys.take(name); // now: the next of its name has another
    const { who } = this.#options;
    const document = importedDocument(key, group, this.#file, who);
    const content = contentOf(document);
    const note = (): void => {
      const named = name === undefined ? {} : { name };
      this.#stretches.note({ ...named, sha256: content.sha256 }, group.length);
    };
    const isPlain = group.every(isPlainRecord);
    if (isPlain && this.#staging.isThere(content)) {
      this.#counts.same += group.length;
      await this.#later.do(0, note);
      return;
    }
    this.#onDocument(content); // most come in as they are
    await this.#later.do(group.length, () => {
      const rest = this.#apart(group);
      const isWhole = rest.length === group.length;
      if (isPlain && isWhole) note();
      else this.#stretches.spoil();
      if (isWhole) this.#staging.add(content);
      else this.#addRest(key, rest);
    });
  }

  #addRest(key: string, [first, ...more]: readonly PairRecord[]): void {
    if (first === undefined) return;
    const document = importedDocument(key, [first, ...more], this.#file, this.#options.who);
    const content = contentOf(document);
    this.#staging.add(content);
    this.#onDocument(content);
  }

  /**
   * Sets aside what the corpus knows and gives the rest: what it does not know, and other people's
   * texts of what somebody decided. What an earlier import of the same file brought in is both: it
   * stays in the documents of the file, which would lose it otherwise.
   */
  #apart(records: readonly PairRecord[]): PairRecord[] {
    const seen = this.#corpus.seen([]);
    return records.filter((record) => {
      const known = this.#byId(record) ?? this.#byTexts(record, seen);
      if (known === undefined) {
        this.#counts.new += 1;
        if (decided(record.state) !== undefined) this.#counts.undecided += 1;
        return true;
      }
      const isOwn = record.id === undefined && known.document.key.startsWith(`${this.#file}#`);
      const outcome = this.#compare(known, record);
      this.#counts[outcome] += 1;
      return isOwn || (outcome === 'kept' && hasOtherText(record, known));
    });
  }

  /** Remembers what the file held, for its next import. */
  remember(): void {
    this.#stretches.save();
  }

  /** Writes down what people decided on pairs the corpus has, and what they could not decide. */
  applyEdits(): void {
    const { edits } = this.#corpus;
    const { who } = this.#options;
    for (const { id, wish } of this.#edits) edits.decide(id, wish, who);
    for (const { id, wish } of this.#contradictions) edits.contradict(id, wish, who);
  }

  #byId({ id }: PairRecord): TracedPair | undefined {
    if (id === undefined || !/^[0-9a-f]{32}$/.test(id)) return undefined;
    return this.#corpus.pairs.get(pairId(id));
  }

  #byTexts(record: PairRecord, seen: SeenPairs): TracedPair | undefined {
    const id = seen.find(pairKeyOf(record));
    const found = id === undefined ? undefined : this.#corpus.pairs.get(id);
    return found === undefined || hasOtherText(record, found) ? undefined : found;
  }

  #compare(known: TracedPair, record: PairRecord): 'same' | 'changed' | 'kept' {
    const state = decided(record.state);
    const { pair } = known;
    const isEdited = hasOtherText(record, known);
    const hasOtherState = state !== undefined && state !== pair.state;
    if (!isEdited && !hasOtherState) return 'same';
    const texts = { zh: record.zh, en: record.en };
    const keepsState = state === undefined || (isEdited && state === pair.state);
    const edit = { id: pair.id, wish: keepsState ? texts : { ...texts, state } };
    const { who, overrules = false } = this.#options;
    const others = overrules ? undefined : this.#othersDecision(pair.id, who);
    if (others === undefined) {
      this.#edits.push(edit);
      return 'changed';
    }
    this.#contradictions.push(edit);
    this.#list({ id: pair.id, stands: others, file: edit.wish });
    return 'kept';
  }

  #othersDecision(id: PairId, who: string): ImportConflict['stands'] | undefined {
    const decision = this.#corpus.edits.on(id);
    if (decision === undefined || decision.who === who) return undefined;
    const { zh, en, state } = decision;
    return { zh, en, state, who: decision.who };
  }

  #list(conflict: ImportConflict): void {
    const { conflicts } = this.#counts;
    if (conflicts.length < MAX_LISTED) conflicts.push(conflict);
  }
}

function hasOtherText({ zh, en }: PairRecord, { pair }: TracedPair): boolean {
  return zh !== pair.zh || en !== pair.en;
}

function decided(state: string | undefined): DecidedState | undefined {
  return state === 'accepted' || state === 'edited' || state === 'rejected' ? state : undefined;
}
