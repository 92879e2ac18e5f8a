import type { Command } from 'commander';
import type { Io } from '../io.js';
import { unitNumber } from '../arguments.js';

const HELP = `
The extension of the file names the format. Without options all pairs that were
not rejected are written.

Examples:
  A translation memory for OmegaT:
    $ duizhao export corpus.tmx --profile omegat
  A table for Excel, only pairs that score 0.9 and more:
    $ duizhao export good.csv --excel --min-score 0.9
  Everything with its reasons, rejected pairs included:
    $ duizhao export all.jsonl --state new,accepted,edited,rejected

Exit status:
  0   written
  64  the format is not known
  66  the folder is not a corpus
  73  the file cannot be written, or exists (use --force)
`;

/** `duizhao export`. */
export function addExport(program: Command, io: Io): void {
  program
    .command('export')
    .summary('write pairs to TMX, CSV, JSON Lines')
    .description('Write pairs of the corpus to a file.')
    .argument('<file>', 'where; its extension names the format')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--state <list>', 'states to write, separated by commas', 'new,accepted,edited')
    .option('--min-score <number>', 'only pairs that score at least this', unitNumber)
    .option('--columns <list>', 'columns of a table, separated by commas')
    .option('--excel', 'for Excel: byte order mark, formulas guarded')
    .option('--profile <tool>', 'habits of a CAT tool: omegat, trados, memoq, heartsome')
    .option('--anonymise', 'replace mails, phone, identity and card numbers')
    .option('--force', 'overwrite an existing file')
    .addHelpText('after', HELP)
    .action(async (file: string, options: ExportFlags) => {
      const { exportCorpus } = await import('../../pipeline/index.js');
      const { files, pairs, losses } = await exportCorpus(options.corpus, file, options);
      for (const { name, count } of losses) await io.err(`${name}: ${count}\n`);
      await io.err(`${pairs} pairs in ${files.join(', ')}\n`);
    });
}

interface ExportFlags {
  readonly corpus: string;
  readonly state: string;
  readonly minScore?: number;
  readonly columns?: string;
  readonly excel?: boolean;
  readonly profile?: string;
  readonly anonymise?: boolean;
  readonly force?: boolean;
}
