import type { Command } from 'commander';
import type { Io } from '../io.js';

const HELP = `
Shows a pair with everything the corpus knows of it: where it is from, what it
was before repair, what the checks found, who decided what, and its history: who
or what changed it, when, from what, to what. Ids stand in the column "id" of
exports and in "duizhao search --json".

--conflicts lists the decisions that a rebuild no longer agrees with: the text
changed under them, or nothing like it is left. The person's text stands until
somebody settles it: duizhao edit ID --take mine, or machine.

Examples:
  All about one pair:
    $ duizhao show 17316737d519ce6916fe08dbcf960e79
    $ duizhao show 1731673
  Decisions that wait for another look:
    $ duizhao show --conflicts

Exit status:
  0   shown
  1   the corpus has no such pair
  64  the id is none, or several begin like it
  66  the folder is not a corpus
`;

/** What the command line said. */
export interface ShowFlags {
  readonly corpus: string;
  readonly conflicts?: boolean;
  readonly json?: boolean;
}

/** `duizhao show`. */
export function addShow(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('show')
    .summary('show a pair, its origin and its history')
    .description('Show everything that is known of pairs.')
    .argument('[ids...]', 'ids of pairs, or the first four or more figures of them')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--conflicts', 'list decisions that a rebuild disagrees with')
    .option('--json', 'JSON Lines on standard output')
    .addHelpText('after', HELP)
    .action(async (ids: string[], flags: ShowFlags) => {
      const { showConflicts, showPairs } = await import('../show.js');
      if (flags.conflicts === true) await showConflicts(flags, io);
      else await showPairs(ids, flags, io, answer);
    });
}
