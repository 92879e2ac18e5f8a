import { describe, expect, test } from '@jest/globals';
import { readPairFacts } from '../../src/clean/index.js';

/** Contradicting and missing numbers of a pair. */
function faults(zh: string, en: string): number {
  const { contradictions, missing } = readPairFacts(zh, en).values;
  return contradictions + missing;
}

describe('one number written in two ways is no mismatch', () => {
  test.each([
    ['人口达1.2亿。', 'The population reached 120 million.'],
    ['5万亿元', '5 trillion yuan'],
    ['3/4的学生', 'three quarters of the students'],
    ['四分之三的学生', '75% of the students'],
    ['增长了2成', 'rose by 20 percent'],
    ['增长到2.4倍', 'grew to 240 percent'],
    ['近100家，其中50余家', 'nearly 100, among them more than 50'],
    ['19世纪末', 'the late 1800s'],
    ['18世纪', 'the 18th century'],
    ['20世纪80年代', 'the 1980s'],
    ['80年代', 'the ’80s'],
    ['民国26年', '1937'],
    ['民国元年', '1912'],
    ['1038年至1040年', '1038–40'],
    ['2019-20赛季', 'the 2019–2020 season'],
    ['下午3点半', '3:30 p.m.'],
    ['中午12点', 'at noon'],
    ['半小时', '30 minutes'],
    ['正月十五', 'the 15th day of the first lunar month'],
    ['24个', 'two dozen'],
    ['打6折', '40% off'],
    ['两个月', '60 days'],
    ['35公里', '22 miles'],
    ['2.4万亩', '1,600 hectares'],
    ['60公斤', '132 pounds'],
    ['30摄氏度', '86 degrees Fahrenheit'],
    ['1. 总则', 'General'],
    ['（1）顺序；（2）位置', '(a) the order; (b) the place'],
  ])('%s | %s', (zh, en) => {
    expect(faults(zh, en)).toBe(0);
  });
});

describe('another number is one', () => {
  test.each([
    ['人口达1.2亿。', 'The population reached 12 million.'],
    ['19世纪末', 'the late 1700s'],
    ['80年代', 'the ’90s'],
    ['民国26年', '1926'],
    ['1038年至1040年', '1038–50'],
    ['下午3点半', '4:30 p.m.'],
    ['中午12点', 'at 11 a.m.'],
    ['打6折', '60% off'],
    ['35公里', '30 miles'],
    ['2.4万亩', '16,000 hectares'],
    ['1. 总则', '2. General'],
  ])('%s | %s', (zh, en) => {
    expect(faults(zh, en)).toBeGreaterThan(0);
  });
});

test('a day that no month has is a misprint: on record, and no contradiction', () => {
  const { contradictions, missing, zhOnly } = readPairFacts(
    '7月33日至25日',
    'from July 23 to 25',
  ).values;
  expect([contradictions, missing]).toEqual([0, 0]);
  expect(zhOnly.map(({ text }) => text)).toEqual(['33日']);
});
