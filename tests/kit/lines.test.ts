import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lines } from '../../src/kit/lines.js';
import { collect } from '../support/collect.js';

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  let at = 0;
  for (const size of sizes) yield await Promise.resolve(bytes.subarray(at, (at += size)));
  yield bytes.subarray(at);
}

const line = fc.string({ unit: 'grapheme' }).filter((s) => s !== '' && !/[\r\n\uFEFF]/.test(s));

test('lines do not depend on where the bytes are cut, even inside a 汉字', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(4)), async (text, sizes) => {
      const bytes = new TextEncoder().encode(text.map((l) => `${l}\n`).join(''));
      expect(await collect(lines(cut(bytes, sizes), 'f'))).toEqual(text);
    }),
  );
});

test('both line ends count, a last line needs none', async () => {
  expect(await collect(lines(cut(new TextEncoder().encode('a\r\nb\n\nc'), [2]), 'f'))).toEqual([
    'a',
    'b',
    '',
    'c',
  ]);
});

test('bytes that are not UTF-8 are refused with the number of their line, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(9)), async (before, sizes) => {
      const good = new TextEncoder().encode(before.map((l) => `${l}\n`).join(''));
      const gb18030 = [0xc4, 0xe3, 0xba, 0xc3]; // 你好
      const bytes = Uint8Array.of(...good, ...gb18030, 0x0a, 0x61);
      await expect(collect(lines(cut(bytes, sizes), 'old.jsonl'))).rejects.toMatchObject({
        failure: {
          code: 'file.not-utf8',
          exit: 'badInput',
          at: { file: 'old.jsonl', line: before.length + 1 },
        },
      });
    }),
  );
});

test('a character cut off at the end of the file is refused', async () => {
  const bytes = Uint8Array.of(0x61, 0x0a, 0xe4, 0xbd);
  await expect(collect(lines(cut(bytes, []), 'f'))).rejects.toMatchObject({
    failure: { code: 'file.not-utf8', at: { line: 2 } },
  });
});

test('an error in the source reaches the reader', async () => {
  async function* broken(): AsyncIterable<string> {
    yield await Promise.resolve('a\nb');
    throw new Error('disk');
  }
  await expect(collect(lines(broken(), 'f'))).rejects.toThrow('disk');
});
