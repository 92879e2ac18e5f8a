import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';

const BIN = join(packageRoot, 'bin', 'duizhao.js');

/** What a whole process took. */
export interface Cost {
  /** Seconds by the clock, start-up included. */
  readonly wall: number;
  /** Seconds of processor time, of all threads. */
  readonly cpu: number;
  /** Largest resident memory, 2²⁰ bytes. */
  readonly megabytes: number;
}

/** Runs the tool in a process of its own; the shell's `time` and the process itself tell the cost. */
export function costOf(words: readonly string[]): Cost {
  const probe = `import fs from 'node:fs'; process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    fs.writeSync(2, '\\n@' + JSON.stringify([userCPUTime + systemCPUTime, maxRSS]) + '\\n'); });`;
  const started = process.hrtime.bigint();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, BIN, ...words],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  const [, line] = /\n@(\[.*\])\n$/.exec(stderr) ?? [];
  if (status !== 0 || line === undefined) throw new Error(`duizhao ${words.join(' ')}: ${stderr}`);
  const [micros = 0, kilobytes = 0] = JSON.parse(line) as number[];
  return { wall, cpu: micros / 1e6, megabytes: kilobytes / 1024 };
}
