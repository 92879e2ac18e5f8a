import { stat } from 'node:fs/promises';
import { DuizhaoError, readFailure } from '../../kit/index.js';
import type { AnyFormat } from '../format.js';
import { pathsOf } from '../files.js';
import type { CheckTarget, OnProblem } from './problem.js';
import { TOOLS } from './tools.js';

/**
 * Examines whether a tool opens files of that format and size at all.
 *
 * @returns false when it does not, and nothing more need be examined
 * @throws DuizhaoError `file.missing`
 */
export async function examineOpenable(
  format: AnyFormat,
  path: string,
  target: CheckTarget,
  onProblem: OnProblem,
): Promise<boolean> {
  const bytes = await Promise.all(pathsOf(format, path).map(sizeOf));
  const { name, maxBytes = Infinity } = TOOLS[target];
  if (!isOpened(format, target)) {
    onProblem({
      rule: 'format-not-opened',
      severity: 'error',
      message: `${name} opens no ${format.name} files; ${instead(target)}`,
    });
    return false;
  }
  if (TOOLS[target].opens?.[format.name] === 'text') {
    onProblem({
      rule: 'format-not-pairs',
      severity: 'warning',
      message: `${name} opens ${format.name} files for their text, not as pairs; ${instead(target)}`,
    });
  }
  const largest = Math.max(...bytes);
  if (largest > maxBytes) {
    onProblem({
      rule: 'file-too-large',
      severity: 'error',
      message: `${largest} bytes, ${name} takes ${maxBytes} in one file`,
    });
  }
  return true;
}

/**
 * A copy in the same format would not help.
 *
 * @throws DuizhaoError `check.format-not-opened`
 */
export function demandOpened(format: AnyFormat, target: CheckTarget, path: string): void {
  if (isOpened(format, target)) return;
  throw new DuizhaoError({
    code: 'check.format-not-opened',
    exit: 'badInput',
    message: `${TOOLS[target].name} opens no ${format.name} files: no copy is written`,
    hint: instead(target),
    at: { file: path },
  });
}

function isOpened({ name }: AnyFormat, target: CheckTarget): boolean {
  const { opens } = TOOLS[target];
  return opens === undefined || opens[name] !== undefined;
}

function instead(target: CheckTarget): string {
  return `"duizhao convert FILE FILE.${TOOLS[target].prefers}" makes one that it takes`;
}

async function sizeOf(path: string): Promise<number> {
  const facts = await stat(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  return facts.size;
}
