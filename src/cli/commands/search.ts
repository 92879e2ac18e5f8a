import { Option, type Command } from 'commander';
import { EXIT } from '../../kit/errors.js';
import { unitNumber, wholeNumber } from '../arguments.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';

const HELP = `
Words with Chinese characters are looked for in the Chinese, all others in the
English; quotes keep words together; a pair must have all of them. English words
are found in every form (visit, visited, visits), Chinese in both scripts and at
any length from one character.

Examples:
  How 外办 was translated:
    $ duizhao search 外办
  Only where the English speaks of an office:
    $ duizhao search 外办 office -n 100
  A phrase in context, one line each, for a spreadsheet:
    $ duizhao search '"sister city"' --kwic -n 1000 > sister-city.tsv

Exit status:
  0   found
  1   nothing found
  66  the folder is not a corpus
`;

/** `duizhao search`. */
export function addSearch(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('search')
    .summary('find words and phrases in both languages')
    .description('Concordance: pairs that hold all words and phrases asked for.')
    .argument('<words...>', 'Chinese, English, or both; "phrases in quotes"')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('-n, --limit <number>', 'most pairs to show', wholeNumber, 20)
    .addOption(
      new Option('--side <side>', 'look on this side only, whatever the script').choices([
        'zh',
        'en',
      ]),
    )
    .option('--state <list>', 'states to look in, by commas', 'new,accepted,edited')
    .option('--min-score <number>', 'only pairs that score at least this', unitNumber)
    .option('--site <name>', 'only this host, site name or imported file, as stats shows it')
    .option('--since <date>', 'only documents from this date on (2024-03-18)')
    .option('--until <date>', 'only documents up to this date (2024, 2024-03)')
    .option('--kwic', 'keyword in context: tab-separated lines')
    .option('--json', 'JSON Lines on standard output')
    .addHelpText('after', HELP)
    .action(async (words: readonly string[], options: SearchFlags) => {
      const { searchCorpus } = await import('../search.js');
      const { shown, total } = await searchCorpus(words, options, io);
      if (total === 0) answer(EXIT.negative);
      await io.err(`${shown} of ${counted(total, 'pair')}\n`);
    });
}

/** Options of `duizhao search`. */
export interface SearchFlags {
  readonly corpus: string;
  readonly limit: number;
  readonly side?: 'zh' | 'en';
  readonly state: string;
  readonly minScore?: number;
  readonly site?: string;
  readonly since?: string;
  readonly until?: string;
  readonly kwic?: boolean;
  readonly json?: boolean;
}
