import type { Page } from '../../src/model/index.js';
import { DuizhaoError, type Reject } from '../../src/kit/index.js';
import { crawlSite, type CrawlOptions, type CrawlProgress } from '../../src/crawl/index.js';

/** What a whole crawl gave. */
export interface Crawled {
  readonly pages: readonly Page[];
  readonly rejects: readonly Reject[];
  /** `crawl.unreachable`, when it ended so; other failures are thrown. */
  readonly failure: string | undefined;
  /** What it said then. */
  readonly message: string;
  readonly progress: CrawlProgress;
  /** Paths of the pages, in the order they came. */
  readonly paths: readonly string[];
  /** Reasons given for one path. */
  readonly reasonsFor: (path: string) => string[];
}

/** Crawls a loopback site without pauses, unless told otherwise, and collects everything. */
export async function crawlAll(seed: string, options: CrawlOptions = {}): Promise<Crawled> {
  const rejects: Reject[] = [];
  const run = {
    signal: new AbortController().signal,
    onReject: (reject: Reject) => rejects.push(reject),
  };
  const crawl = crawlSite({ seeds: [seed], allowPrivate: true, delayMs: 0, ...options }, run);
  const pages: Page[] = [];
  let failure: string | undefined;
  let message = '';
  try {
    for await (const page of crawl) pages.push(page);
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.failure.code !== 'crawl.unreachable') throw error;
    failure = error.failure.code;
    message = error.message;
  }
  const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '');
  return {
    pages,
    rejects,
    failure,
    message,
    progress: crawl.progress(),
    paths: pages.map(({ origin }) => pathOf(origin.finalUrl ?? origin.location)),
    reasonsFor: (path) =>
      rejects.filter(({ id }) => pathOf(id) === path).map(({ reason }) => reason),
  };
}
