import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  KEY_SHAPE,
  KeyIndex,
  KnownPlaces,
  NearIndex,
  packKeys,
  positionFor,
  readSketch,
  SKETCH_BYTES,
  SKETCH_SHAPE,
  unpackKeys,
  type Keys,
} from '../../src/text/index.js';

/** Few values, so that bands meet often. */
const sketch = fc
  .array(fc.nat(2), { minLength: SKETCH_BYTES / 4, maxLength: SKETCH_BYTES / 4 })
  .map((bands) => Uint8Array.from(bands.flatMap((value) => [value, 7, value, 200 + value])));
const place = {
  document: fc.integer({ min: 1, max: 12 }),
  position: fc.integer({ min: 1, max: 3 }),
};

test('an index of likeness answers as one that took everything in', () => {
  let found = 0;
  const step = fc.record({
    what: fc.constantFrom('find', 'later', 'add', 'remove'),
    ...place,
    sketch,
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(sketch, { maxLength: 3 }), { minLength: 10, maxLength: 10 }),
      fc.array(step, { minLength: 1, maxLength: 60 }),
      (documents, steps) => {
        const known = new KnownPlaces(SKETCH_SHAPE, 30);
        const whole = new NearIndex();
        const held = new Map<string, Uint8Array>();
        for (const [at, sketches] of documents.entries()) {
          for (const [before, one] of sketches.entries()) {
            const place = { document: at + 1, position: before + 1 };
            readSketch(Uint8Array.of(9, ...one), 1, known.push(place.document, place.position));
            whole.add(place, one);
            held.set(`${place.document} ${place.position}`, one);
          }
        }
        const lazy = new NearIndex(known);
        for (const { what, sketch: one, ...place } of steps) {
          const name = `${place.document} ${place.position}`;
          const there = held.get(name);
          if (what === 'find') {
            const best = whole.find(place.document, one, 0.7);
            if (best !== undefined) found += 1;
            expect(lazy.find(place.document, one, 0.7)).toEqual(best);
          } else if (what === 'later') {
            expect(lazy.later(place, one, 0.5)).toEqual(whole.later(place, one, 0.5));
          } else if (there !== undefined) {
            for (const index of [lazy, whole]) index.remove(place, there);
            held.delete(name);
          }
          if (what !== 'add' || there !== undefined) continue;
          for (const index of [lazy, whole]) index.add(place, one);
          held.set(name, one);
        }
      },
    ),
  );
  expect(found).toBeGreaterThan(20);
});

/** A few keys; some agree in their low or in their high half only. */
const key = fc.constantFrom(1, 2, 2 ** 32 + 1, 2 ** 52 + 1, 2 ** 53 - 1, 2 ** 43 + 2 ** 32 + 2);
const keys: fc.Arbitrary<Keys> = fc.record(
  { pair: key, zh: key, en: key },
  { requiredKeys: ['pair'] },
);

test('keys come out of their words as they went in', () => {
  fc.assert(
    fc.property(keys, (keys) => {
      expect(unpackKeys(packKeys(keys))).toEqual(keys);
    }),
  );
});

interface Held {
  readonly document: number;
  readonly position: number;
  readonly isFirst: boolean;
  readonly keys: Keys;
}

/** Oracle: looks at every pair. */
class Everything {
  readonly #all: readonly Held[];

  constructor(all: Iterable<Held>) {
    this.#all = [...all].sort((a, b) => a.document - b.document || a.position - b.position);
  }

  find(pair: number, before: number) {
    const first = this.#all.find((one) => one.isFirst && one.keys.pair === pair);
    return first === undefined || first.document >= before ? undefined : first;
  }

  documents(pair: number, before: number, most: number): number {
    const found = this.#all.filter((one) => one.keys.pair === pair && one.document < before);
    return Math.min(most, new Set(found.map(({ document }) => document)).size);
  }

  translations(side: 'zh' | 'en', asked: Keys, before: number, most: number): number {
    const found = this.#all.filter(
      ({ isFirst, document, keys }) =>
        isFirst &&
        document < before &&
        asked[side] !== undefined &&
        keys[side] === asked[side] &&
        keys.pair !== asked.pair,
    );
    return Math.min(most, new Set(found.map(({ keys }) => keys.pair)).size);
  }

  later(pair: number, after: number): number[] {
    const found = this.#all.filter((one) => one.keys.pair === pair && one.document > after);
    return [...new Set(found.map(({ document }) => document))];
  }
}

test('an index of keys answers as looking at every pair does', () => {
  let found = 0;
  const pair = fc.record({ ...place, isFirst: fc.boolean(), keys });
  const step = fc.record({ what: fc.constantFrom('ask', 'ask', 'add', 'remove'), pair });
  fc.assert(
    fc.property(
      fc.uniqueArray(pair, {
        maxLength: 20,
        selector: ({ document, position }) => document * 10 + position,
      }),
      fc.array(step, { minLength: 1, maxLength: 40 }),
      (begin, steps) => {
        const held = new Map(begin.map((one) => [`${one.document} ${one.position}`, one]));
        const known = new KnownPlaces(KEY_SHAPE, begin.length);
        for (const one of [...begin].sort(inOrder)) {
          const { pair, ...sides } = one.keys;
          const words = packKeys({ pair, ...(one.isFirst ? sides : {}) });
          known.push(one.document, positionFor(one)).set(words);
        }
        const index = new KeyIndex(known);
        for (const { what, pair } of steps) {
          const name = `${pair.document} ${pair.position}`;
          const there = held.get(name);
          if (what === 'add' && there === undefined) {
            index.add(pair, pair.keys);
            held.set(name, pair);
          } else if (what === 'remove' && there !== undefined) {
            index.remove(there, there.keys);
            held.delete(name);
          } else {
            const { keys, document } = pair;
            const all = new Everything(held.values());
            const first = all.find(keys.pair, document);
            if (first !== undefined) found += 1;
            expect(index.find(keys.pair, document)).toEqual(
              first && { document: first.document, position: first.position },
            );
            expect(index.documents(keys.pair, document, 3)).toBe(
              all.documents(keys.pair, document, 3),
            );
            for (const side of ['zh', 'en'] as const) {
              expect(index.translations(side, keys, document, 2)).toBe(
                all.translations(side, keys, document, 2),
              );
            }
            expect([...new Set(index.later(keys.pair, document))]).toEqual(
              all.later(keys.pair, document),
            );
          }
        }
      },
    ),
  );
  expect(found).toBeGreaterThan(20);
});

test('only those are looked at again that a count up to so many can reach', () => {
  const index = new KeyIndex();
  for (let document = 1; document <= 9; document++) {
    index.add({ document, position: 1, isFirst: document === 1 }, { pair: 5 });
  }
  expect([...index.laterCounting('pair', 5, 2, 3)]).toEqual([3, 4, 5]);
  expect([...index.laterCounting('pair', 5, 6, 3)]).toEqual([]);
  expect([...index.laterCounting('pair', 5, 7, 20)]).toEqual([8, 9]);
  expect([...index.laterCounting('pair', 6, 1, 20)]).toEqual([]);
});

function inOrder(a: Held, b: Held): number {
  return a.document - b.document || a.position - b.position;
}
