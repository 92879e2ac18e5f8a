import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

function file(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Rows of a JSON Lines file. */
function rows(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('duizhao run on one article', () => {
  test('writes TMX, CSV, JSON Lines and a report, with the origin of each pair', async () => {
    const folder = emptyFolder();
    const article = file(folder, 'news.txt', ARTICLE);
    const out = join(folder, 'out');
    const { code, err } = await run(['run', article, '-o', out]);
    expect({ code, err: err.split('\n')[0] }).toEqual({
      code: 0,
      err: '1 source → 1 document → 6 blocks → 5 pairs → 5 kept',
    });
    expect(err).toContain('set aside: footer 2');
    const pairs = rows(join(out, 'corpus.jsonl'));
    expect(pairs.map(({ shape, url_or_path }) => [shape, url_or_path])).toEqual(
      Array.from({ length: 5 }, () => ['1-1', article]),
    );
    expect(readFileSync(join(out, 'corpus.csv'), 'utf8')).toMatch(
      /^zh,en,score,shape,doc,position,url_or_path,title_zh,title_en,date,/,
    );
    expect(readFileSync(join(out, 'corpus.tmx'), 'utf8').match(/<tu[ >]/g)).toHaveLength(5);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('主办单位');
  });

  test('a second run says that nothing is new and writes nothing', async () => {
    const folder = emptyFolder();
    const article = file(folder, 'news.txt', ARTICLE);
    const out = join(folder, 'out');
    await run(['run', article, '-o', out]);
    const before = readFileSync(join(out, 'report.html'), 'utf8');
    const second = await run(['run', article, '-o', out]);
    expect(second.code).toBe(0);
    expect(second.err).toMatch(/^nothing is new: /);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toBe(before);
  });

  test.each(['.', 'out'])(
    'of a folder into %s inside it, the second run does not read what the first one wrote',
    async (inside) => {
      const folder = emptyFolder();
      file(folder, 'news.txt', ARTICLE);
      const out = join(folder, inside);
      await run(['run', folder, '-o', out]);
      const second = await run(['run', folder, '-o', out]);
      expect(second.err).toMatch(/^nothing is new: 1 source → 1 document /);
    },
  );

  test('a changed article replaces its pairs and doubles nothing', async () => {
    const folder = emptyFolder();
    const article = file(folder, 'news.txt', ARTICLE);
    const out = join(folder, 'out');
    await run(['run', article, '-o', out]);
    file(folder, 'news.txt', ARTICLE.replace('8.3%', '9.1%').replace('8.3 percent', '9.1 percent'));
    expect((await run(['run', article, '-o', out])).code).toBe(0);
    const pairs = rows(join(out, 'corpus.jsonl'));
    expect(pairs).toHaveLength(5);
    expect(pairs.map(({ zh }) => zh).join('')).toContain('9.1%');
  });

  test.each([
    ['full-width punctuation', (text: string) => text.replaceAll(',', '，').replaceAll('%', '％')],
    [
      'traditional script',
      (text: string) =>
        text
          .replaceAll('会见', '會見')
          .replaceAll('说', '說')
          .replaceAll('两', '兩')
          .replaceAll('来', '來')
          .replaceAll('学', '學'),
    ],
  ])('gives the same beads in %s', async (_case, change) => {
    const folder = emptyFolder();
    const zhOnly = ARTICLE.split('\n')
      .map((line) => (/^[A-Z]/.test(line) ? line : change(line)))
      .join('\n');
    const out = join(folder, 'out');
    await run(['run', file(folder, 'news.txt', zhOnly), '-o', out]);
    expect(rows(join(out, 'corpus.jsonl')).map(({ shape }) => shape)).toEqual([
      '1-1',
      '1-1',
      '1-1',
      '1-1',
      '1-1',
    ]);
  });

  test('the same article under a second name is in the corpus once, with both origins known', async () => {
    const folder = emptyFolder();
    const inputs = [file(folder, 'a.txt', ARTICLE), file(folder, 'b.txt', ARTICLE)];
    const out = join(folder, 'out');
    const { err } = await run(['run', ...inputs, '-o', out]);
    expect(err).toMatch(/^2 sources → 1 document /);
    expect(rows(join(out, 'corpus.jsonl'))).toHaveLength(5);
  });

  test('two files, one a language, are one text', async () => {
    const folder = emptyFolder();
    const [zh, en] = [/^[^A-Z]/, /^[A-Z]/].map((side, index) =>
      file(
        folder,
        ['x.txt', 'y.txt'][index] ?? '',
        ARTICLE.split('\n')
          .slice(2)
          .filter((line) => side.test(line))
          .join('\n'),
      ),
    );
    const out = join(folder, 'out');
    const { code } = await run(['run', '--pair', zh ?? '', en ?? '', '-o', out]);
    expect(code).toBe(0);
    expect(rows(join(out, 'corpus.jsonl'))).toHaveLength(5);
    expect(rows(join(out, 'corpus.jsonl'))[0]).toMatchObject({ layout: 'paired-files' });
  });
});

describe('duizhao run on bad input', () => {
  test.each([
    ['a file that is not there', 66, 'file.missing', (folder: string) => join(folder, 'none.txt')],
    ['an empty file', 65, 'read.empty', (folder: string) => file(folder, 'empty.txt', '')],
    [
      'a binary file',
      65,
      'read.binary',
      (folder: string) =>
        file(
          folder,
          'image.txt',
          Uint8Array.from({ length: 4_000 }, (_, i) => (i * 37) % 256),
        ),
    ],
    [
      'a folder without text',
      66,
      'read.nothing',
      (folder: string) => {
        mkdirSync(join(folder, 'pictures'));
        file(join(folder, 'pictures'), 'a.jpg', 'x');
        return join(folder, 'pictures');
      },
    ],
    [
      'bytes that are no text in any charset',
      65,
      'read.bad-encoding',
      (folder: string) =>
        file(
          folder,
          'broken.txt',
          Buffer.concat([
            Buffer.from(ARTICLE),
            Buffer.from([0xff, 0xfe, 0xff, 0x81]),
            Buffer.alloc(40, 0xff),
          ]),
        ),
    ],
  ])('%s: exit %i, and the message names the file', async (_case, exit, _code, make) => {
    const folder = emptyFolder();
    const input = make(folder);
    const { code, err } = await run(['run', input, '-o', join(folder, 'out')]);
    expect({ code, err }).toEqual({ code: exit, err: expect.stringContaining(input) });
    expect(err).toMatch(/^error: .*\nhint: /);
  });

  test('a text in one language only: no pairs, exit 1, and the stage that lost it is named', async () => {
    const folder = emptyFolder();
    const zhOnly = ARTICLE.split('\n')
      .filter((line) => !/^[A-Z]/.test(line))
      .join('\n');
    const { code, err } = await run([
      'run',
      file(folder, 'zh.txt', zhOnly),
      '-o',
      join(folder, 'out'),
    ]);
    expect(code).toBe(1);
    expect(err).toContain('no pairs: no Chinese text met an English one');
    expect(err).toContain('1 document in one language only');
  });

  test('a bad file among good ones is passed over by name and the rest is done', async () => {
    const folder = emptyFolder();
    const inputs = [file(folder, 'good.txt', ARTICLE), file(folder, 'empty.txt', '')];
    const { code, err } = await run(['run', ...inputs, '-o', join(folder, 'out')]);
    expect(code).toBe(0);
    expect(err).toContain(`passed over ${inputs[1] ?? ''}`);
    expect(rows(join(folder, 'out', 'corpus.jsonl'))).toHaveLength(5);
  });

  test('an output folder that is a file: exit 73, nothing written', async () => {
    const folder = emptyFolder();
    const out = file(folder, 'out', 'mine');
    const { code, err } = await run(['run', file(folder, 'a.txt', ARTICLE), '-o', out]);
    expect(code).toBe(73);
    expect(err).toContain(`"${out}"`);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  test('an output folder that may not be made: exit 73, with the reason', async () => {
    const folder = emptyFolder();
    const { code, err } = await run(['run', file(folder, 'a.txt', ARTICLE), '-o', '/sys/duizhao']);
    expect(code).toBe(73);
    expect(err).toMatch(/^error: cannot write "\/sys\/duizhao"\nhint: /);
  });

  test('a folder with files of our names that is no corpus is left alone unless forced', async () => {
    const folder = emptyFolder();
    const article = file(folder, 'a.txt', ARTICLE);
    file(folder, 'corpus.tmx', 'mine');
    const refused = await run(['run', article, '-o', folder]);
    expect(refused.code).toBe(73);
    expect(readFileSync(join(folder, 'corpus.tmx'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'corpus.db'))).toBe(false);
    expect((await run(['run', article, '-o', folder, '--force'])).code).toBe(0);
    expect(readFileSync(join(folder, 'corpus.tmx'), 'utf8')).toContain('<tmx');
  });

  test('a settings file with an unknown key: exit 78 with file and line', async () => {
    const folder = emptyFolder();
    file(folder, 'duizhao.yaml', 'title: T\nclaen: {}\n');
    const { code, err } = await run(['run', file(folder, 'a.txt', ARTICLE), '-o', folder]);
    expect(code).toBe(78);
    expect(err).toContain('duizhao.yaml: line 2: unknown key "claen"');
  });

  test('no half-written file is left behind by any run', async () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    await run(['run', file(folder, 'a.txt', ARTICLE), '-o', out]);
    const beside = readdirSync(out).filter((name) => !name.startsWith('corpus.db'));
    expect(beside.sort()).toEqual(['corpus.csv', 'corpus.jsonl', 'corpus.tmx', 'report.html']);
  });
});

describe('conservation', () => {
  test('every sentence of every document is in exactly one pair, every block in a pair or set aside', async () => {
    const folder = emptyFolder();
    for (let i = 0; i < 6; i++) file(folder, `${i}.txt`, variant(i));
    const out = join(folder, 'out');
    await run(['run', folder, '-o', out]);
    const all = join(folder, 'all.jsonl');
    await run(['export', all, '-C', out, '--state', 'new,accepted,edited,rejected']);
    const letters = (text: string): string => text.replace(/\s/g, '');
    const byDocument = new Map<unknown, string>();
    for (const { url_or_path: path, zh, en } of rows(all)) {
      byDocument.set(path, (byDocument.get(path) ?? '') + letters(`${String(zh)}${String(en)}`));
    }
    expect(byDocument.size).toBe(6);
    for (const [path, text] of byDocument) {
      const body = readFileSync(String(path), 'utf8').split('\n').slice(2).join('');
      expect([...text].sort().join('')).toBe([...letters(body)].sort().join(''));
    }
  });
});
