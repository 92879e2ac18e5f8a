import { setImmediate } from 'node:timers/promises';
import { mapInOrder, type Run } from '../kit/index.js';
import type { Corpus, Source, SourceState } from '../store/index.js';
import type { EarlyWork } from './early-work.js';
import { createEngine, type Engine, type EngineOptions } from './engine.js';
import { pairLooseDocuments } from './pair-pages.js';
import { finished, inlinePool, threadPool, type Finished, type Pool } from './pool.js';
import { startOf } from './resume.js';
import { siteLines, type SiteLines } from './site-lines.js';
import { lookAhead } from './look-ahead.js';
import { saveCompared, saveResults } from './save-results.js';
import { buildSignature, firstChanged, type Stage } from './signature.js';
import { refuseDamage, type OldResult, type WorkItem, type WorkResult } from './work.js';

/** Settings of a build. */
export interface BuildOptions {
  readonly engine: EngineOptions;
  /** Worker threads; 1 works in this thread. The result is the same for any number. */
  readonly workers: number;
  /** Which sources are looked at; the others stay as they are. */
  readonly only?: (source: Source) => boolean;
  /** Does this stage and those after it again for sources that are up to date. */
  readonly again?: Stage;
  /** Work begun before the build, and the threads that do it. */
  readonly early?: EarlyWork;
  /** Called after each source; `total` grows when results make later ones worth another look. */
  readonly onProgress?: (done: number, total: number, source: string) => void;
}

/** What a build did. */
export interface BuildSummary {
  /** Sources that were new, changed, or touched by another version or settings. */
  readonly worked: number;
  /** Sources whose pairs were compared once more with those of earlier ones, and no more. */
  readonly compared: number;
  readonly failed: number;
  /** Pages in one language only that found no partner. */
  readonly loose: number;
  readonly duplicates: number;
}

/**
 * Results saved in one transaction, whichever is reached first: pages of an index are written once
 * a transaction, so a large corpus wants many pairs in one; whoever waits wants to see something
 * done each second, and a kill must not cost more than that.
 */
const BATCH = { documents: 512, pairs: 10_240, ms: 1_000 } as const;
/** Bytes of sources in flight at once, 2²⁵: pages fill the queue, books are taken few at a time. */
const MOST_BYTES = 32 << 20;
/** A build that makes earlier results stale goes over them again, at most so often. */
const MAX_ROUNDS = 5;

interface Done {
  /** Nothing was worked on: the pairs are those of an earlier build. */
  readonly isCompared: boolean;
  readonly sources: readonly [SourceState, ...SourceState[]];
  readonly made: Finished;
}

/**
 * Brings the corpus up to date: everything new, changed or made by another version or with
 * other settings is understood, aligned and cleaned again; the rest is left alone.
 *
 * Results are saved in corpus order, some documents a transaction. Killed at any moment, the
 * same call goes on where the last transaction ended.
 */
export async function build(
  corpus: Corpus,
  options: BuildOptions,
  run: Run,
): Promise<BuildSummary> {
  const tally = { worked: 0, compared: 0, failed: 0, loose: 0, duplicates: 0 };
  const signature = buildSignature(options.engine);
  const lines = siteLines(corpus, signature);
  const total = countWanted(corpus, options, signature);
  const job: Job = { corpus, options, signature, lines, run, tally, total, again: options.again };
  await settle(job);
  const engine = lazyEngine(options.engine);
  tally.loose = pairLooseDocuments(corpus, engine, signature, options.engine);
  // Pages that found their partner stand before others, which may repeat them.
  await settle({ ...job, again: undefined });
  if (tally.worked > 0) corpus.search.merge();
  return tally;
}

/** Works on what is pending until nothing is. */
async function settle(job: Job): Promise<void> {
  const { corpus, options, signature } = job;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const again = round === 0 ? job.again : undefined;
    const sources = again === undefined ? corpus.sources.pending(signature) : corpus.sources.list();
    const wanted = options.only === undefined ? sources : filtered(sources, options.only);
    if ((await workThrough(wanted, { ...job, again })) === 0) return;
  }
}

function countWanted(corpus: Corpus, { only, again }: BuildOptions, signature: string): number {
  const { sources } = corpus;
  if (only === undefined) {
    return again === undefined ? sources.countPending(signature) : corpus.counts().sources;
  }
  const all = again === undefined ? sources.pending(signature) : sources.list();
  return [...filtered(all, only)].length;
}

function tell(source: string, { options, tally, total }: Job): void {
  const done = tally.worked + tally.compared;
  options.onProgress?.(done, Math.max(done, total), source);
}

/** One build under way. */
interface Job {
  readonly corpus: Corpus;
  readonly options: BuildOptions;
  readonly signature: string;
  readonly lines: SiteLines;
  readonly run: Run;
  /** Sources waiting when the build began. */
  readonly total: number;
  /** See {@link BuildOptions}; every source once. */
  readonly again: Stage | undefined;
  readonly tally: { -readonly [Name in keyof BuildSummary]: number };
}

/** Works on sources and saves what comes of them; tells how many there were. */
async function workThrough(pending: Iterable<Source>, job: Job): Promise<number> {
  const { corpus, run, tally } = job;
  const before = tally.worked + tally.compared;
  const { isEmpty, workers, all } = lookAhead(pending, job.options.workers, (source) =>
    needsWork(source, job),
  );
  if (isEmpty) return 0;
  const { early } = job.options;
  const pool = early?.pool ?? poolFor(workers, job);
  const batch: Done[] = [];
  try {
    const work = mapInOrder(pool.width, (source: Source) => workOnSource(source, pool, job), {
      of: ({ bytes }) => bytes,
      most: MOST_BYTES,
    });
    let [pairs, since] = [0, performance.now()];
    for await (const done of work(fromIterable(all), run)) {
      if (batch.length === 0) since = performance.now();
      batch.push(done);
      pairs += done.made.pairs;
      const isSmall = batch.length < BATCH.documents && pairs < BATCH.pairs;
      if (isSmall && performance.now() - since < BATCH.ms) continue;
      saveAll(batch.splice(0));
      await setImmediate(); // signals, timers, and memory the database gives back: results never pause
      pairs = 0;
    }
    saveAll(batch.splice(0));
  } catch (error) {
    if (run.signal.aborted) saveAll(batch.splice(0)); // what is done is kept
    throw error;
  } finally {
    if (early === undefined) await pool.close(); // otherwise it is whoever began it that ends it
  }
  return tally.worked + tally.compared - before;

  function saveAll(batch: readonly Done[]): void {
    corpus.batch(() => {
      for (const done of batch) save(done, job);
    });
    for (const done of batch) {
      tally[done.isCompared ? 'compared' : 'worked'] += 1;
      tell(done.sources[0].key, job);
    }
  }
}

function poolFor(workers: number, { corpus, options: { engine } }: Job): Pool {
  if (workers === 0) return inlinePool(engine);
  return threadPool(engine, { atFirst: workers, most: workers }, () => {
    corpus.readAhead();
  });
}

/** Whether more is to be done than to compare its pairs with others. */
function needsWork({ signature: had, isCurrent }: Source, { signature, again }: Job): boolean {
  if (again !== undefined || had === undefined || !isCurrent) return true;
  return firstChanged(had, signature) !== undefined;
}

/** Begins at the first stage that is not up to date. */
async function workOnSource(source: Source, pool: Pool, job: Job): Promise<Done> {
  const { corpus, signature, again } = job;
  const version = corpus.othersVersion();
  const start = startOf(corpus, source, signature, again);
  const isCompared = start.stage === 'place';
  if (start.stage === 'extract') {
    const early = job.options.early?.take(source.sha256);
    if (early !== undefined) return { isCompared, sources: [source], made: await early };
    return { isCompared, sources: [source], made: await pool.run(itemOf(source, job)) };
  }
  if (start.stage === 'place') {
    const made = finished({ kind: 'old', placed: start.from });
    const open = (): WorkResult | OldResult | undefined =>
      corpus.othersVersion() === version ? made.open() : placedNow(source.key, job);
    return { isCompared, sources: start.from.sources, made: { ...made, open } };
  }
  const { document, pairs, sources } = start.from;
  const item: WorkItem =
    start.stage === 'align' ? { kind: 'document', document } : { kind: 'pairs', document, pairs };
  return { isCompared, sources, made: await pool.run(item) };
}

function itemOf(source: Source, { corpus: { sources }, lines }: Job): WorkItem {
  const packed = source.kind === 'document' ? sources.packed(source.sha256) : undefined;
  if (packed !== undefined) return { kind: 'packed', packed };
  const content = sources.load(source.key);
  return content.kind === 'page' ? { ...content, repeated: lines.of(source) } : content;
}

/** What is to be compared of a source that another process may have worked on meanwhile. */
function placedNow(key: string, { corpus, signature, again }: Job): OldResult | undefined {
  const source = corpus.sources.get(key);
  if (source === undefined) return undefined;
  const start = startOf(corpus, source, signature, again);
  return start.stage === 'place' ? { kind: 'old', placed: start.from } : undefined;
}

function save({ sources, made }: Done, { corpus, options, signature, run, tally }: Job): void {
  const [{ key }] = sources;
  const result = made.open();
  if (result === undefined) return; // it waits for the next round
  if (result.kind === 'failed') {
    refuseDamage(result, key);
    tally.failed += 1;
    const { code: reason, message } = result;
    corpus.results.saveNothing(sources, signature, { stage: 'understand', reason, message });
    run.onReject({ stage: 'understand', id: key, reason, message });
    return;
  }
  const { clean } = options.engine;
  const saved =
    result.kind === 'old'
      ? saveCompared(corpus, result.placed, signature, clean)
      : saveResults(corpus, sources, result, signature, clean);
  if (saved?.kind === 'duplicate') tally.duplicates += 1;
}

function* filtered<T>(items: Iterable<T>, isWanted: (item: T) => boolean): Iterable<T> {
  for (const item of items) if (isWanted(item)) yield item;
}

async function* fromIterable<T>(items: Iterable<T>): AsyncIterable<T> {
  for (const item of items) yield await Promise.resolve(item);
}

/** Loads the engine when it is first asked for. */
function lazyEngine(options: EngineOptions): () => Engine {
  let engine: Engine | undefined;
  return () => (engine ??= createEngine(options));
}
