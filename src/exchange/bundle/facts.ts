/** A file of pairs in a bundle. */
export interface BundledFile {
  readonly name: string;
  /** Name of its format. */
  readonly format: string;
  /** Which part of the data it is; absent when there are no parts. */
  readonly part?: 'train' | 'dev' | 'test';
  readonly pairs: number;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** What only people know of a corpus. */
export interface AboutCorpus {
  readonly description?: string;
  /** 领域: news, law, engineering … */
  readonly domain?: string;
  /** 文体: report, speech, contract … */
  readonly genre?: string;
  /** The language the texts were written in, where it is known. */
  readonly original?: 'zh' | 'en';
  /** Who made the corpus, and where to reach them. */
  readonly creator?: string;
  readonly contact?: string;
  readonly version?: string;
  /** Licence of the collection; what is known of each text stands with it. */
  readonly licence?: string;
}

/** What a bundle says of a corpus besides its counts. */
export interface BundleFacts {
  readonly title: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly files: readonly BundledFile[];
  /** What the export was told: states, floors, profile … */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** Pairs that were chosen and that the format could not hold; default none. */
  readonly leftOut?: number;
  /** Language codes as they stand in the files. */
  readonly zhCode?: string;
  readonly enCode?: string;
  readonly about?: AboutCorpus;
}
