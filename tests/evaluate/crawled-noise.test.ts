import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CRAWLED } from '../../scripts/noise/crawled/index.js';
import { bytesIn, readAs, utf8 } from '../../scripts/noise/crawled/charsets.js';
import { findChineseNumbers } from '../../scripts/noise/crawled/chinese-numbers.js';
import { findEnglishNumbers, findMonths } from '../../scripts/noise/crawled/english-numbers.js';
import { findFigures } from '../../scripts/noise/crawled/figures.js';
import { unitsOf } from '../../scripts/noise/crawled/units.js';
import type { GoldPair } from '../../scripts/noise/gold-pairs.js';
import { labelledPairs } from '../../scripts/noise/labelled.js';
import { makerNamed } from '../../scripts/noise/makers.js';

/** Pairs of two documents that offer every kind of noise a hold. */
const GOLD: readonly GoldPair[] = [
  [
    '茶馆在河边，门口有两棵老槐树，夏天很阴凉。',
    'The teahouse stands by the river; two old locust trees at its door keep it cool in summer.',
  ],
  [
    '老板姓周，今年六十三岁，做这门生意已经四十年。',
    'The owner is called Zhou. He is sixty-three, and he has done this work for forty years.',
  ],
  [
    '他说："水不好，茶叶再贵也没用。"',
    '"If the water\'s bad," he says, "the dearest leaves won\'t help."',
  ],
  [
    '2019年3月，河水涨了两米，淹了厨房，客人都跑到楼上去了。',
    'In March 2019 the river rose two metres, the kitchen was flooded, and all the guests ran upstairs.',
  ],
  [
    '修房子花了12,500元，邻居们借给他一半。',
    'The repairs cost 12,500 yuan, and the neighbours lent him half of it.',
  ],
  [
    '火车早上八点开，中午到省城，下午再换汽车进山。',
    'The train leaves at eight, reaches the capital of the province at noon, and a bus goes on into the hills.',
  ],
  [
    '山里没有信号，她把地图画在纸上，又带了一个指南针。',
    'There is no signal in the hills, so she drew the map on paper and took a compass along.',
  ],
  [
    '第七天下雪了；他们只好在小学里住下，等路通了再走。',
    'On the seventh day it snowed; they had to stay in the school until the road was open again.',
  ],
  [
    '孩子们教她唱歌，她教孩子们认星星。',
    'The children taught her to sing, and she taught the children the names of the stars.',
  ],
  [
    '回来以后，她写了一本书，卖了三万册。',
    'When she was back she wrote a book, which sold thirty thousand copies.',
  ],
].map(([zh = '', en = ''], at) => ({
  zh,
  en,
  set: 'made',
  document: at < 5 ? 'tea' : 'hills',
  place: at / 10,
}));
const WHOLE = GOLD.length;
const crawled = makerNamed('crawled');

describe('crawled', () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const only = (kind: string) => ({ [kind]: crawled[kind] ?? fail(kind) });
  const spoilt = (kind: string) =>
    seeds.flatMap((seed) => labelledPairs(GOLD, seed, WHOLE, only(kind)).slice(WHOLE));
  const goldOf = (place: number) => GOLD.find((pair) => pair.place === place) ?? fail(place);

  test('the seed decides', () => {
    expect(labelledPairs(GOLD, 5, WHOLE, crawled)).toEqual(labelledPairs(GOLD, 5, WHOLE, crawled));
    expect(labelledPairs(GOLD, 5, WHOLE, crawled)).not.toEqual(
      labelledPairs(GOLD, 6, WHOLE, crawled),
    );
  });

  test.each(Object.keys(CRAWLED))('%s is made, and no pair it makes is good or blank', (kind) => {
    const good = new Set(GOLD.map(({ zh, en }) => `${zh}\t${en}`));
    const made = spoilt(kind);
    expect(made.length).toBeGreaterThan(seeds.length);
    expect(made.filter(({ zh, en }) => good.has(`${zh}\t${en}`))).toEqual([]);
    expect(made.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([]);
  });

  test.each(Object.keys(CRAWLED).filter((kind) => kind !== 'swapped'))(
    '%s leaves one side as it was',
    (kind) => {
      for (const { zh, en, place } of spoilt(kind))
        expect([zh === goldOf(place).zh, en === goldOf(place).en].sort()).toEqual([false, true]);
    },
  );

  test('what is cut off leaves the beginning or the end, 70 % at most', () => {
    for (const { zh, en, place } of spoilt('truncated')) {
      const gold = goldOf(place);
      const [side, whole] = zh === gold.zh ? [en, gold.en] : [zh, gold.zh];
      const bare = side.replace(/ ?(?:\.\.\.|…|\[\.\.\.\]).*$/u, '');
      expect(bare.length / whole.length).toBeGreaterThanOrEqual(0.15);
      expect(bare.length / whole.length).toBeLessThanOrEqual(0.7);
      expect(whole.startsWith(bare) || whole.endsWith(bare)).toBe(true);
    }
  });

  test('a text that also stands with another translation is no wrong partner', () => {
    const [sign, again, other] = [
      { zh: '请勿吸烟，谢谢合作。', en: 'No smoking here, thank you.' },
      { zh: '请勿吸烟，谢谢合作。', en: 'Guests are kindly asked to refrain from lighting up.' },
      {
        zh: '想抽烟的客人到外面去。',
        en: 'Guests are kindly asked to refrain from lighting up here.',
      },
    ] as const;
    const gold = [sign, again, other].map((pair, at) => ({
      ...pair,
      set: 'made',
      document: 'signs',
      place: at / 3,
    }));
    const made = seeds.flatMap((seed) => labelledPairs(gold, seed, 3, only('shifted')).slice(3));
    expect(made).toContainEqual(expect.objectContaining({ zh: other.zh, en: sign.en }));
    expect(made.filter(({ place, en }) => place === 0 && en === other.en)).toEqual([]);
  });

  test('only a number that both sides say is changed', () => {
    const lone = {
      zh: '他有3本书。',
      en: 'He has many books, more than 40.',
      set: 'made',
      document: 'a',
      place: 0,
    };
    expect(labelledPairs([lone], 1, 1, only('wrong-number'))).toHaveLength(1);
    expect(
      labelledPairs([{ ...lone, en: 'He has three books.' }], 1, 1, only('wrong-number')),
    ).toHaveLength(2);
  });
});

describe('numbers of the crawled noise', () => {
  const valuesOf = (numbers: readonly { value: number; text: string }[]) =>
    numbers.map(({ value, text }) => [text, value]);

  test.each([
    ['三百二十五人', [['三百二十五', 325]]],
    ['一九四八年', [['一九四八', 1948]]],
    ['十二月', [['十二', 12]]],
    ['两万零六', [['两万零六', 20006]]],
    ['第一，三四个人', [['一', 1]]],
    ['一个人', []],
  ])('Chinese: %s', (text, found) => {
    expect(valuesOf(findChineseNumbers(text))).toEqual(found);
  });

  test.each([
    ['two hundred and six men', [['two hundred and six', 206]]],
    [
      'Forty-two or three',
      [
        ['Forty-two', 42],
        ['three', 3],
      ],
    ],
    ['threescore and ten thousand', [['threescore and ten thousand', 70000]]],
    ['the first of one', [['first', 1]]],
  ])('English: %s', (text, found) => {
    expect(valuesOf(findEnglishNumbers(text))).toEqual(found);
  });

  test('months', () => {
    expect(valuesOf(findMonths('from May to October'))).toEqual([
      ['May', 5],
      ['October', 10],
    ]);
  });

  test.each([
    ['zh', '3.5万人，UTF-8', [['3.5万', 35000]]],
    [
      'en',
      '12,500 yuan and 3 million, HTML5, v1.2',
      [
        ['12,500', 12500],
        ['3 million', 3e6],
      ],
    ],
  ] as const)('figures: %s %s', (side, text, found) => {
    expect(valuesOf(findFigures(text, side))).toEqual(found);
  });

  test('a day of a month stays one', () => {
    expect(findFigures('3月14日', 'zh').map(({ most }) => most)).toEqual([12, 31]);
    expect(findFigures('on May 14, with 20 guests', 'en').map(({ most }) => most)).toEqual([
      31,
      Infinity,
    ]);
  });
});

test('sentences and clauses put together are the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('sentence', 'clause'), (text, level) => {
      expect(unitsOf(text, 'zh', level).join('')).toBe(text);
      expect(unitsOf(text.trimStart(), 'en', level).join('')).toBe(text.trimStart());
    }),
  );
});

test.each(['gbk', 'big5'] as const)('%s: what is written is read back', (charset) => {
  expect(readAs(bytesIn('一二三 abc 中文', charset), charset)).toBe('一二三 abc 中文');
  expect(readAs(bytesIn('😀', charset), charset)).toBe('?');
});

test('windows-1252 has quotes where ISO 8859-1 has control characters', () => {
  const bytes = bytesIn('“it’s” – €5', 'windows-1252');
  expect(bytes.includes(0x3f)).toBe(false);
  expect(readAs(bytes, 'windows-1252')).toBe('“it’s” – €5');
  expect(readAs(utf8('don’t'), 'windows-1252')).toBe('donâ€™t');
});

function fail(what: number | string): never {
  throw new Error(`nothing for ${what}`);
}
