import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from '../../src/kit/index.js';
import { emptyFolder } from '../support/folder.js';

describe('writeAtomic', () => {
  test('writes text and bytes in order, whatever the size of the parts', async () => {
    const file = join(emptyFolder(), 'a.txt');
    const long = '汉'.repeat(70_000);
    await writeAtomic(file, ['a', long, new TextEncoder().encode('é'), 'z']);
    expect(readFileSync(file, 'utf8')).toBe(`a${long}éz`);
  });

  test('keeps the old content and leaves no draft when the source fails half-way', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'old');
    const source = function* (): Iterable<string> {
      yield 'new'.repeat(50_000);
      throw new Error('source broke');
    };
    await expect(writeAtomic(file, source())).rejects.toThrow('source broke');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('replaces what a link points to, with the rights it had, and leaves the link', async () => {
    const folder = emptyFolder();
    const [real, link] = [join(folder, 'real.txt'), join(folder, 'link.txt')];
    writeFileSync(real, 'old');
    chmodSync(real, 0o600);
    symlinkSync(real, link);
    await writeAtomic(link, 'new');
    expect(readFileSync(real, 'utf8')).toBe('new');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(real).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['link.txt', 'real.txt']);
  });

  test('writes to a device or a pipe, and puts no file in its place', async () => {
    await writeAtomic('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const pipe = join(emptyFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [text] = await Promise.all([readFile(pipe, 'utf8'), writeAtomic(pipe, ['a', 'b'])]);
    expect(text).toBe('ab');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test.each([
    ['a folder that does not exist', (folder: string) => join(folder, 'none', 'a.txt')],
    [
      'a folder of that name in the way',
      (folder: string) => {
        mkdirSync(join(folder, 'a.txt'));
        return join(folder, 'a.txt');
      },
    ],
  ])('%s is a failure with advice', async (_case, place) => {
    const file = place(emptyFolder());
    await expect(writeAtomic(file, 'x')).rejects.toMatchObject({
      failure: { code: 'file.cannot-write', exit: 'cannotWrite', at: { file } },
    });
  });
});
