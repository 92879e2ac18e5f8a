import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  englishNumeral,
  hanNumeral,
  isSameNumber,
  numbersIn,
  parseHanNumeral,
} from '../../src/text/index.js';

/** `kind:value` of each mention; a `?` marks a weak one. */
function shown(text: string, lang: 'zh' | 'en'): string {
  return numbersIn(text, lang)
    .map(({ kind, value, weak }) => `${kind}:${value}${weak ? '?' : ''}`)
    .join(' ');
}

describe('numbers in Chinese', () => {
  test.each([
    ['近3000家韩国企业', 'number:3000'],
    ['第三十三次领导人非正式会议', 'ordinal:33'],
    ['第１２条', 'ordinal:12'],
    ['投资1.2亿元', 'money:120000000'],
    ['共3万5千人', 'number:35000'],
    ['1亿2000万人口', 'number:120000000'],
    ['一百二十三万四千五百六十七', 'number:1234567'],
    ['两千三', 'number:2300'],
    ['增长百分之三点五', 'percent:3.5'],
    ['增长3.5％', 'percent:3.5'],
    ['提高2个百分点', 'percent:2'],
    ['千分之五', 'percent:0.5'],
    ['三分之二的成员', 'number:0.666666666666667'],
    ['2024年3月18日', 'year:2024 month:3 day:18'],
    ['二〇二四年十二月三十一日', 'year:2024 month:12 day:31'],
    ['1月33日', 'month:1 number:33'],
    ['为期3年', 'number:3'],
    ['3个月', 'number:3'],
    ['20世纪80年代', 'year:1980'],
    ['18世纪', 'ordinal:18'],
    ['3—5万人', 'number:30000 number:50000'],
    ['20至30%', 'percent:20 percent:30'],
    ['3,500美元', 'money:3500'],
    ['人民币500', 'money:500'],
    ['5千瓦', 'number:5'],
    ['三千米', 'number:3000'],
    ['两个人', 'number:2'],
    ['一般', 'number:1?'],
    ['七八个', 'number:7? number:8?'],
    ['二三十人', 'number:20? number:30?'],
    ['数百人', 'number:100?'],
    ['2000 万人和20 亿美元', 'number:20000000 money:2000000000'],
    ['550多万人', 'number:5500000'],
    ['三十余万人', 'number:300000'],
    ['在 2013 年，20 世纪 30 年代', 'year:2013 year:1930'],
    ['周五一名男子', 'number:1?'],
    ['一周三次', 'number:1? number:3'],
    ['十分重要，四处奔波', ''],
    ['十分钟', 'number:10'],
    ['入伍', ''],
    ['五分之一', 'number:0.2'],
    ['两国领导人', 'number:2?'],
    ['第二天', 'ordinal:2?'],
    ['第三届', 'ordinal:3'],
    ['二十两银子', 'money:20'],
    ['一万两千', 'number:12000'],
    ['十七八岁', 'number:17? number:18?'],
    ['路易十四', 'number:14'],
    ['W3C的标准', 'number:3?'],
    ['一点一点', 'number:1? number:1?'],
    ['没有数目', ''],
  ])('%s → %s', (text, expected) => {
    expect(shown(text, 'zh')).toBe(expected);
  });
});

describe('numbers in English', () => {
  test.each([
    ['nearly 3,000 Korean enterprises', 'number:3000'],
    ['the 33rd meeting', 'ordinal:33'],
    ['the thirty-third meeting', 'ordinal:33'],
    ['one hundred and twenty-three thousand four hundred', 'number:123400'],
    ['US$3.2 million', 'money:3200000'],
    ['RMB 1.2 billion', 'money:1200000000'],
    ['500,000 yuan', 'money:500000'],
    ['$3bn', 'money:3000000000'],
    ['half a million people', 'number:500000'],
    ['two and a half million', 'number:2500000'],
    ['3.5 per cent', 'percent:3.5'],
    ['3.5%', 'percent:3.5'],
    ['two percentage points', 'percent:2'],
    ['two-thirds of the members', 'number:0.666666666666667'],
    ['March 18, 2024', 'month:3 day:18 year:2024'],
    ['18 March 2024', 'day:18 month:3 year:2024'],
    ['on the 18th of March', 'day:18 month:3'],
    ['It may be so', ''],
    ['in May', 'month:5'],
    ['the 1980s', 'year:1980'],
    ['nineteen eighty-four', 'year:1984'],
    ['3 to 5 million', 'number:3000000 number:5000000'],
    ['20–30%', 'percent:20 percent:30'],
    ['between five and ten', 'number:5 number:10'],
    ['no one', 'number:1?'],
    ['a hundred', 'number:100?'],
    ['two dozen', 'number:24'],
    ['£11million', 'money:11000000'],
    ['1.7 million four years ago', 'number:1700000 number:4'],
    ['two million four years ago', 'number:2000000 number:4'],
    ['two million four hundred thousand', 'number:2400000'],
    ['at 5.30pm', 'number:5 number:30'],
    ['one in five children', 'number:0.2'],
    ['two decades', 'number:20'],
    ['both sides', 'number:2?'],
    ["June's meeting", 'month:6'],
    ['Louis XIV', 'number:14?'],
    ['Chapter IV', 'number:4'],
    ['the Vice President', ''],
    ['10k and 3K', 'number:10000 number:3'],
    ['three km2', 'number:3 number:2?'],
    ['the nineties', 'number:1990?'],
    ['no numbers here', ''],
  ])('%s → %s', (text, expected) => {
    expect(shown(text, 'en')).toBe(expected);
  });
});

test.each([
  ['五分之一', '20 per cent', true],
  ['百分之二十', '20 per cent', true],
  ['3000家', '3,000', true],
  ['3000家', '300', false],
])('%s and %s are one quantity: %p', (zh, en, expected) => {
  const [one] = numbersIn(zh, 'zh');
  const [other] = numbersIn(en, 'en');
  expect(one !== undefined && other !== undefined && isSameNumber(one, other)).toBe(expected);
});

test('the offsets of a mention point to its words', () => {
  const text = '共有１２００名代表，占百分之四十。';
  for (const { start, end, text: words } of numbersIn(text, 'zh')) {
    expect(text.slice(start, end)).toBe(words);
  }
  expect(numbersIn(text, 'zh').map((m) => m.text)).toEqual(['１２００', '百分之四十']);
});

test('a whole number written in Chinese characters reads back as itself', () => {
  const integer = fc.oneof(
    fc.nat(),
    fc.maxSafeNat().filter((n) => n < 1e15),
  );
  fc.assert(
    fc.property(integer, (value) => {
      expect(parseHanNumeral(hanNumeral(value))).toBe(value);
    }),
    { numRuns: 500 },
  );
});

test('a whole number written in English words is found with its value', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(), fc.nat(2000)), (value) => {
      const [mention, ...others] = numbersIn(englishNumeral(value), 'en');
      expect(mention?.value).toBe(value);
      expect(others).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('any text is taken, and every mention lies inside it in order', () => {
  const alphabet = fc.constantFrom(
    ...Array.from('一二三十百千万亿第分之点年月日元%0123456789.,- onetwhudradsixyMayof零％１'),
  );
  fc.assert(
    fc.property(
      fc.array(alphabet, { maxLength: 30 }),
      fc.constantFrom('zh', 'en'),
      (letters, lang) => {
        const text = letters.join('');
        let last = 0;
        for (const { start, end, value } of numbersIn(text, lang)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(value)).toBe(true);
          last = end;
        }
      },
    ),
    { numRuns: 2000 },
  );
});
