import { crawlSite, type CrawlOptions, type CrawlProgress } from '../crawl/index.js';
import type { Run } from '../kit/index.js';
import type { Page } from '../model/index.js';

/**
 * Fetches sites into the corpus folder's archive; pages arrive as fetched.
 *
 * What is known is asked for again, with conditions: a run gives the corpus as the site is now.
 */
export function fetchSites(
  options: CrawlOptions,
  forgotten: readonly string[],
  onProgress: ((progress: CrawlProgress) => void) | undefined,
  run: Run,
): AsyncIterable<Page> {
  const following = onProgress === undefined ? {} : { onProgress };
  return crawlSite({ ...options, forgotten, update: true, ...following }, run);
}
