import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPaths, build, withCorpus } from '../../src/pipeline/index.js';
import { emptyFolder } from '../support/folder.js';

/** Saved together at most: see `BATCH` in `src/pipeline/build.ts`. */
const BATCH = 512;
const DOCUMENTS = 516;

test('an interrupted build keeps every document that was told as done', async () => {
  const folder = emptyFolder();
  const names = Array.from({ length: DOCUMENTS }, (_one, index) => {
    const name = join(folder, `${String(index).padStart(3, '0')}.txt`);
    writeFileSync(name, `第${index}次会见在市政府举行。\nMeeting number ${index} took place.\n`);
    return name;
  });
  const stop = new AbortController();
  const run = { signal: stop.signal, onReject: () => undefined };
  const engine = { split: {}, align: {}, clean: {} };
  await withCorpus(folder, { create: true }, async (corpus) => {
    await addPaths(corpus, names, run);
    let told = 0;
    const early: number[] = [];
    const onProgress = (done: number): void => {
      told = done;
      if (corpus.counts().documents < done) early.push(done);
      stop.abort();
    };
    await expect(build(corpus, { engine, workers: 1, onProgress }, run)).rejects.toThrow();
    const kept = corpus.counts().documents;
    expect(early).toEqual([]);
    expect(kept).toBeGreaterThanOrEqual(told);
    expect(kept).toBeLessThanOrEqual(BATCH);
    expect(told).toBeGreaterThan(0);
    const rest = await build(
      corpus,
      { engine, workers: 1 },
      { ...run, signal: AbortSignal.any([]) },
    );
    expect({ worked: rest.worked, documents: corpus.counts().documents }).toEqual({
      worked: DOCUMENTS - kept,
      documents: DOCUMENTS,
    });
  });
});
