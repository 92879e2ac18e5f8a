import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addNoise } from '../../scripts/noise.js';
import { EVALUATOR } from '../../scripts/noise/evaluator/index.js';
import type { GoldPair } from '../../scripts/noise/gold-pairs.js';
import { labelledPairs } from '../../scripts/noise/labelled.js';
import { FITTED, MAKERS } from '../../scripts/noise/makers.js';
import { seededRng } from '../../src/kit/index.js';
import type { SetDocument } from '../../src/evaluate/index.js';

function documents(...sizes: number[]): SetDocument[] {
  return sizes.map((size, number) => {
    const side = (lang: string) =>
      Array.from({ length: size }, (_, at) => `${lang}${number}.${at}`);
    const gold = Array.from({ length: size }, (_, at) => ({ zh: [at], en: [at] }));
    return { name: String(number), zh: side('zh'), en: side('en'), gold };
  });
}
const noises = fc.record({
  kind: fc.constantFrom('drop', 'block', 'insert'),
  side: fc.constantFrom('zh', 'en'),
  share: fc.double({ min: 0, max: 0.5, noNaN: true }),
  seed: fc.nat(),
});
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });

describe('addNoise', () => {
  test('gold still joins exactly the sentences that belonged together', () => {
    fc.assert(
      fc.property(sizes, noises, (list, noise) => {
        for (const { zh, en, gold } of addNoise(documents(...list), noise)) {
          for (const link of gold) {
            const names = [...link.zh.map((at) => zh[at]), ...link.en.map((at) => en[at])];
            if (names.length > 1) expect(new Set(names.map((name) => name?.slice(2))).size).toBe(1);
          }
        }
      }),
    );
  });

  test('every sentence that is left is in gold exactly once', () => {
    fc.assert(
      fc.property(sizes, noises, (list, noise) => {
        for (const { zh, en, gold } of addNoise(documents(...list), noise)) {
          const count = (positions: number[]) => positions.sort((a, b) => a - b);
          expect(count(gold.flatMap((link) => [...link.zh]))).toEqual(zh.map((_, at) => at));
          expect(count(gold.flatMap((link) => [...link.en]))).toEqual(en.map((_, at) => at));
        }
      }),
    );
  });

  test.each([
    ['drop', 90],
    ['block', 90],
    ['insert', 110],
  ] as const)('%s changes the number of sentences to %i of 100', (kind, left) => {
    const noisy = addNoise(documents(50, 30, 20), { kind, side: 'en', share: 0.1, seed: 3 });
    expect(noisy.reduce((sum, { en }) => sum + en.length, 0)).toBe(left);
    expect(noisy.reduce((sum, { zh }) => sum + zh.length, 0)).toBe(100);
  });

  test('the seed decides', () => {
    const noisy = (seed: number) =>
      addNoise(documents(40, 40), { kind: 'drop', side: 'zh', share: 0.2, seed });
    expect(noisy(5)).toEqual(noisy(5));
    expect(noisy(5)).not.toEqual(noisy(6));
  });
});

const TEXTS: readonly (readonly [string, string])[] = [
  [
    '渡轮每天早上七点开船，风浪太大的时候就停在港里，旅客只好等到下午。',
    'The ferry leaves at seven every morning, but when the sea is rough it stays in port, and travellers have to wait until the afternoon.',
  ],
  [
    '这座灯塔高42米，建于1911年，现在由一对老夫妇看守。',
    'The lighthouse is 42 metres high, was built in 1911, and is kept today by an elderly couple.',
  ],
  [
    '面包师傅凌晨三点起床，和面、生火，天亮以前把第一炉面包摆上柜台。',
    'The baker gets up at three, kneads the dough, lights the oven, and has the first loaves on the counter before dawn.',
  ],
  [
    '如果电池不到15%，请先接上电源，然后再安装新的版本。',
    'If the battery is below 15%, connect the charger first, and install the new version afterwards.',
  ],
  [
    '孩子们在河边捡石头，捡了二十块，却只带回家一块最圆的。',
    'The children gathered stones by the river, twenty of them, yet took home only the roundest one.',
  ],
  [
    '去年的收成不好，村里的人把种子留了下来，等着今年的雨水。',
    'Last year the harvest was poor; the people of the village kept back the seed, and waited for the rain of this year.',
  ],
];
const gold: readonly GoldPair[] = ['one', 'two', 'three'].flatMap((document, number) =>
  TEXTS.slice(number * 2, number * 2 + 2).map(([zh, en], at) => ({
    ...{ zh, en, set: 'made', document },
    place: (number * 2 + at) / TEXTS.length,
  })),
);

/** What a kind makes of each pair, many times. */
function spoilt(
  kind: string,
): { readonly was: GoldPair; readonly zh: string; readonly en: string }[] {
  const rng = seededRng(7);
  return Array.from({ length: 200 }, () => gold)
    .flat()
    .flatMap((was, turn) => {
      const texts = EVALUATOR[kind]?.(was, { pairs: gold, at: turn % gold.length }, rng);
      return texts === undefined ? [] : [{ was, ...texts }];
    });
}

describe('noise of an evaluator', () => {
  const noisy = (seed: number) => labelledPairs(gold, seed, 6, EVALUATOR);

  test('is there by its name, and the score is not fitted to it', () => {
    expect(MAKERS['evaluator']).toBe(EVALUATOR);
    expect(FITTED).not.toContain('evaluator');
  });

  test('the seed decides', () => {
    expect(noisy(5)).toEqual(noisy(5));
    expect(noisy(5)).not.toEqual(noisy(6));
  });

  test('is of the same kinds as that of the other makers, and makes them all', () => {
    expect(Object.keys(EVALUATOR)).toEqual(Object.keys(MAKERS['own'] ?? {}));
    expect(new Set(noisy(1).map(({ kind }) => kind))).toEqual(
      new Set(['good', ...Object.keys(EVALUATOR)]),
    );
  });

  test('no spoilt pair is a good one of its set', () => {
    const good = new Set(gold.map(({ zh, en }) => `${zh}\t${en}`));
    for (const kind of Object.keys(EVALUATOR)) {
      const made = spoilt(kind);
      expect(made.length).toBeGreaterThan(0);
      expect(made.filter(({ zh, en }) => good.has(`${zh}\t${en}`))).toEqual([]);
    }
  });

  test('shifted English comes from the same document', () => {
    const documentOf = new Map(gold.map(({ en, document }) => [en, document]));
    for (const { was, en } of spoilt('shifted')) expect(documentOf.get(en)).toBe(was.document);
  });

  test('a wrong number was on both sides, and the other side keeps it', () => {
    const made = spoilt('wrong-number');
    const told = new Set(made.map(({ was }) => TEXTS.findIndex(([zh]) => zh === was.zh)));
    expect(told).toEqual(new Set([0, 1, 2, 3, 4])); // the last pair has none
    for (const { was, zh, en } of made) expect([zh === was.zh, en === was.en]).toContain(true);
    const ofTens = made.filter(({ was }) => was.zh === TEXTS[4]?.[0]);
    for (const { en } of ofTens)
      expect(en).toMatch(/(?:thir|for|fif|six|seven|eigh|nine)ty of them/);
  });

  test('30 to 65 of a hundred words are left of English that breaks off', () => {
    for (const { was, en } of spoilt('truncated').filter((made) => made.zh === made.was.zh)) {
      expect(was.en.startsWith(en)).toBe(true);
      const share = en.split(' ').length / was.en.split(' ').length;
      expect(share).toBeGreaterThan(0.2); // whole words only
      expect(share).toBeLessThanOrEqual(0.65);
    }
  });

  test('partial English lacks clauses and looks finished, or goes on in Chinese', () => {
    const made = spoilt('partial').filter(({ was, zh }) => zh === was.zh);
    expect(made.some(({ en }) => /\p{Script=Han}/u.test(en))).toBe(true);
    const shorter = made.filter(({ en }) => !/\p{Script=Han}/u.test(en));
    expect(shorter.length).toBeGreaterThan(0);
    for (const { was, en } of shorter) {
      expect(en.endsWith('.')).toBe(true);
      expect(en.length).toBeLessThan(0.75 * was.en.length);
    }
  });

  test('a third language is about as long as the English; a third of pairs are one text twice', () => {
    const made = spoilt('wrong-language');
    const copied = made.filter(({ zh, en }) => zh === en);
    expect(copied.length / made.length).toBeGreaterThan(0.3);
    expect(copied.length / made.length).toBeLessThan(0.4);
    for (const { was, en } of made.filter((one) => one.zh === one.was.zh && one.zh !== one.en)) {
      expect(en.length / was.en.length).toBeGreaterThan(0.6);
      expect(en.length / was.en.length).toBeLessThan(1.7);
    }
  });

  test('wrong decoding spoils the Chinese only, often as Windows-1252 shows it', () => {
    const made = spoilt('mojibake');
    expect(made.every(({ was, en }) => en === was.en)).toBe(true);
    expect(made.some(({ zh }) => zh.startsWith('æ¸¡'))).toBe(true); // 渡 is E6 B8 A1
    expect(made.some(({ zh }) => zh.includes('œ'))).toBe(true); // byte 9C, no letter of Latin-1
  });
});
