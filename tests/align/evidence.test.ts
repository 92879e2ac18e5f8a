import { describe, expect, test } from '@jest/globals';
import { createAligner, EVIDENCE_NAMES, type EvidenceName } from '../../src/align/index.js';

/** One bead with a single thing in common, and what explains it. */
const CASES: readonly (readonly [EvidenceName, string, string])[] = [
  ['names', '曹赛先来了。', 'Then Cao Saixian came.'],
  ['names', '周恩来来了。', 'Then Chou En-lai came.'],
  ['names', '蒋介石来了。', 'Then Chiang Kai-shek came.'],
  ['names', '他住在铜锣湾。', 'He lives in Causeway Bay.'],
  ['names', '陈太太来了。', 'Then old Chan came.'],
  ['regions', '韩国人来了。', 'Someone from the ROK came.'],
  ['regions', '荷兰人来了。', 'Then the Dutch came.'],
  ['numbers', '有近3000人。', 'There were nearly three thousand.'],
  ['numbers', '人口一亿二千万。', 'It has 120 million.'],
  ['ordinals', '这是第三十三届。', 'It was the thirty-third.'],
  ['percentages', '增长百分之八点三。', 'It rose by 8.3 per cent.'],
  ['money', '一共12.6亿元。', 'In all, ¥1.26 billion.'],
  ['dates', '三月十八日见。', 'See you on March 18.'],
  ['dates', '一九八四年见。', 'See you in 1984.'],
  ['latin', '他用LG手机。', 'It was made by LG.'],
  ['dictionary', '这座桥很长。', 'It was a long bridge.'],
];

const natsOf = (zh: string, en: string, name: string, without: readonly EvidenceName[]): number => {
  const aligner = createAligner({ without });
  const input = { zh: ['好的。', zh, '再见。'], en: ['All right.', en, 'Goodbye.'] };
  const bead = aligner.explain(input).find(({ zh: run }) => run.from <= 1 && run.to > 1);
  return bead?.evidence?.find((part) => part.name === name)?.nats ?? 0;
};

describe('evidence', () => {
  test.each(CASES)('%s: %s – %s', (name, zh, en) => {
    expect(natsOf(zh, en, name, [])).toBeGreaterThan(1);
    expect(natsOf(zh, en, name, [name])).toBe(0);
  });

  test('another kind of number supports a value too, but less', () => {
    const same = natsOf('占百分之五十。', 'It was 50 per cent.', 'percentages', []);
    const other = natsOf('占百分之五十。', 'It was fifty.', 'percentages', []);
    expect(other).toBeGreaterThan(0.5);
    expect(same).toBeGreaterThan(other);
  });

  test('speech, marks and length are told apart', () => {
    const [zh, en] = ['“你来吗？”', '“Are you coming?”'];
    for (const name of ['dialogue', 'punctuation', 'length'] as const) {
      expect(natsOf(zh, en, name, [])).not.toBe(0);
      expect(Math.abs(natsOf(zh, en, name, [name]))).toBe(0);
    }
  });

  test('each direction of the words can be switched off', () => {
    const bead = (without: readonly EvidenceName[]) =>
      createAligner({ without })
        .explain({ zh: ['这座桥很长。'], en: ['The bridge is long.'] })[0]
        ?.evidence?.find(({ name }) => name === 'dictionary');
    expect(bead([])).toMatchObject({ zhToEn: expect.any(Number), enToZh: expect.any(Number) });
    expect(Math.abs(bead(['zh-to-en'])?.zhToEn ?? 1)).toBe(0);
    expect(Math.abs(bead(['en-to-zh'])?.enToZh ?? 1)).toBe(0);
  });

  test('what a corpus has taught is told from the dictionary', () => {
    const learned = [{ zh: '桥', en: 'viaduct', zhToEn: 0.5, enToZh: 0.5, seen: 9 }];
    const input = { zh: ['这座桥很长。'], en: ['What a viaduct.'] };
    const nats = (without: readonly EvidenceName[]) =>
      createAligner({ learned, without })
        .explain(input)[0]
        ?.evidence?.find(({ name }) => name === 'learned')?.nats ?? 0;
    expect(nats([])).toBeGreaterThan(0.5);
    expect(nats(['learned'])).toBe(0);
  });

  test('every kind changes the signature when it is off', () => {
    const signatures = EVIDENCE_NAMES.map((name) => createAligner({ without: [name] }).signature);
    expect(new Set(signatures).size).toBe(EVIDENCE_NAMES.length);
  });
});

describe('words that look like Wade–Giles', () => {
  test('are taken for it where a document has several such names', () => {
    const input = {
      zh: ['宝玉笑了。', '黛玉也笑了。', '贾母走了。'],
      en: ['And Pao-yü laughed.', 'Then Tai-yü laughed.', 'So old Madam Chia went.'],
    };
    const words = createAligner()
      .explain(input)
      .flatMap(({ words: links }) => links.map(({ zh, en }) => `${zh} ${en}`));
    expect(words).toEqual(expect.arrayContaining(['宝玉 pao', '黛玉 tai', '贾 chia']));
  });
});
