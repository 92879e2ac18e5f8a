import type { CheckTarget } from './problem.js';

/**
 * What a tool makes of a file of some format: `pairs` it takes as pairs (a memory, a table of two
 * languages, a bilingual document); `text` it opens, but not for the pairs in it.
 */
type Reading = 'pairs' | 'text';

/** What is known of a tool from its manual. */
export interface Tool {
  /** As people call it. */
  readonly name: string;
  /** Formats it opens; absent: every one. */
  readonly opens?: Readonly<Record<string, Reading>>;
  /** The format to convert to when it does not open one. */
  readonly prefers: string;
  /** Longest segment it takes, in UTF-16 units. */
  readonly maxSegment?: number;
  /** Largest file it takes. */
  readonly maxBytes?: number;
  /** Versions of XLIFF it reads. */
  readonly xliff?: RegExp;
  /** Whether its languages always have a region: `zh-CN`, not `zh`. */
  readonly wantsRegion?: boolean;
  /** Whether it takes memories of two languages only. */
  readonly isBilingual?: boolean;
  /** What its tables begin with. */
  readonly header?: 'sketch-engine' | 'codes';
  /** Rows of a table and characters of a cell it holds. */
  readonly maxRows?: number;
  readonly maxCell?: number;
}

/** Memories, bilingual documents and tables. */
const PAIRS_OF_ALL_KINDS = {
  tmx: 'pairs',
  xliff: 'pairs',
  xliff2: 'pairs',
  csv: 'pairs',
  tsv: 'pairs',
  xlsx: 'pairs',
} as const;
const TEXT_DOCUMENTS = { html: 'text', docx: 'text' } as const;

/**
 * The tools and what their manuals say of files.
 *
 * - OmegaT: memories in TMX; from 6.1 on XLIFF 1 and 2 as bilingual files and as memories (pull requests
 *   356 and 804 of omegat-org/omegat); tables are glossaries.
 * - Trados Studio: memories in TMX of two languages, at most 2,000 characters a segment and 1 GB a file
 *   (docs.rws.com, "Importing TM content"; Studio API, "Importing Content"); XLIFF 1.1 to 2.0, tables and
 *   workbooks as bilingual documents.
 * - memoQ: memories in TMX 1.1 to 1.4b and CSV; XLIFF 1 and, from 9 on, 2 (docs.memoq.com).
 * - Heartsome: memories in TMX and XLSX with language codes in the first row; XLIFF 1 (manual of
 *   Translation Studio 8).
 * - Excel: 1,048,576 rows, 32,767 characters a cell ("Excel specifications and limits").
 * - Sketch Engine: TMX, XLIFF, workbooks and TSV whose first row has the English names of the languages,
 *   without other columns (sketchengine.eu, "Parallel corpus from tabular data").
 * - Custom Translator: TMX, XLIFF, workbooks whose first row has language codes (learn.microsoft.com,
 *   "Document formats and naming convention guidance").
 */
export const TOOLS: Readonly<Record<CheckTarget, Tool>> = Object.freeze({
  generic: { name: 'a tool', prefers: 'tmx' },
  omegat: {
    name: 'OmegaT',
    opens: {
      tmx: 'pairs',
      xliff: 'pairs',
      xliff2: 'pairs',
      csv: 'text',
      xlsx: 'text',
      ...TEXT_DOCUMENTS,
    },
    prefers: 'tmx',
    xliff: /^(1\.[0-2]|2\.[01])$/,
  },
  trados: {
    name: 'Trados',
    opens: { ...PAIRS_OF_ALL_KINDS, ...TEXT_DOCUMENTS },
    prefers: 'tmx',
    maxSegment: 2_000,
    maxBytes: 2 ** 30,
    xliff: /^(1\.[12]|2\.0)$/,
    wantsRegion: true,
    isBilingual: true,
  },
  memoq: {
    name: 'memoQ',
    opens: { ...PAIRS_OF_ALL_KINDS, ...TEXT_DOCUMENTS },
    prefers: 'tmx',
    xliff: /^(1\.[0-2]|2\.[01])$/,
  },
  heartsome: {
    name: 'Heartsome',
    opens: { tmx: 'pairs', xliff: 'pairs', xlsx: 'pairs', ...TEXT_DOCUMENTS },
    prefers: 'tmx',
    xliff: /^1\.[0-2]$/,
    header: 'codes',
  },
  excel: {
    name: 'Excel',
    opens: { csv: 'pairs', tsv: 'pairs', xlsx: 'pairs', html: 'text' },
    prefers: 'xlsx',
    maxRows: 1_048_576,
    maxCell: 32_767,
  },
  'sketch-engine': {
    name: 'Sketch Engine',
    opens: { xlsx: 'pairs', tmx: 'pairs', tsv: 'pairs', xliff: 'pairs' },
    prefers: 'xlsx',
    header: 'sketch-engine',
  },
  'custom-translator': {
    name: 'Custom Translator',
    opens: { tmx: 'pairs', xliff: 'pairs', xlsx: 'pairs', ...TEXT_DOCUMENTS },
    prefers: 'tmx',
    header: 'codes',
  },
});
