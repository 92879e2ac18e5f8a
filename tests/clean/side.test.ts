import { describe, expect, test } from '@jest/globals';
import { readPairFacts } from '../../src/clean/facts/pair-facts.js';

describe('a side that stops with an ellipsis', () => {
  test.each(['The mayor said that the bridge...', 'The bridge… Read more', 'The bridge [...]'])(
    '%s',
    (en) => {
      expect(readPairFacts('市长说大桥明年通车。', en).en.trailsOff).toBe(true);
    },
  );

  test('is not one that has it inside', () => {
    expect(readPairFacts('市长说……大桥通车了。', 'Well... yes.').zh.trailsOff).toBe(false);
    expect(readPairFacts('市长说……大桥通车了。', 'Well... yes.').en.trailsOff).toBe(false);
  });
});

describe('phrases that follow themselves', () => {
  const doubles = (zh: string, en: string): readonly number[] => {
    const { zhRepetition, enRepetition } = readPairFacts(zh, en).lexical;
    return [zhRepetition.doubles, enRepetition.doubles];
  };

  test('are counted wherever they stand', () => {
    expect(doubles('河水河水流得很快很快。', 'The the river runs runs fast.')).toEqual([2, 2]);
    expect(doubles('第九条第九条', 'Article nine')).toEqual([1, 0]);
  });

  test('are none where figures stand between', () => {
    expect(doubles('增长百分之五', 'from 5 percent 7 percent 9 percent')[1]).toBe(0);
  });
});

describe('clauses that were not translated', () => {
  test('Chinese ones in the English, but no terms', () => {
    const zh = '桥下的水很深，夏天常有人来钓鱼，孩子们不可以下去游泳。';
    const copied = 'The water under the bridge is deep,孩子们不可以下去游泳。';
    expect(readPairFacts(zh, copied).lexical.hanCopied).toBe(10);
    expect(readPairFacts(zh, `${zh.slice(0, 6)}, and people fish.`).lexical.hanCopied).toBe(6);
    expect(readPairFacts(zh, 'Children (孩子们不可以下去游泳) may not.').lexical.hanCopied).toBe(0);
  });

  test('English ones in the Chinese, but no names', () => {
    const runIn = (zh: string): number =>
      readPairFacts(zh, 'The water is deep and children may not swim.').lexical.longestInZh;
    expect(runIn('水很深，and children may not swim.')).toBe(5);
    expect(runIn('水很深，见 Deep Water Safety Guide 一书。')).toBe(0);
  });
});

test('the blank that cannot break, misread, is damage', () => {
  expect(readPairFacts('河边的树', 'TheÂ trees by the river').en.doubled).toBe(1);
});
