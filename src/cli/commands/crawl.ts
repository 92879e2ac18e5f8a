import { type Command, Option } from 'commander';
import type { CrawlOptions } from '../../crawl/index.js';
import type { CrawlWishes } from '../../pipeline/index.js';
import { EXIT } from '../../kit/index.js';
import { countFromZero, milliseconds, wholeNumber } from '../arguments.js';
import { countRejects } from '../count-rejects.js';
import { crawlProgressOn, crawlTable } from '../crawl-progress.js';
import { describePlan, describeWhy } from '../crawl-words.js';
import type { Io } from '../io.js';

const HELP = `
Fetches a site into the corpus, one page at a time, by its robots.txt. Stop it
whenever you like: the same command goes on where it stopped. The pages are kept
as WARC files in archive/, so nothing has to be fetched twice.

A start is a URL, or one site.yaml that says more about a site (--learn
proposes one). A public site needs a contact its webmaster can turn to: in
duizhao.yaml, or with --contact.

Examples:
  What would be done, without doing it:
    $ duizhao crawl https://fao.example.gov.cn/ --dry-run
  Do it, or go on with it:
    $ duizhao crawl https://fao.example.gov.cn/ --contact you@example.org
  Next month, only what is new or changed:
    $ duizhao crawl https://fao.example.gov.cn/ --update
  Why is this page not in the corpus?
    $ duizhao crawl --why https://fao.example.gov.cn/en/a.html
  A recipe for a site, to be read and corrected:
    $ duizhao crawl --learn https://fao.example.gov.cn/ > site.yaml
    $ duizhao crawl site.yaml

Exit status:
  0    everything that may be fetched is fetched, or a limit was reached
  1    --why: the URL was not fetched
  64   the command line is wrong, or a public site and no contact
  66   no such recipe; --why: nothing was crawled here yet
  69   no page could be had: hosts do not answer, or not to us
  75   another crawl is at work in this corpus
  78   a site.yaml or duizhao.yaml is wrong
  130  interrupted; the same command goes on where it stopped
`;

/** `duizhao crawl`. */
export function addCrawl(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('crawl')
    .summary('fetch a site into the corpus, politely')
    .description('Fetch sites into the corpus: politely, exactly, and resumably.')
    .argument('[start...]', 'URLs, or the site.yaml of a site')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--contact <who>', 'web page or mail address in the user agent')
    .option('--recipe <name>', 'a recipe that ships, or the path of one')
    .option('--update', 'ask again for everything known, if it has changed')
    .option('--delay <ms>', 'pause between two requests to a host', milliseconds)
    .option('--max-pages <number>', 'stop after so many pages', wholeNumber)
    .option('--depth <number>', 'links from a start at most', countFromZero)
    .option('--include <pattern...>', 'only URLs like these: /en/**, *.html')
    .option('--exclude <pattern...>', 'no URLs like these')
    .option('--quiet-hours <hours>', 'hours to rest, Chinese time: 08:00-20:00')
    .option('--daily-pages <number>', 'requests to a host a day', wholeNumber)
    .option('--daily-megabytes <number>', 'what they may bring a day', wholeNumber)
    .option('--office-files', 'take PDF and office files too')
    .addOption(
      new Option('--reserved <how>', 'pages whose rights are reserved against mining')
        .choices(['skip', 'mark'])
        .default('skip'),
    )
    .option('--allow-private', 'let it fetch from loopback and private networks')
    .option('--dry-run', 'show the plan: hosts, rules, pauses; fetch no page')
    .option('--why <url>', 'tell what became of a URL, and why')
    .option('--learn <url>', 'propose a site.yaml from a few pages')
    .option('-q, --quiet', 'no progress')
    .option('--json', 'the result as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (starts: string[], flags: CrawlFlags) => {
      if (flags.why !== undefined) await why(flags.why, flags, io, answer);
      else if (flags.learn !== undefined) await learn(flags.learn, flags, io);
      else if (flags.dryRun === true) await plan(starts, flags, io);
      else await crawl(starts, flags, io);
    });
}

interface CrawlFlags extends CrawlWishes {
  readonly corpus: string;
  readonly dryRun?: boolean;
  readonly why?: string;
  readonly learn?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

async function crawl(starts: readonly string[], flags: CrawlFlags, io: Io): Promise<void> {
  const { crawlSite } = await import('../../crawl/index.js');
  const { addPages, initCorpus, withCorpus } = await import('../../pipeline/index.js');
  const { run, counts } = countRejects(io.signal);
  const options = await optionsOf(starts, flags);
  await initCorpus(flags.corpus, io.now);
  const progress = crawlProgressOn(io, flags.quiet === true);
  const { summary, end } = await withCorpus(flags.corpus, { clock: io.now }, async (corpus) => {
    const forgotten = corpus.forgotten();
    const crawling = crawlSite({ ...options, forgotten, onProgress: progress.show }, run);
    try {
      return { summary: await addPages(corpus, crawling, run), end: crawling.progress() };
    } finally {
      progress.end();
    }
  });
  if (flags.json === true) {
    await io.out(`${JSON.stringify({ pages: summary, ...end, reasons: counts() })}\n`);
  } else await io.err(crawlTable(end, counts(), summary));
}

async function plan(starts: readonly string[], flags: CrawlFlags, io: Io): Promise<void> {
  const { planCrawl } = await import('../../crawl/index.js');
  const { run } = countRejects(io.signal);
  const planned = await planCrawl(await optionsOf(starts, flags), run);
  await io.out(flags.json === true ? `${JSON.stringify(planned)}\n` : describePlan(planned));
}

async function why(
  url: string,
  flags: CrawlFlags,
  io: Io,
  answer: (code: number) => void,
): Promise<void> {
  const { whyNot } = await import('../../crawl/index.js');
  const found = whyNot(flags.corpus, url);
  await io.out(flags.json === true ? `${JSON.stringify(found)}\n` : describeWhy(found));
  if (found.visits.length === 0) answer(EXIT.negative);
}

async function learn(url: string, flags: CrawlFlags, io: Io): Promise<void> {
  const { learnRecipe } = await import('../../crawl/index.js');
  const { run } = countRejects(io.signal);
  await io.out(await learnRecipe(await optionsOf([url], flags), run));
}

async function optionsOf(starts: readonly string[], flags: CrawlFlags): Promise<CrawlOptions> {
  const { crawlOptionsFor, readSettings } = await import('../../pipeline/index.js');
  return crawlOptionsFor(starts, flags, await readSettings(flags.corpus), flags.corpus);
}
