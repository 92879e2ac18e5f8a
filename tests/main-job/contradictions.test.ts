import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

function twoFiles(): { folder: string; zh: string; en: string } {
  const folder = emptyFolder();
  const [zh, en] = [join(folder, 'zh.txt'), join(folder, 'en.txt')];
  writeFileSync(zh, '海港很大。船很多。\n城市不大。\n');
  writeFileSync(en, 'The harbour is large. There are many ships.\nThe city is not large.\n');
  return { folder, zh, en };
}

describe('a pair of files', () => {
  test('--lines keeps every line as one sentence', async () => {
    const { folder, zh, en } = twoFiles();
    const shapes: string[][] = [];
    for (const more of [[], ['--lines']]) {
      const out = join(folder, `out${more.length}`);
      expect((await run(['run', '--pair', ...more, zh, en, '-o', out])).code).toBe(0);
      const rows = readFileSync(join(out, 'corpus.jsonl'), 'utf8').trim().split('\n');
      shapes.push(rows.map((row) => String((JSON.parse(row) as { zh: unknown }).zh)));
    }
    expect(shapes).toEqual([
      ['海港很大。', '船很多。', '城市不大。'],
      ['海港很大。船很多。', '城市不大。'],
    ]);
  });

  test('--lines alone, --pair with a URL, a name with a folder in it, and "-" are usage errors that make nothing', async () => {
    const { folder, zh, en } = twoFiles();
    const out = join(folder, 'out');
    for (const words of [
      ['--lines', zh],
      ['--pair', 'https://example.org/', zh],
      ['--name', '../evil', zh],
      ['--name', '', zh],
      ['-'],
    ]) {
      const { code, err } = await run(['run', ...words, '-o', out]);
      expect({ words, code, hasHint: err.includes('\nhint: ') }).toEqual({
        words,
        code: 64,
        hasHint: true,
      });
    }
    expect((await run(['run', zh, en, join(folder, 'missing.txt'), '-o', out])).code).toBe(66);
    expect(existsSync(out)).toBe(false);
  });

  test('the wrong way round: exit 1, and the summary says which file comes first', async () => {
    const { folder, zh, en } = twoFiles();
    const { code, err } = await run(['run', '--pair', en, zh, '-o', join(folder, 'out')]);
    expect({ code, isSaid: err.includes('the Chinese file comes first') }).toEqual({
      code: 1,
      isSaid: true,
    });
  });

  test('add refuses --lines without --pair as well', async () => {
    const { folder, zh } = twoFiles();
    await run(['init', folder]);
    expect((await run(['add', '--lines', zh, '-C', folder])).code).toBe(64);
  });
});

test('an output folder where nothing can be made: exit 73 at once', async () => {
  const { zh } = twoFiles();
  const { code, err } = await run(['run', zh, '-o', '/proc/duizhao/out']);
  expect({ code, hasHint: err.includes('\nhint: ') }).toEqual({ code: 73, hasHint: true });
});

test('folders above the output folder are made too', async () => {
  const { folder, zh, en } = twoFiles();
  const out = join(folder, 'a', 'b', 'c');
  expect((await run(['run', '--pair', zh, en, '-o', out])).code).toBe(0);
  expect(existsSync(join(out, 'corpus.tmx'))).toBe(true);
});

test('a public site without a contact: exit 64, and --contact is what helps', async () => {
  const out = join(emptyFolder(), 'out');
  const { code, err } = await run(['run', 'http://8.8.8.8/', '-o', out, '-q']);
  expect({ code, isNamed: err.includes('--contact') }).toEqual({ code: 64, isNamed: true });
});
