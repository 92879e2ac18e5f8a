import { DuizhaoError, type Reject } from '../kit/index.js';
import { isPairsName } from './file-kind.js';

/** A file that cannot be read, and what to do about it. */
export function refused(code: string, message: string, file: string, hint: string): DuizhaoError {
  return new DuizhaoError({ code, exit: 'badInput', message, hint, at: { file } });
}

/** A file among others that nothing can be made of. */
export function unsupported(file: string): Reject {
  const message = isPairsName(file)
    ? 'pairs, not a text: bring them in with duizhao import'
    : 'not a kind of file that is read';
  return { stage: 'read', id: file, reason: 'read.unsupported', message };
}

/** A file in a format we know that is damaged or cut off. */
export function brokenFile(file: string, format: string, detail: string): DuizhaoError {
  return refused(
    'read.broken',
    `"${file}" is no whole ${format} file: ${detail}`,
    file,
    'it is damaged or cut off: open it in its program, or fetch it again',
  );
}

/** A file that asks for a password or is locked by rights management. */
export function lockedFile(file: string): DuizhaoError {
  return refused(
    'read.password',
    `"${file}" is protected by a password`,
    file,
    'open it, save it without the password, and add that copy',
  );
}

/** More than is read of one file. */
export function tooLarge(file: string, detail: string): DuizhaoError {
  return refused('read.too-large', `${detail}: "${file}"`, file, 'cut it into parts');
}
