import { describe, expect, test } from '@jest/globals';
import { otherUnits } from '../../src/clean/facts/same-units.js';
import { readValues } from '../../src/clean/facts/values.js';

describe('another value of the same unit', () => {
  test.each([
    ['第三季度的数字', 'figures of the second quarter', 3, 2],
    ['上半年', 'in the second half of the year', 1, 2],
    ['星期三', 'on Thursday', 3, 4],
    ['晚上九点半', 'at half past ten', 9, 10],
    ['她住在五楼', 'she lives on the third floor', 5, 3],
    ['四成居民', 'sixty percent of residents', 0.4, 0.6],
    ['翻两番', 'it doubled', 4, 2],
    ['数百人', 'thousands of people', 2, 3],
    ['八十多岁', 'in his sixties', 80, 60],
    ['两三年', 'seven or eight years', 2, 7],
    ['六个半月', 'four and a half months', 6.5, 4.5],
    ['零下5度', '5 degrees', -5, 5],
  ])('%s / %s: %p, %p', (zh, en, left, right) => {
    const other = otherUnits(zh, en);
    expect([other.zh, other.en].map((side) => side.map(({ value }) => value))).toEqual([
      [left],
      [right],
    ]);
  });

  test.each([
    ['前三季度', 'the first three quarters'],
    ['第三季度，高于上一季度', 'in the third quarter, up from the quarter before'],
    ['一周三次', 'every Wednesday'],
    ['她住在三楼', 'she lives on the second floor'],
    ['三分之一', '33 percent'],
    ['价格涨了两倍', 'the price has tripled'],
    ['数以万计的人', 'thousands of people'],
    ['年近六十', 'in his late fifties'],
    ['最高28℃', 'a high of 82 degrees'],
  ])('%s / %s: none', (zh, en) => {
    const other = otherUnits(zh, en);
    expect([...other.zh, ...other.en]).toEqual([]);
  });
});

describe('a wrong number that stands elsewhere in the pair', () => {
  test.each([
    ['他有三个儿子、两个女儿。', 'He has three sons and three daughters.'],
    ['12名医生、7名护士和12名志愿者', '12 doctors, 7 nurses and 7 volunteers'],
  ])('%s / %s', (zh, en) => {
    expect(readValues(zh, en).words.replaced).toBe(1);
  });

  test.each([
    ['他有三个儿子、两个女儿。', 'He has two daughters and three sons.'],
    [
      '他住了四十昼夜，写在两块版上。',
      'Forty days and forty nights, and he wrote upon the tables.',
    ],
    [
      '贸易额增长了十倍，到21世纪才停。',
      'Trade grew tenfold and stopped in the 21st century, says one of the two.',
    ],
  ])('%s / %s: none', (zh, en) => {
    expect(readValues(zh, en).words.replaced).toBe(0);
  });
});
