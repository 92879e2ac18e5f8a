import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import {
  createAligner,
  judgeTexts,
  type AlignInput,
  type EvidenceName,
  type Pin,
  type TextFit,
} from '../align/index.js';
import { DuizhaoError, jsonLine, readFailure, writeAtomic } from '../kit/index.js';
import { beadShape, type Bead, type Lang, type Range } from '../model/index.js';
import { readAlignInput } from './align-input.js';
import { readAnchors } from './anchors-file.js';
import { makeFolder } from './files.js';
import { readSide, type TextSide } from './text-side.js';

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
  /** Line n of one file is the translation of line n of the other. */
  readonly paragraphs?: boolean;
  /** File of anchors; with a set, folder of X.tsv. */
  readonly anchors?: string;
}

/**
 * Aligns a Chinese file with an English one.
 *
 * @param warn - told where the texts look like no translations of each other
 * @returns lines ready to print: `zh ids TAB en ids` with `beads`, JSON objects without
 */
export async function* alignFiles(
  zhFile: string,
  enFile: string,
  options: AlignFilesOptions,
  warn: (warning: string) => Promise<void>,
): AsyncIterable<string> {
  const { zh, en, input } = await readAlignInput(zhFile, enFile, options);
  const [beads = []] = alignAll([input], options);
  const doubt = doubtOf(judgeTexts(input, beads), { zh: zhFile, en: enFile });
  if (doubt !== undefined) await warn(doubt);
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
): Promise<{
  readonly documents: number;
  readonly beads: number;
  /** What is doubtful of single documents, for people. */
  readonly doubts: readonly string[];
}> {
  const names = await textNames(folder);
  const sides: { zh: TextSide; en: TextSide; input: AlignInput }[] = [];
  for (const name of names) {
    const zh = await readSide(join(folder, 'zh', name), 'zh', { lines: true });
    const en = await readSide(join(folder, 'en', name), 'en', { lines: true });
    const anchors = await anchorsOfSet(options.anchors, name, { zh, en });
    sides.push({ zh, en, input: { zh: zh.texts, en: en.texts, anchors } });
  }
  const aligned = alignAll(
    sides.map(({ input }) => input),
    options,
  );
  await makeFolder(out);
  let count = 0;
  const doubts: string[] = [];
  for (const [index, name] of names.entries()) {
    const [side, beads] = [sides[index], aligned[index] ?? []];
    if (side === undefined) continue;
    count += beads.length;
    const files = { zh: join(folder, 'zh', name), en: join(folder, 'en', name) };
    const doubt = doubtOf(judgeTexts(side.input, beads), files);
    if (doubt !== undefined) doubts.push(doubt);
    await writeAtomic(
      join(out, `${parse(name).name}.tsv`),
      show(beads, side.zh, side.en, { ...options, beads: true }),
    );
  }
  return { documents: names.length, beads: count, doubts };
}

/** What to tell of texts that do not fit, `undefined` of texts that do. */
function doubtOf(
  fit: TextFit,
  file: { readonly zh: string; readonly en: string },
): string | undefined {
  if (fit.kind === 'fits') return undefined;
  if (fit.kind === 'unrelated') {
    return `"${file.zh}" and "${file.en}" look like no translations of each other: low confidence`;
  }
  const language = fit.side === 'zh' ? 'Chinese' : 'English';
  return `"${file[fit.side]}" is not in ${language}: low confidence; the Chinese file comes first`;
}

/** Anchors of one document of a set; none where the folder has no file for it. */
async function anchorsOfSet(
  folder: string | undefined,
  name: string,
  sides: { readonly zh: TextSide; readonly en: TextSide },
): Promise<readonly Pin[]> {
  if (folder === undefined) return [];
  const file = `${parse(name).name}.tsv`;
  const files = await readdir(folder).catch((error: unknown) => {
    throw readFailure(error, folder);
  });
  return files.includes(file) ? readAnchors(join(folder, file), sides) : [];
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
