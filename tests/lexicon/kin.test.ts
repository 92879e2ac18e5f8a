import { expect, test } from '@jest/globals';
import { extendLexicon, loadLexicon, type Lexicon } from '../../src/lexicon/index.js';
import { stemEn } from '../../src/text/index.js';
import { findKin } from '../../src/lexicon/kin.js';

const lexicon = loadLexicon();

function kinOf({ stemId, kin }: Lexicon, word: string): string[] {
  const id = stemId.get(stemEn(word)) ?? NaN;
  const [from = 0, to = 0] = kin.start.subarray(id, id + 2);
  return Array.from(kin.character.subarray(from, to), (code) => String.fromCharCode(code));
}

test('kin of a stem are the characters its translations have in common', () => {
  expect(kinOf(lexicon, 'joy')).toEqual(expect.arrayContaining(['喜', '欢', '乐']));
  expect(kinOf(lexicon, 'bridge')).toContain('桥');
  expect(kinOf(lexicon, 'bridge')).not.toContain('的');
  const stem = lexicon.stemId.get(stemEn('bridge')) ?? NaN;
  const [from = 0, to = 0] = lexicon.kin.start.subarray(stem, stem + 2);
  const chances = [...lexicon.kin.chance.subarray(from, to)];
  expect(chances.every((chance) => chance > 0 && chance < 1)).toBe(true);
  expect(Math.max(...chances)).toBe(
    lexicon.kin.chance[from + kinOf(lexicon, 'bridge').indexOf('桥')],
  );
});

test('learned translations change the kin of their stems as if all were found anew', () => {
  const extended = extendLexicon(lexicon, [
    { zh: '书记', en: 'zorblatt', zhToEn: 0.5, enToZh: 0.5, seen: 9 },
    { zh: '喜鹊', en: stemEn('bridge'), zhToEn: 0.5, enToZh: 0.5, seen: 9 },
  ]);
  expect(kinOf(extended, 'zorblatt').sort()).toEqual(['书', '记'].sort());
  expect(kinOf(extended, 'joy')).toEqual(kinOf(lexicon, 'joy'));
  const { trie, units, stems, start, stem, weight } = extended;
  const anew = findKin({ trie, units, stems: stems.length, start, stem, weight });
  for (const part of ['start', 'character', 'chance', 'usualOf', 'usual'] as const) {
    expect(extended.kin[part].join()).toBe(anew[part].join());
  }
});
