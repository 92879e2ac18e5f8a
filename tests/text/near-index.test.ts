import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRng } from '../../src/kit/index.js';
import { likeness, NearIndex, SKETCH_BYTES, type Place } from '../../src/text/index.js';

interface Text extends Place {
  readonly sketch: Uint8Array;
}

/** Few values, so that bands meet often. */
const sketches = fc
  .array(fc.nat(1), { minLength: SKETCH_BYTES / 4, maxLength: SKETCH_BYTES / 4 })
  .map((bands) => Uint8Array.from(bands.flatMap((value) => [value, value, value, 7])));
const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.nat(3)), {
  maxLength: 24,
  selector: ([document, position]) => document * 10 + position,
});

/** Oracle: looks at every text. */
function firstLike(texts: readonly Text[], document: number, sketch: Uint8Array, least: number) {
  return texts
    .filter((text) => text.document < document && likeness(text.sketch, sketch) >= least)
    .filter((text) => sharesBand(text.sketch, sketch))
    .sort((a, b) => a.document - b.document || a.position - b.position)[0];
}

function sharesBand(one: Uint8Array, other: Uint8Array): boolean {
  for (let from = 0; from < SKETCH_BYTES; from += 4) {
    if ([0, 1, 2, 3].every((at) => one[from + at] === other[from + at])) return true;
  }
  return false;
}

test('finds what looking at every text finds, in any order of adding, after removals too', () => {
  fc.assert(
    fc.property(
      places,
      fc.array(sketches, { minLength: 24, maxLength: 24 }),
      fc.nat(23),
      (found, sketched, gone) => {
        const texts = found.map(([document, position], at): Text => {
          return { document, position, sketch: sketched[at] ?? new Uint8Array(SKETCH_BYTES) };
        });
        const index = new NearIndex();
        for (const text of texts) index.add(text, text.sketch);
        const [removed] = texts.splice(gone, 1);
        if (removed !== undefined) index.remove(removed, removed.sketch);
        for (const sketch of sketched) {
          for (const document of [1, 4, 9]) {
            const { sketch: _sketch, ...wanted } = firstLike(texts, document, sketch, 0.75) ?? {
              sketch,
            };
            expect(index.find(document, sketch, 0.75) ?? {}).toEqual(wanted);
          }
        }
      },
    ),
  );
});

test('finds the same among thousands, added in no order and many taken out again', () => {
  const random = seededRng(5);
  const sketch = (): Uint8Array => {
    const bands = Array.from({ length: SKETCH_BYTES / 4 }, () => Math.floor(random() * 40));
    return Uint8Array.from(bands.flatMap((value) => [value, value, value, 7]));
  };
  const kinds = Array.from({ length: 40 }, sketch);
  const all = Array.from({ length: 4_000 }, (_one, at): Text => {
    const kind = kinds[at * 3];
    return { document: 1 + ((at * 1_237) % 4_000), position: at % 3, sketch: kind ?? sketch() };
  });
  const index = new NearIndex();
  for (const text of all) index.add(text, text.sketch);
  const left = all.filter((text, at) => {
    if (at % 5 === 0) index.remove(text, text.sketch);
    return at % 5 !== 0;
  });
  for (const { sketch } of all.slice(0, 60)) {
    for (const document of [40, 400, 4_001]) {
      const first = firstLike(left, document, sketch, 0.5);
      const found = index.find(document, sketch, 0.5);
      expect([found?.document, found?.position]).toEqual([first?.document, first?.position]);
    }
  }
});

test('names the later documents with texts so alike', () => {
  const index = new NearIndex();
  const sketch = Uint8Array.from({ length: SKETCH_BYTES }, (_one, at) => at);
  const near = sketch.map((value, at) => (at === 0 ? 99 : value));
  const far = sketch.map((value, at) => (at < 4 ? value : 99));
  for (const document of [1, 3, 5]) index.add({ document, position: 1 }, sketch);
  index.add({ document: 4, position: 1 }, near);
  index.add({ document: 6, position: 1 }, far);
  expect([...index.later({ document: 1, position: 1 }, sketch, 0.5)].sort()).toEqual([3, 4, 5]);
});

test('grows to ten thousand texts and finds each again', () => {
  const index = new NearIndex();
  const sketchOf = (n: number): Uint8Array =>
    Uint8Array.from(
      { length: SKETCH_BYTES },
      (_one, at) => (n * 2_654_435_761 + at * 97 + (n >> (at % 8))) >>> (at % 20),
    );
  for (let n = 0; n < 10_000; n++) index.add({ document: n, position: 1 }, sketchOf(n));
  for (let n = 0; n < 10_000; n += 7) {
    expect(index.find(n + 1, sketchOf(n), 1)?.document).toBeLessThanOrEqual(n);
  }
});
