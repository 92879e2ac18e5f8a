import type { Statistics } from '../../search/index.js';
import { grouped, percent } from '../count.js';
import type { Html } from '../html.js';
import type { Figure } from './figure.js';
import { box, compact, label, path, picture, rounded, WIDTH } from './svg.js';

/** Height of a bar and of the slope to the next one of the same kind. */
const [BAR, SLOPE] = [19, 9];
/** Middle and greatest width of the bars: names stand to the left, numbers to the right. */
const [MIDDLE, WIDEST] = [172, 176];

/** From here on a number has no room beside the bars. */
const LONG = 1e8;

type Stage = readonly [name: string, count: number];

/**
 * What each stage handed to the next. Pages, texts and pairs cannot be measured by one rule:
 * stages of a kind share a scale and a colour.
 */
export function funnel(statistics: Statistics): Figure {
  const { sources, documents, blocks, sentences, pairs, kept } = statistics.yield;
  const kinds: readonly (readonly [tone: string, stages: readonly Stage[]])[] = [
    [
      'f-pages',
      [
        ['sources', sources],
        ['documents', documents],
      ],
    ],
    [
      'f-texts',
      [
        ['blocks', blocks],
        ['sentences', sentences],
      ],
    ],
    [
      'f-good',
      [
        ['pairs', pairs],
        ['kept', kept],
      ],
    ],
  ];
  const drawn: Html[] = [];
  let y = 2;
  for (const [tone, stages] of kinds) {
    drawn.push(...drawKind(stages, tone, y));
    y += stages.length * (BAR + SLOPE) + 3;
  }
  const spoken = kinds.flatMap(([, stages]) => stages.map(([name, count]) => `${count} ${name}`));
  return {
    title: 'From pages to pairs',
    drawing: picture(spoken.join(', '), y - SLOPE, drawn),
    aid: readingAid(statistics),
  };
}

function drawKind(stages: readonly Stage[], tone: string, top: number): Html[] {
  const most = Math.max(1, ...stages.map(([, count]) => count));
  const half = (count: number): number => Math.max(0.5, (count / most) * (WIDEST / 2));
  return stages.flatMap(([name, count], at) => {
    const y = top + at * (BAR + SLOPE);
    const [wide, next] = [half(count), stages[at + 1]];
    const bar = { x: MIDDLE - wide, y, width: 2 * wide, height: BAR };
    return [
      ...(next === undefined ? [] : [slope(wide, half(next[1]), y + BAR, tone)]),
      box(bar, tone, `${grouped(count)} ${name}`),
      label(0, y + 14, name),
      label(WIDTH, y + 14, count < LONG ? grouped(count) : compact(count), 'end', 'strong'),
    ];
  });
}

/** The faint joint between two bars. */
function slope(above: number, below: number, y: number, tone: string): Html {
  const [left, right] = [rounded(MIDDLE - above), rounded(MIDDLE + above)];
  const [low, high] = [rounded(MIDDLE - below), rounded(MIDDLE + below)];
  return path(`M${left} ${y}H${right}L${high} ${y + SLOPE}H${low}Z`, `${tone} faint`);
}

function readingAid({ yield: flow, counts, reasons }: Statistics): string {
  if (flow.pairs === 0) return 'Bars of one colour share a scale.';
  const [first] = Object.entries(reasons);
  const why = first === undefined ? '' : `, most often for ${first[0]} (${grouped(first[1])})`;
  const repeated =
    counts.duplicates === 0
      ? ''
      : ` ${grouped(counts.duplicates)} documents repeat another and are not counted.`;
  const share =
    flow.kept === flow.pairs
      ? 'All pairs were kept'
      : `${percent(flow.kept, flow.pairs)} of the pairs were kept, the rest refused${why}`;
  return `${share}. Bars of one colour share a scale.${repeated}`;
}
