import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPaths, build, withCorpus } from '../../src/pipeline/index.js';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';

test('an interrupted build keeps every document that was finished', async () => {
  const folder = emptyFolder();
  const names = [0, 1, 2, 3, 4, 5].map((index) => {
    const name = join(folder, `${index}.txt`);
    writeFileSync(name, variant(index));
    return name;
  });
  const stop = new AbortController();
  const run = { signal: stop.signal, onReject: () => undefined };
  const engine = { split: {}, align: {}, clean: {} };
  await withCorpus(folder, { create: true }, async (corpus) => {
    await addPaths(corpus, names, run);
    const onProgress = (done: number): void => {
      if (done === 3) stop.abort();
    };
    await expect(build(corpus, { engine, workers: 1, onProgress }, run)).rejects.toThrow();
    expect(corpus.counts().documents).toBe(3);
    const rest = await build(
      corpus,
      { engine, workers: 1 },
      { ...run, signal: AbortSignal.any([]) },
    );
    expect({ worked: rest.worked, documents: corpus.counts().documents }).toEqual({
      worked: 3,
      documents: 6,
    });
  });
});
