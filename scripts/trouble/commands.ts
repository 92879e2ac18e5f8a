import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';

/** How a command came to its end. */
export interface Ended {
  /** Exit code; absent when a signal ended it. */
  readonly code?: number;
  readonly err: string;
}

/** The words that run a verb of duizhao. */
export function verb(...words: readonly string[]): string[] {
  return [join(packageRoot, 'bin', 'duizhao.js'), ...words];
}

/** A script of this repository that Node runs as it is. */
export function script(...words: readonly string[]): string[] {
  const [name = '', ...others] = words;
  return [join(packageRoot, name), ...others];
}

/** Runs Node with these words to the end, or until it is killed. */
export async function ended(args: readonly string[], killAfterMs?: number): Promise<Ended> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await once(child, 'close');
  clearTimeout(timer);
  return child.exitCode === null ? { err } : { code: child.exitCode, err };
}

/** Runs Node with these words; anything but success is an error. */
export async function finish(args: readonly string[]): Promise<void> {
  const { code, err } = await ended(args);
  if (code !== 0) throw new Error(`exit ${code ?? 'by signal'}: ${args.join(' ')}\n${err}`);
}
