import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { packageRoot } from '../src/kit/index.js';
import { buildProgram } from '../src/cli/main.js';
import { emptyFolder } from './support/folder.js';
import { io } from './support/io.js';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');

describe('README.md', () => {
  const blocks = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) => block);

  test('has commands to run', () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  test.each(blocks)('%s', (block) => {
    const [, command = '', expected = ''] = /^\$ (.*)\n([\s\S]*)$/.exec(block) ?? [];
    const folder = emptyFolder();
    const shim = join(folder, 'duizhao');
    spawnSync('ln', ['-s', join(packageRoot, 'bin', 'duizhao.js'), shim]);
    const env = {
      ...process.env,
      PATH: `${folder}${delimiter}${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    };
    const got = spawnSync('bash', ['-c', `{ ${command}; } 2>&1`], {
      encoding: 'utf8',
      env,
      cwd: packageRoot,
    });
    expect(got.stdout).toBe(expected);
  });

  test('lists every verb with the words its help uses', () => {
    for (const command of buildProgram(io()).commands) {
      expect(readme).toContain(`| \`${command.name()}\` | ${command.summary()} |`);
    }
  });
});

describe.each(['README.md', 'src/README.md', 'corpus/README.md', 'CHANGELOG.md'])('%s', (file) => {
  test('links to files that exist', () => {
    const text = readFileSync(join(packageRoot, file), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)].map(
      ([, target = '']) => target,
    );
    const missing = targets.filter(
      (target) => !existsSync(resolve(packageRoot, dirname(file), target)),
    );
    expect(missing).toEqual([]);
  });

  test('names npm scripts that exist', () => {
    const text = readFileSync(join(packageRoot, file), 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
