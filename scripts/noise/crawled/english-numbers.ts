import type { Rng } from '../../../src/kit/index.js';
import { between, oneOf } from './chance.js';
import type { NumberInText, Written } from './number.js';

/** Words of one kind, each as good in a place as another. */
interface WordList {
  readonly words: readonly string[];
  readonly values: readonly number[];
  readonly isOrdinal: boolean;
}

const SCALES = list('hundred thousand million billion', [100, 1e3, 1e6, 1e9]);
const LISTS: readonly WordList[] = [
  SCALES,
  list('one two three four five six seven eight nine', from(1, 1)),
  list(
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    from(10, 1),
  ),
  list('twenty thirty forty fifty sixty seventy eighty ninety', from(20, 10)),
  list('threescore fourscore', [60, 80]),
  list('first second third fourth fifth sixth seventh eighth ninth', from(1, 1), true),
  list(
    'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    from(10, 1),
    true,
  ),
  list(
    'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth',
    from(20, 10),
    true,
  ),
  list('hundredth thousandth', [100, 1000], true),
];
const LIST_OF = new Map(LISTS.flatMap((one) => one.words.map((word) => [word, one] as const)));
const VALUE_OF = new Map(
  LISTS.flatMap(({ words, values }) => words.map((word, at) => [word, values[at] ?? 0] as const)),
);
const WORD = new RegExp(`\\b(?:${[...VALUE_OF.keys()].join('|')})\\b`, 'gi');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function list(words: string, values: readonly number[], isOrdinal = false): WordList {
  return { words: words.split(' '), values, isOrdinal };
}

function from(first: number, step: number): number[] {
  return Array.from({ length: 10 }, (_, at) => first + at * step);
}

/** A number word in a text. */
interface Word {
  readonly written: string;
  readonly word: string;
  readonly at: number;
}

/** Numbers from two up, and `first`, in words; `two hundred and six` is one number. */
export function findEnglishNumbers(text: string): NumberInText[] {
  const runs: Word[][] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (/\d[ -]$/.test(text.slice(Math.max(0, index - 2), index))) continue;
    const word = { written, word: written.toLowerCase(), at: index };
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last && goesOn(last, word, text)) run?.push(word);
    else runs.push([word]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const value = valueOf(run.map(({ word }) => word));
    if (first === undefined || last === undefined) return [];
    if (value < 2 && last.word !== 'first') return [];
    const written = text.slice(first.at, endOf(last));
    const other = (rng: Rng): Written | undefined => otherWords(written, run, rng);
    return [{ at: first.at, text: written, value, isMonth: false, most: Infinity, other }];
  });
}

function endOf({ at, written }: Word): number {
  return at + written.length;
}

function goesOn(last: Word, next: Word, text: string): boolean {
  const gap = text.slice(endOf(last), next.at);
  if (!/^(?:[ -]| and )$/.test(gap) || LIST_OF.get(last.word)?.isOrdinal === true) return false;
  if (LIST_OF.get(next.word) === SCALES) return gap !== ' and ';
  if (LIST_OF.get(last.word) === SCALES) return true;
  return (VALUE_OF.get(last.word) ?? 0) >= 20 && (VALUE_OF.get(next.word) ?? 0) < 20;
}

function valueOf(words: readonly string[]): number {
  let [total, below] = [0, 0];
  for (const word of words) {
    const value = VALUE_OF.get(word) ?? 0;
    if (value === 100) below = Math.max(1, below) * 100;
    else if (value >= 1000) [total, below] = [total + Math.max(1, below) * value, 0];
    else below += value;
  }
  return total + below;
}

/** One word of a number is another of its list. */
function otherWords(written: string, run: readonly Word[], rng: Rng): Written | undefined {
  const at = between(rng, 0, run.length - 1);
  const chosen = run[at];
  const start = run[0]?.at ?? 0;
  const words = LIST_OF.get(chosen?.word ?? '');
  if (chosen === undefined || words === undefined) return undefined;
  const hasScales = run.filter(({ word }) => LIST_OF.get(word) === SCALES).length > 1;
  if (words === SCALES && hasScales) return undefined;
  const now = oneOf(
    rng,
    words.words.filter((word) => word !== chosen.word && word !== 'one' && word !== 'billion'),
  );
  if (now === undefined) return undefined;
  const isCapital = /^[A-Z]/.test(chosen.written);
  const shown = isCapital ? now.charAt(0).toUpperCase() + now.slice(1) : now;
  const before = written.slice(0, chosen.at - start);
  return {
    text: before + shown + written.slice(endOf(chosen) - start),
    value: valueOf(run.map(({ word }, place) => (place === at ? now : word))),
  };
}

/** Months by name. */
export function findMonths(text: string): NumberInText[] {
  return [...text.matchAll(new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'g'))].map(
    ({ 0: written, index }) => ({
      at: index,
      text: written,
      value: MONTHS.indexOf(written) + 1,
      isMonth: true,
      most: 12,
      other: (rng: Rng) => {
        const value = between(rng, 1, 12);
        return { text: MONTHS[value - 1] ?? '', value };
      },
    }),
  );
}
