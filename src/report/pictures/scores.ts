import type { ScoreBin } from '../../store/index.js';
import type { Statistics } from '../../search/index.js';
import { grouped, percent } from '../count.js';
import type { Html } from '../html.js';
import type { Figure } from './figure.js';
import {
  along,
  axisTo,
  box,
  HEIGHT,
  label,
  path,
  picture,
  PLOT,
  xAxis,
  yAxis,
  type Axis,
} from './svg.js';

/** Bars of .05 each, as the store counts them. */
const BARS = 20;
const WIDTH = (PLOT.right - PLOT.left) / BARS;
/** From here on a pair counts as good in the words below the picture. */
const GOOD = 0.8;
/** A bar so many times as high as the next one is cut, or nothing would be seen of the others. */
const CUT_FROM = 4;
/** How far above the second highest bar the axis ends then. */
const CUT_AT = 1.6;
/** Place and slope of the gap in a bar that is cut. */
const [GAP_TOP, GAP, SLANT] = [PLOT.top + 16, 4, 5];

/** Pairs by score, kept below and refused on top; absent without pairs. */
export function scoreHistogram({ scores, yield: flow }: Statistics): Figure | undefined {
  if (scores.length === 0) return undefined;
  const [highest = 0, second = 0] = scores.map(countOf).sort((one, other) => other - one);
  const isCut = second > 0 && highest > CUT_FROM * second;
  const axis = axisTo(isCut ? CUT_AT * second : highest, 3);
  const bars = scores.flatMap((bin) =>
    isCut && countOf(bin) === highest ? cutBar(bin) : wholeBar(bin, axis),
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((score) => ({
    at: PLOT.left + score * (PLOT.right - PLOT.left),
    text: String(score),
  }));
  return {
    title: 'How the pairs score',
    drawing: picture('pairs by score', HEIGHT, [...yAxis(axis), ...bars, ...xAxis(ticks, 'score')]),
    aid: `Kept pairs in green, refused ones in red on top; duplicates are refused whatever they score.${shareOfGood(scores, flow.kept)}${isCut ? ' The highest bar is cut.' : ''}`,
  };
}

function countOf({ kept, rejected }: ScoreBin): number {
  return kept + rejected;
}

function wholeBar(bin: ScoreBin, axis: Axis): Html[] {
  const { kept, rejected } = bin;
  const height = (count: number): number =>
    count === 0 ? 0 : Math.max(1.5, PLOT.bottom - along(count, axis, PLOT.bottom, PLOT.top));
  return stacked(bin, height(kept), height(rejected));
}

/** As high as the picture, divided like the pairs, with a gap and its number beside it. */
function cutBar(bin: ScoreBin): Html[] {
  const whole = PLOT.bottom - PLOT.top;
  const refused = (bin.rejected / countOf(bin)) * whole;
  const x = placeOf(bin);
  const isLeft = x < (PLOT.left + PLOT.right) / 2;
  const [from, to] = [x - 1, x + WIDTH - 1];
  return [
    ...stacked(bin, whole - refused, refused),
    path(
      `M${from} ${GAP_TOP + SLANT}L${to} ${GAP_TOP}v${GAP}L${from} ${GAP_TOP + SLANT + GAP}Z`,
      'gap',
    ),
    isLeft
      ? label(to + 4, PLOT.top + 9, grouped(countOf(bin)), 'start', 'strong halo')
      : label(from - 3, PLOT.top + 9, grouped(countOf(bin)), 'end', 'strong halo'),
  ];
}

function stacked(bin: ScoreBin, keptHeight: number, refusedHeight: number): Html[] {
  const { from, kept, rejected } = bin;
  const y = PLOT.bottom - keptHeight;
  const title = `${from.toFixed(2)}–${(from + 1 / BARS).toFixed(2)}: ${grouped(kept)} kept, ${grouped(rejected)} refused`;
  const both = { x: placeOf(bin), width: WIDTH - 2 };
  return [
    ...(kept === 0 ? [] : [box({ ...both, y, height: keptHeight }, 'f-good', title)]),
    ...(rejected === 0
      ? []
      : [box({ ...both, y: y - refusedHeight, height: refusedHeight }, 'f-bad', title)]),
  ];
}

function placeOf({ from }: ScoreBin): number {
  return PLOT.left + Math.round(from * BARS) * WIDTH + 1;
}

function shareOfGood(scores: readonly ScoreBin[], kept: number): string {
  const good = scores
    .filter(({ from }) => from >= GOOD - 1e-9)
    .reduce((sum, bin) => sum + bin.kept, 0);
  return kept === 0 ? '' : ` ${percent(good, kept)} of the kept pairs score ${GOOD} or more.`;
}
