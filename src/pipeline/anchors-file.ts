import { readFile } from 'node:fs/promises';
import { findAnchorProblem, type Pin } from '../align/index.js';
import { DuizhaoError, readFailure } from '../kit/index.js';
import { decodeFile } from '../read/index.js';
import type { TextSide } from './text-side.js';

/**
 * Reads anchors: lines of Chinese numbers, a tab and English numbers, as `--beads` prints them.
 * All sentences of a line belong to one bead. Empty lines and lines that start with `#` are
 * passed over.
 *
 * @throws DuizhaoError `align.bad-anchor`, `align.anchor-outside`, `align.anchors-cross` or
 *   `align.anchors-too-wide`, with the line
 */
export async function readAnchors(
  file: string,
  { zh, en }: { readonly zh: TextSide; readonly en: TextSide },
): Promise<Pin[]> {
  const pins: Pin[] = [];
  const lines: number[] = [];
  for (const [index, line] of (await textOf(file)).split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [zhNumbers, enNumbers] = numbersOf(line) ?? fail(file, index + 1, 'is no anchor', FORM);
    const place = (side: TextSide, lang: string, number: number): number => {
      const at = side.numbers.indexOf(number);
      if (at >= 0) return at;
      return fail(file, index + 1, `names ${lang} sentence ${number}, which is not there`, COUNT);
    };
    const zhPlaces = zhNumbers.map((number) => place(zh, 'Chinese', number));
    const enPlaces = enNumbers.map((number) => place(en, 'English', number));
    pins.push({ zh: Math.min(...zhPlaces), en: Math.min(...enPlaces) });
    pins.push({ zh: Math.max(...zhPlaces), en: Math.max(...enPlaces) });
    lines.push(index + 1, index + 1);
  }
  const problem = findAnchorProblem(pins, zh.texts.length, en.texts.length);
  if (problem === undefined) return pins;
  return fail(file, lines[problem.at] ?? 0, `cannot be kept: ${problem.message}`, RISE);
}

const FORM = 'a line holds Chinese numbers, a tab, English numbers: 12<tab>14 or 3,4<tab>5';
const COUNT = 'sentences are counted from 1; with --lines, lines are';
const RISE = 'anchors rise on both sides, and the sentences of one bead are few';

function numbersOf(line: string): readonly [number[], number[]] | undefined {
  const [zh = '', en = '', ...more] = line.split('\t').map(listOf);
  return zh === '' || en === '' || more.length > 0 ? undefined : [zh, en];
}

/** Numbers separated by commas; empty text if it is anything else. */
function listOf(text: string): number[] | '' {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => /^[1-9]\d{0,8}$/.test(part)) ? parts.map(Number) : '';
}

async function textOf(file: string): Promise<string> {
  try {
    return decodeFile(await readFile(file), file).text;
  } catch (error) {
    if (error instanceof DuizhaoError && error.failure.code === 'read.empty') return '';
    throw readFailure(error, file);
  }
}

function fail(file: string, line: number, what: string, hint: string): never {
  throw new DuizhaoError({
    code: 'align.bad-anchor',
    exit: 'badInput',
    message: `${file}: line ${line} ${what}`,
    hint,
    at: { file, line },
  });
}
