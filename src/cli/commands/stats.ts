import type { Command } from 'commander';
import { DuizhaoError } from '../../kit/errors.js';
import { wholeNumber } from '../arguments.js';
import type { Io } from '../io.js';
import { learnedIn } from '../learned.js';

const HELP = `
Counts everything: what each stage handed to the next, pairs by site, year,
layout, shape and check, scores, lengths. Vocabulary and translations, by the
dictionary and by what the corpus taught (duizhao learn), are counted in a
sample spread evenly over the corpus. --json has all of it, the tables most of
it, --html writes the report that run ends with: the numbers as pictures, then
the documents with their pairs.

Examples:
  Tables for the corpus in this folder:
    $ duizhao stats
  Scores, for a plot:
    $ duizhao stats --json | jq '.scores'
  Pictures, to be opened in a browser:
    $ duizhao stats --html report.html

Exit status:
  0   counted
  66  the folder is not a corpus
  73  the file cannot be written, or exists (use --force)
`;

/** `duizhao stats`. */
export function addStats(program: Command, io: Io): void {
  program
    .command('stats')
    .summary('describe the corpus in numbers')
    .description('Statistics of the corpus, as tables or JSON.')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--sample <number>', 'pairs to read for vocabulary', wholeNumber, 10_000)
    .option('--no-words', 'leave vocabulary and translations out')
    .option('--json', 'everything as JSON on standard output')
    .option('--html <file>', 'write tables and pictures as one HTML page')
    .option('--anonymise', 'with --html: replace mails, phone and card numbers')
    .option('--force', 'overwrite an existing file')
    .addHelpText('after', HELP)
    .action(async (options: StatsFlags) => {
      if (options.html !== undefined) {
        const { saveReport } = await import('../report-file.js');
        await saveReport(options.html, options, io);
        if (options.json !== true) return;
      } else if (options.anonymise === true) throw nothingToHide();
      const [{ openCorpus }, { statisticsOf }, { loadLexicon }] = await Promise.all([
        import('../../store/index.js'),
        import('../../search/index.js'),
        import('../../lexicon/index.js'),
      ]);
      const corpus = openCorpus(options.corpus, { readOnly: true });
      const lexicon = options.words
        ? { lexicon: loadLexicon(), learned: await learnedIn(options.corpus) }
        : {};
      const statistics = statisticsOf(corpus, { ...lexicon, samplePairs: options.sample });
      corpus.close();
      if (options.json === true) {
        await io.out(`${JSON.stringify(statistics)}\n`);
        return;
      }
      const { showStatistics } = await import('../statistics.js');
      await io.out(showStatistics(statistics));
    });
}

function nothingToHide(): DuizhaoError {
  return new DuizhaoError({
    code: 'stats.nothing-to-hide',
    exit: 'usage',
    message: '--anonymise is for the page that --html writes',
    hint: 'add --html FILE, or leave it out: tables hold no texts',
  });
}

/** What the command line said. */
export interface StatsFlags {
  readonly corpus: string;
  readonly sample: number;
  readonly words: boolean;
  readonly json?: boolean;
  readonly html?: string;
  readonly anonymise?: boolean;
  readonly force?: boolean;
}
