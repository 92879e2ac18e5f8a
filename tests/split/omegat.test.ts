import { describe, expect, test } from '@jest/globals';
import type { Lang } from '../../src/model/index.js';
import { splitSentences } from '../../src/split/index.js';

/**
 * What OmegaT 3.6 made of these texts in console mode with its default rules; `|` is a cut.
 * `scripts/check-omegat-split.ts` repeats the comparison on any text.
 */
const SEEN: readonly (readonly [lang: Lang, cut: string])[] = [
  ['zh', '今天开会。|大家都来了！|真的吗？|好'],
  ['zh', '他说：“我明天去。”说完就走了。|好。'],
  ['zh', '真的吗？|！|不会吧！|！|走。'],
  ['zh', '真的？？|走'],
  ['zh', '他问：“去吗？”——“去。”'],
  ['zh', '一是交通；二是住房……两件事。|完'],
  ['zh', '他问：‘去吗？’然后走了。'],
  ['zh', '（真好。）他说。|「好。」她说。'],
  ['zh', 'Is it? |是。|No. 5 号。'],
  ['zh', '增长3.5%. 达到1.2'],
  ['zh', '第一句。|\n第二句'],
  ['zh', '第一行\n第二行\n\n|第三行'],
  ['zh', '一行\n|  缩进的行'],
  ['en', '1.| Introduction to it.| This is IBM. It is good etc. and so on.'],
  ['en', 'See No. 5 now... what?| Wait....| Yes.'],
  ['en', 'At 3 p.m. we go.| At 3 p.m.| We stay.| J. Smith.| e.g. This'],
  ['en', '12| Monkeys came.|  Two spaces etc.  Hello.'],
  ['en', 'Dr. Wong and Mr. Li met on Jan.| 5 in St. Petersburg.'],
  ['en', '"Who is it?" she asked.| "Me!" It was.'],
  ['en', 'He came.| she left.'],
  ['en', 'in Guangzhou.This is'],
];

describe('profile omegat cuts as OmegaT was seen to cut', () => {
  test.each(SEEN)('%s: %j', (lang, cut) => {
    const pieces = cut.split('|');
    const text = pieces.join('');
    const found = splitSentences(text, lang, { profile: 'omegat' });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      pieces.map((piece) => piece.trim()),
    );
  });
});

test('profile omegat keeps no-break spaces, as OmegaT does', () => {
  expect(splitSentences('\u00a0好。', 'zh', { profile: 'omegat' })).toEqual([{ start: 0, end: 3 }]);
});
