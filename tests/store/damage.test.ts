import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuizhaoError, seededRng } from '../../src/kit/index.js';
import { openCorpus } from '../../src/store/index.js';
import { build, failure, inFolder, ticking } from './support.js';

function fill(folder: string): string {
  const corpus = openCorpus(folder, { create: true, clock: ticking() });
  for (let n = 0; n < 30; n++) {
    build(corpus, `https://a.example/${n}`, [
      [`第${n}条渔船回港。`, `Boat ${n} is back.`],
      ['码头上人很多。', 'The quay is full of people.'],
    ]);
  }
  corpus.close();
  return join(folder, 'corpus.db');
}

/** Reads all that commands read. */
function readAll(folder: string): number {
  const corpus = openCorpus(folder, { readOnly: true });
  try {
    let pairs = 0;
    for (const { pair } of corpus.pairs.stream()) pairs += pair.zh === '' ? 0 : 1;
    for (const pair of corpus.pairs.sample(100)) pairs += pair.en === '' ? 0 : 1;
    for (const document of corpus.documents.ofHost('a.example')) pairs += document.blocks.length;
    corpus.counts();
    corpus.tallies();
    return pairs;
  } finally {
    corpus.close();
  }
}

test('a byte that turned in a text is a damaged file, not the end of the process', () => {
  inFolder((folder) => {
    const file = fill(folder);
    const content = readFileSync(file);
    const place = content.indexOf('渔船回港');
    content[place + 1] = (content[place + 1] ?? 0) ^ 0x80;
    writeFileSync(file, content);
    expect(() => readAll(folder)).toThrow(failure('store.corrupt'));
  });
});

test('whatever bytes turn, reading ends well or with advice', () => {
  inFolder((folder) => {
    const file = fill(folder);
    const sound = readFileSync(file);
    const rng = seededRng(20);
    const whole = readAll(folder);
    let refused = 0;
    for (let n = 0; n < 60; n++) {
      const content = Buffer.from(sound);
      const from = 4096 + Math.floor(rng() * (content.length - 4096));
      const run = 1 + Math.floor(rng() * 24);
      for (let at = from; at < Math.min(from + run, content.length); at++)
        content[at] = rng() * 256;
      writeFileSync(file, content);
      try {
        readAll(folder);
        const corpus = openCorpus(folder, { readOnly: true });
        corpus.verify();
        corpus.close();
      } catch (error) {
        if (!(error instanceof DuizhaoError)) throw error;
        expect(error.failure).toMatchObject({
          exit: 'badInput',
          hint: expect.any(String) as unknown,
        });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(3);
    writeFileSync(file, sound);
    expect(readAll(folder)).toBe(whole);
  });
});
