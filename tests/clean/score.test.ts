import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cleanPair,
  cleanSignature,
  createJudge,
  explainScore,
  readPairFacts,
  scoreOf,
} from '../../src/clean/index.js';
import { stemEn } from '../../src/text/index.js';

const judge = createJudge();

const good: readonly (readonly [string, string])[] = [
  [
    '市长周三上午在办公室会见了友好城市代表团。',
    'The mayor met a delegation from the sister city in his office on Wednesday morning.',
  ],
  [
    '2023年，全市外贸总值达到702.5亿元，比上年增长6.3%。',
    'In 2023 the total foreign trade of the city reached 70.25 billion yuan, up 6.3 percent.',
  ],
  [
    '末班车晚上11点20分开出，票价为每人两元。',
    'The last bus leaves at 11:20 p.m. and the ticket costs two yuan per person.',
  ],
  [
    '近3000家企业在此落户，其中12家来自韩国。',
    'Nearly 3,000 enterprises, 12 of them from Korea, have settled here.',
  ],
  ['曹赛先主任陪同会见。', 'Director Cao Saixian was present at the meeting.'],
];

describe('a good pair is kept', () => {
  test.each(good)('%s', (zh, en) => {
    const { state, score } = cleanPair({ zh, en }, judge);
    expect(state).toBe('new');
    expect(score).toBeGreaterThan(0.5);
  });
});

describe('spoiling a good pair lowers its score below the limit', () => {
  const [zh, en] = good[1] ?? ['', ''];
  const longZh = good[0]?.[0] ?? '';
  const longEn = good[0]?.[1] ?? '';
  test.each([
    ['the sides are swapped', en, zh],
    ['a number is another one', zh.replace('702.5', '762.5'), en],
    ['the English stops half-way', zh, en.slice(0, 38)],
    [
      'it is the translation of something else',
      longZh,
      'Children under twelve can ride the bus for free.',
    ],
    [
      'a phrase comes again and again',
      longZh,
      `${longEn} city in his office in his office in his office in his office in his office`,
    ],
    ['it is French', longZh, 'Le maire a reçu une délégation de la ville jumelée mercredi matin.'],
    ['it is read in the wrong charset', 'å¸‚é•¿å‘¨ä¸‰ä¸Šåˆåœ¨åŠžå…¬å®¤', longEn],
    ['letters are lost', '市长周三上午在办公\ufffd会见了友好\ufffd市代表团。', longEn],
  ])('%s', (_what, left, right) => {
    expect(cleanPair({ zh: left, en: right }, judge).state).toBe('rejected');
  });
});

test('the score is a probability for any texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (zh, en) => {
      const { score } = cleanPair({ zh, en }, judge);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test('what was judged before changes nothing', () => {
  const alone = good.map(([zh, en]) => scoreOf(readPairFacts(zh, en)));
  for (const [zh] of good) readPairFacts(zh.repeat(40), 'x '.repeat(500));
  expect(good.map(([zh, en]) => scoreOf(readPairFacts(zh, en)))).toEqual(alone);
});

test('the score grows with the confidence of the aligner', () => {
  const facts = readPairFacts(...(good[4] ?? ['', '']));
  expect(scoreOf(facts, 0.99)).toBeGreaterThan(scoreOf(facts, 0.5));
  expect(scoreOf(facts, 0.5)).toBe(scoreOf(facts));
  expect(scoreOf(facts, 0.5)).toBeGreaterThan(scoreOf(facts, 0.1));
});

test('an explanation names the contradiction first', () => {
  const facts = readPairFacts('共有42人出席。', 'The meeting was attended by 52 people.');
  expect(explainScore(facts)[0]?.feature).toBe('number-replaced');
});

test('what an author adds in brackets is no mismatch', () => {
  const { findings, state } = cleanPair(
    { zh: '茶园有2.4万亩。', en: 'The tea gardens cover 24,000 mu (1,600 hectares).' },
    judge,
  );
  expect(state).toBe('new');
  expect(findings.map(({ check }) => check)).toEqual([]);
});

describe('learned translations', () => {
  const learned = [
    { zh: '书记', en: stemEn('zorblatt'), zhToEn: 0.8, enToZh: 0.8, seen: 20 },
    { zh: '办公室', en: stemEn('frumious'), zhToEn: 0.8, enToZh: 0.8, seen: 20 },
    { zh: '代表团', en: stemEn('vorpal'), zhToEn: 0.8, enToZh: 0.8, seen: 20 },
  ];
  const [zh, en] = ['书记在办公室会见了代表团。', 'The zorblatt met the vorpal in the frumious.'];

  test('answer for words that the dictionary does not know', () => {
    const without = cleanPair({ zh, en }, judge).score;
    const { score } = cleanPair({ zh, en }, createJudge({ learned }));
    expect(score).toBeGreaterThan(without);
    expect(readPairFacts(zh, en, learned).lexical.unknown).toBe(0);
    expect(readPairFacts(zh, en).lexical.unknown).toBe(3);
  });

  test('change the signature of the stage', () => {
    expect(cleanSignature({ learned })).not.toBe(cleanSignature());
    expect(cleanSignature({ learned: [] })).toBe(cleanSignature());
  });

  test('of other words change nothing', () => {
    const [own, other] = good[0] ?? ['', ''];
    expect(
      cleanPair({ zh: own, en: other }, createJudge({ learned: learned.slice(0, 1) })),
    ).toEqual(cleanPair({ zh: own, en: other }, judge));
  });
});

describe('words of grammar', () => {
  test.each([
    ['他不在。', 'He is not here.', 'She is here.'],
    ['谁来了？', 'Who came?', 'Why?'],
    ['如果你愿意，我们就走。', 'If you wish, we will go.', 'They will go because of him.'],
  ])('%s', (zh, right, wrong) => {
    const nats = (en: string): number => {
      const { agreed, oneSided } = readPairFacts(zh, en).lexical.grammar;
      return agreed + oneSided;
    };
    expect(nats(right)).toBeGreaterThan(1);
    expect(nats(wrong)).toBeLessThan(0);
  });

  test('are not looked for inside other words', () => {
    const { grammar } = readPairFacts('其他吉他', 'guitars').lexical;
    expect(grammar.count).toBe(1);
  });

  test("are heard in n't", () => {
    const of = (en: string) => readPairFacts('我不去。', en).lexical.grammar;
    expect(of("I don't go.")).toMatchObject({ count: 2, oneSided: 0 });
  });
});
