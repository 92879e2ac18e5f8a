import type { StatedOption, WriteOptions } from '../exchange/index.js';
import { DuizhaoError } from '../kit/errors.js';
import type { Io } from './io.js';

/** Says which of the options given the format of a file has no use for. */
export async function tellIgnored(nameOrPath: string, given: WriteOptions, io: Io): Promise<void> {
  const { formatFor, withoutEffect } = await import('../exchange/index.js');
  const format = formatFor(nameOrPath);
  for (const option of withoutEffect(format, given)) {
    await io.err(`ignored: ${flagOf(option)} has no effect on ${format.name}\n`);
  }
}

/** Does work in which a format may be unknown, and adds which option of the verb names one. */
export async function namingFormat<T>(flag: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.failure.code !== 'exchange.unknown-format') {
      throw error;
    }
    const { hint = '', ...failure } = error.failure;
    throw new DuizhaoError(
      { ...failure, hint: `name one with ${flag}; ${hint}` },
      { cause: error },
    );
  }
}

/** `zhCode` → `--zh-code`. */
function flagOf(option: StatedOption): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
