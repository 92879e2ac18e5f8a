import { loadPairs, somePairs, type FileChoice, type PairRecord } from '../exchange/index.js';
import { pairId, type PairId, type TracedPair } from '../model/index.js';
import type { Corpus, DecidedState, SeenPairs } from '../store/index.js';
import { fingerprintOf } from '../text/index.js';
import { importedDocuments } from './imported-document.js';
import { withSpool } from './record-spool.js';

/** What an import is told. */
export interface ImportOptions extends FileChoice {
  /** Whose work the file is: their edits stay apart from other people's. */
  readonly who: string;
  /** Whether decisions of other people give way. */
  readonly overrules?: boolean;
}

/** What became of the pairs of a file; together they are all of them. */
export interface ImportSummary {
  /** The corpus has them so. */
  readonly same: number;
  /** The corpus had them otherwise: the file's text or state stands now. */
  readonly changed: number;
  /**
   * Somebody else had decided otherwise, and that stands. Another text is not lost: it comes in as
   * a pair of its own, whose origin is the file.
   */
  readonly kept: number;
  /** The corpus did not have them: a build takes them in. */
  readonly new: number;
  /** Units of the file that are no pair. */
  readonly skipped: number;
}

/**
 * Brings a file of pairs into a corpus.
 *
 * A pair is recognised by its id, or by its very texts; others become documents of the corpus,
 * whose next build recognises texts it has already as duplicates. The file is read to its end
 * before anything is written, and all is written in one transaction: a failed import leaves the
 * corpus as it was. Meanwhile the pairs lie in a temporary file.
 *
 * @throws DuizhaoError `exchange.no-pairs`, `exchange.unknown-format` and those of the format
 */
export async function importPairs(
  corpus: Corpus,
  file: string,
  options: ImportOptions,
): Promise<ImportSummary> {
  const counts = { same: 0, changed: 0, kept: 0, new: 0, skipped: 0 };
  const choice = options.format === undefined ? {} : { format: options.format };
  const pairs = loadPairs(file, { ...choice, onSkip: () => (counts.skipped += 1) });
  await withSpool(somePairs(pairs, file), ({ digest, records }) => {
    corpus.batch(() => {
      const origin = { kind: 'path', location: file, sha256: digest } as const;
      const job = new Import(corpus, file, options, counts);
      for (const document of importedDocuments(job.apart(records()), origin, options.who)) {
        corpus.sources.putDocument(document);
      }
    });
  });
  corpus.flush();
  return counts;
}

/** One file on its way in. */
class Import {
  readonly #corpus: Corpus;
  readonly #file: string;
  readonly #options: ImportOptions;
  readonly #counts: { same: number; changed: number; kept: number; new: number };
  readonly #seen: SeenPairs;

  constructor(
    corpus: Corpus,
    file: string,
    options: ImportOptions,
    counts: { same: number; changed: number; kept: number; new: number },
  ) {
    this.#corpus = corpus;
    this.#file = file;
    this.#options = options;
    this.#counts = counts;
    this.#seen = corpus.seen([]);
  }

  /**
   * Merges what the corpus knows and gives the rest: what it does not know, and other people's texts
   * of what somebody decided. What an earlier import of the same file brought in is both: it stays
   * in the documents of the file, which would lose it otherwise.
   */
  *apart(records: Iterable<PairRecord>): Iterable<PairRecord> {
    for (const record of records) {
      const known = this.#byId(record) ?? this.#byTexts(record);
      if (known === undefined) {
        this.#counts.new += 1;
        yield record;
        continue;
      }
      const isOwn = record.id === undefined && known.document.key.startsWith(`${this.#file}#`);
      const outcome = merge(this.#corpus, known, record, this.#options);
      this.#counts[outcome] += 1;
      if (isOwn || (outcome === 'kept' && hasOtherText(record, known))) yield record;
    }
  }

  #byId({ id }: PairRecord): TracedPair | undefined {
    if (id === undefined || !/^[0-9a-f]{32}$/.test(id)) return undefined;
    return this.#corpus.pairs.get(pairId(id));
  }

  #byTexts(record: PairRecord): TracedPair | undefined {
    const id = this.#seen.find(fingerprintOf(record).pair);
    const found = id === undefined ? undefined : this.#corpus.pairs.get(id);
    return found === undefined || hasOtherText(record, found) ? undefined : found;
  }
}

function hasOtherText({ zh, en }: PairRecord, { pair }: TracedPair): boolean {
  return zh !== pair.zh || en !== pair.en;
}

function merge(
  corpus: Corpus,
  known: TracedPair,
  record: PairRecord,
  { who, overrules = false }: ImportOptions,
): 'same' | 'changed' | 'kept' {
  const state = decided(record.state);
  const { pair } = known;
  const isEdited = hasOtherText(record, known);
  const hasOtherState = state !== undefined && state !== pair.state;
  if (!isEdited && !hasOtherState) return 'same';
  if (!overrules && isOthers(corpus, pair.id, who)) return 'kept';
  const wish = { zh: record.zh, en: record.en };
  const keepsState = state === undefined || (isEdited && state === pair.state);
  corpus.edits.decide(pair.id, keepsState ? wish : { ...wish, state }, who);
  return 'changed';
}

function isOthers(corpus: Corpus, id: PairId, who: string): boolean {
  const decision = corpus.edits.on(id);
  return decision !== undefined && decision.who !== who;
}

function decided(state: string | undefined): DecidedState | undefined {
  return state === 'accepted' || state === 'edited' || state === 'rejected' ? state : undefined;
}
