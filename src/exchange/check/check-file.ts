import { writeAtomic } from '../../kit/index.js';
import { loadPairs, openFile, savePairs, type FileChoice } from '../files.js';
import { formatFor } from '../registry.js';
import type { CheckTarget, OnProblem } from './problem.js';
import { examinePairs } from './table.js';
import { examineTmx } from './tmx.js';

/** What to check a file for. */
export interface CheckOptions extends FileChoice {
  /** Default: `generic`, what every tool takes. */
  readonly target?: CheckTarget;
  readonly onProblem: OnProblem;
}

/**
 * Checks a file of pairs: whether it can be read, and what the target would reject.
 *
 * @throws DuizhaoError `file.missing`, `exchange.unknown-format`
 */
export async function checkFile(path: string, options: CheckOptions): Promise<void> {
  const { target = 'generic', onProblem } = options;
  const format = formatFor(options.format ?? path);
  if (format.name === 'tmx') {
    await drain(examineTmx(openFile(path), { file: path, target, onProblem }));
    return;
  }
  const isTable = format.name === 'csv' || format.name === 'tsv';
  await examinePairs(path, { ...named(options), target, isTable, onProblem });
}

/**
 * Writes a copy of a file without what {@link checkFile} found and could mend.
 *
 * TMX keeps its other languages, properties and notes; other formats are read and written anew.
 */
export async function fixFile(
  path: string,
  to: string,
  options: Omit<CheckOptions, 'onProblem'>,
): Promise<void> {
  const { target = 'generic' } = options;
  const format = formatFor(options.format ?? path);
  if (format.name === 'tmx') {
    const srclang = await betterSource(path, target);
    const settings = { file: path, target, onProblem: () => undefined };
    const source = { ...settings, ...(srclang === undefined ? {} : { srclang }) };
    await writeAtomic(to, examineTmx(openFile(path), source));
    return;
  }
  await savePairs(to, loadPairs(path, named(options)), {
    format: format.name,
    ...(target === 'excel' ? { excel: true } : { profile: target }),
  });
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

/** Reads to the end and lets everything go. */
async function drain(source: AsyncIterable<unknown>): Promise<void> {
  const items = source[Symbol.asyncIterator]();
  while ((await items.next()).done !== true);
}

function named({ format }: FileChoice): FileChoice {
  return format === undefined ? {} : { format };
}
