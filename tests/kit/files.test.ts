import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
