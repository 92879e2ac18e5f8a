import { crawlSite, type CrawlOptions } from '../crawl/index.js';
import type { Run } from '../kit/index.js';
import type { Page } from '../model/index.js';
import type { RunAllOptions } from './run-all.js';
import type { Settings } from './settings.js';

/** Fetches the sites of the seeds into the corpus folder's archive; pages arrive as fetched. */
export async function* fetchSites(
  seeds: readonly string[],
  settings: Settings,
  options: RunAllOptions & { readonly forgotten: readonly string[] },
  run: Run,
): AsyncIterable<Page> {
  const { delayMs, maxPages, ...crawling } = settings.crawl ?? {};
  const contact = options.contact ?? crawling.contact;
  const limit = options.maxPages ?? maxPages;
  const pause = options.delay ?? delayMs;
  const crawl: CrawlOptions = {
    seeds,
    folder: options.out,
    forgotten: options.forgotten,
    update: true,
    ...(contact === undefined ? {} : { contact }),
    ...(pause === undefined ? {} : { delayMs: pause }),
    ...(limit === undefined ? {} : { maxPages: limit }),
    ...(options.allowPrivate === true ? { allowPrivate: true } : {}),
  };
  let fetched = 0;
  for await (const page of crawlSite(crawl, run)) {
    options.progress('fetch', (fetched += 1), 0);
    const licence = settings.licence;
    yield licence === undefined ? page : { ...page, origin: { ...page.origin, licence } };
  }
}
