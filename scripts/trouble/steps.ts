import { join } from 'node:path';
import { finish, script, verb } from './commands.js';

/** What is done to a corpus, in this order. */
export const STEPS = ['add', 'import', 'build', 'export'] as const;
/** One of {@link STEPS}. */
export type Step = (typeof STEPS)[number];

/** What goes in: pages to add, and pairs to import. */
export interface Inputs {
  readonly pages: string;
  readonly pairs: string;
}

/** Makes pages from the sample articles and as many documents of made-up pairs. */
export async function makeInputs(folder: string, copies: number): Promise<Inputs> {
  const inputs = { pages: join(folder, 'pages'), pairs: join(folder, 'pairs.jsonl') };
  await finish(script('scripts/make-copies.mjs', inputs.pages, String(copies)));
  const pairs = String(copies * 20);
  await finish(script('dist/scripts/make-pairs.js', inputs.pairs, '--pairs', pairs));
  return inputs;
}

/** The file that `export` writes. */
export function exported(corpus: string): string {
  return join(corpus, 'out.jsonl');
}

/** The words of a step. */
export function commandFor(
  step: Step,
  corpus: string,
  { pages, pairs }: Inputs,
  workers: number,
): string[] {
  switch (step) {
    case 'add':
      return verb('add', pages, '-C', corpus);
    case 'import':
      return verb('import', pairs, '-C', corpus);
    case 'build':
      return verb('build', '-C', corpus, '--quiet', '--workers', String(workers));
    case 'export':
      return verb('export', exported(corpus), '-C', corpus, '--force');
  }
}
