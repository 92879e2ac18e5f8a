import { describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import {
  hanScript,
  hanScriptCounts,
  langOf,
  languageRuns,
  toSimplified,
} from '../../src/text/index.js';

const words = fc.constantFrom(
  '总领事',
  '会见',
  'Cao Saixian',
  ' met ',
  'the',
  '(',
  '）',
  '。',
  '. ',
  '33',
  '“',
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('langOf', () => {
  test.each([
    ['韩国驻广州总领事姜相旭(Kang Sangwook)', 'zh'],
    ['使用 JavaScript 的 Promise API 来获取数据', 'zh'],
    ['Director General Cao Saixian (曹赛先) met with the delegation.', 'en'],
    ['曹主任与总领事座谈Director General Cao Meets with the Consul General', 'mixed'],
    ['联系我们 Contact us', 'mixed'],
    ['三星电子、LG、SK等知名企业', 'zh'],
    ['OK', 'en'],
    ['2024-03-18', 'none'],
    ['', 'none'],
    ['これは日本語の文章です', 'none'],
    ['서울에서 열린 회의', 'none'],
  ])('%s is %s', (text, lang) => {
    expect(langOf(text).lang).toBe(lang);
  });

  test('counts the letters of both scripts', () => {
    expect(langOf('姜相旭(Kang)')).toEqual({ lang: 'zh', han: 3, latin: 4 });
  });
});

describe('languageRuns', () => {
  test('cuts a bilingual title where the language changes', () => {
    const text = '曹主任会见“总领事”一行 “Director General” Cao Meets with the Consul General';
    expect(
      languageRuns(text).map(({ lang, start, end }) => [lang, text.slice(start, end)]),
    ).toEqual([
      ['zh', '曹主任会见“总领事”一行 '],
      ['en', '“Director General” Cao Meets with the Consul General'],
    ]);
  });

  test('covers every text that has letters, without gap or overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const runs = languageRuns(text);
        const { han, latin } = langOf(text);
        expect(runs.length > 0).toBe(han + latin > 0);
        if (runs.length === 0) return;
        expect(runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (let i = 1; i < runs.length; i += 1) expect(runs[i]?.lang).not.toBe(runs[i - 1]?.lang);
      }),
    );
  });
});

describe('scripts', () => {
  test.each([
    ['国际会议', 'hans'],
    ['國際會議', 'hant'],
    ['中文', 'either'],
    ['台北', 'either'],
    ['三百公里', 'either'],
    ['no Chinese', 'either'],
    ['他说“國語”是国语', 'hans'],
  ])('%s is %s', (text, script) => {
    expect(hanScript(text)).toBe(script);
  });

  test('characters of both scripts are counted', () => {
    expect(hanScriptCounts('他说“國語”是国语')).toEqual({ hans: 3, hant: 2 });
  });

  test('traditional characters become simplified, words stay', () => {
    expect(toSimplified('國際會議與軟體')).toBe('国际会议与软体');
  });

  test.each([
    ['乾隆皇帝', '乾隆皇帝'],
    ['沈沒的船', '沉没的船'],
    ['乾燥', '干燥'],
    ['一坏土', '一坏土'],
  ])('%s becomes %s', (traditional, simplified) => {
    expect(toSimplified(traditional)).toBe(simplified);
  });

  test('agrees with OpenCC on traditional text', () => {
    const opencc = createRequire(import.meta.url)('opencc-js') as {
      Converter(way: { from: string; to: string }): (text: string) => string;
    };
    const oracle = opencc.Converter({ from: 't', to: 'cn' });
    const letters = fc.constantFrom(
      ...Array.from('國際會議於乾隆沈沒覆藉鍊里后的一中後裏臺灣發麵'),
    );
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (list) => {
        const text = `國${list.join('')}`;
        expect(toSimplified(text)).toBe(oracle(text));
      }),
      { numRuns: 300 },
    );
  });

  test('simplified and Latin text comes back unchanged', () => {
    expect(toSimplified('国际会议 in Shenzhen')).toBe('国际会议 in Shenzhen');
  });
});
