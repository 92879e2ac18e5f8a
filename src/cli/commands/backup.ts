import type { Command } from 'commander';
import { counted } from '../counted.js';
import type { Io } from '../io.js';

const HELP = `
The copy holds one moment of the corpus, whatever is being built or crawled
meanwhile, and is a corpus itself: every command works on it with -C. Settings
(duizhao.yaml), learned words (lexicon.jsonl) and rules of segmentation beside
them are copied too, the crawler's archive is not: pages are in the database. A
corpus whose file is damaged is not copied, and a copy that is there then stays.
A corpus made by an earlier version is copied as it is: do so before the first
build with a new version, which brings the original up to date.

Examples:
  A copy beside the corpus:
    $ duizhao backup ../corpus-2026-01-02
  The same name every night, on another disk:
    $ duizhao backup -C corpus /mnt/backup/corpus --force

Exit status:
  0   the copy is complete
  64  the folder is that of the corpus itself
  65  the corpus is damaged; "duizhao verify" says where
  66  the folder is not a corpus
  73  it cannot be written, or a corpus is there already (use --force)
`;

/** `duizhao backup`. */
export function addBackup(program: Command, io: Io): void {
  program
    .command('backup')
    .summary('copy the corpus while it is in use')
    .description('Write a consistent copy of the corpus into another folder.')
    .argument('<folder>', 'where; it is made when it does not exist')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--force', 'put it in place of a corpus that is there')
    .option('--json', 'the result as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: BackupFlags) => {
      const { backupCorpus } = await import('../backup.js');
      const made = await backupCorpus(options.corpus, folder, options.force === true);
      if (options.json === true) await io.out(`${JSON.stringify(made)}\n`);
      else await io.err(`${counted(made.pairs, 'pair')}, ${made.bytes} bytes in ${made.file}\n`);
    });
}

interface BackupFlags {
  readonly corpus: string;
  readonly force?: boolean;
  readonly json?: boolean;
}
