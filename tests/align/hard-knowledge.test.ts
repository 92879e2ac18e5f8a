import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createAligner, type AlignInput, type Pin } from '../../src/align/index.js';
import type { Bead } from '../../src/model/index.js';
import { NEWS } from './support/news.js';

const aligner = createAligner();
const meets = (beads: readonly Bead[], { zh, en }: Pin): boolean =>
  beads.some((bead) => holds(bead.zh, zh) && holds(bead.en, en));

function holds({ from, to }: Bead['zh'], position: number): boolean {
  return from <= position && position < to;
}

describe('anchors that somebody gives', () => {
  test('are kept even where they are wrong, and the rest is aligned around them', () => {
    const anchors = [
      { zh: 2, en: 4 },
      { zh: 5, en: 5 },
    ];
    const beads = aligner.align({ ...NEWS, anchors });
    for (const pin of anchors) expect(meets(beads, pin)).toBe(true);
    expect(meets(aligner.align(NEWS), { zh: 2, en: 4 })).toBe(false);
  });

  test('hold in a long text too, whatever the guide of the search says', () => {
    const zh = Array.from({ length: 400 }, (_, at) => `桥上有${at * 7 + 1000}人。`);
    const en = Array.from({ length: 400 }, (_, at) => `There were ${at * 7 + 1000} on the bridge.`);
    const anchors = [
      { zh: 100, en: 106 },
      { zh: 255, en: 252 },
      { zh: 256, en: 252 },
      { zh: 370, en: 390 },
    ];
    const beads = createAligner({ rounds: 0 }).align({ zh, en, anchors });
    for (const pin of anchors) expect(meets(beads, pin)).toBe(true);
    expect(beads.at(-1)).toMatchObject({ zh: { to: 400 }, en: { to: 400 } });
  });

  test('any that rise on both sides are kept', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(steps, (found) => {
        let [zh, en] = [-1, -1];
        const anchors = found.map(([a, b]) => ({ zh: (zh += a), en: (en += b) }));
        const input = {
          zh: Array.from({ length: 40 }, (_, at) => NEWS.zh[at % 7] ?? ''),
          en: Array.from({ length: 40 }, (_, at) => NEWS.en[at % 7] ?? ''),
          anchors,
        };
        const beads = aligner.align(input);
        expect(anchors.every((pin) => meets(beads, pin))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test('join the paragraphs they lie in', () => {
    const sections = NEWS.zh.map((_, at) => ({
      zh: { from: at, to: at + 1 },
      en: { from: at, to: at + 1 },
      hold: 'layout' as const,
    }));
    const beads = aligner.align({ ...NEWS, sections, anchors: [{ zh: 1, en: 2 }] });
    expect(meets(beads, { zh: 1, en: 2 })).toBe(true);
  });

  const refused = (input: AlignInput): unknown => {
    try {
      return aligner.align(input);
    } catch (error) {
      return error;
    }
  };
  const code = (name: string) => ({ failure: { code: `align.${name}`, exit: 'badInput' } });

  test.each([
    ['name what is not there', [{ zh: 0, en: 7 }], 'anchor-outside'],
    ['are no whole number', [{ zh: 0.5, en: 1 }], 'anchor-outside'],
    [
      'cross',
      [
        { zh: 1, en: 3 },
        { zh: 2, en: 2 },
      ],
      'anchors-cross',
    ],
    [
      'ask for too large a bead',
      [
        { zh: 0, en: 1 },
        { zh: 5, en: 1 },
      ],
      'anchors-too-wide',
    ],
  ])('are refused where they %s', (_name, anchors, expected) => {
    expect(refused({ ...NEWS, anchors })).toMatchObject(code(expected));
  });

  test('are refused between two locked paragraphs', () => {
    const sections = [
      { zh: { from: 0, to: 3 }, en: { from: 0, to: 3 }, hold: 'locked' as const },
      { zh: { from: 3, to: 7 }, en: { from: 3, to: 7 }, hold: 'locked' as const },
    ];
    const input = { ...NEWS, sections, anchors: [{ zh: 2, en: 3 }] };
    expect(refused(input)).toMatchObject(code('anchor-locked'));
  });

  test.each([
    ['leave sentences out', [{ zh: { from: 0, to: 6 }, en: { from: 0, to: 7 } }]],
    [
      'overlap',
      [
        { zh: { from: 0, to: 4 }, en: { from: 0, to: 3 } },
        { zh: { from: 3, to: 7 }, en: { from: 3, to: 7 } },
      ],
    ],
    ['there are none of', []],
  ])('sections are refused where they %s', (_name, ranges) => {
    const sections = ranges.map((range) => ({ ...range, hold: 'open' as const }));
    expect(refused({ ...NEWS, sections })).toMatchObject(code('bad-section'));
  });
});

test('headings answer headings', () => {
  const body = Array.from({ length: 4 }, (_, at) => [`甲${at}。`, `Alpha ${at}.`] as const);
  const input = {
    zh: [...body.map(([zh]) => zh), '前言', ...body.map(([zh]) => zh)],
    en: [...body.map(([, en]) => en), 'A word first', ...body.map(([, en]) => en)],
    headings: { zh: [4], en: [4] },
  };
  const evidence = aligner
    .explain(input)
    .find(({ zh }) => zh.from === 4)
    ?.evidence?.find(({ name }) => name === 'numbering');
  expect(evidence?.nats).toBeGreaterThan(1);
});
