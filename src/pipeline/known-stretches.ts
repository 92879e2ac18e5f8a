import type { Stretch } from '../exchange/index.js';
import { hashOf, version } from '../kit/index.js';
import type {
  Corpus,
  SourceHashes,
  StoredStretch,
  StretchDocument,
  StretchFacts,
} from '../store/index.js';
import type { DocumentKeys } from './record-groups.js';

/** Grows when the same file is read otherwise than before: then all of it is read again. */
const READING = 1;

/** Stretches read ahead, at most; the more came as expected, the more are. */
const MOST_AHEAD = 256;

/**
 * Stretches of a file that an earlier import read, and those that this one reads: what has the same
 * bytes and is in the corpus as it was is not read again.
 */
export class KnownStretches {
  readonly #corpus: Corpus;
  readonly #file: string;
  readonly #signature: string;
  readonly #hashes: SourceHashes;
  /** Those that come next if nothing changed, see {@link MOST_AHEAD}. */
  #ahead: StoredStretch[] = [];
  /** How many came as expected, one after the other. */
  #expected = 0;
  readonly #kept: StoredStretch[] = [];
  readonly #added: StretchFacts[] = [];
  /** Of the stretch under way; `undefined` when it must be read each time. */
  #documents: StretchDocument[] | undefined = [];
  #pairs = 0;

  /** @param how - everything that decides what documents come of the bytes */
  constructor(corpus: Corpus, file: string, how: unknown) {
    this.#corpus = corpus;
    this.#file = file;
    this.#signature = hashOf(READING, version, how);
    this.#hashes = corpus.sources.hashes();
  }

  /** Those that begin with such a line: the next one alone, if it does. */
  beginning(first: string): readonly StoredStretch[] {
    const [next] = this.#ahead;
    if (next?.first === first) return [next];
    return this.#corpus.stretches.beginning(this.#file, first, this.#signature);
  }

  /** Whether the corpus still has all documents of a stretch; their keys are taken then. */
  isThere(stretch: StoredStretch, keys: DocumentKeys): boolean {
    const { documents } = stretch;
    const names = documents.map(({ name }) => name);
    const taken = keys.takeIf(names, (keys) =>
      keys.every((key, at) => this.#hashes.of(key) === documents[at]?.sha256),
    );
    if (taken.length < documents.length) return false;
    this.#kept.push(stretch);
    this.#lookAhead(stretch);
    return true;
  }

  #lookAhead(stretch: StoredStretch): void {
    const isExpected = this.#ahead.shift() === stretch;
    this.#expected = isExpected ? this.#expected + 1 : 0;
    if (!isExpected) this.#ahead = [];
    if (this.#ahead.length > 0) return;
    const most = Math.min(MOST_AHEAD, 1 + this.#expected);
    const { stretches } = this.#corpus;
    this.#ahead = [...stretches.after(this.#file, stretch, this.#signature, most)];
  }

  /** Notes a document of the stretch under way: one whose pairs are all in it, and nothing else. */
  note(document: StretchDocument, pairs: number): void {
    this.#documents?.push(document);
    this.#pairs += pairs;
  }

  /** The stretch under way holds more than documents: what people decided, pairs known elsewhere. */
  spoil(): void {
    this.#documents = undefined;
  }

  /** Ends the stretch under way. */
  end(stretch: Stretch<StretchFacts['end']> | undefined): void {
    const documents = this.#documents;
    if (stretch !== undefined && documents !== undefined) {
      this.#added.push({ ...stretch, documents, pairs: this.#pairs });
    }
    this.#documents = [];
    this.#pairs = 0;
  }

  /** Remembers what the file holds now. */
  save(): void {
    this.#corpus.stretches.replace(this.#file, this.#signature, this.#kept, this.#added);
  }
}
