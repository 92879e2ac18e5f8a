import { describe, expect, test } from '@jest/globals';
import { createJudge, DocumentScores, readPairFacts, scoreOf } from '../../src/clean/index.js';

/** Translated word by word. */
const CLOSE: readonly (readonly [string, string])[] = [
  ['市长会见了代表团。', 'The mayor met the delegation.'],
  ['会议周三在北京举行。', 'The meeting was held in Beijing on Wednesday.'],
  ['学校有三百名学生。', 'The school has three hundred students.'],
  ['公园门票十元。', 'A park ticket costs ten yuan.'],
  ['这座桥建于1998年。', 'This bridge was built in 1998.'],
  ['医院今年增加了床位。', 'The hospital added beds this year.'],
  ['农民种植水稻和小麦。', 'Farmers plant rice and wheat.'],
  ['图书馆星期天关门。', 'The library is closed on Sunday.'],
  ['火车从上海开往广州。', 'The train goes from Shanghai to Guangzhou.'],
  ['他买了两本词典。', 'He bought two dictionaries.'],
  ['老师写了一封信。', 'The teacher wrote a letter.'],
  ['河水很深。', 'The river is deep.'],
];

/** Translated at length, with few of the words. */
const FREE: readonly (readonly [string, string])[] = [
  [
    '市长会见了代表团。',
    'It was the mayor in person, no less, who made the visitors of that delegation welcome.',
  ],
  [
    '会议周三在北京举行。',
    'As for the meeting, Beijing saw it come together when Wednesday had come at last.',
  ],
  [
    '学校有三百名学生。',
    'Three hundred students, if one counted them all, crowded the rooms of that school.',
  ],
  [
    '公园门票十元。',
    'To set foot in the park one had to part with ten yuan for a ticket at the gate.',
  ],
  [
    '这座桥建于1998年。',
    'The bridge, as anybody there would tell you, had been standing since it was built in 1998.',
  ],
  [
    '医院今年增加了床位。',
    'More beds, at long last, had found their way into the hospital in the course of this year.',
  ],
  [
    '农民种植水稻和小麦。',
    'Rice, and wheat beside it, was what the farmers of those parts had always put in the ground.',
  ],
  [
    '图书馆星期天关门。',
    'There was no getting into the library when Sunday came round, for then it was always closed.',
  ],
  [
    '火车从上海开往广州。',
    'Out of Shanghai it came, that train, and all the way down to Guangzhou it meant to go.',
  ],
  [
    '他买了两本词典。',
    'Before he knew it he had bought himself dictionaries, two of them, and heavy ones at that.',
  ],
  [
    '老师写了一封信。',
    'So the teacher sat down after all and wrote what turned out to be rather a long letter.',
  ],
  ['河水很深。', 'Nobody could say how far down it went, but everybody knew that river was deep.'],
];

const [ZH, EN] = ['他点了点头。', 'He gave, for all who cared to see it, something of a nod.'];

function scoreAmong(pairs: readonly (readonly [string, string])[]): number {
  const document = new DocumentScores();
  for (const [zh, en] of [...pairs, [ZH, EN] as const]) document.add(readPairFacts(zh, en));
  return document.scores().at(-1) ?? Number.NaN;
}

describe('scores of the pairs of one document', () => {
  test('a free translation is worth more among free ones than among close ones', () => {
    expect(scoreAmong(FREE)).toBeGreaterThan(scoreAmong(CLOSE));
  });

  test('a single pair has the score it has by itself', () => {
    expect(scoreAmong([])).toBe(scoreOf(readPairFacts(ZH, EN)));
  });

  test('grow with the confidence of the aligner', () => {
    const [low, high] = [0.1, 0.99].map((confidence) => {
      const document = new DocumentScores();
      for (const [zh, en] of CLOSE) document.add(readPairFacts(zh, en));
      document.add(readPairFacts(ZH, EN), confidence);
      return document.scores().at(-1);
    });
    expect(high).toBeGreaterThan(low ?? Number.NaN);
  });

  test('do not depend on documents judged before', () => {
    const judge = createJudge();
    const pairs = CLOSE.map(([zh, en]) => ({ zh, en }));
    const first = judge.judgeAll(pairs);
    judge.judgeAll(FREE.map(([zh, en]) => ({ zh, en })));
    expect(judge.judgeAll(pairs)).toEqual(first);
  });
});

test('half a pair has no say in the scores of its document', () => {
  const judge = createJudge();
  const pairs = CLOSE.map(([zh, en]) => ({ zh, en }));
  const [half, ...others] = judge.judgeAll([{ zh: '河水很深。', en: '' }, ...pairs]);
  expect(half).toMatchObject({ score: 0, state: 'rejected', reason: 'one-sided' });
  expect(others).toEqual(judge.judgeAll(pairs));
});

test('pairs that do not belong together give a document no habits: they stay refused', () => {
  const joined = (at: number, side: 0 | 1): string =>
    [0, 1, 2].map((more) => CLOSE[(at + more) % CLOSE.length]?.[side]).join(side === 0 ? '' : ' ');
  const others = CLOSE.map((_pair, at) => ({ zh: joined(at, 0), en: joined(at + 5, 1) }));
  const judgements = createJudge().judgeAll(others);
  const alone = others.map((pair) => createJudge().judge(pair));
  const refused = (some: typeof alone): number =>
    some.filter(({ state }) => state === 'rejected').length;
  expect(refused(alone)).toBeGreaterThanOrEqual(9);
  expect(refused(judgements)).toBeGreaterThanOrEqual(refused(alone));
});
