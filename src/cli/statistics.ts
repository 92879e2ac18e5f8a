import Table from 'cli-table3';
import { withRest, type NamedCount, type Statistics, type Vocabulary } from '../search/index.js';
import { shorten } from './shorten.js';

/** Longest table; the rest is summed up in its last row. */
const ROWS = 12;
/** Years shown one by one; more of them are summed up by decade. */
const YEARS = 24;
/** Columns of a name at most, so that a table fits a terminal. */
const NAME = 48;
/** Width of the longest bar, in characters. */
const BAR = 40;

/** Statistics as tables for a person. */
export function showStatistics(statistics: Statistics): string {
  const { yield: flow, counts } = statistics;
  const parts = [
    titled(
      'From stage to stage',
      table(
        ['sources', 'documents', 'blocks', 'sentences', 'pairs', 'kept'],
        [
          [flow.sources, flow.documents, flow.blocks, flow.sentences, flow.pairs, flow.kept].map(
            String,
          ),
        ],
      ),
    ),
    `${counts.duplicates} documents repeat another, ${counts.nothing} sources gave none, ` +
      `${counts.setAside} texts were set aside, ${counts.conflicts} conflicts wait.\n`,
    named('Sites', 'site', statistics.sites),
    years(statistics.years),
    named('Layouts', 'layout', statistics.layouts),
    named('Shapes (Chinese-English sentences)', 'shape', statistics.shapes),
    named('Checks that found something', 'check', statistics.checks),
    scores(statistics),
    lengths(statistics),
    statistics.lengthRatio === undefined
      ? ''
      : `${statistics.lengthRatio.toFixed(2)} English characters for each Chinese one.\n`,
    statistics.vocabulary === undefined ? '' : words(statistics.vocabulary),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function named(title: string, column: string, rows: readonly NamedCount[]): string {
  if (rows.length === 0) return '';
  return titled(title, counted(column, withRest(rows, ROWS)));
}

function counted(column: string, rows: readonly NamedCount[]): string {
  const lines = rows.map(({ name, pairs, kept }) => [
    shorten(name, NAME),
    String(pairs),
    String(kept),
  ]);
  return table([column, 'pairs', 'kept'], lines);
}

/** In their order; a long history by decade. */
function years(rows: readonly NamedCount[]): string {
  if (rows.length === 0) return '';
  if (rows.length <= YEARS) return titled('Years', counted('year', rows));
  const decades = new Map<string, NamedCount>();
  for (const { name, pairs, kept } of rows) {
    const decade = /^\d{4}$/.test(name) ? `${name.slice(0, 3)}0s` : name;
    const sum = decades.get(decade) ?? { name: decade, pairs: 0, kept: 0 };
    decades.set(decade, { name: decade, pairs: sum.pairs + pairs, kept: sum.kept + kept });
  }
  return titled('Years', counted('decade', [...decades.values()].slice(-YEARS)));
}

function scores({ scores: bars }: Statistics): string {
  const most = Math.max(1, ...bars.map(({ kept, rejected }) => kept + rejected));
  const lines = bars.map(({ from, kept, rejected }) => {
    const full = '█'.repeat(Math.round((kept / most) * BAR));
    const light = '░'.repeat(Math.round((rejected / most) * BAR));
    return `  ${from.toFixed(2)}  ${full}${light} ${kept + rejected}`;
  });
  return lines.length === 0 ? '' : titled('Scores (█ kept, ░ rejected)', `${lines.join('\n')}\n`);
}

/** Upper ends of the rows of lengths, in Chinese characters. */
const BANDS = [10, 20, 40, 80, Infinity];

/** Kept pairs of the sample by length, with the middle English length of each row. */
function lengths({ lengthSample }: Statistics): string {
  const lines = BANDS.flatMap((end, at) => {
    const from = BANDS[at - 1] ?? 0;
    const en = lengthSample
      .filter(({ zh }) => zh >= from && zh < end)
      .map((point) => point.en)
      .sort((one, other) => one - other);
    if (en.length === 0) return [];
    const name = end === Infinity ? `${from} and more` : `${from}–${end - 1}`;
    return [[name, String(en.length), String(en[Math.floor(en.length / 2)])]];
  });
  if (lines.length === 0) return '';
  const title = `Lengths of ${lengthSample.length} kept pairs, in characters`;
  return titled(title, table(['Chinese', 'pairs', 'English (median)'], lines));
}

/** Points of the growth curve shown as rows. */
const GROWTH_ROWS = 5;

function growthTable(growth: Vocabulary['growth']): string {
  const every = Math.ceil(growth.length / GROWTH_ROWS);
  const rows = growth
    .filter((_point, at) => (growth.length - 1 - at) % every === 0)
    .map(({ pairs, zh, zhCharacters, en }) => [pairs, zh, zhCharacters, en].map(String));
  const head = ['pairs', 'Chinese words', 'characters', 'English words'];
  return titled('Different words in the first pairs of the sample', table(head, rows));
}

function words({ sampledPairs, growth, frequentEn, frequentZh, translations }: Vocabulary): string {
  const last = growth.at(-1);
  if (last === undefined) return '';
  const rows = Array.from({ length: ROWS }, (_one, at) => {
    const [zh, en, both] = [frequentZh[at], frequentEn[at], translations[at]];
    return [
      zh === undefined ? '' : `${zh.word} ${zh.pairs}`,
      en === undefined ? '' : `${en.word} ${en.pairs}`,
      both === undefined ? '' : `${both.zh} = ${both.en} ${both.pairs}`,
    ];
  });
  const head = `Words in ${sampledPairs} pairs: ${last.zh} Chinese, ${last.en} English`;
  const filled = rows.filter((row) => row.some((text) => text !== ''));
  const frequent = titled(head, table(['Chinese', 'English', 'translations'], filled));
  return `${growthTable(growth)}\n${frequent}`;
}

function titled(title: string, body: string): string {
  return `${title}\n${body}`;
}

function table(head: string[], rows: readonly string[][]): string {
  const isNumber = (column: number): boolean =>
    rows.every((row) => /^\d*$/.test(row[column] ?? ''));
  const colAligns = head.map((_name, column) => (isNumber(column) ? 'right' : 'left'));
  const made = new Table({ head, colAligns, style: { head: [], border: [], compact: true } });
  made.push(...rows);
  return `${made.toString()}\n`;
}
