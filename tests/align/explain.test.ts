import { expect, test } from '@jest/globals';
import { createAligner } from '../../src/align/index.js';
import { NEWS } from './support/news.js';

test('an explanation offers as rival another bead that shares a sentence', () => {
  const explained = createAligner().explain(NEWS);
  const rivals = explained.flatMap(({ zh, en, rival }) =>
    rival === undefined ? [] : [{ zh, en, rival }],
  );
  expect(rivals.length).toBeGreaterThan(0);
  for (const { zh, en, rival } of rivals) {
    const sharesZh = rival.zh.from < zh.to && rival.zh.to > zh.from;
    const sharesEn = rival.en.from < en.to && rival.en.to > en.from;
    expect(sharesZh || sharesEn).toBe(true);
    expect({ zh: rival.zh, en: rival.en }).not.toEqual({ zh, en });
  }
});
