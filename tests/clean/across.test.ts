import { describe, expect, test } from '@jest/globals';
import {
  cleanPair,
  createJudge,
  markDuplicates,
  memoryIndex,
  unmarkDuplicates,
} from '../../src/clean/index.js';
import { documentId, pairId, unitScore, type Pair } from '../../src/model/index.js';

const judge = createJudge();
let count = 0;

function pairOf(zh: string, en: string): Pair {
  count += 1;
  return {
    ...cleanPair({ zh, en }, judge),
    id: pairId(count.toString(16).padStart(32, '0')),
    document: documentId('a'.repeat(64)),
    position: 1,
    shape: '1-1',
    confidence: unitScore(1),
    layout: 'interleaved',
    blocks: { zh: [1], en: [2] },
  };
}

const zh = '市长周三上午在办公室会见了来自友好城市的代表团，双方谈了今后的合作。';
const en =
  'On Wednesday morning the mayor met a delegation from the sister city in his office and talked about future cooperation.';

describe('markDuplicates with a memory index', () => {
  function run(pairs: readonly Pair[]): (readonly string[])[] {
    const index = memoryIndex();
    return pairs.map((pair) => {
      const marked = markDuplicates([pair], index);
      index.add(marked);
      return (marked[0]?.findings ?? []).map(({ check }) => check);
    });
  }

  test('refuses the copy and puts the near copy on record', () => {
    const near = pairOf(zh, en.replace('future', 'further'));
    expect(run([pairOf(zh, en), pairOf(zh, en), near])).toEqual([
      [],
      ['duplicate'],
      ['near-duplicate'],
    ]);
  });

  test('calls the fourth copy boilerplate', () => {
    expect(run([1, 2, 3, 4].map(() => pairOf(zh, en)))[3]).toEqual(['duplicate', 'boilerplate']);
  });

  test('counts the translations of one text', () => {
    const texts = [
      'Read the whole story here.',
      'More of this report.',
      'Continue to the next page.',
      'See the full text.',
      'Details of the news.',
    ];
    const said = run(
      texts
        .map((text) => pairOf('更多相关新闻报道', text))
        .map((pair) => ({ ...pair, state: 'new' })),
    );
    expect(said[4]).toContain('many-translations');
    expect(said[3]).not.toContain('many-translations');
  });

  test('says nothing of what an index does not know', () => {
    expect(markDuplicates([pairOf(zh, en)], { find: () => undefined })[0]?.state).toBe('new');
  });

  test('a check that is switched off says nothing', () => {
    const index = memoryIndex();
    index.add([pairOf(zh, en)]);
    expect(markDuplicates([pairOf(zh, en)], index, { off: ['duplicate'] })[0]?.state).toBe('new');
  });

  test('what else only notes refuses when told to, and still counts for what follows', () => {
    const options = { reject: ['near-duplicate'] };
    const index = memoryIndex();
    const judged = ['future', 'further', 'further'].map((word) =>
      pairOf(zh, en.replace('future', word)),
    );
    const marked = judged.map((pair) => {
      const [one = pair] = markDuplicates([pair], index, options);
      index.add([one]);
      return one;
    });
    expect(marked.map(({ reason }) => reason)).toEqual([
      ...[undefined, 'near-duplicate', 'duplicate'],
    ]);
    expect(marked[1]?.findings).toMatchObject([{ check: 'near-duplicate', rejects: true }]);
    expect(unmarkDuplicates(marked)).toEqual(judged);
  });

  test('unmarking gives back the pairs as they were', () => {
    const index = memoryIndex();
    index.add([pairOf(zh, en)]);
    const pairs = [pairOf(zh, en), pairOf(zh, en.replace('future', 'further'))];
    const marked = markDuplicates(pairs, index);
    expect(marked.map(({ findings }) => findings.length)).toEqual([1, 1]);
    expect(unmarkDuplicates(marked)).toEqual(pairs);
  });
});
