import { describe, expect, test } from '@jest/globals';
import { buildProgram, main } from '../../src/cli/main.js';
import { io, run } from '../support/io.js';

const commands = buildProgram(io()).commands;

test('there is at least one verb', () => {
  expect(commands.map((command) => command.name())).toContain('run');
});

describe.each(commands.map((command) => [command.name(), command] as const))(
  '%s',
  (name, command) => {
    test('help has examples and exit statuses and fits a terminal', async () => {
      const { code, out } = await run(`${name} --help`);
      expect(code).toBe(0);
      expect(out).toMatch(/Examples:\n[\s\S]*\$ duizhao /);
      expect(out).toMatch(/Exit status:\n\s+0 /);
      const longest = Math.max(...out.split('\n').map((line) => line.length));
      expect(longest).toBeLessThanOrEqual(80);
    });

    test('every option and the verb itself say what they do', () => {
      expect(command.summary()).not.toBe('');
      for (const option of command.options) expect(option.description).toMatch(/^\S.{9,}[^.]$/);
    });

    test('an unknown option is a usage error', async () => {
      expect((await run(`${name} --no-such-option`)).code).toBe(64);
    });
  },
);

test('no command at all shows the help and is a usage error', async () => {
  const { code, err } = await run('');
  expect(code).toBe(64);
  expect(err).toContain('Usage: duizhao');
});

test('an unknown command is a usage error', async () => {
  expect((await run('nonsense')).code).toBe(64);
});

test('--version prints the version of the package', async () => {
  expect(await run('--version')).toEqual({ code: 0, out: '0.1.0\n', err: '' });
});

test('help whose reader has left, such as `| head -1`, is no failure', async () => {
  const left = Object.assign(new Error('the reader has left'), { code: 'EPIPE' });
  const reader = { ...io(), out: () => Promise.reject(left) };
  for (const words of [['--help'], ['run', '--help'], ['--version']]) {
    expect(await main(words, reader)).toBe(0);
  }
});
