import { withRest, type NamedCount, type Statistics } from '../../search/index.js';
import { bars, keptBars, translationBars } from '../bars.js';
import type { Figure } from './figure.js';
import { funnel } from './funnel.js';
import { growthCurve } from './growth.js';
import { lengthScatter } from './lengths.js';
import { scoreHistogram } from './scores.js';
import { yearBars } from './years.js';

/** Rows of a card at most; the last sums up the rest. */
const ROWS = 10;
/** Translations shown. */
const TRANSLATIONS = 16;

/** The pictures above the documents: what came out, how good it is, how the sides compare. */
export function topFigures(statistics: Statistics): Figure[] {
  return [funnel(statistics), scoreHistogram(statistics), lengthScatter(statistics)].filter(
    isDrawn,
  );
}

/** All others, for whoever unfolds them: what pairs there are, what was found, which words. */
export function foldedFigures(statistics: Statistics): Figure[] {
  const { sites, shapes, layouts, checks, reasons, counts } = statistics;
  return [
    yearBars(statistics),
    pairsBy('Pairs by site', sites, 'The pale part of a bar was refused.'),
    pairsBy('Layouts', layouts, 'How the two languages were arranged on the page.'),
    pairsBy('Shapes', shapes, '1-2: one Chinese sentence stands for two English ones.'),
    pairsBy(
      'What the checks found',
      checks,
      'A pair with two findings is in two rows; what is not pale was kept all the same.',
    ),
    counted(
      'Why pairs were refused',
      reasons,
      'bad',
      'The finding that decided; the pair is still in the corpus.',
    ),
    counted(
      'Why text was set aside',
      counts.setAsideByReason,
      '',
      'Text of the pages that is no part of the translation.',
    ),
    growthCurve(statistics),
    translations(statistics),
  ].filter(isDrawn);
}

function translations({ vocabulary }: Statistics): Figure | undefined {
  const rows = vocabulary?.translations.slice(0, TRANSLATIONS) ?? [];
  if (rows.length === 0) return undefined;
  return {
    title: 'Most frequent translations',
    drawing: translationBars(rows),
    aid: 'In how many pairs of the sample both words stand, by the dictionary and what the corpus taught.',
  };
}

function pairsBy(title: string, rows: readonly NamedCount[], aid: string): Figure | undefined {
  return rows.length === 0 ? undefined : { title, drawing: keptBars(withRest(rows, ROWS)), aid };
}

function counted(
  title: string,
  counts: Readonly<Record<string, number>>,
  tone: '' | 'bad',
  aid: string,
): Figure | undefined {
  const rows = Object.entries(counts).map(([name, count]) => ({ name, pairs: count, kept: 0 }));
  if (rows.length === 0) return undefined;
  const tallies = withRest(rows, ROWS).map(({ name, pairs }) => ({ name, count: pairs }));
  return { title, drawing: bars(tallies, tone), aid };
}

function isDrawn(figure: Figure | undefined): figure is Figure {
  return figure !== undefined;
}
