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
      expect(await collect(lines(cut(bytes, sizes)))).toEqual(text);
    }),
  );
});

test('both line ends count, a last line needs none', async () => {
  expect(await collect(lines(cut(new TextEncoder().encode('a\r\nb\n\nc'), [2])))).toEqual([
    'a',
    'b',
    '',
    'c',
  ]);
});

test('bytes that are not UTF-8 are refused', async () => {
  const gb18030 = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3); // 你好
  await expect(collect(lines(cut(gb18030, [])))).rejects.toMatchObject({ name: 'TypeError' });
});

test('an error in the source reaches the reader', async () => {
  async function* broken(): AsyncIterable<string> {
    yield await Promise.resolve('a\nb');
    throw new Error('disk');
  }
  await expect(collect(lines(broken()))).rejects.toThrow('disk');
});
