import { describe, expect, test } from '@jest/globals';
import { pinyinOf, romanisations, wadeGiles } from '../../src/text/index.js';

describe('pinyinOf', () => {
  test.each([
    ['曹赛先', 'caosaixian'],
    ['深圳', 'shenzhen'],
    ['单', 'shan'],
    ['吕', 'lyu'],
    ['吕', 'lv'],
    ['重庆', 'chongqing'],
    ['曾', 'zeng'],
  ])('%s may be spelt %s', (han, spelling) => {
    expect(pinyinOf(han)).toContain(spelling);
  });

  test('the number of spellings is bounded', () => {
    expect(pinyinOf('重行长单曾乐朝和').length).toBeLessThanOrEqual(16);
  });

  test.each(['', 'abc', '曹a', '一二三四五六七八九'])('%p has none', (text) => {
    expect(pinyinOf(text)).toEqual([]);
  });
});

describe('wadeGiles', () => {
  test.each([
    ['zhou', 'chou'],
    ['xiao', 'hsiao'],
    ['zedong'.slice(0, 2), 'tse'],
    ['dong', 'tung'],
    ['jian', 'chien'],
    ['jie', 'chieh'],
    ['xue', 'hsueh'],
    ['shi', 'shih'],
    ['qing', 'ching'],
    ['guang', 'kuang'],
    ['duo', 'to'],
    ['lie', 'lieh'],
    ['mian', 'mien'],
    ['ren', 'jen'],
  ])('%s → %s', (pinyin, wade) => {
    expect(wadeGiles(pinyin)).toContain(wade);
  });
});

describe('romanisations', () => {
  test.each([
    ['香港', 'hongkong'],
    ['孙中山', 'sunyatsen'],
    ['孙中山', 'sunzhongshan'],
    ['毛泽东', 'maotsetung'],
    ['周恩来', 'chouenlai'],
    ['陈', 'chan'],
    ['姜', 'kang'],
    ['曹赛先', 'caosaixian'],
  ])('%s may be spelt %s', (han, spelling) => {
    expect(romanisations(han)).toContain(spelling);
  });
});
