import { describe, expect, test } from '@jest/globals';
import { equalLabels, labelOf } from '../../src/align/labels.js';
import { createAligner, type AlignInput } from '../../src/align/index.js';
import { beadShape } from '../../src/model/index.js';

describe('labelOf', () => {
  test.each([
    ['第三条 甲方应当付款。', 'Article 3 Party A shall pay.', 'label:article 3'],
    ['第十二章 总则', 'CHAPTER XII GENERAL PROVISIONS', 'label:chapter 12'],
    ['第二节 期限', 'Section 2: Terms', 'label:section 2'],
    ['第一部分 导言', 'Part I. Introduction', 'label:part 1'],
    ['第十九回 归来', 'CHAPTER NINETEEN', 'label:chapter 19'],
    ['附件三：价格表', 'Schedule 3 Prices', 'label:annex 3'],
    ['附录A', 'Appendix A', 'label:annex A'],
    ['表2 人口', 'Table 2 Population', 'label:table 2'],
    ['步骤3：加盐', 'Step 3. Add salt.', 'label:step 3'],
    ['一、基本情况', 'I. General situation', 'label:1.'],
    ['三、前景', '3. Prospects', 'label:3.'],
    ['（二）经费', '(2) Funds', 'label:(2)'],
    ['(a) 定义', '(a) Definitions', 'label:(a)'],
    ['②经费', '(ii) Funds', 'label:(2)'],
    ['1.2.3 范围', '1.2.3 Scope', 'label:1.2.3'],
    ['• 苹果', '- Apples', 'label:•'],
  ])('%s and %s are %s', (zh, en, label) => {
    expect(labelOf(zh, 'zh')).toBe(label);
    expect(labelOf(en, 'en')).toBe(label);
  });

  test.each([
    ['第三次来了。', 'Three people came.'],
    ['一个人来了。', 'I came alone.'],
    ['3.5万人。', '3.5 million people.'],
    ['例如，我来了。', 'A man came.'],
    ['1984年。', '1984 was the year.'],
    ['', ''],
    ['（他来了）', '(He came.)'],
    ['表示感谢。', 'Articles were sold.'],
    ['百分之三。', 'Part of it.'],
    ['十分感谢。', 'Sections differ.'],
  ])('%s and %s have none', (zh, en) => {
    expect(labelOf(zh, 'zh')).toBeUndefined();
    expect(labelOf(en, 'en')).toBeUndefined();
  });

  test('a label equals itself, and less surely its kin', () => {
    expect(equalLabels('label:article 3')).toEqual([
      ['label:article 3', 1],
      ['label:section 3', 0.4],
      ['label:clause 3', 0.4],
      ['label:rule 3', 0.4],
    ]);
    expect(equalLabels('label:(2)').map(([name]) => name)).toEqual([
      'label:(2)',
      'label:2.',
      'label:(b)',
      'label:b.',
    ]);
  });
});

describe('numbered clauses', () => {
  /** Clauses that say the same thing but for their numbers; the English lacks two of them. */
  const clauses = (lacking: readonly number[]): AlignInput => {
    const numbers = Array.from({ length: 40 }, (_, at) => at + 1);
    return {
      zh: numbers.map((at) => `第${han(at)}条 甲方应当按期付款。`),
      en: numbers
        .filter((at) => !lacking.includes(at))
        .map((at) => `Article ${at} Party A shall pay on time.`),
    };
  };
  const lonely = (input: AlignInput, without: 'numbering' | 'length'): number[] =>
    createAligner({ without: [without, 'numbers', 'ordinals'], rounds: 0 })
      .align(input)
      .filter((bead) => beadShape(bead) === '1-0')
      .map(({ zh }) => zh.to);

  test('are anchors: the one that lacks its partner is found', () => {
    expect(lonely(clauses([7, 23]), 'length')).toEqual([7, 23]);
    expect(lonely(clauses([7, 23]), 'numbering')).not.toEqual([7, 23]);
  });
});

function han(value: number): string {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`;
}
