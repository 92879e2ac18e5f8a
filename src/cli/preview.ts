import type { Pair } from '../model/index.js';
import { cleanOptions, previewClean, readSettings, withCorpus } from '../pipeline/index.js';
import type { Io } from './io.js';
import { learnedIn } from './learned.js';
import { progressOn } from './progress.js';

/** Pairs shown of every kind of change. */
const SAMPLES = 5;

/** One kind of change: a reason, or `kept`, before and after. */
interface Change {
  count: number;
  readonly samples: { readonly pair: Pair; readonly score: number }[];
}

/** Judges the pairs of a corpus again by its settings and shows what a build would change. */
export async function previewSettings(folder: string, io: Io): Promise<void> {
  const learned = await learnedIn(folder);
  const options = { ...cleanOptions(await readSettings(folder)), learned };
  const changes = new Map<string, Change>();
  let pairs = 0;
  await withCorpus(folder, { readOnly: true }, (corpus) => {
    const progress = progressOn(io, false);
    const total = corpus.counts().pairs;
    for (const { before, after } of previewClean(corpus, options)) {
      io.signal.throwIfAborted();
      pairs += 1;
      progress('preview', pairs, total);
      if (nameOf(before) === nameOf(after)) continue;
      const name = `${nameOf(before)} → ${nameOf(after)}`;
      const change: Change = changes.get(name) ?? { count: 0, samples: [] };
      change.count += 1;
      if (change.samples.length < SAMPLES)
        change.samples.push({ pair: before, score: after.score });
      changes.set(name, change);
    }
    return Promise.resolve();
  });
  const sorted = [...changes].sort(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1));
  for (const [name, { count, samples }] of sorted) {
    await io.out(`${count}\t${name}\n`);
    for (const { pair, score } of samples) {
      await io.out(`\t${score.toFixed(2)}\t${pair.zh}\n\t\t${pair.en}\n`);
    }
  }
  const changed = sorted.reduce((sum, [, { count }]) => sum + count, 0);
  await io.err(`${changed} of ${pairs} pairs would change\n`);
}

/** What decided of a pair. */
function nameOf({ state, reason }: Pair): string {
  return state === 'rejected' ? (reason ?? 'refused by a person') : 'kept';
}
