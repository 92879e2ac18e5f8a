import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const BROKEN = Buffer.from([
  ...Buffer.from('海港很大。\n船'),
  0xff,
  0x80,
  ...Buffer.from('很多。\n'),
]);

function file(name: string, content: string | Uint8Array): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('text that is damaged is refused, not guessed at', () => {
  const en = (): string => file('en.txt', 'The harbour is large.\n');

  test('split names the line of the first broken character', async () => {
    const { code, out, err } = await run(['split', '--lang', 'zh', file('broken.txt', BROKEN)]);
    expect({ code, out, isNamed: err.includes('line 2') }).toEqual({
      code: 65,
      out: '',
      isNamed: true,
    });
    expect((await run(['split', '--lang', 'zh', '-'], BROKEN)).code).toBe(65);
  });

  test('align refuses broken, binary and empty files', async () => {
    const binary = Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256);
    for (const bad of [BROKEN, binary, '', ' \n \n']) {
      const { code, out, err } = await run(['align', file('zh.txt', bad), en(), '--beads']);
      expect({ code, out, hasHint: err.includes('\nhint: ') }).toEqual({
        code: 65,
        out: '',
        hasHint: true,
      });
    }
  });

  test('pairs in another encoding are refused with the line, by whatever reads them', async () => {
    const path = file(
      'pairs.jsonl',
      Buffer.concat([Buffer.from('{"zh":"船","en":"boat"}\n'), Buffer.of(0xb4, 0xac, 0x0a)]),
    );
    const corpus = emptyFolder();
    await run(['init', corpus]);
    for (const words of [
      ['clean', path],
      ['convert', path, join(corpus, 'pairs.tmx')],
      ['import', path, '-C', corpus],
    ]) {
      const { code, err } = await run(words);
      expect({ words, code, err }).toMatchObject({
        code: 65,
        err: expect.stringContaining('line 2: bytes that are not UTF-8\nhint: ') as unknown,
      });
    }
    const { code, out } = await run(['check', path]);
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining('UTF-8') as unknown,
    });
  });

  test.each(['memory.tmx', 'pairs.csv', 'pairs.jsonl', 'pairs.xlsx', 'old.tsv.gz', 'a.sdlxliff'])(
    '%s holds pairs: read as a text it would be taken apart',
    async (name) => {
      const path = file(name, '{"zh":"海港很大。","en":"The harbour is large."}\n');
      const corpus = emptyFolder();
      await run(['init', corpus]);
      for (const words of [
        ['add', path, '-C', corpus],
        ['run', path, '-o', corpus],
        ['extract', path],
      ]) {
        const { code, err } = await run(words);
        expect({ words, code, err }).toMatchObject({
          code: 65,
          err: expect.stringContaining(
            `hint: bring them into a corpus: duizhao import "${path}"`,
          ) as unknown,
        });
      }
    },
  );

  test('an empty text in a set leaves the other side without partners', async () => {
    const set = emptyFolder();
    for (const [side, text] of [
      ['zh', ''],
      ['en', 'One.\nTwo.\n'],
    ] as const) {
      mkdirSync(join(set, side));
      writeFileSync(join(set, side, 'a.txt'), text);
    }
    const out = join(set, 'out');
    expect((await run(['align', '--set', set, '-o', out])).code).toBe(0);
    expect(readFileSync(join(out, 'a.tsv'), 'utf8')).toBe('\t1\n\t2\n');
  });
});

describe('command lines that say too much or too little', () => {
  test.each([
    ['align a.txt b.txt --set nowhere -o out', 64],
    ['align --set nowhere', 64],
    ['align a.txt b.txt -o out', 64],
    ['forget', 64],
    ['eval nowhere', 66],
  ])('%s: exit %i', async (words, code) => {
    const { code: got, err } = await run(words);
    expect({ got, hasHint: err.includes('\nhint: ') }).toEqual({ got: code, hasHint: true });
  });
});

describe('a foreign file where the corpus should be', () => {
  test('init refuses it and puts no settings beside it', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'corpus.db'), 'not a database');
    const { code, err } = await run(['init', folder]);
    expect({ code, hasHint: err.includes('\nhint: ') }).toEqual({ code: 65, hasHint: true });
    expect(existsSync(join(folder, 'duizhao.yaml'))).toBe(false);
    expect(readFileSync(join(folder, 'corpus.db'), 'utf8')).toBe('not a database');
  });

  test('backup into a place that is a file: exit 73', async () => {
    const corpus = join(emptyFolder(), 'corpus');
    await run(['init', corpus]);
    expect((await run(['backup', file('taken', 'x'), '-C', corpus])).code).toBe(73);
  });
});

describe('a first run on an input that cannot be read', () => {
  const binary = Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256);

  test('leaves nothing behind of a folder it made', async () => {
    const out = join(emptyFolder(), 'out');
    expect((await run(['run', file('bin.txt', binary), '-o', out, '-q'])).code).toBe(65);
    expect(existsSync(out)).toBe(false);
  });

  test('leaves a folder that was there', async () => {
    const out = emptyFolder();
    expect((await run(['run', file('bin.txt', binary), '-o', out, '-q'])).code).toBe(65);
    expect(existsSync(out)).toBe(true);
  });

  test('leaves the corpus of earlier runs as it was', async () => {
    const out = join(emptyFolder(), 'out');
    const good = file('good.txt', '海港很大。\nThe harbour is large.\n');
    expect((await run(['run', good, '-o', out, '-q'])).code).toBe(0);
    expect((await run(['run', file('bin.txt', binary), '-o', out, '-q'])).code).toBe(65);
    const { out: listed } = await run(['stats', '-C', out, '--no-words', '--json']);
    expect(JSON.parse(listed)).toMatchObject({ counts: { sources: 1, documents: 1 } });
  });
});
