import { describe, expect, test } from '@jest/globals';
import { readValues } from '../../src/clean/facts/values.js';

describe('numbers in words are compared where there are no figures', () => {
  test.each([
    ['他们有三个孩子。', 'They have four children.'],
    ['第三次会议在秋天举行。', 'The fifth meeting was held in the autumn.'],
    ['船上坐着十二个人。', 'Thirteen people sat in the boat.'],
    ['展览在十月开幕。', 'The exhibition opened in November.'],
    ['村里死了四十六头牛。', 'Forty and seven oxen of the village died.'],
  ])('%s / %s: another number', (zh, en) => {
    expect(readValues(zh, en).words.replaced).toBe(1);
  });

  test.each([
    ['他们有三个孩子。', 'They have three children.'],
    ['三十五年前他离开了家乡。', 'Five and thirty years ago he left home.'],
    ['她活到七十岁。', 'She lived to be threescore and ten.'],
    ['城里住着八十六位织工。', 'Fourscore and six weavers lived in the town.'],
    ['共有四万六千五百人。', 'There were forty-six thousand and five hundred of them.'],
    ['我们有一个主意。', 'We have two apples and an idea in one bag.'],
    ['他敲了两次门。', 'He knocked twice.'],
    ['来了十几个客人。', 'A dozen guests came.'],
    ['她百分之百相信他。', 'She trusts him completely.'],
    ['中午十二点吃饭。', 'We eat at noon.'],
  ])('%s / %s: none', (zh, en) => {
    expect(readValues(zh, en).words.replaced).toBe(0);
  });

  test('what may be no count is doubted, and what has no answer is missing', () => {
    expect(readValues('四面八方都是雾。', 'Fog on all seven sides.').words.replaced).toBe(0);
    expect(readValues('像八根手指。', 'Like three fingers.').words).toMatchObject({
      replaced: 0,
      doubted: 1,
      missing: 0,
    });
    expect(readValues('院子里有五棵树。', 'There are trees in the yard.').words).toMatchObject({
      replaced: 0,
      doubted: 0,
      missing: 1,
    });
  });
});

test('words beside figures are compared as well', () => {
  const { contradictions, words } = readValues(
    '2019年，七个村庄通了电。',
    'In 2019, nine villages were given electricity.',
  );
  expect([contradictions, words.replaced]).toEqual([0, 1]);
});

test('a month by its name is no day of the week', () => {
  const { contradictions } = readValues('工程8月完工。', 'The works end on a Friday in November.');
  expect(contradictions).toBe(1);
});

test('of a crowd of numbers a hundred are compared', () => {
  const zh = '三个四匹五张六位'.repeat(450);
  const en = 'seven men, eight oxen, nine carts, '.repeat(330);
  expect(readValues(zh, en).words.replaced).toBe(100);
});
