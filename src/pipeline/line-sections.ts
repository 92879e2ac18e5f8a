import type { AlignInput } from '../align/index.js';
import { DuizhaoError } from '../kit/index.js';
import type { TextSide } from './text-side.js';

/**
 * Locked paragraphs: line n of one file is the translation of line n of the other.
 *
 * @throws DuizhaoError `align.paragraph-count` where the files have not as many lines
 */
export function lineSections(
  zhFile: string,
  enFile: string,
  zh: TextSide,
  en: TextSide,
): NonNullable<AlignInput['sections']> {
  if (zh.lineCount !== en.lineCount) {
    throw new DuizhaoError({
      code: 'align.paragraph-count',
      exit: 'badInput',
      message: `"${zhFile}" has ${zh.lineCount} lines and "${enFile}" ${en.lineCount}`,
      hint: 'with --paragraphs each line answers the line of the same number; leave a line empty where one side has nothing',
      at: { file: enFile },
    });
  }
  let [i, j] = [0, 0];
  return Array.from({ length: zh.lineCount }, (_, line) => ({
    zh: { from: i, to: (i += countOf(zh, line, i)) },
    en: { from: j, to: (j += countOf(en, line, j)) },
    hold: 'locked' as const,
  }));
}

/** Sentences of a line, which begin at position `from`. */
function countOf({ lines }: TextSide, line: number, from: number): number {
  let to = from;
  while (lines[to] === line) to += 1;
  return to - from;
}
