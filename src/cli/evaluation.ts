import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createAligner } from '../align/index.js';
import {
  compareAlignments,
  countCrossing,
  describeComparison,
  describeCrossing,
  describeReport,
  drawAlignment,
  evaluateAlignment,
  linksOf,
  pairWithGold,
  readLinks,
  readSet,
} from '../evaluate/index.js';
import type {
  AlignmentReport,
  Comparison,
  Crossing,
  Link,
  SetDocument,
} from '../evaluate/index.js';
import { DuizhaoError, readFailure, writeAtomic } from '../kit/index.js';
import { splitSentences } from '../split/index.js';

/** What `duizhao eval` was asked for. */
export interface EvalOptions {
  readonly against?: string;
  readonly html?: string;
  readonly paragraphs?: boolean;
  readonly seed?: number;
  readonly resamples?: number;
}

/** What it answers. */
export interface EvalAnswer {
  readonly report?: AlignmentReport;
  readonly comparison?: Comparison;
  readonly crossing?: Crossing;
}

/** Scores `found`, or this toolkit's own alignment when there is none, against a gold set. */
export async function evaluateSet(
  gold: string,
  found: string | undefined,
  options: EvalOptions,
): Promise<EvalAnswer> {
  await stat(gold).catch((error: unknown) => {
    throw readFailure(error, gold);
  });
  const isWhole = await isSet(gold);
  if (!isWhole && (found === undefined || options.html !== undefined)) throw needsTexts(gold);
  const documents = isWhole ? await readSet(gold) : await goldOnly(gold);
  if (!documents.some(({ gold: links }) => links.some(isTwoSided))) throw emptyGold(gold);
  if (options.paragraphs === true) return { crossing: crossingOf(documents) };
  const system = found === undefined ? alignSet(documents) : await readSystem(found);
  const judged = pairWithGold(documents, system.links);
  const report = evaluateAlignment(judged, { ...options, system: system.name });
  if (options.html !== undefined) {
    const drawn = documents.map((document, index) => ({
      ...document,
      system: judged[index]?.system ?? [],
    }));
    await writeAtomic(options.html, streamed(drawAlignment(drawn, report)));
  }
  if (options.against === undefined) return { report };
  const rival = pairWithGold(documents, await readLinks(options.against));
  return { report, comparison: compareAlignments(judged, rival, options) };
}

/** The answer as text for people. */
export function describeAnswer({ report, comparison, crossing }: EvalAnswer): string {
  return [
    report === undefined ? '' : describeReport(report),
    comparison === undefined ? '' : `\nagainst: ${describeComparison(comparison)}`,
    crossing === undefined ? '' : describeCrossing(crossing),
  ].join('');
}

interface System {
  readonly name: string;
  readonly links: ReadonlyMap<string, readonly Link[]>;
}

function alignSet(documents: readonly SetDocument[]): System {
  const aligner = createAligner();
  const aligned = aligner.alignSet(documents);
  const links = new Map(documents.map(({ name }, at) => [name, linksOf(aligned[at] ?? [])]));
  return { name: `align ${aligner.signature}`, links };
}

async function readSystem(found: string): Promise<System> {
  return { name: basename(found), links: await readLinks(found) };
}

async function goldOnly(path: string): Promise<SetDocument[]> {
  const links = await readLinks(path);
  return [...links].map(([name, gold]) => ({ name, gold, zh: [], en: [] }));
}

/** Splits the paragraphs of a set, aligns the sentences and counts what crosses. */
function crossingOf(documents: readonly SetDocument[]): Crossing {
  const sides = documents.map(({ zh, en }) => ({
    zh: sentencesOf(zh, 'zh'),
    en: sentencesOf(en, 'en'),
  }));
  const inputs = sides.map(({ zh, en }) => ({ zh: zh.texts, en: en.texts }));
  const aligned = createAligner().alignSet(inputs);
  const all = documents.map(({ gold }, at) => {
    const side = sides[at];
    const links = linksOf(aligned[at] ?? []);
    return countCrossing(gold, links, side?.zh.paragraphs ?? [], side?.en.paragraphs ?? []);
  });
  return all.reduce((sum, one) => ({
    links: sum.links + one.links,
    crossing: sum.crossing + one.crossing,
    missed: sum.missed + one.missed,
  }));
}

function sentencesOf(
  paragraphs: readonly string[],
  lang: 'zh' | 'en',
): { texts: string[]; paragraphs: number[] } {
  const texts: string[] = [];
  const of: number[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (const { start, end } of splitSentences(paragraph, lang)) {
      texts.push(paragraph.slice(start, end));
      of.push(index);
    }
  });
  return { texts, paragraphs: of };
}

async function* streamed(parts: Iterable<string>): AsyncIterable<string> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function isSet(folder: string): Promise<boolean> {
  const inside = await stat(join(folder, 'gold')).catch(() => undefined);
  return inside?.isDirectory() === true;
}

function isTwoSided({ zh, en }: Link): boolean {
  return zh.length > 0 && en.length > 0;
}

function emptyGold(gold: string): DuizhaoError {
  return new DuizhaoError({
    code: 'eval.empty-gold',
    exit: 'badInput',
    message: `"${gold}" has no link with sentences on both sides: nothing can be scored`,
    hint: 'gold/X.tsv holds lines like 3,4<tab>5',
    at: { file: gold },
  });
}

function needsTexts(gold: string): DuizhaoError {
  return new DuizhaoError({
    code: 'eval.needs-texts',
    exit: 'usage',
    message: `"${gold}" has links only; without FOUND, and for --html, the texts are needed`,
    hint: 'give a folder with zh/, en/ and gold/',
  });
}
