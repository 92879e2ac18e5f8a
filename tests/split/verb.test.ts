import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const TEXT = '他说：“好！”\n\n走吧。 她笑了';

/** A new file with this content, removed after the test. */
function fileWith(content: string): string {
  const file = join(emptyFolder(), 'text.txt');
  writeFileSync(file, content);
  return file;
}

describe('duizhao split', () => {
  test('prints one sentence a line', async () => {
    expect(await run(['split', '--lang', 'zh', fileWith(TEXT)])).toEqual({
      code: 0,
      out: '他说：“好！”\n走吧。\n她笑了\n',
      err: '',
    });
  });

  test('prints spans that cut the sentences out of the text', async () => {
    const { code, out } = await run(['split', '--lang', 'zh', '--json', '-'], TEXT);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toEqual([
      { start: 0, end: 7, text: '他说：“好！”' },
      { start: 9, end: 12, text: '走吧。' },
      { start: 13, end: 16, text: '她笑了' },
    ]);
  });

  test('cuts as OmegaT does, a sentence over two lines shown on one', async () => {
    const { out } = await run(
      ['split', '--lang', 'zh', '--profile', 'omegat', '-'],
      '“好。”他\n说。走',
    );
    expect(out).toBe('“好。”他说。\n走\n');
  });

  test('joins lines that were wrapped', async () => {
    const words = ['split', '--lang', 'en', '--wrapped', '-'];
    expect((await run(words, 'We met the mayor at\nten. He was kind to\nus.\n')).out).toBe(
      'We met the mayor at ten.\nHe was kind to us.\n',
    );
    expect((await run([...words, '--lines'], 'a')).code).toBe(64);
  });

  test('takes lines as they are', async () => {
    expect((await run(['split', '--lang', 'en', '--lines', '-'], 'A. B.\nC.\n')).out).toBe(
      'A. B.\nC.\n',
    );
  });

  test('cuts by rules from a file', async () => {
    const rules =
      '<srx version="2.0"><header cascade="yes"/><body><languagerules><languagerule languagerulename="x">' +
      '<rule break="yes"><beforebreak>;</beforebreak></rule></languagerule></languagerules>' +
      '<maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>';
    const words = ['split', '--lang', 'en', '--srx', fileWith(rules), '-'];
    expect((await run(words, 'a;b. c')).out).toBe('a;\nb. c\n');
  });

  test('reads GB18030', async () => {
    const gb18030 = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3, 0xa1, 0xa3, 0xd7, 0xdf, 0xa1, 0xa3); // 你好。走。
    expect((await run(['split', '--lang', 'zh', '-'], gb18030)).out).toBe('你好。\n走。\n');
  });

  test.each([
    ['an empty input', ['--lang', 'zh', '-'], '', 1],
    ['no language', ['-'], 'a', 64],
    ['another language', ['--lang', 'fr', '-'], 'a', 64],
    ['another profile', ['--lang', 'zh', '--profile', 'trados', '-'], 'a', 64],
    ['a binary input', ['--lang', 'zh', '-'], 'a\0b', 65],
    ['a missing file', ['--lang', 'zh', '/no/such/file'], '', 66],
    ['missing rules', ['--lang', 'zh', '--srx', '/no/such/file', '-'], 'a', 66],
  ])('%s: says so, with its exit code', async (_what, words, stdin, code) => {
    const got = await run(['split', ...words], stdin);
    expect(got.code).toBe(code);
    expect(got.out).toBe('');
    expect(got.err).not.toBe('');
  });
});
