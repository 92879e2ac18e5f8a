import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish, script, verb } from './commands.js';

/** What is done to a corpus, in this order; `both` is to import and build in one process. */
export const STEPS = ['add', 'import', 'build', 'both', 'export'] as const;
/** One of {@link STEPS}. */
export type Step = (typeof STEPS)[number];

/** What goes in: pages to add, pairs to import, and pairs to import and build at once. */
export interface Inputs {
  readonly pages: string;
  readonly pairs: string;
  readonly more: string;
}

/** Names of the files of pairs, as keys of their documents hold them. */
export const FILES_OF_PAIRS = ['pairs.jsonl', 'more.jsonl'] as const;
/** Bytes of the second file, at least: threads are begun while it is read. */
const LARGE = 5 << 20;

/** Makes pages from the sample articles and as many documents of made-up pairs. */
export async function makeInputs(folder: string, copies: number): Promise<Inputs> {
  const [pairsFile, moreFile] = FILES_OF_PAIRS.map((name) => join(folder, name));
  const inputs = { pages: join(folder, 'pages'), pairs: pairsFile ?? '', more: moreFile ?? '' };
  await finish(script('scripts/make-copies.mjs', inputs.pages, String(copies)));
  const pairs = String(copies * 20);
  await finish(script('dist/scripts/make-pairs.js', inputs.pairs, '--pairs', pairs));
  await finish(
    script('dist/scripts/make-pairs.js', inputs.more, '--pairs', pairs, ...['--seed', '2']),
  );
  pad(inputs.more, LARGE);
  return inputs;
}

/** Gives each line a column that nobody reads. */
function pad(file: string, least: number): void {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const padding = 'x'.repeat(Math.ceil(least / lines.length));
  const padded = lines.map(
    (line) => `${line.slice(0, -1)},"padding":"${padding}"}
`,
  );
  writeFileSync(file, padded.join(''));
}

/** The file that `export` writes. */
export function exported(corpus: string): string {
  return join(corpus, 'out.jsonl');
}

/** The words of a step. */
export function commandFor(
  step: Step,
  corpus: string,
  { pages, pairs, more }: Inputs,
  workers: number,
): string[] {
  switch (step) {
    case 'add':
      return verb('add', pages, '-C', corpus);
    case 'import':
      return verb('import', pairs, '-C', corpus);
    case 'build':
      return verb('build', '-C', corpus, '--quiet', '--workers', String(workers));
    case 'both': {
      const how = ['--build', '--quiet', '--workers', String(workers)];
      return verb('import', more, '-C', corpus, ...how);
    }
    case 'export':
      return verb('export', exported(corpus), '-C', corpus, '--force');
  }
}
