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
const READING = 2;

/** Stretches read ahead, at most. */
const AHEAD = 256;
/** After so many in a row that were not expected others are. */
const STRAYS = 3;

/**
 * Stretches of a file that an earlier import read, and those that this one reads: what has the same
 * bytes and is in the corpus as it was is not read again.
 */
export class KnownStretches {
  readonly #corpus: Corpus;
  readonly #file: string;
  readonly #signature: string;
  readonly #hashes: SourceHashes;
  /** Those that come next if nothing changed. */
  #ahead: StoredStretch[] = [];
  /** Behind which more of them are read; `undefined`: there are none. */
  #behind: Pick<StoredStretch, 'order'> | undefined = { order: 0 };
  #strays = 0;
  /** No earlier import read the file. */
  #isNew = false;
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

  /** That which comes so many places after the last one passed over, if nothing changed. */
  next(places: number): StoredStretch | undefined {
    if (this.#ahead.length < places) this.#readAhead();
    return this.#ahead[places - 1];
  }

  /** Those that begin with such a line; the expected one alone, if it does. */
  beginning(first: string): readonly StoredStretch[] {
    const expected = this.#ahead.find((stretch) => stretch.first === first);
    if (expected !== undefined) return [expected];
    if (this.#isNew) return [];
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
    this.#goOnFrom(stretch);
    return true;
  }

  #goOnFrom(stretch: StoredStretch): void {
    const at = this.#ahead.indexOf(stretch);
    this.#ahead.splice(0, at + 1);
    this.#strays = at >= 0 ? 0 : this.#strays + 1;
    if (this.#strays < STRAYS) return;
    this.#ahead = [];
    this.#behind = stretch;
  }

  #readAhead(): void {
    if (this.#behind === undefined) return;
    const { stretches } = this.#corpus;
    const more = stretches.after(this.#file, this.#behind, this.#signature, AHEAD);
    this.#isNew ||= this.#behind.order === 0 && more.length === 0;
    this.#ahead.push(...more);
    this.#behind = more.length === AHEAD ? more.at(-1) : undefined;
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
