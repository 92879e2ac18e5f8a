import type { Command } from 'commander';
import { EXIT } from '../../kit/errors.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';

const HELP = `
Checks the database file itself, the hash of every page kept, that each document
and pair has its origin, that positions and counts agree, that people's edits
stand, that no entry of the history is missing or altered, and that the search
index is complete. Nothing is changed.

Examples:
  Check the corpus in this folder:
    $ duizhao verify
  Check a backup:
    $ duizhao verify -C /mnt/backup/corpus

Exit status:
  0   sound
  1   something is wrong; it is listed on standard output
  65  the file is damaged beyond reading, or not a corpus
  66  the folder is not a corpus
`;

/** `duizhao verify`. */
export function addVerify(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('verify')
    .summary('look for damage in the corpus')
    .description('Check the corpus: file, hashes, counts, orphans, edits, index.')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--json', 'the result as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (options: VerifyFlags) => {
      const { openCorpus } = await import('../../store/index.js');
      const corpus = openCorpus(options.corpus, { readOnly: true });
      const result = corpus.verify();
      corpus.close();
      if (result.problems.length > 0) answer(EXIT.negative);
      if (options.json === true) {
        await io.out(`${JSON.stringify(result)}\n`);
        return;
      }
      for (const { check, detail } of result.problems) await io.out(`${check}: ${detail}\n`);
      const { sources, documents, duplicates, pairs } = result;
      const repeats =
        duplicates === 0
          ? ''
          : ` and ${duplicates} that ${duplicates === 1 ? 'repeats' : 'repeat'} another`;
      const seen = `${counted(sources, 'source')}, ${counted(documents, 'document')}${repeats}, ${counted(pairs, 'pair')}`;
      await io.err(result.problems.length === 0 ? `sound: ${seen}\n` : `not sound: ${seen}\n`);
    });
}

interface VerifyFlags {
  readonly corpus: string;
  readonly json?: boolean;
}
