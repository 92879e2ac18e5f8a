/**
 * Measures the main job as a user feels it: start-up, one article, folders of growing size.
 *
 *     npm run bench                 100, 250, 500 and 1,000 copies of the sample articles
 *     npm run bench -- 100 200      other sizes
 *
 * Each line is a whole process: wall and processor seconds, largest resident memory. The last
 * column is seconds a document: it stays the same when time is linear.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/kit/index.js';
import { costOf, type Cost } from './scale/cost.js';

const COPIES = join(packageRoot, 'scripts', 'make-copies.mjs');
const ARTICLE = join(packageRoot, 'corpus', 'site', 'zwgk', 'yw', '202403', 't20240318_1001.html');

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [100, 250, 500, 1_000];
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
try {
  console.log('what                      wall s   cpu s      MB   ms a document');
  show('--help', costOf(['--help']));
  show('run, one article', costOf(['run', ARTICLE, '-o', join(folder, 'one')]));
  for (const size of sizes) {
    const input = join(folder, `in-${size}`);
    spawnSync(process.execPath, [COPIES, input, String(size)]);
    const out = join(folder, `out-${size}`);
    show(`run, ${size} documents`, costOf(['run', input, '-o', out]), size);
    show(`run again, ${size} documents`, costOf(['run', input, '-o', out]), size);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function show(what: string, { wall, cpu, megabytes }: Cost, documents?: number): void {
  const each = documents === undefined ? '' : ((1000 * cpu) / documents).toFixed(1).padStart(12);
  console.log(
    `${what.padEnd(24)}${wall.toFixed(2).padStart(8)}${cpu.toFixed(2).padStart(8)}${megabytes.toFixed(0).padStart(8)}${each}`,
  );
}
