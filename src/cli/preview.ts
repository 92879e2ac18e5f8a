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
  const changes = new Changes();
  const notes = new Changes();
  let pairs = 0;
  await withCorpus(folder, { readOnly: true }, (corpus) => {
    const progress = progressOn(io, false);
    const total = corpus.counts().pairs;
    for (const { before, after } of previewClean(corpus, options)) {
      io.signal.throwIfAborted();
      pairs += 1;
      progress('preview', pairs, total);
      if (nameOf(before) !== nameOf(after)) {
        changes.add(`${nameOf(before)} → ${nameOf(after)}`, before, after.score);
      } else for (const note of notedAnew(before, after)) notes.add(note, before, after.score);
    }
    return Promise.resolve();
  });
  await io.out(changes.lines() + notes.lines());
  await io.err(`${changes.total()} of ${pairs} pairs would change\n`);
}

/** Kinds of change with some pairs of each. */
class Changes {
  readonly #changes = new Map<string, Change>();

  add(name: string, pair: Pair, score: number): void {
    const change: Change = this.#changes.get(name) ?? { count: 0, samples: [] };
    change.count += 1;
    if (change.samples.length < SAMPLES) change.samples.push({ pair, score });
    this.#changes.set(name, change);
  }

  total(): number {
    return [...this.#changes.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** Most frequent first. */
  lines(): string {
    return [...this.#changes]
      .sort(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1))
      .map(([name, { count, samples }]) => `${count}\t${name}\n${samples.map(shown).join('')}`)
      .join('');
  }
}

function shown({ pair, score }: Change['samples'][number]): string {
  return `\t${score.toFixed(2)}\t${pair.zh}\n\t\t${pair.en}\n`;
}

/** What is put on record of a pair, or no longer is, and does not change what becomes of it. */
function notedAnew(before: Pair, after: Pair): string[] {
  const [was, is] = [before, after].map(({ findings }) => findings.map(({ check }) => check));
  return [
    ...new Set(is?.filter((name) => was?.includes(name) !== true).map((name) => `noted: ${name}`)),
    ...new Set(
      was?.filter((name) => is?.includes(name) !== true).map((name) => `no longer noted: ${name}`),
    ),
  ];
}

/** What decided of a pair. */
function nameOf({ state, reason }: Pair): string {
  return state === 'rejected' ? (reason ?? 'refused by a person') : 'kept';
}
