import { hideRecord } from '../clean/index.js';
import { DuizhaoError, jsonLine, seededRng } from '../kit/index.js';
import type { Pair, PairId } from '../model/index.js';
import { previewClean, withCorpus } from '../pipeline/index.js';
import { cleanOptionsOf } from './clean-options.js';
import type { CleanFlags } from './commands/clean.js';
import { counted } from './counted.js';
import type { Io } from './io.js';
import { progressOn } from './progress.js';

/** Pairs shown of every kind of change, unless another number is asked for. */
const SAMPLES = 5;

/** A pair that would change, as it is shown. */
interface Sample {
  readonly id: PairId;
  readonly score: number;
  readonly zh: string;
  readonly en: string;
}

/** One kind of change, and some pairs of it. */
interface Change {
  readonly name: string;
  count: number;
  readonly samples: Sample[];
}

/**
 * Judges the pairs of a corpus again, by its settings and by what the command line adds, and shows
 * what a build would change.
 *
 * @throws DuizhaoError `clean.preview-of-corpus`
 */
export async function previewSettings(file: string, flags: CleanFlags, io: Io): Promise<void> {
  demandCorpusOnly(file, flags);
  const folder = flags.corpus ?? '.';
  const options = await cleanOptionsOf({ ...flags, corpus: folder });
  const [changes, notes] = [new Changes(flags), new Changes(flags)];
  let [pairs, keptNow, keptThen] = [0, 0, 0];
  await withCorpus(folder, { readOnly: true }, (corpus) => {
    const progress = progressOn(io, false);
    const total = corpus.counts().pairs;
    for (const { before, after } of previewClean(corpus, options)) {
      io.signal.throwIfAborted();
      pairs += 1;
      if (before.state !== 'rejected') keptNow += 1;
      if (after.state !== 'rejected') keptThen += 1;
      progress('preview', pairs, total);
      const [was, is] = [nameOf(before), nameOf(after)];
      if (was !== is) changes.add(`${was} → ${is}`, before, after.score);
      else for (const note of notedAnew(before, after)) notes.add(note, before, after.score);
    }
    return Promise.resolve();
  });
  const counts = { pairs, wouldChange: changes.total(), keptNow, keptThen };
  if (flags.json === true) {
    await io.out(jsonLine({ ...counts, changes: changes.sorted(), notes: notes.sorted() }));
    return;
  }
  await io.out(changes.lines() + notes.lines());
  await io.err(
    `${counts.wouldChange} of ${counted(pairs, 'pair')} would change: ${keptNow} kept now, ${keptThen} then\n`,
  );
}

/** Nothing that was said may go unheard. */
function demandCorpusOnly(file: string, flags: CleanFlags): void {
  const idle = [
    ...(file === '-' ? [] : [`"${file}"`]),
    ...(flags.kept === true ? ['--kept'] : []),
    ...(flags.explain === true ? ['--explain'] : []),
    ...(flags.withConfidence === true ? ['--with-confidence'] : []),
  ][0];
  if (idle === undefined) return;
  throw new DuizhaoError({
    code: 'clean.preview-of-corpus',
    exit: 'usage',
    message: `--preview shows what would become of the pairs of a corpus: ${idle} says nothing to it`,
    hint: 'name the corpus with -C, or leave --preview out to judge a file',
  });
}

/** Kinds of change with some pairs of each. */
class Changes {
  readonly #changes = new Map<string, Change>();
  readonly #most: number;
  readonly #isHiding: boolean;
  /** The same pairs each time. */
  readonly #rng = seededRng(1);

  constructor({ samples = SAMPLES, anonymise = false }: CleanFlags) {
    this.#most = samples;
    this.#isHiding = anonymise;
  }

  add(name: string, { id, zh, en }: Pair, score: number): void {
    const change: Change = this.#changes.get(name) ?? { name, count: 0, samples: [] };
    change.count += 1;
    this.#changes.set(name, change);
    const place = this.#placeFor(change);
    if (place === undefined) return;
    const texts = this.#isHiding ? hideRecord({ zh, en }) : { zh, en };
    change.samples[place] = { id, score, ...texts };
  }

  /** Each pair has the same chance to be shown: the first ones are all of one document. */
  #placeFor({ count, samples }: Change): number | undefined {
    if (samples.length < this.#most) return samples.length;
    const place = Math.floor(this.#rng() * count);
    return place < this.#most ? place : undefined;
  }

  total(): number {
    return [...this.#changes.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** Most frequent first. */
  sorted(): readonly Change[] {
    return [...this.#changes.values()].sort(
      (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
    );
  }

  lines(): string {
    return this.sorted()
      .map(({ name, count, samples }) => `${count}\t${name}\n${samples.map(shown).join('')}`)
      .join('');
  }
}

function shown({ zh, en, score }: Sample): string {
  return `\t${score.toFixed(2)}\t${zh}\n\t\t${en}\n`;
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
