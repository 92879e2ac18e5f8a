import { grouped } from '../count.js';
import { html, type Html } from '../html.js';

/** Width of every picture in its own units: about the pixels of a card, so that text keeps its size. */
export const WIDTH = 340;
/** Height of a picture with axes. */
export const HEIGHT = 196;

/** The rectangle inside the axes, in picture units. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for labels of the y axis at the left and of the x axis below. */
export const PLOT: Plot = { left: 38, right: WIDTH - 8, top: 10, bottom: HEIGHT - 34 };

/** Where values stand on an axis, and which of them are labelled. */
export interface Axis {
  /** Value at the far end. */
  readonly end: number;
  readonly ticks: readonly number[];
}

/** An axis from 0 to at least `most`, with about `count` steps of 1, 2 or 5 times a power of ten. */
export function axisTo(most: number, count: number): Axis {
  const step = niceStep(Math.max(most, 1) / count);
  const steps = Math.max(1, Math.ceil(most / step - 1e-9));
  return { end: steps * step, ticks: Array.from({ length: steps + 1 }, (_one, at) => at * step) };
}

/** Smallest of 1, 2, 5, 10, 20, … that is not below `least`; things counted have no halves. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const factor = [1, 2, 5].find((one) => one * power >= least - 1e-9) ?? 10;
  return factor * power;
}

/** Position of a value on an axis that runs from `from` to `to`. */
export function along(value: number, axis: Axis, from: number, to: number): number {
  return from + (value / axis.end) * (to - from);
}

/** One decimal is finer than a screen and keeps the page small. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** 9,500, 12k, 1.2M, 3bn: the label of a tick. */
export function compact(count: number): string {
  if (count >= 1e9) return `${rounded(count / 1e9)}bn`;
  if (count >= 1e6) return `${rounded(count / 1e6)}M`;
  return count >= 1e4 ? `${rounded(count / 1e3)}k` : grouped(count);
}

/** A picture that says in words what it shows. */
export function picture(label: string, height: number, content: readonly Html[]): Html {
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

/** Text at a place; `anchor` is the side the place is on. */
export function label(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  tone = '',
): Html {
  return html`<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}" class="${tone}">${text}</text>`;
}

/** A rectangle that tells its number to a pointer resting on it. */
export function box(
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  tone: string,
  title: string,
): Html {
  return html`<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" class="${tone}"><title>${title}</title></rect>`;
}

/** A path of our own commands. */
export function path(commands: string, tone: string): Html {
  return html`<path d="${commands}" class="${tone}"/>`;
}

/** Grid lines and labels of the y axis. */
export function yAxis(axis: Axis, plot: Plot = PLOT): Html[] {
  return axis.ticks.flatMap((tick) => {
    const y = rounded(along(tick, axis, plot.bottom, plot.top));
    return [
      path(`M${plot.left} ${y}H${plot.right}`, tick === 0 ? 'base' : 'grid'),
      label(plot.left - 5, y + 3.5, compact(tick), 'end'),
    ];
  });
}

/** Labels of the x axis and its name below them. */
export function xAxis(
  ticks: readonly { readonly at: number; readonly text: string }[],
  name: string,
  plot: Plot = PLOT,
): Html[] {
  return [
    ...ticks.map(({ at, text }) => label(inside(at, text), plot.bottom + 14, text, 'middle')),
    label((plot.left + plot.right) / 2, plot.bottom + 29, name, 'middle', 'name'),
  ];
}

/** Half the width of a figure of a label. */
const HALF_FIGURE = 3.4;

/** Middle of a label that would be cut off by the edge of the picture. */
function inside(at: number, text: string): number {
  const half = text.length * HALF_FIGURE;
  return Math.max(half, Math.min(WIDTH - half, at));
}
