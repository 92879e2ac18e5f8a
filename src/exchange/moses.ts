import { DuizhaoError, lines } from '../kit/index.js';
import { decodeText } from './decode-text.js';
import type {
  Chunks,
  FilePart,
  FileSetFormat,
  Pairs,
  ReadOptions,
  WriteOptions,
} from './format.js';
import { reportLoss } from './loss.js';
import { twoSided } from './numbered.js';
import type { PairRecord } from './record.js';

const SUFFIXES = ['.zh', '.en'] as const;

/** Pairs to hold before a piece of each file is handed on. */
const PAIRS_AT_ONCE = 512;

/** What would end a line, or not come back from UTF-8. */
const NOT_IN_LINES = /[\r\n\uD800-\uDFFF]/u;
const ALL_NOT_IN_LINES = new RegExp(NOT_IN_LINES, 'gu');

/** Two files with the same number of lines, line by line translations (Koehn et al. 2007). */
export const moses: FileSetFormat = {
  kind: 'file-set',
  name: 'moses',
  summary: 'two files of plain lines, for training machine translation',
  extensions: ['.moses'],
  carries: 'texts',
  obeys: [],
  suffixes: SUFFIXES,
  write: writeMoses,
  read: readMoses,
};

/**
 * Line ends become spaces, lone surrogates go, and so do byte order marks at the beginning of the
 * files, where readers take them for no text; all that is reported, and so are one-sided pairs.
 */
async function* writeMoses(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<FilePart> {
  let [zh, en, held] = ['', '', 0];
  let isFirst = true;
  for await (const { record, ordinal } of twoSided(pairs, options)) {
    const zhLine = oneLine(record.zh, isFirst);
    const enLine = oneLine(record.en, isFirst);
    isFirst = false;
    const count = zhLine.changed + enLine.changed;
    if (count > 0) {
      reportLoss(options, record, { kind: 'characters', reason: 'line-break', ordinal, count });
    }
    zh += `${zhLine.text}\n`;
    en += `${enLine.text}\n`;
    held += 1;
    if (held < PAIRS_AT_ONCE) continue;
    yield { suffix: '.zh', chunk: zh };
    yield { suffix: '.en', chunk: en };
    [zh, en, held] = ['', '', 0];
  }
  yield { suffix: '.zh', chunk: zh };
  yield { suffix: '.en', chunk: en };
}

function oneLine(
  given: string,
  isFirst: boolean,
): { readonly text: string; readonly changed: number } {
  if (!isFirst && !NOT_IN_LINES.test(given)) return { text: given, changed: 0 };
  let changed = 0;
  const line = given.replace(ALL_NOT_IN_LINES, (character) => {
    changed += 1;
    return /[\r\n]/.test(character) ? ' ' : '';
  });
  const text = isFirst ? line.replace(/^\uFEFF+/, '') : line;
  return { text, changed: changed + line.length - text.length };
}

/** @throws DuizhaoError `moses.uneven` when one file is longer than the other */
async function* readMoses(
  sources: Readonly<Record<string, Chunks>>,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  const zhLines = linesOf('.zh')[Symbol.asyncIterator]();
  const enLines = linesOf('.en')[Symbol.asyncIterator]();
  try {
    for (let at = 1; ; at += 1) {
      const zh = await zhLines.next();
      const en = await enLines.next();
      if (zh.done === true && en.done === true) return;
      if (zh.done === true || en.done === true) throw uneven(options.file, at);
      if (zh.value.trim() === '' || en.value.trim() === '')
        options.onSkip?.({ at, reason: 'empty' });
      else yield { zh: zh.value, en: en.value };
    }
  } finally {
    await zhLines.return?.();
    await enLines.return?.();
  }

  async function* linesOf(suffix: string): AsyncIterable<string> {
    const file = `${options.file}, ${suffix}`;
    const { text } = await decodeText(sources[suffix] ?? none(), { ...options, file });
    yield* lines(text, file);
  }
}

async function* none(): AsyncIterable<string> {
  // no such source: an empty file
}

function uneven(file: string, line: number): DuizhaoError {
  return new DuizhaoError({
    code: 'moses.uneven',
    exit: 'badInput',
    message: `${file}: one of the two files ends before line ${line}, the other goes on`,
    hint: 'both files must have the same number of lines; to align files, use "duizhao align"',
    at: { file, line },
  });
}
