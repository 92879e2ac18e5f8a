import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { repairs, repairText } from '../../src/clean/index.js';

describe('repairText', () => {
  test.each([
    ['zh', '&ldquo;会谈&rdquo;&nbsp;结束', '“会谈” 结束', ['entities']],
    ['en', 'Q&amp;A &#8212; caf&#233; &unknown;', 'Q&A — café &unknown;', ['entities']],
    ['zh', '２０２４年Ａ座', '2024年A座', ['width']],
    ['en', 'The mayor，Mr． Li', 'The mayor,Mr. Li', ['width']],
    ['en', 'Cafe\u0301', 'Café', ['unicode-form']],
    ['en', "``Hello,'' he said.", '"Hello," he said.', ['quotes']],
    ['zh', '“你好“，他说。', '“你好”，他说。', ['quotes']],
    ['zh', '”你好“', '“你好”', ['quotes']],
    ['zh', '““你好””', '“你好”', ['quotes']],
    ['zh', '他说：“你好"。', '他说：“你好”。', ['quotes']],
    ['en', '"Hello,” he said, "see you.”', '“Hello,” he said, “see you.”', ['quotes']],
    ['en', '“It is a 27" monitor,” he said.', '“It is a 27" monitor,” he said.', []],
    ['en', '“It is a 27" monitor, he said.', '“It is a 27" monitor, he said.', []],
    ['en', 'The oﬃce ﬁle', 'The office file', ['unicode-form']],
    ['zh', '走吧。”他说，“明天见。', '走吧。”他说，“明天见。', []],
    ['zh', '“他说“走”。”', '“他说“走”。”', []],
    ['zh', "'''深圳'''", "'''深圳'''", []],
    ['zh', '第1条　总则', '第1条　总则', []],
    ['zh', '第二十条之一　　罚  则', '第二十条之一　罚则', ['white-space', 'space-between-han']],
    ['zh', '第 三 章 总 则', '第三章 总则', ['space-between-han']],
    ['zh', '第一部分 概 述', '第一部分 概述', ['space-between-han']],
    ['zh', '一、 适用范围', '一、 适用范围', []],
    ['zh', '（二）　适用范围', '（二）　适用范围', []],
    ['zh', '附件一　名单', '附件一　名单', []],
    ['zh', '根据第三条 的规定，', '根据第三条的规定，', ['space-between-han']],
    ['zh', '时间：三月五日 地点：市民中心', '时间：三月五日 地点：市民中心', []],
    ['zh', '市民 中心：请进', '市民中心：请进', ['space-between-han']],
    ['zh', '张三　李四　王小明', '张三　李四　王小明', []],
    ['zh', '出席：张三　李四。', '出席：张三　李四。', []],
    ['zh', '双方 会谈', '双方会谈', ['space-between-han']],
    ['zh', '双　方　会　谈', '双方会谈', ['white-space', 'space-between-han']],
    ['zh', '中文　 标点，全角不动。', '中文标点，全角不动。', ['white-space', 'space-between-han']],
  ] as const)('%s %j → %j', (lang, text, repaired, applied) => {
    const found = repairText(text, lang);
    expect(found.text).toBe(repaired);
    expect([...found.applied].sort()).toEqual([...applied].sort());
  });

  test('the quick way around says the same as the repairs one by one', () => {
    const unit = fc.constantFrom(
      '汉',
      'a',
      '1',
      ' ',
      '　',
      '。',
      ',',
      "'",
      '`',
      '&',
      ';',
      '#',
      'é',
      '\u0301',
      '\u200b',
      'Ａ',
      '１',
      '\t',
      '(',
      '“',
      '"',
      'ﬁ',
      '”',
      'amp',
    );
    fc.assert(
      fc.property(fc.array(unit), fc.constantFrom('zh' as const, 'en' as const), (units, lang) => {
        let now = units.join('');
        for (let before = ''; before !== now;) {
          before = now;
          for (const repair of repairs) now = repair.apply(now, lang);
        }
        expect(repairText(units.join(''), lang).text).toBe(now);
      }),
      { numRuns: 500 },
    );
  });
});
