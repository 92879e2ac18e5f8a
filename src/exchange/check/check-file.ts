import { DuizhaoError, writeAtomic } from '../../kit/index.js';
import { basename } from 'node:path';
import { loadPairs, openFile, pathsOf, savePairs, type FileChoice } from '../files.js';
import type { AnyFormat } from '../format.js';
import type { PairRecord } from '../record.js';
import { formatFor } from '../registry.js';
import { demandOpened, examineOpenable } from './openable.js';
import type { CheckTarget, OnProblem } from './problem.js';
import { examinePairs } from './table.js';
import { examineRows } from './rows.js';
import { XML_RULES } from './rules/index.js';
import { examineTmx } from './tmx.js';
import { TOOLS } from './tools.js';
import { examineXliff, xliffFacts } from './xliff.js';
import { examineXml } from './xml-rules.js';

/** What to check a file for. */
export interface CheckOptions extends FileChoice {
  /** Default: `generic`, what every tool takes. */
  readonly target?: CheckTarget;
  readonly onProblem: OnProblem;
}

/**
 * Checks a file of pairs: whether the target opens it, whether it keeps the rules of its format, and
 * what of it the target would reject.
 *
 * @throws DuizhaoError `file.missing`, `exchange.unknown-format`
 */
export async function checkFile(path: string, options: CheckOptions): Promise<void> {
  const { target = 'generic', onProblem } = options;
  const format = formatFor(options.format ?? path);
  if (!(await examineOpenable(format, path, target, onProblem))) return;
  if (format.name === 'tmx') {
    await drain(examineTmx(openFile(path), { file: path, target, onProblem }));
    return;
  }
  const rules = XML_RULES[format.name];
  const paths = pathsOf(format, path);
  if (rules !== undefined) {
    const told = paths.length === 1 ? () => onProblem : inFile(onProblem);
    for (const file of paths) await examineXml(openFile(file), file, rules, told(file));
  }
  if (isXliff(format)) await examineXliff(openFile(path), { file: path, target, onProblem });
  const isTable = format.name === 'csv' || format.name === 'tsv';
  if (isTable) await examineRows(path, { format: format.name, onProblem });
  if (format.kind === 'file' && format.read === undefined) return;
  await examinePairs(path, { ...named(options), name: format.name, target, onProblem });
}

function isXliff({ name }: AnyFormat): boolean {
  return name === 'xliff' || name === 'xliff2';
}

/**
 * Writes a copy of a file without what {@link checkFile} found and could mend.
 *
 * TMX keeps its other languages, properties and notes; other formats are read and written anew, which
 * mends everything but what stops them from being read, and leaves out segments longer than the
 * target takes. XLIFF keeps its direction, and its version if the target reads it.
 *
 * @throws DuizhaoError `check.beyond-repair`, `check.format-not-opened`
 */
export async function fixFile(
  path: string,
  to: string,
  options: Omit<CheckOptions, 'onProblem'>,
): Promise<void> {
  const { target = 'generic' } = options;
  const format = formatFor(options.format ?? path);
  demandOpened(format, target, path);
  if (format.name === 'tmx') {
    const srclang = await betterSource(path, target);
    const settings = { file: path, target, onProblem: () => undefined };
    const source = { ...settings, ...(srclang === undefined ? {} : { srclang }) };
    await writeAtomic(to, something(examineTmx(openFile(path), source), path));
    return;
  }
  const pairs = shortEnough(loadPairs(path, named(options)), target);
  if (isXliff(format)) {
    const { version, settings } = await xliffFacts(openFile(path), path, target);
    const isKept = TOOLS[target].xliff?.test(version) ?? true;
    const kept = version.startsWith('1') ? 'xliff' : 'xliff2';
    await savePairs(to, pairs, { ...settings, format: isKept ? kept : 'xliff' });
    return;
  }
  const { header } = TOOLS[target];
  await savePairs(to, pairs, {
    format: format.name,
    ...(target === 'excel' ? { excel: true } : {}),
    ...(header === undefined ? {} : { header }),
  });
}

/** The pairs whose segments the target takes. */
async function* shortEnough(
  pairs: AsyncIterable<PairRecord>,
  target: CheckTarget,
): AsyncIterable<PairRecord> {
  const { maxSegment = Infinity } = TOOLS[target];
  for await (const pair of pairs) {
    if (pair.zh.length <= maxSegment && pair.en.length <= maxSegment) yield pair;
  }
}

/** The source language the repaired file should declare, when its own is in no unit. */
async function betterSource(path: string, target: CheckTarget): Promise<string | undefined> {
  let better: string | undefined;
  const onBetterSource = (code: string): void => {
    better = code;
  };
  const settings = { file: path, target, onProblem: () => undefined, onBetterSource };
  await drain(examineTmx(openFile(path), settings));
  return better;
}

/** Of several files a problem names the one it is in. */
function inFile(onProblem: OnProblem): (file: string) => OnProblem {
  return (file) => (problem) => {
    onProblem({ ...problem, message: `${basename(file)}: ${problem.message}` });
  };
}

/** Reads to the end and lets everything go. */
async function drain(source: AsyncIterable<unknown>): Promise<void> {
  const items = source[Symbol.asyncIterator]();
  while ((await items.next()).done !== true);
}

function named({ format }: FileChoice): FileChoice {
  return format === undefined ? {} : { format };
}

/** The pieces, of which one at least must hold text. */
async function* something(pieces: AsyncIterable<string>, file: string): AsyncIterable<string> {
  let isEmpty = true;
  for await (const piece of pieces) {
    if (piece === '') continue;
    isEmpty = false;
    yield piece;
  }
  if (isEmpty) throw beyondRepair(file);
}

function beyondRepair(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'check.beyond-repair',
    exit: 'badInput',
    message: `nothing of "${file}" can be mended: no copy is written`,
    hint: 'it is no TMX file, or broken at its very beginning',
    at: { file },
  });
}
