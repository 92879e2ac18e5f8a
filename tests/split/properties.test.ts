import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Lang } from '../../src/model/index.js';
import { splitSentences, type SplitOptions } from '../../src/split/index.js';

const lang = fc.constantFrom<Lang>('zh', 'en');

/** Stops, quotes, brackets, blanks and a few words of both scripts, in any order. */
const pieces = fc.constantFrom(
  ...'。？！；：，、……．.!?;:,\'"“”‘’「」『』（）()[]《》【】—–-•●\u3000\u00a0\u200b ',
  ...[
    '...',
    '. . .',
    '  ',
    'Mr.',
    'U.S.',
    'e.g.',
    'No.',
    '3.5',
    '2020',
    'J.',
    'The',
    'the',
    'said',
  ],
  ...[
    'I',
    'A',
    'www.a.cn',
    '他说',
    '了',
    '的',
    '我',
    '一',
    '[12]',
    '²',
    ':)',
    '😀',
    '🇨🇳',
    ' :-) ',
    '😀😂',
    '📍',
    '‼\ufe0f',
    '（注1）',
    '(b) ',
    '…………',
    'why?',
    '\ud840',
  ],
);
const line = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));
const text = fc
  .array(
    pieces.filter((piece) => piece !== '\ud840'),
    { maxLength: 40 },
  )
  .chain((list) =>
    fc
      .constantFrom('', '\n', '\r\n', '\n\n', ' \n ')
      .map((end) => list.join('') + end + list.reverse().join('')),
  );
const options = fc.constantFrom<SplitOptions>(
  {},
  { semicolon: true, colon: true },
  { profile: 'omegat' },
  { lines: true },
  { wrapped: true },
);

/** White space of any kind, as gaps between sentences may hold. */
const GAP = /^[\s\u200b\ufeff\u0085\u001c-\u001f]*$/;

describe('any text at all', () => {
  test('spans ascend, are not empty, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, line, fc.string({ unit: 'binary' })),
        lang,
        options,
        (all, side, asked) => {
          let from = 0;
          for (const { start, end } of splitSentences(all, side, asked)) {
            expect(all.slice(from, start)).toMatch(GAP);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(all.slice(from)).toMatch(GAP);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a sentence neither begins nor ends with white space', () => {
    fc.assert(
      fc.property(text, lang, (all, side) => {
        for (const { start, end } of splitSentences(all, side)) {
          const sentence = all.slice(start, end);
          expect(sentence.trim()).toBe(sentence);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('two paragraphs are cut together as they are cut apart', () => {
    fc.assert(
      fc.property(
        line,
        line,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        lang,
        (one, two, gap, side) => {
          const shift = one.length + gap.length;
          const apart = [
            ...splitSentences(one, side),
            ...splitSentences(two, side).map(({ start, end }) => ({
              start: start + shift,
              end: end + shift,
            })),
          ];
          expect(splitSentences(one + gap + two, side)).toEqual(apart);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a line end always ends a sentence', () => {
    fc.assert(
      fc.property(text, lang, (all, side) => {
        for (const { start, end } of splitSentences(all, side)) {
          expect(all.slice(start, end)).not.toContain('\n');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the same text is always cut the same way', () => {
    fc.assert(
      fc.property(text, lang, (all, side) => {
        expect(splitSentences(all, side)).toEqual(splitSentences(all, side));
      }),
      { numRuns: 300 },
    );
  });
});

describe('one unclosed mark does not swallow the paragraph', () => {
  const sentence = (index: number): string => `第${index}句话在这里。`;
  const paragraph = Array.from({ length: 50 }, (_, index) => sentence(index)).join('');

  test.each([...'“「『‘（(［[《【"\''])('%s before, inside and behind a sentence', (mark) => {
    for (const at of [0, 2, paragraph.length]) {
      const marked = paragraph.slice(0, at) + mark + paragraph.slice(at);
      expect(splitSentences(marked, 'zh').length).toBeGreaterThanOrEqual(49);
    }
  });
});
