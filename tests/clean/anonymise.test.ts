import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anonymisePair } from '../../src/clean/index.js';

describe('anonymisePair', () => {
  test('gives equal values of both sides the same placeholder', () => {
    const { zh, en, replaced } = anonymisePair({
      zh: '请致电13800138000或0755-88120000，邮箱zhang@example.com。',
      en: 'Mail Zhang@example.com, call +86 755 8812 0000 or +86 138 0013 8000.',
    });
    expect(zh).toBe('请致电[phone-1]或[phone-2]，邮箱[mail-1]。');
    expect(en).toBe('Mail [mail-1], call [phone-2] or [phone-1].');
    expect(replaced).toEqual({ mail: 2, phone: 4 });
  });

  test.each([
    // 11010519491231002X is the example of GB 11643-1999
    ['身份证号11010519491231002X。', '身份证号[id-1]。'],
    ['身份证号110105194912310021。', '身份证号110105194912310021。'],
    // 4111 1111 1111 1111 is the issuers' test number
    ['卡号4111 1111 1111 1111', '卡号[card-1]'],
    ['卡号4111 1111 1111 1112', '卡号4111 1111 1111 1112'],
  ])('%s → %s: only with a right check digit', (text, hidden) => {
    expect(anonymisePair({ zh: text, en: '' }).zh).toBe(hidden);
  });

  test('finds a number beside another', () => {
    expect(anonymisePair({ zh: '7 13800138000 8', en: '' }).zh).toBe('7 [phone-1] 8');
  });

  test.each([
    '2023年外贸总值70250000000元，人口17560000人。',
    'Between 2019-2023 output rose from 1,234,567 to 7,654,321 tonnes.',
    'GB/T 40035-2021, ISBN 978-7-100-12345-6',
    '2024-03-18 10:30',
  ])('leaves other numbers alone: %s', (text) => {
    expect(anonymisePair({ zh: text, en: text })).toEqual({ zh: text, en: text, replaced: {} });
  });

  test('anonymising twice is anonymising once', () => {
    const part = fc.constantFrom('13800138000', 'a@b.cn', '，', ' ', '电话', '010-62751234', '7');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const once = anonymisePair({ zh: parts.join(''), en: '' }).zh;
        expect(anonymisePair({ zh: once, en: '' }).zh).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
