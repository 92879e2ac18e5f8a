import type { Corpus } from '../store/index.js';

/** What the files of a run were made of: equal marks, equal files. */
export interface OutputMark {
  /** Name of the files, without extension. */
  readonly name: string;
  readonly excel: boolean;
  readonly anonymise: boolean;
  readonly title: string;
  /** The corpus at that moment. */
  readonly lastChange: number;
  readonly kept: number;
}

/**
 * Looks up the last run that was to write files of that name.
 *
 * The answer says whether those files were written whole with the given mark. A run that was
 * killed leaves no mark, so its files are written again; so are the files of a corpus that was
 * built, edited or taken from since. Ask before the next run is opened.
 */
export function writtenBefore(corpus: Corpus, name: string): (mark: OutputMark) => boolean {
  const last = corpus.runs
    .list()
    .filter(({ command, parameters }) => command === 'run' && nameIn(parameters) === name)
    .at(-1);
  const counts = last?.counts;
  if (typeof counts !== 'object' || counts === null || !('output' in counts)) return () => false;
  const written = JSON.stringify(counts.output);
  return (mark) => written === JSON.stringify(mark);
}

function nameIn(parameters: unknown): unknown {
  if (typeof parameters !== 'object' || parameters === null || !('name' in parameters)) return;
  return parameters.name;
}
