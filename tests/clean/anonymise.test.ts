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

  test.each([
    ['手机号１３８００１３８０００', '[phone-1]'],
    ['热线：4008001234', '[phone-1]'],
    ['香港电话：2345 6789', '[phone-1]'],
    ['+852-23456789', '[phone-1]'],
    ['852-9123-4567', '[phone-1]'],
    ['02-2345-6789', '[phone-1]'],
    ['0912-345-678', '[phone-1]'],
    ['+44 (0)20 7946 0958', '[phone-1]'],
    ['(212) 555-0123', '[phone-1]'],
    ['86-10-12345678', '[phone-1]'],
    ['Tel13800138000', '[phone-1]'],
    ['138.0013.8000', '[phone-1]'],
    ['一三八零零一三八零零零', '[phone-1]'],
    ['15位身份证：110105491231002', '[id-1]'],
    ['A123456(3)', '[id-1]'],
    ['A123456789', '[id-1]'],
    ['护照号E12345678', '[id-1]'],
    ['foo＠example．com', '[mail-1]'],
    ['foo [at] example [dot] com', '[mail-1]'],
    ['张三@例子.中国', '[mail-1]'],
  ])('%s holds %s', (text, placeholder) => {
    expect(anonymisePair({ zh: text, en: '' }).zh).toContain(placeholder);
  });

  test.each([
    ['+44 (0)20 7946 0958', '+44 20 7946 0958'],
    ['电话：（0755）8812 0000', 'Tel: +86-755-88120000'],
    ['香港电话：2345 6789', 'tel. +852 2345 6789'],
    ['02-2345-6789', '+886 2 2345 6789'],
    ['热线4008001234', '400-800-1234'],
    ['热线：8008208820', 'dial 8008208820 for help'],
  ])('%s and %s are one number', (zh, en) => {
    const hidden = anonymisePair({ zh, en });
    expect(hidden.zh).toContain('[phone-1]');
    expect(hidden.en).toContain('[phone-1]');
    expect(`${hidden.zh}${hidden.en}`).not.toMatch(/\d{4}|phone-2/);
  });

  test.each([
    ['王女士，13800138000（同微信）', '王女士，[phone-1]（同微信）'],
    ['13800138000，13900139000', '[phone-1]，[phone-2]'],
    ['13800138000,13900139000', '[phone-1],[phone-2]'],
    ['Tel.13800138000', 'Tel.[phone-1]'],
    ['传真：0755-82134567/82134568', '传真：[phone-1]/[phone-2]'],
    ['电话：82134567、82134568或82134569', '电话：[phone-1]、[phone-2]或[phone-3]'],
  ])('%s → %s: whatever mark stands before a number', (text, hidden) => {
    expect(anonymisePair({ zh: text, en: '' }).zh).toBe(hidden);
  });

  test('hides a number that only the other side announces, with fewer codes', () => {
    const pair = { zh: '电话+1-212-555-0123', en: 'Ask 212-555-0123.' };
    expect(anonymisePair(pair)).toMatchObject({ zh: '电话[phone-1]', en: 'Ask [phone-1].' });
  });

  test('finds a number beside another', () => {
    expect(anonymisePair({ zh: '7 13800138000 8', en: '' }).zh).toBe('7 [phone-1] 8');
  });

  test.each([
    '2023年外贸总值70250000000元，人口17560000人。',
    'Between 2019-2023 output rose from 1,234,567 to 7,654,321 tonnes.',
    'GB/T 40035-2021, ISBN 978-7-100-12345-6',
    '2024-03-18 10:30',
    '订单号20230318123456789，QQ：12345678',
    '电话用户达12345678户',
    'IP地址192.168.100.200，圆周率3.14159265358979',
    '统一社会信用代码91440300708461136T',
    'A123456(4), A123456788',
  ])('leaves other numbers alone: %s', (text) => {
    expect(anonymisePair({ zh: text, en: text })).toEqual({ zh: text, en: text, replaced: {} });
  });

  test.each([
    '面积13800138000平方米',
    '总产值为13800138000元，增长3%。',
    '贷款余额13800138000多美元',
    '累计13800138000人次',
    '产量8613800138000吨',
    '￥13800138000',
    '1 13800138000 吨',
    'an area of 13800138000 square metres',
    'It cost 13800138000 yuan or US$13900139000.',
    '13800138000 people, 13700137000% and 13600136000 tonnes',
  ])('what counts or measures is no phone number: %s', (text) => {
    expect(anonymisePair({ zh: text, en: text })).toEqual({ zh: text, en: text, replaced: {} });
  });

  test.each([
    ['联系13800138000元先生', '联系[phone-1]元先生'],
    ['13800138000人工客服', '[phone-1]人工客服'],
    ['13800138000台湾分公司', '[phone-1]台湾分公司'],
    ['138 0013 8000元', '[phone-1]元'],
    ['+8613800138000 yuan', '[phone-1] yuan'],
    ['电话13800138000人', '电话[phone-1]人'],
    ['张三13800138000（米）', '张三[phone-1]（米）'],
    ['13800138000 Miles Li', '[phone-1] Miles Li'],
    ['13800138000，3吨', '[phone-1]，3吨'],
  ])('a phone number stays one before a name or a word: %s', (text, hidden) => {
    expect(anonymisePair({ zh: text, en: '' }).zh).toBe(hidden);
  });

  test('a number that the other side calls is hidden whatever stands behind it', () => {
    const pair = { zh: '致电13800138000', en: '13800138000 people' };
    expect(anonymisePair(pair)).toMatchObject({ zh: '致电[phone-1]', en: '[phone-1] people' });
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
