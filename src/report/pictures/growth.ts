import type { GrowthPoint, Statistics } from '../../search/index.js';
import { counted } from '../count.js';
import type { Html } from '../html.js';
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

/** Room for the names of the lines at their ends. */
const AREA = { ...PLOT, right: PLOT.right - 86 };
/** Least distance between two of those names. */
const LINE_HEIGHT = 13;

const LINES: readonly (readonly [
  name: string,
  tone: string,
  count: (at: GrowthPoint) => number,
])[] = [
  ['Chinese words', 'accent', ({ zh }) => zh],
  ['English words', 'good', ({ en }) => en],
  ['characters', 'doubt', ({ zhCharacters }) => zhCharacters],
];

/** Different words met in the first pairs of the sample. */
export function growthCurve({ vocabulary }: Statistics): Figure | undefined {
  const points = vocabulary?.growth ?? [];
  const last = points.at(-1);
  if (last === undefined) return undefined;
  const pairs = axisTo(last.pairs, 3);
  const words = axisTo(Math.max(last.zh, last.en, last.zhCharacters), 4);
  const ticks = pairs.ticks.map((tick) => ({
    at: along(tick, pairs, AREA.left, AREA.right),
    text: compact(tick),
  }));
  const lines = LINES.map(([, tone, count]) =>
    path(line(points, count, pairs, words), `line ${tone}`),
  );
  return {
    title: 'How the vocabulary grows',
    drawing: picture('different words against pairs', HEIGHT, [
      ...yAxis(words, AREA),
      ...lines,
      ...names(last, pairs, words),
      ...xAxis(ticks, 'pairs read', AREA),
    ]),
    aid: `Counted in ${counted(last.pairs, 'pair')}. A line that flattens says: more of the same kind of text brings few new words.`,
  };
}

function line(
  points: readonly GrowthPoint[],
  count: (at: GrowthPoint) => number,
  pairs: Axis,
  words: Axis,
): string {
  const places = points.map((point) => {
    const x = rounded(along(point.pairs, pairs, AREA.left, AREA.right));
    return `L${x} ${rounded(along(count(point), words, AREA.bottom, AREA.top))}`;
  });
  return `M${AREA.left} ${AREA.bottom}${places.join('')}`;
}

/** Each name stands where its line ends, pushed down where two would meet. */
function names(last: GrowthPoint, pairs: Axis, words: Axis): Html[] {
  const x = along(last.pairs, pairs, AREA.left, AREA.right) + 5;
  let free = 0;
  return LINES.map(([name, tone, count]) => ({
    name,
    tone,
    y: Math.min(AREA.bottom - 4, along(count(last), words, AREA.bottom, AREA.top) + 3.5),
  }))
    .sort((one, other) => one.y - other.y)
    .map(({ name, tone, y }) => {
      const at = Math.max(y, free);
      free = at + LINE_HEIGHT;
      return label(x, at, name, 'start', `t-${tone}`);
    });
}
