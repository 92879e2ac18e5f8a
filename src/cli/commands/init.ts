import type { Command } from 'commander';
import { jsonLine } from '../../kit/index.js';
import type { Io } from '../io.js';

const HELP = `
Makes a corpus folder: a commented duizhao.yaml and an empty corpus.db. A folder
that is a corpus already is left as it is.

Examples:
  A corpus in a new folder:
    $ duizhao init my-corpus
  Then fill it:
    $ cd my-corpus
    $ duizhao add ../articles
    $ duizhao build
    $ duizhao export corpus.tmx

Exit status:
  0   the folder is a corpus now
  73  the folder cannot be written
`;

/** `duizhao init`. */
export function addInit(program: Command, io: Io): void {
  program
    .command('init')
    .summary('make a corpus folder')
    .description('Make a corpus folder with a commented settings file.')
    .argument('[folder]', 'where; made if it does not exist', '.')
    .option('--json', 'the files made as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: { readonly json?: boolean }) => {
      const { initCorpus } = await import('../../pipeline/index.js');
      const made = await initCorpus(folder, io.now);
      if (options.json === true) await io.out(jsonLine({ folder, made }));
      else
        await io.err(
          made.length === 0
            ? `"${folder}" is a corpus already; nothing was changed\n`
            : `made ${made.join(' and ')}\nnext: duizhao add PATH… (in that folder), then duizhao build\n`,
        );
    });
}
