import { DuizhaoError } from '../../kit/index.js';
import { isChinese, isEnglish } from '../codes.js';
import { loadPairs, openFile, type FileChoice } from '../files.js';
import { xmlCharacters } from '../xml/text.js';
import type { CheckTarget, OnProblem, Problem } from './problem.js';
import { problemOf } from './tmx.js';
import { TOOLS } from './tools.js';

/** Why a unit is no pair, in words. */
const SKIPPED: Readonly<Record<string, string>> = {
  empty: 'no text on either side',
  'no-zh': 'no Chinese',
  'no-en': 'no English',
  'no-such-sentence': 'a link to a sentence that is not there, or linked already',
  'not-linked': 'a sentence that no link names',
};

/** What makes a spreadsheet run a cell. */
const RUNS = /^[=+\-@\t\r]/;

/** How the place of a pair is told: by its row, by its line, or by its number alone. */
type Place = 'row' | 'line' | 'pair';

const PLACES: Readonly<Record<string, Place>> = {
  csv: 'row',
  tsv: 'row',
  xlsx: 'row',
  jsonl: 'line',
  moses: 'line',
};

/** What {@link examinePairs} needs to know. */
interface PairOptions extends FileChoice {
  /** Name of the format. */
  readonly name: string;
  readonly target: CheckTarget;
  readonly onProblem: OnProblem;
}

/**
 * Examines a file of any other format: whether it can be read to the end, and whether a tool would
 * take its texts.
 */
export async function examinePairs(path: string, options: PairOptions): Promise<void> {
  const { name, target, onProblem } = options;
  const examiner = new PairExaminer(options);
  if (target === 'excel' && (name === 'csv' || name === 'tsv')) await examineMark(path, onProblem);
  try {
    const pairs = loadPairs(path, {
      ...(options.format === undefined ? {} : { format: options.format }),
      excel: false,
      onHeader: (names) => {
        examiner.header(names);
      },
      onCharset: (charset) => {
        examiner.charset(charset);
      },
      onSkip: ({ reason }) => {
        examiner.skipped(reason);
      },
    });
    for await (const pair of pairs) examiner.pair(pair);
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.failure.exit !== 'badInput') throw error;
    problemOf(error, onProblem);
  }
}

class PairExaminer {
  readonly #options: PairOptions;
  readonly #place: Place;
  #at = 0;

  constructor(options: PairOptions) {
    this.#options = options;
    this.#place = PLACES[options.name] ?? 'pair';
  }

  /** First row of a table, for tools that look for the languages there. */
  header(names: readonly string[]): void {
    const { name, header } = TOOLS[this.#options.target];
    if (header === undefined) return;
    const isLanguage = header === 'codes' ? isCode : isName;
    for (const cell of names) {
      if (isLanguage(cell)) continue;
      const isOurs = isChinese(cell) || isEnglish(cell);
      this.#tell({
        rule: isOurs ? 'header' : 'unknown-column',
        severity: 'error',
        line: 1,
        message: `${name} looks for ${header === 'codes' ? 'language codes' : 'English names of languages'} in the first row, here is "${cell}"`,
        fix: isOurs ? 'rewritten' : 'the column is left out',
      });
    }
  }

  /** Tools that do not look at the bytes take a file for UTF-8, or for what their computer writes. */
  charset(charset: string): void {
    this.#tell({
      rule: 'encoding',
      severity: 'warning',
      line: 1,
      message: `the file is in ${charset.toUpperCase()} and does not say so: other tools may show rubbish`,
      fix: 'written in UTF-8',
    });
  }

  skipped(reason: string): void {
    this.#at += 1;
    this.#warn(reason, SKIPPED[reason] ?? reason);
  }

  pair({ zh, en }: { readonly zh: string; readonly en: string }): void {
    this.#at += 1;
    const { maxRows = Infinity, name } = TOOLS[this.#options.target];
    if (zh === '' || en === '') {
      this.#warn('one-sided', zh === '' ? 'it has no Chinese' : 'it has no English');
    }
    this.#text(zh, 'zh');
    this.#text(en, 'en');
    if (this.#at === maxRows && this.#place === 'row') {
      this.#problem('too-many-rows', 'error', `${name} shows ${maxRows} rows and drops this one`);
    }
  }

  #text(text: string, side: 'zh' | 'en'): void {
    const { target } = this.#options;
    const { name, maxSegment = Infinity, maxCell = Infinity } = TOOLS[target];
    const { removed } = xmlCharacters(text);
    if (removed > 0) {
      const message = `${removed} characters in ${side} that no XML may hold`;
      this.#problem(
        'not-xml-character',
        target === 'excel' ? 'warning' : 'error',
        message,
        'taken out',
      );
    }
    if (target === 'excel' && this.#options.name !== 'xlsx' && RUNS.test(text)) {
      const message = `${side} begins like a formula: "${text.slice(0, 20)}"`;
      this.#problem('formula', 'error', message, "a ' is put before it");
    }
    if (text.length > maxSegment && !this.#options.name.startsWith('xliff')) {
      const message = `${side} has ${text.length} characters, ${name} takes ${maxSegment}`;
      this.#problem('too-long', 'error', message, 'left out');
    }
    if (text.length > maxCell) {
      const message = `${side} has ${text.length} characters, a cell of ${name} holds ${maxCell}`;
      this.#problem('cell-too-long', 'error', message);
    }
  }

  #warn(rule: string, message: string): void {
    this.#problem(rule, 'warning', `pair ${this.#at}: ${message}`);
  }

  /** A problem at the pair that is being looked at. */
  #problem(rule: string, severity: Problem['severity'], message: string, fix?: string): void {
    const isPlaced = this.#place !== 'pair';
    const isNumbered = isPlaced || message.startsWith('pair ');
    this.#tell({
      rule,
      severity,
      ...(isPlaced ? { line: this.#at + (this.#place === 'row' ? 1 : 0) } : {}),
      message: isNumbered ? message : `pair ${this.#at}: ${message}`,
      ...(fix === undefined ? {} : { fix }),
    });
  }

  #tell(problem: Problem): void {
    this.#options.onProblem(problem);
  }
}

function isCode(cell: string): boolean {
  return /^(zh|en)([-_][A-Za-z0-9]+)*$/i.test(cell.trim());
}

function isName(cell: string): boolean {
  return /^(Chinese|English)\b/.test(cell.trim());
}

/** Excel takes a file without a byte order mark for one in the code page of the computer. */
async function examineMark(path: string, onProblem: OnProblem): Promise<void> {
  for await (const piece of openFile(path)) {
    const hasMark =
      (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) ||
      (piece[0] === 0xff && piece[1] === 0xfe);
    if (!hasMark) {
      onProblem({
        rule: 'no-byte-order-mark',
        severity: 'error',
        line: 1,
        message: 'without a byte order mark Excel shows the Chinese as rubbish',
        fix: 'added',
      });
    }
    return;
  }
}
