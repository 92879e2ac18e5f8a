import type { Command } from 'commander';
import { jsonLine } from '../../kit/index.js';
import type { Io } from '../io.js';
import { gatherRejects } from '../rejects.js';

const HELP = `
Text, Markdown, HTML, Word (.docx), PDF, EPUB and subtitles (.srt, .vtt) are
read. Folders and zip archives are searched for such files; NAME.zh.txt and
NAME.en.txt, or zh/NAME and en/NAME, are a pair. What duizhao wrote itself, a
corpus in a folder or a report, is passed over. The bytes are kept in the
corpus, so the files may go away afterwards. Adding a file again is harmless:
only new bytes count.

Examples:
  Add two articles and everything in a folder:
    $ duizhao add a.txt b.html articles/
  A book, a film's subtitles and an archive of contracts:
    $ duizhao add book.epub film.zh.srt film.en.srt contracts.zip
  A Chinese file and its English translation:
    $ duizhao add --pair book.zh.txt book.en.txt

Exit status:
  0   everything was added
  65  nothing that could be read
  66  a path does not exist
`;

/** `duizhao add`. */
export function addAdd(program: Command, io: Io): void {
  program
    .command('add')
    .summary('put local files into the corpus')
    .description('Put files, folders and pairs of files into the corpus.')
    .argument('<path...>', 'files and folders')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--pair', 'the two paths are one text, Chinese first')
    .option('--lines', 'with --pair: each line is one sentence already')
    .option('--json', 'what was added as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: AddOptions) => {
      const { addPaths, withCorpus } = await import('../../pipeline/index.js');
      const { rejects, run } = gatherRejects(io.signal);
      const summary = await withCorpus(options.corpus, { clock: io.now }, (corpus) =>
        addPaths(corpus, paths, run, options),
      );
      for (const { id, message, reason } of rejects)
        await io.err(`passed over ${id}: ${message ?? reason}\n`);
      if (options.json === true) await io.out(jsonLine({ ...summary, passedOver: rejects }));
      else
        await io.err(
          `${summary.new} new, ${summary.changed} changed, ${summary.unchanged} known already\n` +
            (summary.new + summary.changed > 0 ? 'next: duizhao build\n' : ''),
        );
    });
}

interface AddOptions {
  readonly corpus: string;
  readonly pair?: boolean;
  readonly lines?: boolean;
  readonly json?: boolean;
}
