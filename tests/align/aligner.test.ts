import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beadShape, rangeSize, type Bead } from '../../src/model/index.js';
import { createAligner, learnLexicon, type AlignInput } from '../../src/align/index.js';
import { NEWS } from './support/news.js';

const aligner = createAligner();
const shapes = (beads: readonly Bead[]): string => beads.map((bead) => beadShape(bead)).join(' ');
const mean = (beads: readonly Bead[]): number =>
  beads.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, beads.length);

describe('a short news article', () => {
  test('is cut into the beads a translator would draw', () => {
    expect(shapes(aligner.align(NEWS))).toBe('1-1 1-2 1-1 2-1 1-1 1-1');
  });

  test.each([
    ['half-width marks', (text: string) => text.replaceAll('，', ',').replaceAll('。', '.')],
    ['full-width figures', (text: string) => text.replace(/\d/g, wide)],
    ['traditional characters', traditional],
  ])('is cut the same with %s', (_name, change) => {
    const zh = NEWS.zh.map((sentence) => change(sentence));
    expect(zh).not.toEqual(NEWS.zh);
    expect(shapes(aligner.align({ zh, en: NEWS.en }))).toBe('1-1 1-2 1-1 2-1 1-1 1-1');
  });

  test('is trusted', () => {
    expect(mean(aligner.align(NEWS))).toBeGreaterThan(0.9);
  });

  test('shows a sentence without translation as one-sided', () => {
    const en = NEWS.en.filter((_, index) => index !== 3);
    expect(shapes(aligner.align({ zh: NEWS.zh, en }))).toBe('1-1 1-2 1-0 2-1 1-1 1-1');
  });

  test('shows a sentence from elsewhere as one-sided', () => {
    const en = NEWS.en.toSpliced(
      3,
      0,
      'Nobody has ever heard the whales of the northern islands snore, although they sleep upright.',
    );
    expect(shapes(aligner.align({ zh: NEWS.zh, en }))).toBe('1-1 1-2 0-1 1-1 2-1 1-1 1-1');
  });

  test('stays inside its sections', () => {
    const sections = [
      { zh: { from: 0, to: 1 }, en: { from: 0, to: 2 }, hold: 'locked' as const },
      { zh: { from: 1, to: 7 }, en: { from: 2, to: 7 }, hold: 'locked' as const },
    ];
    const beads = aligner.align({ ...NEWS, sections });
    const crosses = beads.some(
      ({ zh, en }) => zh.from < 1 !== en.from < 2 && rangeSize(zh) > 0 && rangeSize(en) > 0,
    );
    expect(crosses).toBe(false);
    expect(beads.at(-1)).toMatchObject({ zh: { to: 7 }, en: { to: 7 } });
  });
});

describe('paragraph pairs of a page that are shifted by one', () => {
  const shifted = (hold: 'layout' | 'locked'): AlignInput => ({
    ...NEWS,
    sections: Array.from({ length: 8 }, (_, at) => ({
      zh: { from: Math.min(7, at), to: Math.min(7, at + 1) },
      en: { from: Math.max(0, at - 1), to: at },
      hold,
    })),
  });

  test('are given up when the layout made them', () => {
    expect(shapes(aligner.align(shifted('layout')))).toBe('1-1 1-2 1-1 2-1 1-1 1-1');
  });

  /** The article twice: paired rightly the first time, shifted from its third sentence then. */
  const tailShifted = (tail: 'layout' | 'locked'): AlignInput => {
    const right = [1, 1, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7];
    const shifted = [8, 8, 9, 10, 10, 10, 12, 11, 13, 12, 14, 13, 14, 14];
    const ends = [...right, ...shifted];
    let [zh, en] = [0, 0];
    const sections = Array.from({ length: ends.length / 2 }, (_, at) => ({
      zh: { from: zh, to: (zh = ends[2 * at] ?? 0) },
      en: { from: en, to: (en = ends[2 * at + 1] ?? 0) },
      hold: at < 8 ? ('layout' as const) : tail,
    }));
    return { zh: [...NEWS.zh, ...NEWS.zh], en: [...NEWS.en, ...NEWS.en], sections };
  };

  test('are given up where they are shifted, if that is only from some paragraph on', () => {
    const right = '1-1 1-2 1-1 2-1 1-1 1-1 1-1 1-2 1-1 2-1 1-1 1-1';
    expect(shapes(aligner.align(tailShifted('layout')))).toBe(right);
    expect(shapes(aligner.align(tailShifted('locked')))).not.toBe(right);
  });

  test('are kept when a person locked them', () => {
    const beads = aligner.align(shifted('locked'));
    expect(beads.every(({ zh, en }) => rangeSize(zh) <= 1 && rangeSize(en) <= 1)).toBe(true);
    expect(mean(beads.filter(({ zh, en }) => rangeSize(zh) * rangeSize(en) > 0))).toBeLessThan(0.6);
  });
});

function wide(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

function traditional(text: string): string {
  const pairs =
    '桥橋长長开開车車经經济濟两兩边邊贸貿易易会會议議区區过過说說对對时時还還业業领領导導满滿现現';
  const map = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) map.set(pairs.charAt(at), pairs.charAt(at + 1));
  return text.replace(/./gu, (character) => map.get(character) ?? character);
}

describe('any input', () => {
  const zhSentence = fc.constantFrom(
    '桥很长。',
    '他说：“好！”',
    '三千人来了。',
    '',
    '…',
    'LG',
    '𠮷',
  );
  const enSentence = fc.constantFrom(
    'The bridge is long.',
    '“Good!” he said.',
    '3,000 came.',
    '',
    '...',
    'LG',
  );
  const input: fc.Arbitrary<AlignInput> = fc.record({
    zh: fc.array(zhSentence, { maxLength: 12 }),
    en: fc.array(enSentence, { maxLength: 12 }),
  });

  test('is covered exactly once on both sides, in order', () => {
    fc.assert(
      fc.property(input, (texts) => {
        let [zh, en] = [0, 0];
        for (const bead of aligner.align(texts)) {
          expect([bead.zh.from, bead.en.from]).toEqual([zh, en]);
          expect(rangeSize(bead.zh) + rangeSize(bead.en)).toBeGreaterThan(0);
          [zh, en] = [bead.zh.to, bead.en.to];
        }
        expect([zh, en]).toEqual([texts.zh.length, texts.en.length]);
      }),
      { numRuns: 50 },
    );
  });

  test('gives the same beads whatever the order of the documents', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 5 }), (set) => {
        const backwards = aligner.alignSet([...set].reverse()).reverse();
        expect(backwards).toEqual(aligner.alignSet(set));
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    [0, 3, '0-1 0-1 0-1'],
    [2, 0, '1-0 1-0'],
    [0, 0, ''],
  ])('%p against %p sentences has only one-sided beads', (zh, en, expected) => {
    const texts = { zh: NEWS.zh.slice(0, zh), en: NEWS.en.slice(0, en) };
    expect(shapes(aligner.align(texts))).toBe(expected);
  });

  test('a megabyte without a stop beside a short sentence is not trusted', () => {
    const zh = ['今天天气很好我们去公园'.repeat(90_000)];
    const en = ['The weather is fine today.', 'We went for a walk in the park.'];
    const pairs = aligner.align({ zh, en }).filter((bead) => rangeSize(bead.zh) > 0);
    expect(pairs).toHaveLength(1);
    expect(mean(pairs)).toBeLessThan(0.5);
  });

  test('one sentence against ten thousand is found where it belongs', () => {
    const en = Array.from({ length: 10_000 }, (_, at) => `Filler number ${at} is about nothing.`);
    en[7_000] = NEWS.en[0] ?? '';
    const two = aligner
      .align({ zh: NEWS.zh.slice(0, 1), en })
      .filter(({ zh, en: run }) => rangeSize(zh) > 0 && rangeSize(run) > 0);
    expect(two).toMatchObject([{ en: { from: 7_000, to: 7_001 } }]);
  });

  test('a sentence of a million characters does not stop it', () => {
    const zh = ['桥很长，'.repeat(250_000), '他来了。'];
    expect(shapes(aligner.align({ zh, en: ['He came.'] }))).toBe('1-0 1-1');
  });

  test('texts that are no translations of each other are not trusted', () => {
    const en = [
      'Whales sleep upright in cold water.',
      'My grandmother never learned to whistle.',
      'Please return the violin by Thursday, or else pay for it yourself.',
      'Nothing rhymes with orange.',
      'The comet will not be back for seventy years.',
      'Butter the pan first.',
      'Who locked the cellar?',
    ];
    const pairs = aligner
      .align({ zh: NEWS.zh, en })
      .filter(({ zh, en: run }) => rangeSize(zh) * rangeSize(run) > 0);
    expect(mean(pairs)).toBeLessThan(0.6);
  });

  test('the wrong language on one side is not trusted', () => {
    const pairs = aligner.align({ zh: NEWS.zh, en: NEWS.zh.toReversed() });
    const twoSided = pairs.filter(({ zh, en }) => rangeSize(zh) * rangeSize(en) > 0);
    expect(mean(twoSided)).toBeLessThan(0.6);
  });
});

describe('explain', () => {
  test('names the words behind a bead, and evidence that adds up to its score', () => {
    const explained = aligner.explain(NEWS);
    const beads = aligner.align(NEWS);
    expect(explained.map(({ zh, en }) => ({ zh, en }))).toEqual(
      beads.map(({ zh, en }) => ({ zh, en })),
    );
    expect(explained[1]?.words.map(({ en }) => en)).toContain('24000');
    explained.forEach(({ evidence }, index) => {
      const sum = (evidence ?? []).reduce((total, { nats }) => total + nats, 0);
      expect(sum).toBeCloseTo(beads[index]?.score ?? 0, 2);
    });
  });

  test('shows the best rival of a doubtful bead', () => {
    const en = NEWS.en.filter((_, index) => index !== 3);
    const single = aligner.explain({ zh: NEWS.zh, en }).find((bead) => bead.en.from === bead.en.to);
    expect(single?.zh).toEqual({ from: 2, to: 3 });
    expect(single?.evidence).toBeUndefined();
    expect(single?.rival?.probability).toBeGreaterThan(0);
  });
});

test('without its dictionary the aligner is less sure', () => {
  const poor = createAligner({ without: ['dictionary', 'numbers', 'names'] });
  expect(mean(poor.align(NEWS))).toBeLessThan(mean(aligner.align(NEWS)));
});

test('a name that keeps meeting a word is learned', () => {
  const words = ['bridge', 'river', 'school', 'market', 'harbour', 'museum', 'garden', 'factory'];
  const names = ['桥', '河', '学校', '市场', '港口', '博物馆', '花园', '工厂'];
  const zh = Array.from(
    { length: 120 },
    (_, at) => `${at % 3 === 0 ? '佐罗' : '他'}看见了${at}号${names[at % 8] ?? ''}。`,
  );
  const en = Array.from(
    { length: 120 },
    (_, at) => `${at % 3 === 0 ? 'Fellini' : 'He'} saw ${words[at % 8] ?? ''} ${at}.`,
  );
  const learned = learnLexicon([{ zh, en }]);
  const taught = learned.filter((pair) => pair.en === 'fellini' && pair.zhToEn > 0.1);
  expect(taught.map(({ zh: word }) => word)).toEqual(expect.arrayContaining(['佐', '罗']));
  const halves = [
    { zh: zh.slice(0, 60), en: en.slice(0, 60) },
    { zh: zh.slice(60), en: en.slice(60) },
  ];
  expect(learnLexicon(halves.toReversed())).toEqual(learnLexicon(halves));
});

test('the signature says which options were chosen', () => {
  expect(createAligner().signature).toBe(createAligner({}).signature);
  expect(createAligner({ rounds: 0 }).signature).not.toBe(createAligner().signature);
});
