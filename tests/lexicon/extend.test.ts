import { describe, expect, test } from '@jest/globals';
import {
  extendLexicon,
  loadLexicon,
  translationsOf,
  unitOf,
  type LearnedPair,
} from '../../src/lexicon/index.js';

const lexicon = loadLexicon();
const learned: readonly LearnedPair[] = [
  { zh: '书记', en: 'zorblatt', zhToEn: 0.5, enToZh: 0.5, seen: 9 },
  { zh: '市长', en: 'mayor', zhToEn: 0.8, enToZh: 0.2, seen: 9 },
  { zh: '市长', en: 'park', zhToEn: 0.05, enToZh: 0.05, seen: 9 },
  { zh: '市长', en: 'the', zhToEn: 0.5, enToZh: 0.5, seen: 9 },
  { zh: '市长', en: 'number:5', zhToEn: 0.5, enToZh: 0.5, seen: 9 },
];
const extended = extendLexicon(lexicon, learned);

/** Trust in the stems of a word, by stem. */
function trusted(word: string): Record<string, number> {
  const unit = unitOf(extended, word) ?? 0;
  const found: Record<string, number> = {};
  for (let at = extended.start[unit] ?? 0; at < (extended.start[unit + 1] ?? 0); at++) {
    const trust = extended.trust?.[at] ?? 0;
    if (trust > 0) found[extended.stems[extended.stem[at] ?? 0] ?? ''] = Number(trust.toFixed(3));
  }
  return found;
}

describe('a lexicon with learned translations', () => {
  test('knows stems that the dictionary lacks', () => {
    expect(lexicon.stemId.has('zorblatt')).toBe(false);
    expect(extended.stems[extended.stemId.get('zorblatt') ?? -1]).toBe('zorblatt');
    expect(translationsOf(extended, '书记').map(({ stem }) => stem)).toContain('zorblatt');
  });

  test('tells how far a translation is borne out', () => {
    expect(trusted('书记')).toEqual({ zorblatt: 0.5 });
    expect(trusted('市长')).toEqual({ mayor: 0.4 });
  });

  test('keeps every translation of the dictionary', () => {
    for (const word of ['市长', '书记', '会见', '的', '一']) {
      expect(translationsOf(extended, word)).toEqual(
        expect.arrayContaining(translationsOf(lexicon, word)),
      );
    }
    expect(translationsOf(extended, '市长')).toEqual(translationsOf(lexicon, '市长'));
  });

  test('does not depend on the order of the pairs', () => {
    const other = extendLexicon(lexicon, [...learned].reverse());
    expect(other.stem).toEqual(extended.stem);
    expect(other.trust).toEqual(extended.trust);
    expect(other.stems).toEqual(extended.stems);
  });

  test('of nothing learned has the translations of the dictionary', () => {
    const same = extendLexicon(lexicon, []);
    expect(same.stem).toEqual(lexicon.stem);
    expect(same.start).toEqual(lexicon.start);
  });
});
