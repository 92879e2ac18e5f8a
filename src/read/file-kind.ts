import { GENERATOR_MARK } from '../kit/index.js';

/** What a file holds, as its name and first bytes tell. */
export type FileKind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'docx'
  | 'pdf'
  | 'epub'
  | 'subtitles'
  | 'zip'
  | 'old-office'
  | 'pairs'
  | 'own-page';

const BY_NAME: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:txt|text)$/iu, 'text'],
  [/\.(?:md|markdown|mkd)$/iu, 'markdown'],
  [/\.(?:x?html?|shtml|xhtm)$/iu, 'html'],
  [/\.(?:docx|docm|dotx)$/iu, 'docx'],
  [/\.pdf$/iu, 'pdf'],
  [/\.epub$/iu, 'epub'],
  [/\.(?:srt|vtt)$/iu, 'subtitles'],
  [/\.zip$/iu, 'zip'],
];

/** Files that say which sentence translates which: read as texts they would be taken apart. */
const PAIRS = /\.(?:tmx|csv|tsv|jsonl|xlsx|parquet|(?:mq|sdl)?xliff|xlf)(?:\.gz)?$/iu;

/** Whether a name is that of a file of pairs. */
export function isPairsName(name: string): boolean {
  return PAIRS.test(name);
}

/** The kind a name promises, or `undefined` when it promises none we read. */
export function kindByName(name: string): FileKind | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}

/**
 * The kind of a file. What the bytes show goes before the name: a PDF is a PDF whatever it is
 * called. Names tell packed formats and kinds of text apart.
 */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const named = kindByName(name);
  if (isPairsName(name)) return 'pairs';
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    return named === 'docx' || named === 'epub' ? named : 'zip';
  }
  if (start.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) {
    return named === 'docx' ? 'docx' : 'old-office';
  }
  if (/^[\s\0]*%PDF-\d/u.test(start)) return 'pdf';
  if (start.includes(GENERATOR_MARK)) return 'own-page';
  if (named !== undefined) return named;
  if (/^(?:\xEF\xBB\xBF)?WEBVTT(?:\s|$)/u.test(start)) return 'subtitles';
  const hasEnding = /\.[a-z]{2,4}$/iu.test(name);
  const isHtml = /^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)\b/iu.test(start);
  return isHtml && !hasEnding ? 'html' : 'text';
}

/** Kinds that take long to understand: looked at when the corpus is built, not when they come in. */
export function isHeavy(kind: FileKind): boolean {
  return kind === 'docx' || kind === 'pdf' || kind === 'epub';
}
