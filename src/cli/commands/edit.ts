import { Option, type Command } from 'commander';
import type { DecidedState } from '../../store/index.js';
import type { Io } from '../io.js';

const HELP = `
Writes down what a person decides on pairs: another text, accepted, rejected.
It stands over whatever later builds make of the pair; its history keeps who
decided what, when, from what, to what. Ids stand in the column "id" of exports
and in "duizhao search --json".

Where a build gives another text for a pair that somebody decided on, or none
like it, the person's text stands and the conflict waits ("duizhao show
--conflicts"). --take settles it: "mine" keeps the person's text, "machine"
takes that of the build. A decision whose pair is gone waits on with "mine", and
is dropped with "machine".

--undo takes back the last thing that was done to a pair by hand, once more the
one before it, and so on.

Examples:
  A better translation:
    $ duizhao edit 17316737d519ce6916fe08dbcf960e79 --who "Li Hua" \\
        --en "The Director met his guests."
  This is no translation (the beginning of an id will do, if no other has it):
    $ duizhao edit 17316737 --state rejected
  All conflicts, for the text of the build:
    $ duizhao edit --conflicts --take machine
  It was a mistake:
    $ duizhao edit 17316737d519ce6916fe08dbcf960e79 --undo

Exit status:
  0   done
  64  it is not said what to do, or with which pair
  66  the corpus has no such pair, or nothing waits to be settled or undone
  75  another process holds the corpus
`;

/** What the command line said. */
export interface EditFlags {
  readonly corpus: string;
  readonly zh?: string;
  readonly en?: string;
  readonly state?: DecidedState;
  readonly note?: string;
  readonly take?: 'mine' | 'machine';
  readonly conflicts?: boolean;
  readonly undo?: boolean;
  readonly who?: string;
  readonly json?: boolean;
}

/** `duizhao edit`. */
export function addEdit(program: Command, io: Io): void {
  program
    .command('edit')
    .summary('decide on pairs, settle conflicts, undo it')
    .description('Decide on pairs: texts, accepted or rejected; settle conflicts.')
    .argument('[ids...]', 'ids of pairs, or the first four or more figures of them')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--zh <text>', 'the Chinese text as it should be')
    .option('--en <text>', 'the English text as it should be')
    .addOption(
      new Option('--state <state>', 'what becomes of the pair').choices([
        'accepted',
        'edited',
        'rejected',
      ]),
    )
    .option('--note <text>', 'why; kept with the decision')
    .addOption(
      new Option('--take <side>', 'settle a conflict for one side').choices(['mine', 'machine']),
    )
    .option('--conflicts', 'with --take: every conflict that waits')
    .option('--undo', 'take back what was last done by hand')
    .option('--who <name>', 'who decides (default: your login name)')
    .option('--json', 'the pairs as JSON Lines on standard output')
    .addHelpText('after', HELP)
    .action(async (ids: string[], flags: EditFlags) => {
      const { editPairs } = await import('../edit.js');
      await editPairs(ids, flags, io);
    });
}
