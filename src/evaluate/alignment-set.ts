import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DuizhaoError, readFailure, systemCode } from '../kit/index.js';
import { linkKey, parseLinks } from './links.js';
import type { Link } from './links.js';

/** One document of an alignment set: sentences (or paragraphs) and the links between them. */
export interface SetDocument {
  readonly name: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly gold: readonly Link[];
}

/**
 * Reads an alignment set in the normal form: `zh/X.txt` and `en/X.txt` with one sentence a
 * line, `gold/X.tsv` with the links; sorted by name.
 *
 * @throws DuizhaoError `evaluate.no-gold`, `evaluate.bad-link`, `evaluate.outside`,
 *   `file.missing`
 */
export async function readSet(folder: string): Promise<SetDocument[]> {
  const gold = await readLinks(join(folder, 'gold'));
  const documents: SetDocument[] = [];
  for (const [name, links] of gold) {
    const zh = await readSentences(join(folder, 'zh', `${name}.txt`));
    const en = await readSentences(join(folder, 'en', `${name}.txt`));
    await checkInside(links, zh.length, en.length, join(folder, 'gold', `${name}.tsv`));
    documents.push({ name, zh, en, gold: links });
  }
  return documents;
}

/**
 * Reads links: one file, or every `X.tsv` of a folder; document name → links, sorted by name.
 *
 * @throws DuizhaoError `evaluate.no-gold` for a folder without links, `file.missing`
 */
export async function readLinks(path: string): Promise<Map<string, Link[]>> {
  const files = await linkFiles(path);
  const table = new Map<string, Link[]>();
  for (const file of files) {
    table.set(basename(file).replace(/\.[^.]+$/, ''), parseLinks(await readText(file), file));
  }
  if (table.size > 0) return table;
  throw new DuizhaoError({
    code: 'evaluate.no-gold',
    exit: 'missingInput',
    message: `no links in "${path}"`,
    hint: 'a folder of links holds one X.tsv a document',
    at: { file: path },
  });
}

async function linkFiles(path: string): Promise<string[]> {
  try {
    const names = await readdir(path);
    return names
      .filter((name) => name.endsWith('.tsv'))
      .sort((a, b) => (a < b ? -1 : 1))
      .map((name) => join(path, name));
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return [path];
    throw readFailure(error, path);
  }
}

async function readSentences(file: string): Promise<string[]> {
  const text = await readText(file);
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

async function readText(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    throw readFailure(error, file);
  }
}

async function checkInside(
  links: readonly Link[],
  zh: number,
  en: number,
  file: string,
): Promise<void> {
  for (const link of links) {
    const [lastZh, lastEn] = [link.zh.at(-1) ?? -1, link.en.at(-1) ?? -1];
    if (lastZh < zh && lastEn < en) continue;
    const line = lineOf(link, await readText(file));
    throw new DuizhaoError({
      code: 'evaluate.outside',
      exit: 'badInput',
      message: `${file}: line ${line} names sentence ${lastZh >= zh ? lastZh + 1 : lastEn + 1}, which is not there`,
      hint: `the Chinese file has ${zh} lines, the English one ${en}`,
      at: { file, line },
    });
  }
}

/** Line of a file of links, from 1, that has a link. */
function lineOf(link: Link, text: string): number {
  const lines = text.split(/\r?\n/);
  return 1 + lines.findIndex((line) => parseLinks(line, '').some((one) => isSame(one, link)));
}

function isSame(one: Link, other: Link): boolean {
  return linkKey(one) === linkKey(other);
}

/**
 * Puts the links of a system beside gold, document by document.
 *
 * @throws DuizhaoError `evaluate.missing-document` if the system left one out
 */
export function pairWithGold(
  documents: readonly { readonly name: string; readonly gold: readonly Link[] }[],
  found: ReadonlyMap<string, readonly Link[]>,
): { name: string; gold: readonly Link[]; system: readonly Link[] }[] {
  const [only] = found.values();
  return documents.map(({ name, gold }) => {
    const system = documents.length === 1 && found.size === 1 ? only : found.get(name);
    if (system !== undefined) return { name, gold, system };
    throw new DuizhaoError({
      code: 'evaluate.missing-document',
      exit: 'badInput',
      message: `the alignment to be scored has no "${name}"`,
      hint: 'each document of the gold set needs its own X.tsv',
    });
  });
}
