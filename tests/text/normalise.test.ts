import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalForm, bareText, collapseSpace, normalise } from '../../src/text/index.js';

const pieceOfText = fc.constantFrom(
  'A',
  'É',
  '中',
  '𠮷',
  'ß',
  'Σ',
  'İ',
  '½',
  '٣',
  '\u0301',
  '，',
  ' ',
);

describe('normalise', () => {
  test.each([
    ['ＡＰＥＣ２０２４', 'APEC2024'],
    ['“你好”，', '"你好",'],
    ['「你好」', "'你好'"],
    ['深 圳', '深圳'],
    ['A——B', 'A-B'],
    ['等等……', '等等......'],
    ['the\u00a0 city', 'the city'],
    ['zero\u200bwidth', 'zerowidth'],
    ['plain text.', 'plain text.'],
  ])('%s → %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test('is idempotent', () => {
    const marks = fc.constantFrom(
      '“',
      '…',
      '—',
      '　',
      '。',
      'ﬁ',
      '\u200b',
      '中',
      'a',
      ' ',
      '́',
      '½',
      '､',
      '．',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(marks).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(normalise(normalise(text))).toBe(normalise(text));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('normalise in one pass', () => {
  const pieces = fc.constantFrom(
    ...['“', '”', '——', '—', '-', '…', '。', '。。', '，', '、', '（', '％', '《', '·', '`', "'"],
    ...['中', '文字', 'a', 'The', '7', 'é', ' ', '  ', '.', ',', '#', '\u00d7'],
  );

  test('gives what folding step by step gives', () => {
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          // A zero-width space is no usual character, and vanishes.
          expect(normalise(text)).toBe(normalise(`${text}\u200b`));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('bareText', () => {
  test('keeps small letters and figures, of characters of two units too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(pieceOfText, fc.string({ minLength: 1 })) }),
        (text) => {
          const expected = normalise(text)
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, '');
          expect(bareText(text)).toBe(expected);
        },
      ),
    );
    expect(bareText('𠮷野家, Σοφός! İzmir')).toBe('𠮷野家σοφόςi̇zmir'.replace('\u0307', ''));
  });
});

describe('collapseSpace', () => {
  test('makes one space of every run of white space and trims', () => {
    expect(collapseSpace('\u3000\u3000会\u200b见\r\n\u00a0 来访\ufeff ')).toBe('会见 来访');
  });

  test('changes no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bare = (value: string) => value.replace(/[\s\u0085\u200b\u2060\ufeff]+/g, '');
        expect(bare(collapseSpace(text))).toBe(bare(text));
      }),
    );
  });
});

describe('normalForm', () => {
  test('is what the language gives, for a text of any length', () => {
    for (const text of ['e\u0301', 'ﬁ', `${'长文。'.repeat(2_000)}e\u0323\u0301ﬁ`]) {
      expect(normalForm(text, 'NFC')).toBe(text.normalize('NFC'));
      expect(normalForm(text, 'NFKC')).toBe(text.normalize('NFKC'));
    }
  });

  test('keeps every mark of a pile, and sorts it by thirties', () => {
    const pile = `a${'\u0301\u0323'.repeat(3_000)}b`;
    const folded = normalForm(pile, 'NFC');
    expect([...folded].sort()).toEqual([...pile].sort());
    expect(folded.startsWith(`a${'\u0323'.repeat(15)}${'\u0301'.repeat(15)}`)).toBe(true);
  });
});
