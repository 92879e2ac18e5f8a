import { dirname, join } from 'node:path';
import { anonymiseTexts } from '../clean/index.js';
import {
  BUNDLE_NAMES,
  countingPairs,
  existing,
  formatFor,
  partition,
  savePairs,
  type BundleCounts,
  type Exportable,
  type Loss,
  type Pairs,
  type Part,
  type WriteOptions,
} from '../exchange/index.js';
import { DuizhaoError } from '../kit/index.js';
import { writeBundle, type WrittenFile } from './bundle.js';
import { countedFacts, headingOf } from './corpus-facts.js';
import { withCorpus } from './corpus.js';
import { chosenPairs, type ExportChoice } from './export-choice.js';

/** What `duizhao export` was told. */
export interface ExportOptions extends ExportChoice {
  /** How the file is written. */
  readonly format?: WriteOptions;
  readonly force?: boolean;
  /** Shares of the documents for development and for testing: three files instead of one. */
  readonly parts?: { readonly dev: number; readonly test: number };
  /**
   * Writes README.md and metadata.json beside the file. What is not said here is taken from the
   * settings of the corpus.
   */
  readonly bundle?: { readonly title?: string; readonly madeAt: string };
}

/** What was written and what could not be carried. */
export interface ExportSummary {
  readonly files: readonly string[];
  readonly pairs: number;
  /** What the format could not carry, added up. */
  readonly losses: readonly Pick<Loss, 'kind' | 'reason' | 'count'>[];
  /** Pairs in no part, since their text is in another document's part. */
  readonly leaks: number;
}

/** Names of the parts, in the order written. */
const PARTS: readonly Part[] = ['train', 'dev', 'test'];

/**
 * Writes the chosen pairs of a corpus to a file; the old file stays if anything fails.
 *
 * @throws DuizhaoError `export.would-overwrite`, `export.unknown-state`, those of the format
 */
export async function exportCorpus(
  folder: string,
  file: string,
  options: ExportOptions,
): Promise<ExportSummary> {
  if (options.force !== true) await refuseExisting(file, options);
  return withCorpus(folder, { readOnly: true }, async (corpus) => {
    const losses = new Losses();
    const parameters = parametersOf(options);
    const heading = await headingOf(corpus, folder, file, parameters);
    const job: Job = { file, options, heading, losses, chosen: () => chosenPairs(corpus, options) };
    const { files, counts } = await (options.parts === undefined ? writeOne(job) : writeParts(job));
    const beside =
      options.bundle === undefined
        ? []
        : await writeBundle({
            ...{ folder, files, counts, parameters, leftOut: losses.pairs() },
            ...options.bundle,
          });
    return {
      files: [...files.map(({ path }) => path), ...beside],
      pairs: counts.pairs,
      losses: losses.all(),
      leaks: losses.leaks,
    };
  });
}

/** Losses added up by kind and reason. */
class Losses {
  leaks = 0;
  readonly #counts = new Map<string, Pick<Loss, 'kind' | 'reason' | 'count'>>();

  add({ kind, reason, count }: Loss): void {
    const key = `${kind} ${reason}`;
    const known = this.#counts.get(key)?.count ?? 0;
    this.#counts.set(key, { kind, reason, count: known + count });
  }

  /** Pairs that the format could not hold. */
  pairs(): number {
    let count = 0;
    for (const loss of this.#counts.values()) if (loss.kind === 'pair') count += loss.count;
    return count;
  }

  all(): readonly Pick<Loss, 'kind' | 'reason' | 'count'>[] {
    return [...this.#counts.values()];
  }
}

interface Job {
  readonly file: string;
  /** Title and facts for formats that show them. */
  readonly heading: WriteOptions;
  readonly options: ExportOptions;
  readonly losses: Losses;
  /** The pairs chosen, from the beginning each time. */
  readonly chosen: () => Promise<Pairs>;
}

interface Written {
  readonly files: readonly WrittenFile[];
  readonly counts: BundleCounts;
}

async function writeOne(job: Job): Promise<Written> {
  const { pairs, counts } = countingPairs(await job.chosen());
  const paths = await savePairs(job.file, pairs, settingsOf(job, counts));
  const counted = counts();
  const held = counted.pairs - job.losses.pairs();
  return { files: paths.map((path) => ({ path, pairs: held })), counts: counted };
}

/** Each part is a pass over the corpus, so that memory does not hold the pairs. */
async function writeParts(job: Job): Promise<Written> {
  const { file, options, losses, chosen } = job;
  const { pairs, counts } = countingPairs(leakless(await chosen(), options, losses));
  await drain(pairs);
  const files: WrittenFile[] = [];
  for (const part of PARTS) {
    const own = countingPairs(ofPart(await chosen(), options, part));
    const lost = losses.pairs();
    const paths = await savePairs(partFile(file, part), own.pairs, settingsOf(job, own.counts));
    const held = own.counts().pairs - (losses.pairs() - lost);
    files.push(...paths.map((path) => ({ path, part, pairs: held })));
  }
  return { files, counts: counts() };
}

/** Reads to the end, for what is counted on the way. */
async function drain(pairs: AsyncIterable<unknown>): Promise<void> {
  const items = pairs[Symbol.asyncIterator]();
  while ((await items.next()).done !== true);
}

function settingsOf({ options, heading, losses }: Job, counts: () => BundleCounts): WriteOptions {
  const onLoss = (loss: Loss): void => {
    losses.add(loss);
  };
  const closingFacts = () => countedFacts(counts());
  return { ...heading, ...options.format, closingFacts, onLoss };
}

/** Pairs that belong to some part; the others are counted as lost. */
async function* leakless(
  pairs: Pairs,
  options: ExportOptions,
  losses: Losses,
): AsyncIterable<Exportable> {
  for await (const item of partition(pairs, sharesOf(options))) {
    if (item.kind === 'part') yield item.record;
    else losses.leaks += 1;
  }
}

async function* ofPart(
  pairs: Pairs,
  options: ExportOptions,
  part: Part,
): AsyncIterable<Exportable> {
  for await (const item of partition(pairs, sharesOf(options))) {
    if (item.kind === 'part' && item.part === part) yield item.record;
  }
}

function sharesOf({ parts = { dev: 0, test: 0 }, seed = 1 }: ExportOptions) {
  return { ...parts, seed };
}

/** `a/corpus.tmx.gz` → `a/corpus.dev.tmx.gz`. */
function partFile(file: string, part: Part): string {
  const at = file.search(/\.[^./\\]+(\.gz)?$/i);
  return at === -1 ? `${file}.${part}` : `${file.slice(0, at)}.${part}${file.slice(at)}`;
}

/** What decided which pairs are in the files. */
function parametersOf(options: ExportOptions): Readonly<Record<string, string | number | boolean>> {
  const { state, minScore, maxScore, site, document, since, until, check } = options;
  const { query, sample, seed, anonymise, parts } = options;
  const known = {
    ...{ state, minScore, maxScore, site, document, since, until, check },
    ...{ query, sample, seed, anonymise, dev: parts?.dev, test: parts?.test },
    ...formatParameters(options.format),
  };
  const given: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(known)) {
    if (value === undefined) continue;
    const isHidden = anonymise === true && typeof value === 'string';
    given[name] = isHidden ? (anonymiseTexts([value]).texts[0] ?? '') : value;
  }
  return given;
}

/** How the files were written, where it was said. */
function formatParameters(format: WriteOptions = {}) {
  const { columns, excel, delimiter, header, profile, zhCode, enCode, unit, source, context } =
    format;
  return {
    ...{ columns: columns?.join(','), excel, delimiter, header, profile, zhCode, enCode },
    ...{ unit, source, context },
  };
}

async function refuseExisting(file: string, { parts, bundle }: ExportOptions): Promise<void> {
  const targets = parts === undefined ? [file] : PARTS.map((part) => partFile(file, part));
  const format = formatFor(file);
  const there = (await Promise.all(targets.map((target) => existing(format, target)))).flat();
  if (bundle !== undefined) {
    const csv = formatFor('csv'); // any format of one file: only the names matter
    const beside = BUNDLE_NAMES.map((name) => existing(csv, join(dirname(file), name)));
    there.push(...(await Promise.all(beside)).flat());
  }
  const [first] = there;
  if (first === undefined) return;
  throw new DuizhaoError({
    code: 'export.would-overwrite',
    exit: 'cannotWrite',
    message: `"${first}" exists`,
    hint: 'choose another name, or overwrite with --force',
    at: { file: first },
  });
}
