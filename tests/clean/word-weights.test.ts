import { describe, expect, test } from '@jest/globals';
import { factsReader } from '../../src/clean/facts/pair-facts.js';
import { WORD_WEIGHTS } from '../../src/clean/facts/word-weights.generated.js';
import { NO_WEIGHTS } from '../../src/clean/facts/word-weights.js';
import { loadLexicon } from '../../src/lexicon/index.js';
import { stemEn } from '../../src/text/index.js';
import { countWords, weightsOf } from '../../scripts/fit/word-counts.js';
import type { GoldPair } from '../../scripts/noise/gold-pairs.js';

describe('what a particular word says is added to what words in general say', () => {
  const lexicon = loadLexicon();
  const general = factsReader(lexicon, NO_WEIGHTS);
  const [zh, en] = ['市长周三来了。', 'The mayor and the king came on Wednesday.'];

  test('where it has no link', () => {
    const reader = factsReader(lexicon, { words: [['king', -0.5, 0.25]], characters: [] });
    const difference = reader(zh, en).lexical.en.nats - general(zh, en).lexical.en.nats;
    expect(difference).toBeCloseTo(-0.5, 3);
  });

  test('where it has one', () => {
    const reader = factsReader(lexicon, { words: [['mayor', -0.5, -0.25]], characters: [] });
    const difference = reader(zh, en).lexical.en.nats - general(zh, en).lexical.en.nats;
    expect(difference).toBeCloseTo(-0.25, 3);
  });

  test('where a Chinese character has none, in either way of writing', () => {
    const reader = factsReader(lexicon, { words: [], characters: [['马', -0.5]] });
    const nats = (text: string): number =>
      reader(text, en).lexical.zh.nats - general(text, en).lexical.zh.nats;
    expect(nats('市长和马周三来了。')).toBeCloseTo(-0.5, 3);
    expect(nats('市長和馬週三來了。')).toBeCloseTo(-0.5, 3);
  });

  test('and words that the dictionary lacks have no weight', () => {
    const reader = factsReader(lexicon, { words: [['zorblatt', -1, 1]], characters: [] });
    expect(reader(zh, 'The zorblatt came.')).toEqual(general(zh, 'The zorblatt came.'));
  });
});

test('the shipped weights are of words of the dictionary, each once, and in bounds', () => {
  const { stemId } = loadLexicon();
  const { words, characters } = WORD_WEIGHTS;
  expect(words.filter(([stem]) => !stemId.has(stem))).toEqual([]);
  expect(new Set(words.map(([stem]) => stem)).size).toBe(words.length);
  expect(new Set(characters.map(([character]) => character)).size).toBe(characters.length);
  const nats = [...words.flatMap(([, ...own]) => own), ...characters.map(([, own]) => own)];
  expect(nats.filter((one) => Math.abs(one) > 1.2)).toEqual([]);
});

describe('weights counted in pairs', () => {
  /** Fifty pairs: the king is always translated, “thing” never; their partners have neither. */
  const animals = ['狗', '猫', '马', '牛', '羊', '猪', '鸡', '鸭', '鱼', '虎'];
  const names = ['dog', 'cat', 'horse', 'cow', 'sheep', 'pig', 'hen', 'duck', 'fish', 'tiger'];
  const pairs = Array.from({ length: 50 }, (_pair, at): GoldPair => {
    const [animal, name] = [animals[at % 10] ?? '', names[at % 10] ?? ''];
    const isRoyal = at % 2 === 0;
    return {
      zh: `${isRoyal ? '国王有' : '农民喂'}${animal}${animal}${at}。`,
      en: `${isRoyal ? 'A king has' : 'A farmer feeds'} a ${name} and a thing ${at}.`,
      set: 'made',
      document: 'made',
      place: at / 50,
    };
  });

  test('a word always translated says more without a link than one never translated', () => {
    const { words } = weightsOf([countWords(pairs)]);
    const unlinked = (word: string): number =>
      words.find(([stem]) => stem === stemEn(word))?.[1] ?? 0;
    expect(unlinked('king')).toBeLessThan(unlinked('thing') - 0.5);
    expect(unlinked('thing')).toBeGreaterThan(0.5);
  });

  test('are the same in whatever order sets come', () => {
    const [one, other] = [countWords(pairs.slice(0, 30)), countWords(pairs.slice(30))];
    expect(weightsOf([one, other])).toEqual(weightsOf([other, one]));
  });
});
