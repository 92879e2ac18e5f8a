import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { join } from 'node:path';
import { folderWith, locationsOf, readAll } from './make/read.js';

const ZH = '市外办主任会见了来访的总领事一行。';
const EN = 'The director general met with the visiting consul general.';

/** Little-endian bytes over a copy, at every place where `mark` stands. */
function overwritten(bytes: Uint8Array, mark: number, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === mark) view.setUint32(at + offset, value, true);
  }
  return copy;
}

const ENTRY = 0x02014b50;

describe('a zip archive', () => {
  test('is read file by file, pairs by name and archives inside it too', async () => {
    const inner = zipSync({ 'deep.txt': strToU8(ZH) });
    const archive = zipSync({
      'zh/news.txt': strToU8(ZH),
      'en/news.txt': strToU8(EN),
      'page.html': strToU8(`<p>${ZH}</p>`),
      'more.zip': inner,
      'picture.png': strToU8('x'),
      '__MACOSX/._page.html': strToU8('x'),
    });
    const path = join(folderWith({ 'a.zip': archive }), 'a.zip');
    const answer = await readAll([path]);
    expect(locationsOf(answer)).toEqual([
      `${path}!/more.zip!/deep.txt`,
      `${path}!/page.html`,
      `${path}!/zh/news.txt ${path}!/en/news.txt`,
    ]);
    expect(answer.rejects).toEqual([`read.unsupported ${path}!/picture.png`]);
  });

  test('with names that climb out of it writes nowhere and keeps them as names', async () => {
    const path = join(folderWith({ 'a.zip': zipSync({ '../../x.txt': strToU8(ZH) }) }), 'a.zip');
    expect(locationsOf(await readAll([path]))).toEqual([`${path}!/../../x.txt`]);
  });

  test('with Chinese names in GBK shows them', async () => {
    const name = Uint8Array.of(0xd0, 0xc2, 0xce, 0xc5, 0xb8, 0xe5); // 新闻稿
    const archive = zipSync({ 'abcdef.txt': strToU8(ZH) });
    for (let at = 0; at + 6 < archive.length; at++) {
      if (Buffer.from(archive.subarray(at, at + 6)).toString('latin1') === 'abcdef')
        archive.set(name, at);
    }
    const path = join(folderWith({ 'a.zip': archive }), 'a.zip');
    expect(locationsOf(await readAll([path]))).toEqual([`${path}!/新闻稿.txt`]);
  });
});

describe('an archive that is a trap or damaged does not stop the others', () => {
  const whole = zipSync({ 'a.txt': strToU8(ZH), 'b.txt': strToU8(EN) });
  const crowd = zipSync(
    Object.fromEntries(Array.from({ length: 32 }, (_, i) => [`${i}.txt`, strToU8(ZH)])),
  );
  const zeros = new Uint8Array(65 * 1024 * 1024);
  const bomb = zipSync({ 'bomb.txt': zeros }, { level: 1 });
  const shells = [1, 2, 3].reduce<Uint8Array>(
    (inner) => zipSync({ 'in.zip': inner }),
    zipSync({ 'x.txt': strToU8(ZH) }),
  );

  test.each([
    ['unpacks to far more than it is', bomb, 'read.too-large', '!/bomb.txt'],
    ['hides how large it is', overwritten(bomb, ENTRY, 24, 1000), 'read.too-large', '!/bomb.txt'],
    [
      'promises a gigabyte in all',
      overwritten(crowd, ENTRY, 24, 2 ** 25),
      'read.archive-limit',
      '',
    ],
    ['lies in archives in archives', shells, 'read.archive-limit', '!/in.zip!/in.zip'],
    ['is cut off', whole.subarray(0, whole.length - 40), 'read.broken', ''],
    [
      'has lost its middle',
      Uint8Array.of(...whole.subarray(0, 30), ...whole.subarray(60)),
      'read.broken',
      '',
    ],
    ['is locked', overwritten(whole, ENTRY, 8, 1), 'read.password', '!/a.txt'],
  ])('one that %s', async (_, archive, reason, where) => {
    const folder = folderWith({ 'a.zip': archive, 'z.txt': ZH });
    const answer = await readAll([folder]);
    expect(answer.rejects).toContain(`${reason} ${join(folder, 'a.zip')}${where}`);
    expect(locationsOf(answer)).toContain(join(folder, 'z.txt'));
  });
});
