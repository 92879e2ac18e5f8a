import { readFile } from 'node:fs/promises';
import { DuizhaoError, readFailure } from '../kit/index.js';
import type { Lang } from '../model/index.js';
import { decodeFile } from '../read/index.js';
import { splitSentences } from '../split/index.js';

/** One side of a text: its sentences and the number each has in the file, from 1. */
export interface TextSide {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  /** Line of the file each sentence stands on, from 0. */
  readonly lines: readonly number[];
  /** Lines of the file; empty ones at its end do not count. */
  readonly lineCount: number;
}

/** How a file is cut into sentences. */
export interface ReadSideOptions {
  /** Each line is one sentence already. */
  readonly lines?: boolean;
}

/**
 * Reads one side of a text; no sentence where the file is empty.
 *
 * @throws DuizhaoError `file.missing`, `read.…` where it is no text
 */
export async function readSide(
  file: string,
  lang: Lang,
  options: ReadSideOptions,
): Promise<TextSide> {
  const text = await textOf(file);
  const texts: string[] = [];
  const numbers: number[] = [];
  const lines: number[] = [];
  const rows = text.replace(/\s+$/, '').split(/\r?\n/);
  for (const [index, line] of rows.entries()) {
    const sentence = line.trim();
    if (sentence === '') continue;
    if (options.lines === true) {
      texts.push(sentence);
      numbers.push(index + 1);
      lines.push(index);
      continue;
    }
    for (const { start, end } of splitSentences(sentence, lang)) {
      texts.push(sentence.slice(start, end));
      numbers.push(texts.length);
      lines.push(index);
    }
  }
  return { texts, numbers, lines, lineCount: rows.length };
}

/**
 * Reads two files that are to be aligned with each other.
 *
 * @throws DuizhaoError `align.empty-side` where one holds no sentence
 */
export async function readSides(
  zhFile: string,
  enFile: string,
  options: ReadSideOptions,
): Promise<{ readonly zh: TextSide; readonly en: TextSide }> {
  const zh = await readSide(zhFile, 'zh', options);
  const en = await readSide(enFile, 'en', options);
  if (zh.texts.length === 0) throw emptySide(zhFile);
  if (en.texts.length === 0) throw emptySide(enFile);
  return { zh, en };
}

function emptySide(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'align.empty-side',
    exit: 'badInput',
    message: `no text in "${file}": there is nothing to align`,
    hint: 'was it saved, and is it the right file?',
    at: { file },
  });
}

async function textOf(file: string): Promise<string> {
  try {
    return decodeFile(await readFile(file), file).text;
  } catch (error) {
    // A text of a set may be empty: everything on the other side is then without a partner.
    if (error instanceof DuizhaoError && error.failure.code === 'read.empty') return '';
    throw readFailure(error, file);
  }
}
