import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdSet } from '../../src/exchange/check/id-set.js';

test('knows the same ids as a set of strings', () => {
  const id = fc.oneof(
    fc.string(),
    fc.nat(999).map(String),
    fc.nat(99).map((n) => `zh${n}`),
  );
  fc.assert(
    fc.property(fc.array(id, { maxLength: 400 }), (ids) => {
      const [ours, theirs] = [new IdSet(), new Set<string>()];
      for (const one of ids) {
        expect(ours.add(one)).toBe(!theirs.has(one));
        theirs.add(one);
      }
    }),
  );
});

test('takes no two of many ids that count up for the same', () => {
  const ids = new IdSet();
  let isNew = true;
  for (let n = 0; n < 200_000; n += 1) isNew = ids.add(`${n}:1`) && ids.add(`zh${n}`) && isNew;
  expect([isNew, ids.add('199999:1')]).toEqual([true, false]);
});
