import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ImportOptions } from '../../pipeline/index.js';
import { wholeNumber } from '../arguments.js';
import { namingFormat } from '../format-talk.js';
import { importToldOf, undecidedToldOf } from '../import-talk.js';
import type { Io } from '../io.js';
import { progressOn } from '../progress.js';
import { addColumnFlags, inlineTagsOption, readOptionsOf, type ReadFlags } from '../read-flags.js';
import { gatherRejects } from '../rejects.js';
import { readNotesOf } from '../read-notes.js';
import { variantsOption } from '../variants.js';

const HELP = `
Takes what "duizhao export" and "duizhao convert" write, and what other tools
write: TMX, CSV, TSV, XLSX, JSON Lines, XLIFF, Parquet, TEI, DOCX, Moses and
InterText. A pair is recognised by its id, or by its very texts: a changed text
or state counts as an edit by whoever --who names. Decisions of other people are
not overruled; a text beside theirs comes in as a pair of its own, with the file
as its origin. So do pairs the corpus does not know, with the next build; what
the file says was decided on them is taken over when it is imported again.
Tables and plain lines may be in GB18030 or Big5, as Excel writes them, too.
A failed import leaves the corpus as it was.

Examples:
  A table that somebody has corrected:
    $ duizhao import corrected.xlsx --who "Li Hua"
  A translation memory from elsewhere, and what "duizhao build" makes of it:
    $ duizhao import memory.tmx --build
  A table of somebody else's making; one whose first row is a pair already:
    $ duizhao import table.csv --zh-column "Source text" --en-column Target
    $ duizhao import tatoeba.tsv --zh-column 2 --en-column 1
  JSON Lines whose texts are in fields of other names, or inside objects:
    $ duizhao import set.jsonl --zh-column text.target --en-column text.source

Exit status:
  0   imported
  65  the file is not what its name says, or holds no pair
  66  the file or the corpus is missing
  75  another process holds the corpus
`;

/** `duizhao import`. */
export function addImport(program: Command, io: Io): void {
  const command = program
    .command('import')
    .summary('bring a file of pairs into the corpus')
    .description('Bring a file of pairs into the corpus: edits, or new pairs.')
    .argument('<file>', 'file of pairs; its extension names the format')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--format <name>', 'format of the file, whatever its name')
    .option('--who <name>', 'whose work it is (default: the name of the file)')
    .option('--overrule', 'decisions of other people give way')
    .addOption(variantsOption())
    .addOption(inlineTagsOption())
    .option('--zh-code <code>', 'which Chinese of a TMX is meant, if several: zh-TW')
    .option('--en-code <code>', 'which English of a TMX is meant, if several: en-GB');
  addColumnFlags(command)
    .option('--build', 'build the corpus, too; sooner done than by itself')
    .option('-w, --workers <number>', 'with --build: threads (default: one a core)', wholeNumber)
    .option('-q, --quiet', 'no progress, nor what the corpus holds, nor columns not taken')
    .option('--json', 'the summary as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: ImportFlags) => {
      const options = {
        who: flags.who ?? basename(file),
        overrules: flags.overrule === true,
        ...(flags.format === undefined ? {} : { format: flags.format }),
        ...readOptionsOf(flags),
      };
      const task = flags.build === true ? importAndBuild : importOnly;
      await namingFormat('--format', () => task(file, options, flags, io));
    });
}

async function importOnly(
  file: string,
  options: ImportOptions,
  { corpus, quiet, json }: ImportFlags,
  io: Io,
): Promise<void> {
  const { importPairs, withCorpus } = await import('../../pipeline/index.js');
  const summary = await withCorpus(corpus, { clock: io.now }, (opened) =>
    importPairs(opened, file, options),
  );
  if (json === true) await io.out(`${JSON.stringify(summary)}\n`);
  if (quiet !== true) await io.err(readNotesOf(summary));
  const next = summary.new + summary.kept > 0 ? 'next: duizhao build\n' : '';
  await io.err(importToldOf(summary) + next + undecidedToldOf(summary, 'after the build'));
}

async function importAndBuild(
  file: string,
  options: ImportOptions,
  { corpus, workers, quiet, json }: ImportFlags,
  io: Io,
): Promise<void> {
  const pipeline = await import('../../pipeline/index.js');
  const { run, rejects } = gatherRejects(io.signal);
  const build = {
    ...(workers === undefined ? {} : { workers }),
    ...{ clock: io.now, progress: progressOn(io, quiet === true) },
  };
  const { imported, built } = await pipeline.importAndBuild(
    ...[corpus, file, { import: options, build }, run],
  );
  if (json === true) await io.out(`${JSON.stringify({ ...imported, build: built })}\n`);
  if (quiet !== true) await io.err(readNotesOf(imported));
  const told = importToldOf(imported) + pipeline.describeBuild(built, rejects);
  await io.err(told + (quiet === true ? '' : await pipeline.describeCorpus(corpus)));
  await io.err(undecidedToldOf(imported, 'now they are built'));
}

interface ImportFlags extends ReadFlags {
  readonly corpus: string;
  readonly format?: string;
  readonly who?: string;
  readonly overrule?: boolean;
  readonly build?: boolean;
  readonly workers?: number;
  readonly quiet?: boolean;
  readonly json?: boolean;
}
