import { beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairWithGold, readLinks, readSet } from '../../src/evaluate/index.js';
import { emptyFolder } from '../support/folder.js';

let folder = '';

beforeEach(() => {
  folder = emptyFolder();
  for (const part of ['zh', 'en', 'gold']) mkdirSync(join(folder, part));
  write('zh/a.txt', '你好。\n再见。\n');
  write('en/a.txt', 'Hello.\nGoodbye.\n');
  write('gold/a.tsv', '1\t1\n2\t2\n');
});

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

describe('readSet', () => {
  test('reads texts and links', async () => {
    expect(await readSet(folder)).toEqual([
      {
        name: 'a',
        zh: ['你好。', '再见。'],
        en: ['Hello.', 'Goodbye.'],
        gold: [
          { zh: [0], en: [0] },
          { zh: [1], en: [1] },
        ],
      },
    ]);
  });

  test('a link to a sentence that is not there is an error', async () => {
    write('gold/a.tsv', '1\t1\n2\t3\n');
    await expect(readSet(folder)).rejects.toMatchObject({ failure: { code: 'evaluate.outside' } });
  });

  test('a missing text is an error that names it', async () => {
    write('gold/b.tsv', '1\t1\n');
    await expect(readSet(folder)).rejects.toMatchObject({
      failure: { code: 'file.missing', at: { file: join(folder, 'zh', 'b.txt') } },
    });
  });
});

describe('readLinks', () => {
  test('takes a folder or one file', async () => {
    const links = [
      { zh: [0], en: [0] },
      { zh: [1], en: [1] },
    ];
    expect(await readLinks(join(folder, 'gold'))).toEqual(new Map([['a', links]]));
    expect(await readLinks(join(folder, 'gold', 'a.tsv'))).toEqual(new Map([['a', links]]));
  });

  test('a folder without links is an error', async () => {
    await expect(readLinks(join(folder, 'zh'))).rejects.toMatchObject({
      failure: { code: 'evaluate.no-gold' },
    });
  });
});

test('a system that leaves a document out is not scored', () => {
  const documents = ['a', 'b'].map((name) => ({ name, gold: [] }));
  expect(() => pairWithGold(documents, new Map([['a', []]]))).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ code: 'evaluate.missing-document' }),
    }),
  );
});
