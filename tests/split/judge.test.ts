import { describe, expect, test } from '@jest/globals';
import { split } from 'sentence-splitter';
import type { Lang } from '../../src/model/index.js';
import { isNameWithBang, judgeWord } from '../../src/split/judge.js';
import { splitSentences } from '../../src/split/index.js';

describe('sentence-splitter judges a word with its full stop', () => {
  test.each([
    ['Mr', 'title'],
    ['Prof', 'title'],
    ['Inc', 'abbreviation'],
    ['U.S', 'abbreviation'],
    ['house', 'word'],
    ['Guangzhou', 'word'],
  ] as const)('%s is a %s', (word, verdict) => {
    expect(judgeWord(word, false)).toBe(verdict);
  });

  test('an initial behind a capital is part of a name, behind a small letter it ends', () => {
    expect(judgeWord('I', true)).toBe('title');
    expect(judgeWord('I', false)).toBe('word');
  });

  test('names that end in an exclamation mark are known to it', () => {
    expect(isNameWithBang('Yahoo')).toBe(true);
    expect(isNameWithBang('house')).toBe(false);
  });

  test('asked again, it says the same', () => {
    expect(judgeWord('Gov', false)).toBe(judgeWord('Gov', false));
  });
});

describe('what sentence-splitter alone gets wrong is put right', () => {
  const alone = (text: string): string[] =>
    split(text)
      .filter((node) => node.type === 'Sentence')
      .map((node) => node.raw);
  const ours = (text: string, lang: Lang): string[] =>
    splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));

  test.each<[string, Lang, string[]]>([
    ['a closing quote begins the next sentence', 'zh', ['他说：“我去。”', '她笑了。']],
    ['an unclosed quote swallows the rest', 'en', ['He said, "We go.', 'It is late.', 'Come on.']],
    ['a number before a full stop never ends', 'en', ['It began in 2020.', 'He was ten.']],
    ['an ellipsis always ends', 'en', ['Wait... what?']],
    ['full-width decimals are cut', 'zh', ['全长3．5公里。']],
    ['a figure and its number are cut', 'en', ['See Fig. 3 there.']],
  ])('%s', (_fault, lang, sentences) => {
    const text = sentences.join(lang === 'zh' ? '' : ' ');
    expect(alone(text)).not.toEqual(sentences);
    expect(ours(text, lang)).toEqual(sentences);
  });
});
