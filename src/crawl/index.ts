/** The door of the room that fetches sites: politely, exactly, restartably. */
export { crawlSite } from './crawl.js';
export type { Crawl } from './crawl.js';
export type { CrawlOptions } from './options.js';
export type { CrawlProgress, HostProgress } from './progress.js';
export { parseRecipe } from './recipe.js';
export type { SiteRecipe } from './recipe.js';
export { readWarc } from './warc-read.js';
export { CRAWL_DEFAULTS } from './defaults.js';
export { systemClock } from './clock.js';
export type { Clock } from './clock.js';
export type { Address, Resolve } from './address.js';
