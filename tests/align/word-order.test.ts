import { describe, expect, test } from '@jest/globals';
import { createAligner } from '../../src/align/index.js';
import { knowledgeOf, readSet } from '../../src/align/model.js';
import { wordOrderOf } from '../../src/align/refine.js';
import { fullBand } from '../../src/align/band.js';
import { lexicalField } from '../../src/align/lexical.js';
import { loadLexicon } from '../../src/lexicon/index.js';

const zh = ['老师打开窗户，看见花园里的苹果树。', '学生们在图书馆读报纸。'];
const en = [
  'The teacher opened the window and saw the apple trees in the garden.',
  'The students were reading newspapers in the library.',
];

function orderOf(zhSide: readonly string[], enSide: readonly string[]) {
  const model = readSet([{ zh: zhSide, en: enSide }], knowledgeOf({}, loadLexicon()));
  const [pair] = model.documents;
  if (pair === undefined) throw new Error('no document');
  const [m, n] = [zhSide.length, enSide.length];
  const words = wordOrderOf(pair, model, [{ i: m, j: n, a: m, b: n, place: 0 }]);
  const field = lexicalField(pair.zh, pair.en, model, fullBand(m, n));
  return { ...words.measure(m, n, m, n), field, m, n };
}

describe('evidence of the order of words', () => {
  test('without regard to places is the evidence by bags of words', () => {
    const found = orderOf(zh, en);
    expect(found.zhToEn).toBeCloseTo(found.field.zhToEn(2, 2, 2, 2), 2);
    expect(found.enToZh).toBeCloseTo(found.field.enToZh(2, 2, 2, 2), 2);
  });

  test('is higher where words stand in like places than where the sentences are turned round', () => {
    const straight = orderOf(zh, en);
    const turned = orderOf(zh, [...en].reverse());
    expect(turned.zhToEn).toBeCloseTo(straight.zhToEn, 3);
    expect(straight.orderedZhToEn).toBeGreaterThan(turned.orderedZhToEn + 5);
    expect(straight.orderedEnToZh).toBeGreaterThan(turned.orderedEnToZh + 5);
  });

  test('finds the sentence of a run that its partners explain least', () => {
    const odd = orderOf(zh, [...en, 'Rain fell on distant mountains.']);
    expect(odd.worstEn).toBeLessThan(0);
    expect(orderOf(zh.slice(0, 1), en.slice(0, 1)).worstEn).toBe(0);
  });

  test('leaves a sentence alone that only one side has', () => {
    const beads = createAligner().align({
      zh,
      en: [en[0] ?? '', 'Rain fell on distant mountains all night long.', en[1] ?? ''],
    });
    expect(beads.map((bead) => [bead.zh.to - bead.zh.from, bead.en.to - bead.en.from])).toEqual([
      [1, 1],
      [0, 1],
      [1, 1],
    ]);
  });
});
