import { describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';

const BIN = join(packageRoot, 'bin', 'duizhao.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function duizhao(...words: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function articles(folder: string, count: number): string {
  const inside = join(folder, 'articles');
  mkdirSync(inside);
  for (let i = 0; i < count; i++)
    writeFileSync(join(inside, `${String(i).padStart(4, '0')}.txt`), variant(i));
  return inside;
}

describe('the tool as a process', () => {
  test('gives the same bytes with one worker and with two', () => {
    const folder = emptyFolder();
    const input = articles(folder, 30);
    const results = ['1', '2'].map((workers) => {
      const out = join(folder, workers);
      expect(duizhao('run', input, '-o', out, '--workers', workers).code).toBe(0);
      return ['corpus.tmx', 'corpus.csv', 'corpus.jsonl'].map((name) =>
        readFileSync(join(out, name), 'utf8'),
      );
    });
    // The creation date in the TMX header is the only thing that may differ.
    const undated = results.map(([tmx = '', ...rest]) => [
      tmx.replace(/\d{8}T\d{6}Z/g, 'DATE'),
      ...rest,
    ]);
    expect(undated[1]).toEqual(undated[0]);
    expect(undated[0]?.[2]?.split('\n').length).toBeGreaterThan(120);
  });

  test('killed in the middle of a build, the same command goes on: nothing lost, nothing doubled', async () => {
    const folder = emptyFolder();
    const input = articles(folder, 60);
    const whole = join(folder, 'whole');
    expect(duizhao('run', input, '-o', whole, '--workers', '1').code).toBe(0);
    const wanted = readFileSync(join(whole, 'corpus.jsonl'), 'utf8');
    const out = join(folder, 'out');
    expect(duizhao('init', out).code).toBe(0);
    expect(duizhao('add', input, '-C', out).code).toBe(0);
    for (const afterMs of [250, 400, 550]) {
      const child = spawn(process.execPath, [BIN, 'build', '-C', out, '--workers', '1'], {
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.on('exit', done));
      const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
      await ended;
      clearTimeout(timer);
    }
    expect(duizhao('build', '-C', out, '--workers', '1').code).toBe(0);
    expect(duizhao('export', join(out, 'corpus.jsonl'), '-C', out).code).toBe(0);
    expect(readFileSync(join(out, 'corpus.jsonl'), 'utf8')).toBe(wanted);
    expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('Ctrl-C in the middle of a run: exit 130, and the same command goes on to the same files', async () => {
    const folder = emptyFolder();
    const input = articles(folder, 60);
    const [whole, out] = [join(folder, 'whole'), join(folder, 'out')];
    expect(duizhao('run', input, '-o', whole, '--workers', '1').code).toBe(0);
    const child = spawn(process.execPath, [BIN, 'run', input, '-o', out, '--workers', '1'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const atWork = setInterval(() => {
      if (!existsSync(join(out, 'corpus.db'))) return;
      clearInterval(atWork);
      child.kill('SIGINT');
    }, 5);
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, isSaid: err.includes('run the same command again') }).toEqual({
      code: 130,
      isSaid: true,
    });
    expect(existsSync(join(out, 'corpus.jsonl'))).toBe(false);
    expect(duizhao('run', input, '-o', out, '--workers', '1').code).toBe(0);
    expect(readFileSync(join(out, 'corpus.jsonl'), 'utf8')).toBe(
      readFileSync(join(whole, 'corpus.jsonl'), 'utf8'),
    );
  });

  test('two runs side by side in one folder: each ends well or says busy, and nothing is doubled', async () => {
    const folder = emptyFolder();
    const input = articles(folder, 20);
    const [whole, out] = [join(folder, 'whole'), join(folder, 'out')];
    expect(duizhao('run', input, '-o', whole, '--workers', '1').code).toBe(0);
    const words = [BIN, 'run', input, '-o', out, '--workers', '1', '-q'];
    const codes = await Promise.all(
      [1, 2].map(
        () =>
          new Promise((done) =>
            spawn(process.execPath, words, { stdio: 'ignore' }).on('exit', done),
          ),
      ),
    );
    expect(codes.filter((code) => code !== 0 && code !== 75)).toEqual([]);
    expect(duizhao('run', input, '-o', out, '--workers', '1').code).toBe(0);
    expect(readFileSync(join(out, 'corpus.jsonl'), 'utf8')).toBe(
      readFileSync(join(whole, 'corpus.jsonl'), 'utf8'),
    );
  });

  test('a reader that closes the pipe early is no failure', () => {
    const folder = emptyFolder();
    const input = articles(folder, 40);
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `set -o pipefail; "${process.execPath}" "${BIN}" extract "${input}" | head -n 1 > /dev/null`,
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('help needs little processor time: no room is loaded for it', () => {
    const { stderr } = spawnSync(
      'bash',
      ['-c', `TIMEFORMAT='%U %S'; time "${process.execPath}" "${BIN}" --help > /dev/null`],
      { encoding: 'utf8' },
    );
    const [user = NaN, system = NaN] = stderr.trim().split(' ').map(Number);
    // 0.1 s on an idle machine; the ceiling leaves room for a busy one.
    expect(user + system).toBeLessThan(0.4);
  });
});
