import type { Statistics } from '../../search/index.js';
import { grouped, percent } from '../count.js';
import type { Figure } from './figure.js';
import { along, axisTo, box, HEIGHT, picture, PLOT, xAxis, yAxis } from './svg.js';

/** Bars of .05 each, as the store counts them. */
const BARS = 20;
/** From here on a pair counts as good in the words below the picture. */
const GOOD = 0.8;

/** Pairs by score, kept below and refused on top; absent without pairs. */
export function scoreHistogram({ scores, yield: flow }: Statistics): Figure | undefined {
  if (scores.length === 0) return undefined;
  const axis = axisTo(Math.max(...scores.map(({ kept, rejected }) => kept + rejected)), 3);
  const width = (PLOT.right - PLOT.left) / BARS;
  const bars = scores.flatMap(({ from, kept, rejected }) => {
    const x = PLOT.left + Math.round(from * BARS) * width + 1;
    const height = (count: number): number =>
      count === 0 ? 0 : Math.max(1.5, PLOT.bottom - along(count, axis, PLOT.bottom, PLOT.top));
    const y = PLOT.bottom - height(kept);
    const title = `${from.toFixed(2)}–${(from + 1 / BARS).toFixed(2)}: ${grouped(kept)} kept, ${grouped(rejected)} refused`;
    const both = { x, width: width - 2 };
    return [
      ...(kept === 0 ? [] : [box({ ...both, y, height: height(kept) }, 'f-good', title)]),
      ...(rejected === 0
        ? []
        : [box({ ...both, y: y - height(rejected), height: height(rejected) }, 'f-bad', title)]),
    ];
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((score) => ({
    at: PLOT.left + score * (PLOT.right - PLOT.left),
    text: String(score),
  }));
  const good = scores
    .filter(({ from }) => from >= GOOD - 1e-9)
    .reduce((sum, { kept }) => sum + kept, 0);
  const share =
    flow.kept === 0 ? '' : ` ${percent(good, flow.kept)} of the kept pairs score ${GOOD} or more.`;
  return {
    title: 'How the pairs score',
    drawing: picture('pairs by score', HEIGHT, [...yAxis(axis), ...bars, ...xAxis(ticks, 'score')]),
    aid: `Kept pairs in green, refused ones in red on top; duplicates are refused whatever they score.${share}`,
  };
}
