import { describe, expect, test } from '@jest/globals';
import { cleanDefaults, explainScore, readPairFacts, scoreOf } from '../../src/clean/index.js';

describe('names are found by their sound', () => {
  test.each([
    ['尼古拉斯·克利夫斯周三抵达。', 'Nicholas Cleves arrived on Wednesday.', 2],
    ['罗斯福斯代表第17选区。', 'Rothfus represents the 17th district.', 1],
    ['会议周三举行。', 'Cleves arrived on Wednesday.', 0],
    ['我们明天再来。', 'Rothfus will come again.', 0],
  ])('%s | %s', (zh, en, count) => {
    const { namesFound, soundsFound } = readPairFacts(zh, en).lexical;
    expect(namesFound + soundsFound).toBe(count);
  });
});

describe('a stretch without a counterpart', () => {
  const zh = '市长周三上午在办公室会见了友好城市代表团。';
  const en = 'The mayor met a delegation from the sister city in his office on Wednesday morning';

  test('is larger in a text that says more', () => {
    const whole = readPairFacts(zh, `${en}.`).lexical.enGap;
    const more = readPairFacts(
      zh,
      `${en}, and visited farmers, fishermen, and a chemical factory near the old railway.`,
    ).lexical.enGap;
    expect(more.anywhere).toBeGreaterThan(whole.anywhere + 3);
    expect(more.tail).toBe(more.anywhere);
    expect(more.share).toBeGreaterThan(0.3);
  });

  test('is larger in Chinese when the English stops', () => {
    const whole = readPairFacts(zh, `${en}.`).lexical.zhGap;
    const cut = readPairFacts(`${zh}随后参观了化工厂、农场和老火车站。`, `${en}.`).lexical.zhGap;
    expect(cut.tail).toBeGreaterThan(whole.tail + 2);
  });
});

test('each word answers one word only', () => {
  const once = readPairFacts('市长在办公室。', 'The mayor is in his office.').lexical.en;
  const thrice = readPairFacts('市长在办公室。', 'The mayor, mayor, mayor is in his office.')
    .lexical.en;
  expect(thrice.nats).toBeLessThan(once.nats);
});

test('very long sides are read in time and stay comparable', () => {
  const zh = '市长周三上午在办公室会见了友好城市代表团。'.repeat(300);
  const en = 'The mayor met a delegation from the sister city on Wednesday. '.repeat(300);
  const began = performance.now();
  readPairFacts(zh, en);
  expect(performance.now() - began).toBeLessThan(2_000);
});

describe('the score falls as a pair gets worse, never the other way', () => {
  const zh = '2023年，全市外贸总值达到702.5亿元，比上年增长6.3%。';
  const en =
    'In 2023 the total foreign trade of the city reached 70.25 billion yuan, up 6.3 percent.';
  test.each([
    ['a wrong number', en.replace('6.3', '8.3')],
    ['two wrong numbers', en.replace('6.3', '8.3').replace('70.25', '72.25')],
    ['cut off', en.slice(0, 47)],
    ['a phrase in a loop', `${en} up up up up up up up`],
  ])('%s', (_what, worse) => {
    expect(scoreOf(readPairFacts(zh, worse))).toBeLessThan(scoreOf(readPairFacts(zh, en)));
    expect(scoreOf(readPairFacts(zh, en))).toBeGreaterThan(cleanDefaults.minScore);
  });
});

test('an explanation sums up to the difference from an ordinary pair', () => {
  const pairs = [
    ['会议周三举行。', 'The meeting was held on Wednesday.'],
    ['会议周三举行。', 'Farmers sold fish.'],
  ] as const;
  const [good, bad] = pairs.map(([zh, en]) => readPairFacts(zh, en));
  if (good === undefined || bad === undefined) throw new Error('two pairs');
  const sum = (facts: typeof good): number =>
    explainScore(facts).reduce((total, { nats }) => total + nats, 0);
  const logit = (facts: typeof good): number => {
    const score = scoreOf(facts);
    return Math.log(score / (1 - score));
  };
  expect(sum(good) - sum(bad)).toBeCloseTo(logit(good) - logit(bad), 0);
});

test('words are told apart after more of them than are remembered', () => {
  const [zh, en] = [
    '外事办公室主任会见了代表团。',
    'The director of the Office met the delegation.',
  ];
  const { lexical } = readPairFacts(zh, en);
  for (let text = 0; text < 30; text++) {
    const words = Array.from({ length: 2_000 }, (_one, at) => spelt(text * 2_000 + at));
    readPairFacts('字', words.join(' '));
  }
  expect(readPairFacts(zh, en).lexical).toEqual(lexical);
});

/** A number in letters: another word for each. */
function spelt(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)));
}
