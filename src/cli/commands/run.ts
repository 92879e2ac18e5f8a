import type { Command } from 'commander';
import type { Io } from '../io.js';
import { milliseconds, wholeNumber } from '../arguments.js';
import { crawlProgressOn } from '../crawl-progress.js';
import { progressOn } from '../progress.js';
import { gatherRejects } from '../rejects.js';

const HELP = `
The main job: fetches or reads, extracts, splits, aligns, cleans, and writes
NAME.tmx (CAT tools), NAME.csv (spreadsheets, R, pandas), NAME.jsonl (every
field) and report.html (what became of every text). The folder is a corpus
afterwards: run it again and only what is new is worked on. --anonymise is for
these four files; corpus.db and archive/ keep every text as it was found.

Examples:
  One article, or a folder of them:
    $ duizhao run article.txt -o corpus
    $ duizhao run articles/ -o corpus
  A site (its webmaster must be able to reach you; duizhao.yaml can say it too):
    $ duizhao run https://example.org/news/ -o corpus --contact you@example.org
  A site that has a recipe, of your own or of those that ship:
    $ duizhao run site.yaml -o corpus
    $ duizhao run https://fao.example.gov.cn/ --recipe foreign-affairs-office \\
        -o corpus
  A Chinese file and its English translation:
    $ duizhao run --pair book.zh.txt book.en.txt -o corpus

Exit status:
  0    written, or nothing new
  1    no pair was found; the summary says which stage lost the text
  64   the command line is wrong, or a public site and no contact
  65   an input is wrong
  66   an input is missing
  69   a site cannot be reached
  73   the folder cannot be written
  75   another process holds the corpus
  78   duizhao.yaml or a site.yaml is wrong
  130  interrupted; the same command goes on where it stopped
`;

/** `duizhao run`. */
export function addRun(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('run')
    .summary('from a site or files to TMX, CSV and a report')
    .description('Do everything: from a website or files to TMX, CSV and a report.')
    .argument('<input...>', 'URLs, a site.yaml, files and folders')
    .requiredOption('-o, --out <folder>', 'folder for the results; made if missing')
    .option('--name <name>', 'name of the result files, without extension', 'corpus')
    .option('--excel', 'CSV for Excel: byte order mark, formulas guarded')
    .option('--anonymise', 'replace mails, phone, identity and card numbers')
    .option('--pair', 'the two inputs are one text, Chinese first')
    .option('--lines', 'with --pair: each line is one sentence already')
    .option('--contact <who>', 'web page or mail address of yours, for webmasters')
    .option('--recipe <name>', 'a site recipe that ships, or the path of one')
    .option('--allow-private', 'let the crawler fetch from private addresses')
    .option('--delay <ms>', 'pause between two requests to a host', milliseconds)
    .option('--max-pages <number>', 'stop fetching after so many pages', wholeNumber)
    .option('-w, --workers <number>', 'worker threads (default: one a core)', wholeNumber)
    .option('--force', 'overwrite result files that duizhao did not write')
    .option('-q, --quiet', 'no progress')
    .option('--json', 'the summary as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (inputs: string[], options: RunFlags) => {
      const { describeRun, runAll } = await import('../../pipeline/index.js');
      const { run, rejects } = gatherRejects(io.signal);
      const progress = progressOn(io, options.quiet === true);
      const { show: onCrawl } = crawlProgressOn(io, options.quiet === true);
      const all = { ...options, clock: io.now, progress, onCrawl };
      const summary = await runAll(inputs, all, run);
      if (options.json === true) await io.out(`${JSON.stringify({ ...summary, rejects })}\n`);
      else await io.err(describeRun(summary, rejects));
      if (summary.kept === 0) answer(1);
    });
}

interface RunFlags {
  readonly out: string;
  readonly name: string;
  readonly excel?: boolean;
  readonly anonymise?: boolean;
  readonly pair?: boolean;
  readonly lines?: boolean;
  readonly contact?: string;
  readonly recipe?: string;
  readonly allowPrivate?: boolean;
  readonly delay?: number;
  readonly maxPages?: number;
  readonly workers?: number;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}
