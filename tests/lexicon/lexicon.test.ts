import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  childOf,
  compileLexicon,
  foldZh,
  loadLexicon,
  NO_NODE,
  openLexicon,
  regionNames,
  translationsOf,
  unitOf,
  type DictionaryEntry,
} from '../../src/lexicon/index.js';
import { buildTrie } from '../../src/lexicon/trie.js';

const entry = (
  traditional: string,
  simplified: string,
  pinyin: string,
  ...english: string[]
): DictionaryEntry => ({ traditional, simplified, pinyin, english });

const ENTRIES = [
  entry('橋', '桥', 'qiao2', 'bridge', 'CL:座[zuo4]'),
  entry('大橋', '大桥', 'da4 qiao2', 'great bridge; (fig.) link [between people]'),
  entry('橋樑', '桥梁', 'qiao2 liang2', 'see 橋|桥[qiao2]'),
  entry('從', '从', 'cong2', 'from'),
];
const tiny = openLexicon(compileLexicon(ENTRIES), 'tiny');

describe('a compiled lexicon', () => {
  test('gives the stems of each sense, 1/√n for a sense of n words', () => {
    expect(translationsOf(tiny, '大桥')).toEqual([
      { stem: 'link', weight: 1 },
      { stem: 'bridg', weight: Math.fround(Math.SQRT1_2) },
      { stem: 'great', weight: Math.fround(Math.SQRT1_2) },
    ]);
  });

  test('leaves classifiers out', () => {
    expect(translationsOf(tiny, '桥').map(({ stem }) => stem)).toEqual(['bridg']);
  });

  test('follows a reference to the word it names', () => {
    expect(translationsOf(tiny, '桥梁').map(({ stem }) => stem)).toEqual(['bridg']);
  });

  test('keeps a function word that is all a sense has', () => {
    expect(translationsOf(tiny, '从')).toEqual([{ stem: 'from', weight: 1 }]);
  });

  test('answers for traditional and simplified spelling alike', () => {
    expect(translationsOf(tiny, '大橋')).toEqual(translationsOf(tiny, '大桥'));
    expect(foldZh(tiny, '從ＡＢＣ１２')).toBe('从ABC12');
  });

  test('knows nothing of a word that is not in it', () => {
    expect(unitOf(tiny, '梁')).toBeUndefined();
    expect(translationsOf(tiny, '桥大')).toEqual([]);
  });

  test('has the same bytes each time it is compiled', () => {
    expect(compileLexicon(ENTRIES)).toEqual(compileLexicon([...ENTRIES].reverse()));
  });

  test('is refused when it is cut short', () => {
    expect(() => openLexicon(compileLexicon(ENTRIES).subarray(0, 200), 'x')).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'lexicon.bad-file' }) }),
    );
  });
});

describe('the shipped dictionary', () => {
  test.each([
    ['总领事', ['consul', 'gener']],
    ['總領事', ['consul', 'gener']],
    ['乾隆', ['emperor', 'era', 'qianlong']],
  ])('knows %s', (word, stems) => {
    expect(translationsOf(loadLexicon(), word).map(({ stem }) => stem)).toEqual(stems);
  });

  test('knows how characters are read', () => {
    expect(loadLexicon().readings.get('长'.charCodeAt(0))).toEqual(['chang', 'zhang']);
  });

  test('is loaded once', () => {
    expect(loadLexicon()).toBe(loadLexicon());
  });
});

test('countries have names in both languages', () => {
  expect(regionNames().find(({ code }) => code === 'KR')).toEqual({
    code: 'KR',
    zh: '韩国',
    en: 'South Korea',
  });
});

test('a trie finds every key it was built from and no other', () => {
  const word = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('一', '二', '三') });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 20 }), word, (words, other) => {
      const keys = [...words].sort();
      const trie = buildTrie(keys);
      const find = (text: string): number => {
        let node = 0;
        for (const letter of text) {
          node = childOf(trie, node, letter.charCodeAt(0));
          if (node === NO_NODE) return -1;
        }
        return (trie.key[node] ?? 0) - 1;
      };
      expect(keys.map(find)).toEqual(keys.map((_, index) => index));
      expect(find(other)).toBe(keys.indexOf(other));
    }),
  );
});
