import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../model/index.js';
import type { Run } from '../kit/index.js';
import { canonicalUrl } from './canonical.js';
import { crawlSite } from './crawl.js';
import { htmlText } from './html-text.js';
import { type LearnedSelectors, learnSelectors } from './learn-selectors.js';
import type { CrawlOptions } from './options.js';
import { findPaging, shapeOf } from './paging.js';
import { scanHtml, type ScannedPage } from './scan-html.js';
import { siteOf } from './scope.js';

/** Pages looked at before a recipe is proposed. */
const SAMPLE = 12;
/** Articles compared for selectors; fetched when the sample has fewer. */
const ARTICLES = 6;
/** Links of one shape that make it the shape of articles, and a page that has them a list. */
const LIST_LINKS = 5;
/** Article patterns proposed at most. */
const MAX_PATTERNS = 8;

interface Seen {
  readonly url: string;
  readonly html: string;
  readonly page: ScannedPage;
  /** URLs it links to, on the same site. */
  readonly links: readonly string[];
}

/**
 * Proposes a `site.yaml` from a few pages of a site, fetched as politely as any.
 *
 * Links with a number in their file name, of which there are five or more of one shape, are
 * taken for articles; pages full of them, or with paging, for lists. Some articles are then
 * fetched and compared for selectors. A person should read the result.
 */
export async function learnRecipe(options: CrawlOptions, run: Run): Promise<string> {
  // A folder of its own, so that the second crawl knows robots.txt and keeps the pause.
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-learn-'));
  const common = { ...options, folder, sitemaps: false };
  const lookAt = async (more: CrawlOptions): Promise<Seen[]> => {
    const seen: Seen[] = [];
    for await (const page of crawlSite({ ...common, ...more }, run)) seen.push(look(page));
    return seen;
  };
  try {
    const seen = await lookAt({ maxPages: SAMPLE });
    const articles = articleShapes(seen);
    const more = articlesToRead(seen, articles);
    const read = more.length === 0 ? [] : await lookAt(onlyThese(more));
    const pages = [...seen, ...read].filter(({ url }) => articles.includes(shapeOf(url)));
    const lists = seen.filter(({ links, url, page }) => isList(links, articles, url, page));
    const selectors = learnSelectors(pages.slice(0, ARTICLES).map(({ html }) => html));
    const count = seen.length + read.length;
    return recipeText({ seeds: options.seeds ?? [], seen, count, articles, lists, selectors });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Articles of the most frequent shape, not fetched yet, as many as are wanting. */
function articlesToRead(seen: readonly Seen[], [shape]: readonly string[]): string[] {
  if (shape === undefined) return [];
  const fetched = new Set(seen.map(({ url }) => url));
  const links = new Set(seen.flatMap((page) => page.links));
  const isOne = (url: string): boolean => shapeOf(url) === shape;
  const wanting = ARTICLES - [...fetched].filter(isOne).length;
  return [...links].filter((url) => isOne(url) && !fetched.has(url)).slice(0, Math.max(0, wanting));
}

/** URLs already in the queue are let through by patterns, all others refused. */
function onlyThese(urls: readonly string[]): CrawlOptions {
  const exact = urls.map((url) => `/^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$/`);
  return { seeds: urls, include: exact, maxPages: urls.length };
}

function look({ origin, bytes, contentType }: Page): Seen {
  const url = origin.finalUrl ?? origin.location;
  const html = htmlText(bytes, contentType);
  const page = scanHtml(html);
  const links = page.links
    .flatMap(({ href }) => canonicalUrl(href, url)?.url ?? [])
    .filter((link) => siteOf(link) === siteOf(url));
  return { url, html, page, links: [...new Set(links)] };
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

interface Proposal {
  readonly seeds: readonly string[];
  readonly seen: readonly Seen[];
  /** Pages fetched in all. */
  readonly count: number;
  readonly articles: readonly string[];
  readonly lists: readonly Seen[];
  readonly selectors: LearnedSelectors | undefined;
}

function recipeText({ seeds, seen, count, articles, lists, selectors }: Proposal): string {
  const name = seen
    .flatMap(({ page }) => page.metas.get('sitename') ?? [])
    .find((value) => value !== '' && value !== 'null');
  const host = new URL(seeds[0] ?? seen[0]?.url ?? 'https://site.example/').host;
  const starts = lists.map(({ url }) => url).filter((url) => !/[_-]\d{1,4}\.\w+$/.test(url));
  return `${[
    `# Proposed from ${count} pages; read it before you use it.`,
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
    ...selectorsText(selectors),
  ].join('\n')}\n`;
}

function block(key: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [`${key}:`, ...values.map((value) => `  - ${JSON.stringify(value)}`)];
}

function selectorsText(learned: LearnedSelectors | undefined): string[] {
  if (learned === undefined) {
    return ['# selectors: the articles looked at were too few, or too unlike, to propose any'];
  }
  const { selectors, pages, sample } = learned;
  const { content, title, date, remove } = selectors;
  const shown = (text: string): string => (text === '' ? '' : ` # ${text}`);
  const line = (key: string, value: string | undefined, note = ''): string[] =>
    value === undefined ? [] : [`  ${key}: ${JSON.stringify(value)}${shown(note)}`];
  return [
    `# Each was found once on every one of ${pages} articles. Where the general method is right`,
    '# already (duizhao extract --explain), this key may go.',
    'selectors:',
    ...line('content', content),
    ...line('title', title, sample.title),
    ...line('date', date, sample.date),
    ...(remove === undefined
      ? []
      : ['  remove:', ...remove.map((selector) => `    - ${JSON.stringify(selector)}`)]),
  ];
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
