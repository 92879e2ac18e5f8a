import type { LengthPoint, Statistics } from '../../search/index.js';
import type { Figure } from './figure.js';
import {
  along,
  axisTo,
  compact,
  HEIGHT,
  label,
  path,
  picture,
  PLOT,
  rounded,
  xAxis,
  yAxis,
  type Axis,
} from './svg.js';

/** Part of the points the picture must hold; a few very long pairs would press the rest into a corner. */
const SHOWN = 0.98;

/** Fewer dots than these are drawn larger: nobody sees ten specks. */
const FEW = 100;

/** Length of both sides of a sample of kept pairs, with the line of the usual ratio. */
export function lengthScatter({ lengthSample, lengthRatio }: Statistics): Figure | undefined {
  if (lengthSample.length === 0 || lengthRatio === undefined) return undefined;
  const zh = axisTo(quantile(lengthSample.map((point) => point.zh)), 5);
  const en = axisTo(quantile(lengthSample.map((point) => point.en)), 4);
  const inside = lengthSample.filter((point) => point.zh <= zh.end && point.en <= en.end);
  const outside = lengthSample.length - inside.length;
  const ticks = zh.ticks.map((tick) => ({
    at: along(tick, zh, PLOT.left, PLOT.right),
    text: compact(tick),
  }));
  return {
    title: 'Lengths side by side',
    drawing: picture('characters of both sides', HEIGHT, [
      ...yAxis(en),
      path(dots(inside, zh, en), inside.length < FEW ? 'dots few' : 'dots'),
      ...ratioLine(lengthRatio, zh, en),
      ...xAxis(ticks, 'Chinese characters'),
      label(PLOT.left + 5, PLOT.top + 13, 'English characters', 'start', 'name halo'),
    ]),
    aid: `Each dot is a kept pair${outside === 0 ? '' : ` (${outside} longer ones lie outside)`}; the line is the usual ${lengthRatio.toFixed(1)} English characters for a Chinese one. Dots far from it deserve a look.`,
  };
}

/** One path for all dots: lines of no length with round ends. */
function dots(points: readonly LengthPoint[], zh: Axis, en: Axis): string {
  return points
    .map((point) => {
      const x = rounded(along(point.zh, zh, PLOT.left, PLOT.right));
      return `M${x} ${rounded(along(point.en, en, PLOT.bottom, PLOT.top))}h0`;
    })
    .join('');
}

function ratioLine(ratio: number, zh: Axis, en: Axis) {
  const end = Math.min(zh.end, en.end / ratio);
  const x = rounded(along(end, zh, PLOT.left, PLOT.right));
  const y = rounded(along(end * ratio, en, PLOT.bottom, PLOT.top));
  return [path(`M${PLOT.left} ${PLOT.bottom}L${x} ${y}`, 'ratio')];
}

function quantile(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(SHOWN * sorted.length) - 1] ?? 0;
}
