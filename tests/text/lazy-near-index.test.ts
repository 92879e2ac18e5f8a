import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KnownTexts, LazyNearIndex, NearIndex, SKETCH_BYTES } from '../../src/text/index.js';

/** Few values, so that bands meet often. */
const sketch = fc
  .array(fc.nat(2), { minLength: SKETCH_BYTES / 4, maxLength: SKETCH_BYTES / 4 })
  .map((bands) => Uint8Array.from(bands.flatMap((value) => [value, 7, value, 200 + value])));
const step = fc.record({
  what: fc.constantFrom('find', 'later', 'add', 'remove', 'foresee'),
  document: fc.integer({ min: 1, max: 12 }),
  position: fc.integer({ min: 1, max: 3 }),
  sketch,
});

test('answers as the whole index does, whatever is asked, added or removed in between', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(sketch, { maxLength: 3 }), { minLength: 10, maxLength: 10 }),
      fc.array(step, { minLength: 1, maxLength: 60 }),
      (documents, steps) => {
        const texts = new KnownTexts(30);
        const whole = new NearIndex();
        const held = new Map<string, Uint8Array>();
        for (const [at, sketches] of documents.entries()) {
          for (const [before, one] of sketches.entries()) {
            const place = { document: at + 1, position: before + 1 };
            texts.push(place.document, place.position, Uint8Array.of(9, ...one), 1);
            whole.add(place, one);
            held.set(`${place.document} ${place.position}`, one);
          }
        }
        const lazy = new LazyNearIndex(texts);
        for (const { what, sketch: one, ...place } of steps) {
          const name = `${place.document} ${place.position}`;
          const there = held.get(name);
          if (what === 'find') {
            const best = whole.find(place.document, one, 0.7);
            if (best !== undefined) found += 1;
            expect(lazy.find(place.document, one, 0.7)).toEqual(best);
          } else if (what === 'later') {
            expect(lazy.later(place, one, 0.5)).toEqual(whole.later(place, one, 0.5));
          } else if (what === 'foresee') lazy.foresee([one], [place.document]);
          else if (there !== undefined) {
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
