import type { Command } from 'commander';
import type { CrawlOptions } from '../../crawl/index.js';
import { EXIT } from '../../kit/index.js';
import { milliseconds, wholeNumber } from '../arguments.js';
import { countRejects } from '../count-rejects.js';
import { crawlProgressOn, crawlTable } from '../crawl-progress.js';
import { describePlan, describeWhy } from '../crawl-words.js';
import type { Io } from '../io.js';

const HELP = `
Fetches a site into the corpus, one page at a time, by its robots.txt. Stop it
whenever you like: the same command goes on where it stopped. The pages are kept
as WARC files in archive/, so nothing has to be fetched twice.

A start is a URL, or a site.yaml that says more about a site (--learn proposes
one). A public site needs a contact its webmaster can turn to: in duizhao.yaml,
or with --contact.

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
    .argument('[start...]', 'URLs and site.yaml files')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--contact <who>', 'web page or mail address in the user agent')
    .option('--recipe <name>', 'a recipe that ships, or the path of one')
    .option('--update', 'ask again for everything known, if it has changed')
    .option('--delay <ms>', 'pause between two requests to a host', milliseconds)
    .option('--max-pages <number>', 'stop after so many pages', wholeNumber)
    .option('--depth <number>', 'links from a start at most', wholeNumber)
    .option('--include <pattern...>', 'only URLs like these: /en/**, *.html')
    .option('--exclude <pattern...>', 'no URLs like these')
    .option('--quiet-hours <hours>', 'hours to rest, Chinese time: 08:00-20:00')
    .option('--office-files', 'take PDF and office files too')
    .option('--reserved <how>', 'rights reserved against mining: skip or mark', 'skip')
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

interface CrawlFlags {
  readonly corpus: string;
  readonly contact?: string;
  readonly recipe?: string;
  readonly update?: boolean;
  readonly delay?: number;
  readonly maxPages?: number;
  readonly depth?: number;
  readonly include?: string[];
  readonly exclude?: string[];
  readonly quietHours?: string;
  readonly officeFiles?: boolean;
  readonly reserved: string;
  readonly allowPrivate?: boolean;
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
  const options = await crawlOptions(starts, flags);
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
  const planned = await planCrawl(await crawlOptions(starts, flags), run);
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
  await io.out(await learnRecipe(await crawlOptions([url], flags), run));
}

/** Flags before recipe before settings file before defaults. */
async function crawlOptions(starts: readonly string[], flags: CrawlFlags): Promise<CrawlOptions> {
  const { readRecipe } = await import('../../crawl/index.js');
  const { readSettings } = await import('../../pipeline/index.js');
  const { crawl: settings, licence } = await readSettings(flags.corpus);
  const file = flags.recipe ?? starts.find(isRecipe);
  const recipe = file === undefined ? undefined : await readRecipe(file);
  const delayMs = flags.delay ?? (recipe?.delay === undefined ? settings?.delayMs : undefined);
  const merged =
    licence === undefined || recipe?.licence !== undefined ? recipe : { ...recipe, licence };
  const values = {
    recipe: merged,
    contact: flags.contact ?? settings?.contact,
    delayMs,
    maxPages: flags.maxPages ?? settings?.maxPages,
    maxDepth: flags.depth,
    include: flags.include,
    exclude: flags.exclude,
    quietHours: flags.quietHours,
  };
  return {
    ...defined(values),
    seeds: starts.filter((start) => !isRecipe(start)),
    folder: flags.corpus,
    reserved: flags.reserved === 'mark' ? 'mark' : 'skip',
    update: flags.update === true,
    officeFiles: flags.officeFiles === true,
    allowPrivate: flags.allowPrivate === true,
  };
}

function isRecipe(start: string): boolean {
  return /\.ya?ml$/i.test(start) && !/^https?:/i.test(start);
}

/** The same object without the keys that have no value. */
function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
