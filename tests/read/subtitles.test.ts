import { describe, expect, test } from '@jest/globals';
import { documentFrom, folderWith, readAll, sectionTexts, texts, aside } from './make/read.js';

const BILINGUAL = `1
00:00:01,000 --> 00:00:03,000
{\\an8}<i>你好，世界</i>
Hello, world.

2
00:00:04,000 --> 00:00:06,000
我们去了
We went to

3
00:00:06,200 --> 00:00:08,000
市民中心
the Civic Center.

4
00:00:09,000 --> 00:00:10,000
♪ ♪
`;

describe('subtitles', () => {
  test('with both languages in each are pairs, a sentence over two of them is one', async () => {
    const document = await documentFrom('a.srt', BILINGUAL);
    expect(sectionTexts(document)).toEqual([
      ['你好，世界', 'Hello, world.'],
      ['我们去了 市民中心', 'We went to the Civic Center.'],
    ]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(Array(4).fill('subtitle'));
    expect(aside(document, 'no-words')).toEqual(['♪ ♪']);
  });

  test('of WebVTT lose names, notes and settings', async () => {
    const vtt = `WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Li>Good &amp; early.\n\n`;
    expect(texts(await documentFrom('a.vtt', vtt))).toEqual(['Good & early.']);
  });

  test('in two files are paired by time', async () => {
    const zh = `1\n00:00:01,000 --> 00:00:03,000\n早上好。\n\n2\n00:00:05,000 --> 00:00:08,000\n请坐。我们开始吧。\n\n3\n00:00:20,000 --> 00:00:21,000\n谢谢。\n`;
    const en = `1\n00:00:01,200 --> 00:00:03,100\nGood morning.\n\n2\n00:00:05,100 --> 00:00:06,200\nSit down.\n\n3\n00:00:06,300 --> 00:00:08,000\nLet us begin.\n`;
    const { items } = await readAll([folderWith({ 'film.zh.srt': zh, 'film.en.srt': en })]);
    const [item] = items;
    expect(item?.kind === 'document' ? sectionTexts(item.document) : []).toEqual([
      ['早上好。', 'Good morning.'],
      ['请坐。我们开始吧。', 'Sit down. Let us begin.'],
      ['谢谢。'],
    ]);
    expect(item?.kind === 'document' ? item.document.layout : '').toBe('paired-files');
  });

  const stamp = (ms: number): string =>
    new Date(Math.round(ms)).toISOString().slice(11, 23).replace('.', ',');
  /** Forty subtitles with pauses of unequal length, each text a number in words. */
  const film = (text: (i: number) => string, clock: (ms: number) => number): string => {
    let start = 5_000;
    return Array.from({ length: 40 }, (_, i) => {
      const from = start;
      const to = from + 1_500 + ((i * 7919) % 2_300);
      start = to + 100 + ((i * 6007) % 5_100);
      return `${i + 1}\n${stamp(clock(from))} --> ${stamp(clock(to))}\n${text(i)}\n`;
    }).join('\n');
  };

  test.each([
    ['ahead', (ms: number) => ms + 20_000, '-20000 ms'],
    ['behind', (ms: number) => ms - 4_500, '4500 ms'],
    ['of a film shown faster', (ms: number) => ms * 0.96 + 8_000, /ms, times 1\.04/u],
    ['the same', (ms: number) => ms, undefined],
  ])('with a clock %s are paired by the other one', async (_, clock, told) => {
    const zh = film(
      (i) => `这是第${i}句话。`,
      (ms) => ms,
    );
    const en = film((i) => `This is line ${i}.`, clock);
    const { items } = await readAll([folderWith({ 'film.zh.srt': zh, 'film.en.srt': en })]);
    const [item] = items;
    if (item?.kind !== 'document') throw new Error('no document');
    const expected = Array.from({ length: 40 }, (_, i) => [
      `这是第${i}句话。`,
      `This is line ${i}.`,
    ]);
    expect(sectionTexts(item.document)).toEqual(expected);
    const shift = item.document.meta['time-shift'];
    if (told === undefined) expect(shift).toBeUndefined();
    else expect(shift).toMatch(told);
  });

  test('without times are refused', async () => {
    await expect(documentFrom('a.srt', 'no times here')).rejects.toMatchObject({
      failure: { code: 'read.broken' },
    });
  });

  test('that no line of times belongs to are set aside', async () => {
    const broken = BILINGUAL.replace('00:00:04,000 --> 00:00:06,000', '00:00:04,000 -> 00:00:06');
    const document = await documentFrom('a.srt', broken);
    expect(aside(document, 'no-time')).toEqual([
      '2',
      '00:00:04,000 -> 00:00:06',
      '我们去了',
      'We went to',
    ]);
    expect(texts(document)).not.toContain('我们去了');
  });

  test('of WebVTT leave its head, notes and names of subtitles alone', async () => {
    const vtt = `WEBVTT - 澜江

NOTE 由志愿者翻译
第二行

开场
00:01.000 --> 00:03.000
<v 王芳>你好，世界。
Hello, world.
`;
    const document = await documentFrom('a.vtt', vtt);
    expect(aside(document, 'no-time')).toEqual([]);
    expect(texts(document)).toEqual(['你好，世界。', 'Hello, world.']);
  });
});
