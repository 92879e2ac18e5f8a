import { join } from 'node:path';

/** Files of a crawl inside a corpus folder. */
export interface CrawlFiles {
  /** The frontier: every URL and what became of it. */
  readonly frontier: string;
  /** Held while a crawl is running. */
  readonly lock: string;
  /** Folder of the WARC files. */
  readonly archive: string;
}

/** Where a corpus folder keeps its crawl. */
export function crawlFiles(folder: string): CrawlFiles {
  return {
    frontier: join(folder, 'crawl.db'),
    lock: join(folder, 'crawl.lock'),
    archive: join(folder, 'archive'),
  };
}
