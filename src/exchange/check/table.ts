import { DuizhaoError } from '../../kit/index.js';
import { loadPairs, openFile, type FileChoice } from '../files.js';
import { xmlCharacters } from '../xml/text.js';
import { TMX_PROFILES } from '../tmx/profiles.js';
import type { CheckTarget, OnProblem } from './problem.js';
import { problemOf } from './tmx.js';

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

/**
 * Examines a file of any other format: whether it can be read to the end, and whether a tool would
 * take its texts.
 */
export async function examinePairs(
  path: string,
  options: FileChoice & {
    readonly target: CheckTarget;
    readonly isTable: boolean;
    readonly onProblem: OnProblem;
  },
): Promise<void> {
  const { target, isTable, onProblem } = options;
  const choice = options.format === undefined ? {} : { format: options.format };
  let at = 0;
  if (isTable && target === 'excel') await examineMark(path, onProblem);
  try {
    const pairs = loadPairs(path, {
      ...choice,
      excel: false,
      onSkip: ({ reason }) => {
        at += 1;
        warn(reason, `pair ${at}: ${SKIPPED[reason] ?? reason}`);
      },
    });
    for await (const { zh, en } of pairs) {
      at += 1;
      if (zh === '' || en === '')
        warn('one-sided', `pair ${at} has no ${zh === '' ? 'Chinese' : 'English'}`);
      examineText(zh, 'zh');
      examineText(en, 'en');
    }
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.failure.exit !== 'badInput') throw error;
    problemOf(error, onProblem);
  }

  function examineText(text: string, side: 'zh' | 'en'): void {
    const line = at + (isTable ? 1 : 0);
    const { removed } = xmlCharacters(text);
    if (removed > 0) {
      onProblem({
        rule: 'not-xml-character',
        severity: target === 'excel' ? 'warning' : 'error',
        line,
        message: `${removed} characters in ${side} that no XML may hold`,
        fix: 'taken out',
      });
    }
    if (target === 'excel') {
      if (isTable && RUNS.test(text)) {
        onProblem({
          rule: 'formula',
          severity: 'error',
          line,
          message: `${side} begins like a formula: "${text.slice(0, 20)}"`,
          fix: "a ' is put before it",
        });
      }
      return;
    }
    const { maxSegment = Infinity } = TMX_PROFILES[target];
    if (text.length > maxSegment) {
      onProblem({
        rule: 'too-long',
        severity: 'error',
        line,
        message: `${side} has ${text.length} characters, ${target} takes ${maxSegment}`,
        fix: 'left out',
      });
    }
  }

  function warn(rule: string, message: string): void {
    onProblem({ rule, severity: 'warning', line: at + (isTable ? 1 : 0), message });
  }
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
