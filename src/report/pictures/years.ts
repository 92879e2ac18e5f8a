import type { Statistics } from '../../search/index.js';
import { grouped } from '../count.js';
import type { Figure } from './figure.js';
import { along, axisTo, box, HEIGHT, picture, PLOT, xAxis, yAxis } from './svg.js';

/** Years written below the bars at most. */
const LABELS = 7;
/** Years drawn at most, the latest ones. */
const YEARS = 60;
/** Widest bar: a single year is not a wall. */
const WIDEST = 34;

/** Pairs by year of their document, one bar for each year between the first and the last. */
export function yearBars({ years }: Statistics): Figure | undefined {
  const dated = years.filter(({ name }) => /^\d{4}$/.test(name));
  const [last] = dated.slice(-1);
  if (last === undefined) return undefined;
  const first = Math.max(Number(dated[0]?.name), Number(last.name) - YEARS + 1);
  const count = Number(last.name) - first + 1;
  const axis = axisTo(Math.max(...dated.map(({ pairs }) => pairs)), 3);
  const slot = (PLOT.right - PLOT.left) / count;
  const width = Math.min(WIDEST, slot * 0.8);
  const middle = (year: number): number => PLOT.left + (year - first + 0.5) * slot;
  const bars = dated
    .filter(({ name }) => Number(name) >= first)
    .flatMap(({ name, pairs, kept }) => {
      const [low, high] = [kept, pairs].map((n) => along(n, axis, PLOT.bottom, PLOT.top));
      const both = { x: middle(Number(name)) - width / 2, width };
      const [y = 0, top = 0] = [low, high];
      const title = `${name}: ${grouped(kept)} of ${grouped(pairs)} kept`;
      return [
        box({ ...both, y, height: PLOT.bottom - y }, 'f-accent', title),
        ...(top === y ? [] : [box({ ...both, y: top, height: y - top }, 'f-rest', title)]),
      ];
    });
  const every = Math.ceil(count / LABELS);
  const ticks = Array.from({ length: Math.ceil(count / every) }, (_one, at) => {
    const year = Number(last.name) - at * every;
    return { at: middle(year), text: String(year) };
  });
  const undated = years.find(({ name }) => name === '(undated)')?.pairs ?? 0;
  return {
    title: 'Pairs by year',
    drawing: picture('pairs by year', HEIGHT, [...yAxis(axis), ...bars, ...xAxis(ticks, 'year')]),
    aid: `By the date of the document; the pale part was refused.${undated === 0 ? '' : ` Without a date: ${grouped(undated)}.`}`,
  };
}
