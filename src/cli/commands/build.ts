import { Option, type Command } from 'commander';
import type { Io } from '../io.js';
import { progressOn } from '../progress.js';
import { gatherRejects } from '../rejects.js';
import { day, wholeNumber } from '../arguments.js';

const HELP = `
Works on what is new or changed, and on everything when the settings or the
version of duizhao changed: from the first stage on that makes a difference,
the results of earlier stages are kept. Stages are extract, align (splitting
and aligning) and clean. Edits that people made are kept. Interrupted at any
moment, the same command goes on where it stopped.

Examples:
  Bring the corpus in this folder up to date:
    $ duizhao build
  With four threads, in another folder:
    $ duizhao build -C my-corpus --workers 4
  One site's pages again, whether they changed or not:
    $ duizhao build --only news.example.org --again
  Only checks, scores and duplicates again; text and alignment stay:
    $ duizhao build --again clean

Exit status:
  0    up to date
  66   the folder is not a corpus
  75   another process holds the corpus
  130  interrupted; run it again to go on
`;

/** `duizhao build`. */
export function addBuild(program: Command, io: Io): void {
  program
    .command('build')
    .summary('extract, split, align and clean what is new')
    .description('Turn everything new or changed in the corpus into pairs.')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('-w, --workers <number>', 'worker threads (default: one a core)', wholeNumber)
    .option('--only <text>', 'only sources whose address holds this text')
    .option('--since <date>', 'only sources new or changed since YYYY-MM-DD', day)
    .addOption(
      new Option('--again [stage]', 'also what is up to date, from this stage on')
        .choices(['extract', 'align', 'clean'])
        .preset('extract'),
    )
    .option('-q, --quiet', 'no progress, nor what the corpus holds')
    .option('--json', 'the summary as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (options: BuildFlags) => {
      const { buildCorpus, describeBuild, describeCorpus } =
        await import('../../pipeline/index.js');
      const { run, rejects } = gatherRejects(io.signal);
      const progress = progressOn(io, options.quiet === true);
      const summary = await buildCorpus(
        options.corpus,
        { ...options, clock: io.now, progress },
        run,
      );
      if (options.json === true) await io.out(`${JSON.stringify(summary)}\n`);
      else if (summary.worked + summary.compared === 0 && isPart(options)) {
        const { countChosen } = await import('../../pipeline/index.js');
        await io.err(nothingNew(await countChosen(options.corpus, options), options));
      } else {
        const held = options.quiet === true ? '' : await describeCorpus(options.corpus);
        await io.err(describeBuild(summary, rejects) + held);
      }
    });
}

/** A misspelt address is no source that is up to date. */
function nothingNew(chosen: number, { only, since }: BuildFlags): string {
  if (chosen > 0) {
    return `nothing is new among the ${chosen === 1 ? 'one source' : `${chosen} sources`} that --only and --since choose\n`;
  }
  const address = only === undefined ? '' : ` has "${only}" in its address`;
  const day = since === undefined ? '' : ` is new or changed since ${since}`;
  return `no source${address}${address !== '' && day !== '' ? ' and' : ''}${day}; duizhao stats shows the sites\n`;
}

function isPart({ only, since }: BuildFlags): boolean {
  return only !== undefined || since !== undefined;
}

interface BuildFlags {
  readonly corpus: string;
  readonly workers?: number;
  readonly only?: string;
  readonly since?: string;
  readonly again?: 'extract' | 'align' | 'clean';
  readonly quiet?: boolean;
  readonly json?: boolean;
}
