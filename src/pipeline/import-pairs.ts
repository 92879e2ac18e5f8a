import { loadPairs, somePairs, type FileChoice, type PairRecord } from '../exchange/index.js';
import { sha256 } from '../kit/index.js';
import { pairId, type PairId, type TracedPair } from '../model/index.js';
import type { Corpus, DecidedState } from '../store/index.js';
import { importedDocuments } from './imported-document.js';

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
  /** Somebody else had decided otherwise, and that stands. */
  readonly kept: number;
  /** The corpus did not have them: a build takes them in. */
  readonly new: number;
  /** Units of the file that are no pair. */
  readonly skipped: number;
}

/**
 * Brings a file of pairs into a corpus.
 *
 * A pair is recognised by its id; others become documents of the corpus, whose next build recognises
 * texts it has already as duplicates. The file is read to its end before anything is written, and
 * all is written in one transaction: a failed import leaves the corpus as it was. All pairs of the
 * file are held in memory.
 *
 * @throws DuizhaoError `exchange.no-pairs`, `exchange.unknown-format` and those of the format
 */
export async function importPairs(
  corpus: Corpus,
  file: string,
  options: ImportOptions,
): Promise<ImportSummary> {
  const summary = { same: 0, changed: 0, kept: 0, new: 0, skipped: 0 };
  const records: PairRecord[] = [];
  const choice = options.format === undefined ? {} : { format: options.format };
  const pairs = loadPairs(file, { ...choice, onSkip: () => (summary.skipped += 1) });
  for await (const record of somePairs(pairs, file)) records.push(record);
  const digest = sha256(JSON.stringify(records));
  corpus.batch(() => {
    const unknown: PairRecord[] = [];
    for (const record of records) {
      const known = found(corpus, record);
      if (known === undefined) unknown.push(record);
      else summary[merge(corpus, known, record, options)] += 1;
    }
    summary.new = unknown.length;
    const origin = { kind: 'path', location: file, sha256: digest } as const;
    for (const document of importedDocuments(unknown, origin)) corpus.sources.putDocument(document);
  });
  corpus.flush();
  return summary;
}

function found(corpus: Corpus, { id }: PairRecord): TracedPair | undefined {
  return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? corpus.pairs.get(pairId(id)) : undefined;
}

function merge(
  corpus: Corpus,
  { pair }: TracedPair,
  record: PairRecord,
  { who, overrules = false }: ImportOptions,
): 'same' | 'changed' | 'kept' {
  const state = decided(record.state);
  const hasOtherText = record.zh !== pair.zh || record.en !== pair.en;
  const hasOtherState = state !== undefined && state !== pair.state;
  if (!hasOtherText && !hasOtherState) return 'same';
  if (!overrules && isOthers(corpus, pair.id, who)) return 'kept';
  const wish = { zh: record.zh, en: record.en };
  const keepsState = state === undefined || (hasOtherText && state === pair.state);
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
