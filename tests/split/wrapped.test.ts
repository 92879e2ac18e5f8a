import { describe, expect, test } from '@jest/globals';
import type { Lang } from '../../src/model/index.js';
import { splitSentences } from '../../src/split/index.js';

/** The sentences of wrapped lines, each with its line ends shown as `/`. */
function cut(lang: Lang, ...lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return splitSentences(text, lang, { wrapped: true }).map(({ start, end }) =>
    text.slice(start, end).replaceAll('\n', '/'),
  );
}

describe('wrapped lines', () => {
  test('run on where the next word would not have fitted', () => {
    expect(
      cut(
        'en',
        'We would be happy to meet your delegation on',
        'Monday at the embassy. Mr. Smith and one of',
        'us will be there.',
      ),
    ).toEqual([
      'We would be happy to meet your delegation on/Monday at the embassy.',
      'Mr. Smith and one of/us will be there.',
    ]);
  });

  test('a line with room to spare ends, as in addresses and verse', () => {
    expect(
      cut(
        'en',
        'We would be happy to meet your delegation on',
        'Monday at the embassy',
        'Best regards,',
        'John Brown',
      ),
    ).toEqual([
      'We would be happy to meet your delegation on/Monday at the embassy',
      'Best regards,',
      'John Brown',
    ]);
  });

  test('an empty line, an item, an indented line and a quoted one are new', () => {
    const long = 'We would be happy to meet your delegation on';
    expect(cut('en', long, long, '', 'Monday', '- one', '2. two', '  three', '> four')).toEqual([
      `${long}/${long}`,
      'Monday',
      '- one',
      '2. two',
      'three',
      '> four',
    ]);
  });

  test('Chinese runs on between any two characters', () => {
    expect(
      cut(
        'zh',
        '他说：“今天天气真好，我们一起去公',
        '园散步吧。”她点点头，没有回答。那天晚',
        '上很黑。',
      ),
    ).toEqual([
      '他说：“今天天气真好，我们一起去公/园散步吧。”',
      '她点点头，没有回答。',
      '那天晚/上很黑。',
    ]);
  });

  test('a number in brackets is part of a sentence that counts', () => {
    expect(
      cut('en', 'Bring (1) your passport and the form and', '(2) two photographs of you', '(3) no'),
    ).toEqual(['Bring (1) your passport and the form and/(2) two photographs of you', '(3) no']);
  });
});
