import type { Page } from '../model/index.js';
import type { Run } from '../kit/index.js';
import { canonicalUrl } from './canonical.js';
import { crawlSite } from './crawl.js';
import { htmlText } from './html-text.js';
import type { CrawlOptions } from './options.js';
import { findPaging, shapeOf } from './paging.js';
import { scanHtml, type ScannedPage } from './scan-html.js';
import { siteOf } from './scope.js';

/** Pages looked at before a recipe is proposed. */
const SAMPLE = 12;
/** Links of one shape that make it the shape of articles, and a page that has them a list. */
const LIST_LINKS = 5;
/** Article patterns proposed at most. */
const MAX_PATTERNS = 8;

interface Seen {
  readonly url: string;
  readonly page: ScannedPage;
  /** URLs it links to, on the same site. */
  readonly links: readonly string[];
}

/**
 * Proposes a `site.yaml` from a few pages of a site, fetched as politely as any.
 *
 * Links with a number in their file name, of which there are five or more of one shape, are
 * taken for articles; pages full of them, or with paging, for lists. A person should read it.
 */
export async function learnRecipe(options: CrawlOptions, run: Run): Promise<string> {
  const seen: Seen[] = [];
  for await (const page of crawlSite({ ...options, folder: undefined, maxPages: SAMPLE }, run))
    seen.push(look(page));
  const articles = articleShapes(seen);
  const lists = seen.filter(({ links, url, page }) => isList(links, articles, url, page));
  return recipeText(options.seeds ?? [], seen, articles, lists);
}

function look({ origin, bytes, contentType }: Page): Seen {
  const url = origin.finalUrl ?? origin.location;
  const page = scanHtml(htmlText(bytes, contentType));
  const links = page.links
    .flatMap(({ href }) => canonicalUrl(href, url)?.url ?? [])
    .filter((link) => siteOf(link) === siteOf(url));
  return { url, page, links: [...new Set(links)] };
}

/** Shapes of article URLs, the most frequent first. */
function articleShapes(seen: readonly Seen[]): string[] {
  const found = new Map<string, Set<string>>();
  for (const link of seen.flatMap(({ links }) => links).filter(looksLikeArticle)) {
    const shape = shapeOf(link);
    found.set(shape, (found.get(shape) ?? new Set()).add(link));
  }
  return [...found]
    .filter(([, links]) => links.size >= LIST_LINKS)
    .sort(([a, { size: n }], [b, { size: m }]) => m - n || (a < b ? -1 : 1))
    .slice(0, MAX_PATTERNS)
    .map(([shape]) => shape);
}

/** A number of three digits or more in the file name or query: an id or a date, no page number. */
function looksLikeArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /\d{3,}/.test(`${pathname.split('/').at(-1) ?? ''}${search}`);
}

function isList(
  links: readonly string[],
  articles: readonly string[],
  url: string,
  page: ScannedPage,
): boolean {
  if (articles.includes(shapeOf(url))) return false;
  if (findPaging(url, page) !== undefined) return true;
  return links.filter((link) => articles.includes(shapeOf(link))).length >= LIST_LINKS;
}

function recipeText(
  seeds: readonly string[],
  seen: readonly Seen[],
  articles: readonly string[],
  lists: readonly Seen[],
): string {
  const name = seen
    .flatMap(({ page }) => page.metas.get('sitename') ?? [])
    .find((value) => value !== '' && value !== 'null');
  const host = new URL(seeds[0] ?? seen[0]?.url ?? 'https://site.example/').host;
  const starts = lists.map(({ url }) => url).filter((url) => !/[_-]\d{1,4}\.\w+$/.test(url));
  const block = (key: string, values: readonly string[]): string[] =>
    values.length === 0
      ? []
      : [`${key}:`, ...values.map((value) => `  - ${JSON.stringify(value)}`)];
  return `${[
    `# Proposed from ${seen.length} pages; read it before you use it.`,
    `name: ${JSON.stringify(name ?? host)}`,
    '# What is known of the rights in the texts, kept with every pair:',
    '# licence: "…"',
    ...block('start', starts.length > 0 ? starts : seeds),
    '# Pages that are only lists: their links are followed, they are not handed on.',
    ...block('list', [...new Set(lists.map(({ url }) => listPattern(url)))]),
    '# The pages worth having; without this key every page is.',
    ...block('article', articles.map(globOf)),
    '# Seconds between two requests; the Crawl-delay of robots.txt is kept anyway.',
    'delay: 2',
  ].join('\n')}\n`;
}

/** A shape as a glob over paths: its numbers become stars. */
function globOf(shape: string): string {
  const path = shape.replace(/^[^/]*/, '').replace(/0/g, '*');
  return path.replace(/=(?=&|$)/g, '=*');
}

/** A list and its further pages: `/news/` → `/news/`, `/news/index_3.html` → `/news/index*.html`. */
function listPattern(url: string): string {
  const { pathname } = new URL(url);
  return pathname.replace(/(?:_\d+)?(\.\w+)$/, '*$1');
}
