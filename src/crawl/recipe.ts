import { parseConfig, z } from '../kit/config.js';
import { selectors } from './selectors.js';

const patterns = z.array(z.string().min(1)).optional();

/** Everything a `site.yaml` may say; an unknown key is an error. */
const schema = z.strictObject({
  /** Name of the site, kept with every page; without it, what the page's meta tags say. */
  name: z.string().min(1).optional(),
  /** What is known of the rights in its texts, kept with every pair. */
  licence: z.string().min(1).optional(),
  /** May be left out where a URL is given beside the recipe: one recipe for a family of sites. */
  start: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .optional(),
  /** URLs that are lists: fetched for their links, handed on to nobody. */
  list: patterns,
  /** URLs that are articles: the only ones handed on, when given. */
  article: patterns,
  include: patterns,
  exclude: patterns,
  /** Seconds between two requests. */
  delay: z.number().min(0).max(3_600).optional(),
  depth: z.int().min(0).max(100).optional(),
  /** Requests a day. */
  daily: z.int().min(1).optional(),
  /** Megabytes a day, as sent over the wire. */
  dailyMegabytes: z.number().positive().optional(),
  /** Hours without requests: `08:00-20:00`. */
  quiet: z.string().optional(),
  sitemaps: z.boolean().optional(),
  /** Where its pages keep article, title and date, for extraction. */
  selectors: selectors.optional(),
});

/** A site known well enough to say which of its pages are worth fetching. */
export type SiteRecipe = z.output<typeof schema>;

/**
 * Reads a `site.yaml`.
 *
 * @param file - name used in errors
 * @throws DuizhaoError `config.not-yaml` or `config.invalid`, with the line
 */
export function parseRecipe(text: string, file: string): SiteRecipe {
  return parseConfig(text, schema, file);
}
