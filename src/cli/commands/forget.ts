import type { Command } from 'commander';
import { DuizhaoError, EXIT } from '../../kit/errors.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';

const HELP = `
For a takedown: removes a page, or a whole site, with everything made from it:
the fetched bytes, the archive records, documents, pairs, people's decisions and
index entries. Space is overwritten, not only marked free. What stays is that it
was done, when and by whom; the URL is not fetched or added again by itself,
unless --allow lifts the takedown.

Files exported earlier are not touched: export them again.

Examples:
  One page:
    $ duizhao forget https://fao.example.gov.cn/en/a.html --by "legal, case 7"
  A site with all its subdomains:
    $ duizhao forget example.gov.cn
  What has been taken down so far:
    $ duizhao forget --list
  It may come back, when next crawled or added:
    $ duizhao forget --allow https://fao.example.gov.cn/en/a.html

Exit status:
  0   removed; --allow: lifted
  1   nothing of that name was there; it is refused from now on all the same;
      --allow: there was no such takedown
  64  neither a URL nor a host name
  75  a crawl or build is at work in this corpus
`;

/** `duizhao forget`. */
export function addForget(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('forget')
    .summary('take down a page or a site')
    .description('Remove a page or a site, and everything made from it.')
    .argument('[target]', 'a URL, or a host name for a whole site')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--by <who>', 'who asks for it, kept on record', 'unnamed')
    .option('--list', 'show what has been taken down')
    .option('--allow', 'lift the takedown of the target; it stays on record')
    .option('--json', 'the result as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (target: string | undefined, flags: ForgetFlags) => {
      if (flags.list === true) await list(flags, io);
      else if (target === undefined) throw noTarget();
      else if (flags.allow === true) await allow(target, flags, io, answer);
      else await forget(target, flags, io, answer);
    });
}

interface ForgetFlags {
  readonly corpus: string;
  readonly by: string;
  readonly list?: boolean;
  readonly allow?: boolean;
  readonly json?: boolean;
}

async function forget(
  target: string,
  flags: ForgetFlags,
  io: Io,
  answer: (code: number) => void,
): Promise<void> {
  const { forgetPages, systemClock } = await import('../../crawl/index.js');
  const { withCorpus } = await import('../../pipeline/index.js');
  const clock = { ...systemClock, now: () => io.now().getTime() };
  const archive = forgetPages(flags.corpus, target, clock);
  const corpus = await withCorpus(flags.corpus, { clock: io.now }, (open) =>
    Promise.resolve(open.forget(storeTarget(target), flags.by)),
  );
  const { locations, documents, pairs, copies } = corpus;
  const sum = {
    target: archive.target,
    records: archive.records,
    locations,
    documents,
    pairs,
    copies,
  };
  if (flags.json === true) await io.out(`${JSON.stringify(sum)}\n`);
  else {
    await io.err(
      `${counted(locations.length, 'page')}, ${counted(documents, 'document')}, ${counted(pairs, 'pair')} and ${counted(archive.records, 'archive record')} removed\n` +
        copies.map((copy) => `the same text stays at ${copy}\n`).join(''),
    );
  }
  if (archive.pages + locations.length === 0) answer(EXIT.negative);
}

async function allow(
  target: string,
  flags: ForgetFlags,
  io: Io,
  answer: (code: number) => void,
): Promise<void> {
  const { allowPages } = await import('../../crawl/index.js');
  const { withCorpus } = await import('../../pipeline/index.js');
  const urls = allowPages(flags.corpus, target);
  const lifted = await withCorpus(flags.corpus, { clock: io.now }, (corpus) =>
    Promise.resolve(corpus.allow(storeTarget(target))),
  );
  if (flags.json === true) await io.out(`${JSON.stringify({ target, lifted, urls })}\n`);
  else await io.err(`${lifted} takedowns lifted, ${urls} URLs in the queue again\n`);
  if (lifted === 0) answer(EXIT.negative);
}

function noTarget(): DuizhaoError {
  return new DuizhaoError({
    code: 'forget.no-target',
    exit: 'usage',
    message: 'nothing to take down was named',
    hint: 'name a URL or a host; what has been taken down so far: duizhao forget --list',
  });
}

function storeTarget(
  target: string,
): { kind: 'location'; location: string } | { kind: 'site'; host: string } {
  return /^https?:\/\//i.test(target)
    ? { kind: 'location', location: target }
    : { kind: 'site', host: target };
}

async function list(flags: ForgetFlags, io: Io): Promise<void> {
  const { withCorpus } = await import('../../pipeline/index.js');
  const all = await withCorpus(flags.corpus, { clock: io.now }, (corpus) =>
    Promise.resolve(corpus.takedowns()),
  );
  if (flags.json === true) {
    await io.out(`${JSON.stringify(all)}\n`);
    return;
  }
  for (const { target, at, who, counts, allowedAt } of all) {
    const { sources, documents, pairs } = counts;
    const lifted = allowedAt === undefined ? '' : `; allowed again ${allowedAt}`;
    await io.out(
      `${at} ${target}: ${counted(sources, 'page')}, ${counted(documents, 'document')}, ${counted(pairs, 'pair')}, by ${who}${lifted}\n`,
    );
  }
}
