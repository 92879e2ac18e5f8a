import type { ByteFile } from './byte-file.js';
import type { Exportable, PairRecord } from './record.js';
import type { Stretch, StretchItem, StretchOptions } from './stretches.js';

/** Pairs to write, lazily if need be. */
export type Pairs = Iterable<Exportable> | AsyncIterable<Exportable>;

/** Bytes or text of a file, in pieces. */
export type Chunks = AsyncIterable<string | Uint8Array>;

/** Something a format could not carry, or a tool would not take. */
export interface Loss {
  /**
   * `characters`: the pair went through without them; `pair`: the pair was left out; `column`: what
   * was known of pairs besides their texts has no place, told once a column at the end.
   */
  readonly kind: 'characters' | 'pair' | 'column';
  /** Kebab-case and stable: `not-in-xml`, `one-sided`, `too-long`; of a column its name. */
  readonly reason: string;
  /** Which pair, from 1, in the order given; of a column the first. */
  readonly ordinal: number;
  /** Its id, when it has one. */
  readonly id?: string;
  /** Characters lost or changed; 1 for a pair; of a column the pairs that had it. */
  readonly count: number;
}

/** A CAT tool (or none in particular) whose habits a file follows. */
export type Profile = 'generic' | 'omegat' | 'trados' | 'memoq' | 'heartsome';

/** What is known of a corpus, by name. */
export type Facts = Readonly<Record<string, string | number>>;

/** How to write. Everything has a default; a format ignores what does not concern it. */
export interface WriteOptions {
  /** Columns of tables and properties of units, in this order; default all. */
  readonly columns?: readonly string[];
  /** For spreadsheets: byte order mark, and cells that would run as formulas get a leading `'`. */
  readonly excel?: boolean;
  /** One character; default `,` for CSV and a tab for TSV. */
  readonly delimiter?: string;
  /**
   * First row of a table: column names, `sketch-engine` (English names of the languages) or
   * `codes` (Custom Translator, Heartsome). The last two imply the columns zh and en only.
   */
  readonly header?: 'names' | 'sketch-engine' | 'codes';
  readonly profile?: Profile;
  /** BCP 47, as it shall stand in the file; default `zh-CN` and `en-US`. */
  readonly zhCode?: string;
  readonly enCode?: string;
  /** The unit of the pairs: decides `segtype` in TMX; default `sentence`. */
  readonly unit?: 'sentence' | 'paragraph';
  /** Which side is the source in formats that have one; default `zh`. */
  readonly source?: 'zh' | 'en';
  /** Neighbouring sentences as context, for tools that read it (memoQ); default off. */
  readonly context?: boolean;
  /** Title of a page or a document. */
  readonly title?: string;
  /** Facts of the corpus, shown where a format has a place for them. */
  readonly facts?: Facts;
  /** Facts that are known when all pairs are through, for formats with a place for them at the end. */
  readonly closingFacts?: () => Facts;
  /** Base name of the files, for formats whose files name each other. */
  readonly stem?: string;
  readonly onLoss?: (loss: Loss) => void;
}

/** Options that a person states; a format obeys some, and the others are without effect. */
export type StatedOption = Exclude<
  keyof WriteOptions,
  'facts' | 'closingFacts' | 'stem' | 'onLoss'
>;

/** How to read. */
export interface ReadOptions {
  /** Name used in errors, `<stdin>` for standard input. */
  readonly file: string;
  /** Inline tags inside segments: dropped (the text around them stays) or kept as text. */
  readonly inlineTags?: 'drop' | 'keep';
  /** Take away the guards that {@link WriteOptions.excel} adds; default: when there is a BOM. */
  readonly excel?: boolean;
  /** Default: what the first row shows. */
  readonly delimiter?: string;
  /**
   * Which columns of a table hold the texts: as the first row names them, or both by their places
   * from 1, if the first row is a pair already. Of JSON Lines which fields, dots leading into
   * objects: `translation.zh`. Default: those named like a language.
   */
  readonly zhColumn?: string;
  readonly enColumn?: string;
  /** Which variant of a language is meant when there are several: `zh-TW`, `en-GB`. */
  readonly zhCode?: string;
  readonly enCode?: string;
  /**
   * What becomes of a unit with several texts in a language (TMX): the first, or each with each.
   * Default `first`, told to {@link ReadOptions.onVariants}.
   */
  readonly variants?: 'first' | 'each';
  readonly onVariants?: (choice: VariantChoice) => void;
  /** Most bytes taken from the source, after decompression. */
  readonly maxBytes?: number;
  /** Told the first row of each table. */
  readonly onHeader?: (names: readonly string[]) => void;
  /** Told the charset of a text that says nothing of it and is not UTF-8: `gb18030`. */
  readonly onCharset?: (charset: string) => void;
  /** Told each column or field that no pair is made of, once or more often. */
  readonly onUnused?: (name: string) => void;
  /** A unit that gives no pair (no Chinese, no English …) and why. */
  readonly onSkip?: (skip: Skip) => void;
}

/** A unit of a file that is not a pair, and why. */
export interface Skip {
  /** Line or unit, from 1. */
  readonly at: number;
  /** Kebab-case: `no-zh`, `no-en`, `empty`. */
  readonly reason: string;
}

/** A unit with several texts in a language, of which the first was taken. */
export interface VariantChoice {
  /** Unit, from 1, and the line it begins on. */
  readonly at: number;
  readonly line: number;
  /** Different texts in each language. */
  readonly zh: number;
  readonly en: number;
}

/** A piece of one of several files. */
export interface FilePart {
  /** Which file: one of {@link FileSetFormat.suffixes}. */
  readonly suffix: string;
  readonly chunk: string | Uint8Array;
}

interface FormatBase {
  /** As the user types it: `--to tmx`. */
  readonly name: string;
  /** One line for help. */
  readonly summary: string;
  /** File name endings, with the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** Every column of {@link PairRecord}, or the two texts and nothing else. */
  readonly carries: 'everything' | 'texts';
  /** Columns that a file for reading shows besides the texts; they do not come back. */
  readonly shows?: readonly (keyof PairRecord)[];
  /** Whether it has columns or fields that {@link ReadOptions.zhColumn} may choose from. */
  readonly hasColumns?: boolean;
  /** Whether it has a place for facts of the corpus. */
  readonly hasFacts?: boolean;
  /** What its writer obeys. */
  readonly obeys: readonly StatedOption[];
}

/** One file, written from start to end. */
export interface Format extends FormatBase {
  readonly kind: 'file';
  /** Pieces of the file, in order; memory does not grow with the number of pairs unless said. */
  readonly write: (pairs: Pairs, options?: WriteOptions) => Chunks;
  readonly read?: (source: Chunks, options: ReadOptions) => AsyncIterable<PairRecord>;
  /** The same of a file on disk, for formats whose reader jumps about in it. */
  readonly readFile?: (bytes: ByteFile, options: ReadOptions) => AsyncIterable<PairRecord>;
  /** The same where what was read before can be passed over. */
  readonly readStretches?: <State, Known extends Stretch<State>>(
    bytes: ByteFile,
    options: ReadOptions,
    how: StretchOptions<State, Known>,
  ) => AsyncIterable<StretchItem<State, Known>>;
}

/** Several files that belong together, written side by side: `corpus.zh`, `corpus.en`. */
export interface FileSetFormat extends FormatBase {
  readonly kind: 'file-set';
  /** What is added to the base name, for each file. */
  readonly suffixes: readonly string[];
  readonly write: (pairs: Pairs, options?: WriteOptions) => AsyncIterable<FilePart>;
  readonly read: (
    sources: Readonly<Record<string, Chunks>>,
    options: ReadOptions,
  ) => AsyncIterable<PairRecord>;
}

/** Any format of the registry. */
export type AnyFormat = Format | FileSetFormat;
