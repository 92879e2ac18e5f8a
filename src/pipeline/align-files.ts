import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { createAligner, type AlignInput, type EvidenceName } from '../align/index.js';
import { DuizhaoError, jsonLine, readFailure, writeAtomic } from '../kit/index.js';
import { beadShape, type Bead, type Lang, type Range } from '../model/index.js';
import { makeFolder } from './files.js';
import { readSide, readSides, type TextSide } from './text-side.js';

/** How two texts are aligned. */
export interface AlignFilesOptions {
  /** Each line is one sentence already. */
  readonly lines?: boolean;
  /** Numbers instead of texts. */
  readonly beads?: boolean;
  /** Do not learn word translations from the texts first. */
  readonly onePass?: boolean;
  /** Evidence not to use. */
  readonly without?: readonly EvidenceName[];
}

/**
 * Aligns a Chinese file with an English one.
 *
 * @returns lines ready to print: `zh ids TAB en ids` with `beads`, JSON objects without
 */
export async function* alignFiles(
  zhFile: string,
  enFile: string,
  options: AlignFilesOptions,
): AsyncIterable<string> {
  const { zh, en } = await readSides(zhFile, enFile, options);
  const [beads = []] = alignAll([{ zh: zh.texts, en: en.texts }], options);
  yield* show(beads, zh, en, options);
}

/**
 * Aligns every `zh/X.txt` with `en/X.txt` of a folder into `OUT/X.tsv`.
 *
 * One sentence a line unless `lines` is false; the documents are one set: word translations are
 * learned over all of them, in the order of their names.
 */
export async function alignFolder(
  folder: string,
  out: string,
  options: AlignFilesOptions,
): Promise<{ readonly documents: number; readonly beads: number }> {
  const names = await textNames(folder);
  const sides: { zh: TextSide; en: TextSide }[] = [];
  for (const name of names) {
    sides.push({
      zh: await readSide(join(folder, 'zh', name), 'zh', { ...options, lines: true }),
      en: await readSide(join(folder, 'en', name), 'en', { ...options, lines: true }),
    });
  }
  const inputs = sides.map(({ zh, en }) => ({ zh: zh.texts, en: en.texts }));
  const aligned = alignAll(inputs, options);
  await makeFolder(out);
  let count = 0;
  for (const [index, name] of names.entries()) {
    const [side, beads] = [sides[index], aligned[index] ?? []];
    if (side === undefined) continue;
    count += beads.length;
    await writeAtomic(
      join(out, `${parse(name).name}.tsv`),
      show(beads, side.zh, side.en, { ...options, beads: true }),
    );
  }
  return { documents: names.length, beads: count };
}

/** The error of a call without files. */
export function alignUsage(): DuizhaoError {
  return new DuizhaoError({
    code: 'align.no-input',
    exit: 'usage',
    message: 'either two files are needed, or --set and -o together without files',
    hint: 'duizhao align zh.txt en.txt --lines --beads',
  });
}

function alignAll(
  inputs: readonly AlignInput[],
  { onePass, without = [] }: AlignFilesOptions,
): readonly (readonly Bead[])[] {
  if (onePass !== true) return createAligner({ without }).alignSet(inputs);
  const aligner = createAligner({ without, rounds: 0 });
  return inputs.map((input) => aligner.align(input));
}

async function textNames(folder: string): Promise<string[]> {
  const list = async (side: Lang): Promise<string[]> => {
    try {
      return (await readdir(join(folder, side))).filter((name) => name.endsWith('.txt')).sort();
    } catch (error) {
      throw readFailure(error, join(folder, side));
    }
  };
  const [zh, en] = [await list('zh'), await list('en')];
  const alone = [
    ...zh.filter((name) => !en.includes(name)),
    ...en.filter((name) => !zh.includes(name)),
  ];
  if (alone.length > 0 || zh.length === 0) {
    throw new DuizhaoError({
      code: 'align.incomplete-set',
      exit: 'badInput',
      message:
        zh.length === 0 && en.length === 0
          ? `"${folder}" holds no zh/*.txt and en/*.txt`
          : `"${folder}": ${alone.slice(0, 3).join(', ')} in one of zh/ and en/ only`,
      hint: 'every zh/X.txt needs an en/X.txt',
      at: { file: folder },
    });
  }
  return zh;
}

function* show(
  beads: readonly Bead[],
  zh: TextSide,
  en: TextSide,
  { beads: numbersOnly }: AlignFilesOptions,
): Iterable<string> {
  for (const bead of beads) {
    if (numbersOnly === true) {
      yield `${run(bead.zh, zh.numbers).join(',')}\t${run(bead.en, en.numbers).join(',')}\n`;
      continue;
    }
    yield jsonLine({
      zh: run(bead.zh, zh.texts).join(''),
      en: run(bead.en, en.texts).join(' '),
      shape: beadShape(bead),
      confidence: bead.confidence,
    });
  }
}

function run<T>({ from, to }: Range, items: readonly T[]): readonly T[] {
  return items.slice(from, to);
}
