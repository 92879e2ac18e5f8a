import { describe, expect, test } from '@jest/globals';
import type { Lang } from '../../src/model/index.js';
import { splitSentences, splitSignature, type SplitOptions } from '../../src/split/index.js';

function cut(text: string, lang: Lang, options: SplitOptions): string[] {
  return splitSentences(text, lang, options).map(({ start, end }) => text.slice(start, end));
}

describe('optional stops', () => {
  test('semicolons end sentences when asked to, closing quotes kept', () => {
    const text = '先办交通；“再办住房；”最后办教育。';
    expect(cut(text, 'zh', { semicolon: true })).toEqual([
      '先办交通；',
      '“再办住房；”',
      '最后办教育。',
    ]);
    expect(cut(text, 'zh', {})).toEqual([text]);
  });

  test('colons end sentences when asked to, but not inside a time or an address', () => {
    const text = '会议14:30开始，网址http://a.cn：请准时。';
    expect(cut(text, 'zh', { colon: true })).toEqual([
      '会议14:30开始，网址http://a.cn：',
      '请准时。',
    ]);
  });

  test('English semicolons end sentences when asked to', () => {
    expect(cut('He came; she left.', 'en', { semicolon: true })).toEqual(['He came;', 'she left.']);
  });
});

describe('sentences given line by line', () => {
  test('are taken as they are, blank lines left out', () => {
    expect(cut('好。很好。\r\n\r\n  Mr. A. It ended.\n', 'zh', { lines: true })).toEqual([
      '好。很好。',
      'Mr. A. It ended.',
    ]);
  });

  test('whatever the profile', () => {
    expect(cut('好。很好。', 'zh', { lines: true, profile: 'omegat' })).toEqual(['好。很好。']);
  });
});

describe('the signature', () => {
  test('is the same for the same options, written or left out', () => {
    expect(splitSignature({})).toBe(splitSignature({ profile: 'default', semicolon: false }));
  });

  test.each<SplitOptions>([
    { profile: 'omegat' },
    { semicolon: true },
    { colon: true },
    { lines: true },
    { wrapped: true },
  ])('changes with %p', (options) => {
    expect(splitSignature(options)).not.toBe(splitSignature({}));
  });
});
