import type { ScannedLink, ScannedPage } from './scan-html.js';

/** The further pages of a list, as its script or its links announce them. */
export interface Paging {
  /** Which family of FIELD scripts was seen; kebab-case. */
  readonly family:
    'create-page-html' | 'create-page-html-div' | 'count-page' | 'record-count' | 'next-link';
  /** The list without its page number: pages of one list share it. */
  readonly list: string;
  /** Number of this page, from 1. */
  readonly current: number;
  /** Pages in all; `undefined` when only the next is known. */
  readonly total?: number;
  /** URL of page `n`, from 1, when the usual base of the family is right. */
  readonly urlOf: (n: number) => string;
  /** The same with the other base, tried when page 2 does not bring new links. */
  readonly otherUrlOf?: (n: number) => string;
}

/** Pages a script may announce; a list of 10,000 pages is a database, not a list. */
const MAX_TOTAL = 5_000;
const NEXT =
  /^(?:下一?页|下页|后一?页|下一頁|next(?: page)?|older(?: posts| entries)?)\s*[>»›→]*$|^[>»›]$/i;

/**
 * Finds the paging of a list page.
 *
 * Families of Chinese government platforms, by the type of the first argument:
 * `createPageHTML(25, 0, "index", "html")`: total first, page 2 is `index_1`;
 * `createPageHTML('page_div', 10, 1, 'dezlist', 'shtml', 149)`: element first, page 2 is
 * `dezlist_2`. `var countPage = N` pages like the first; `m_nRecordCount = "N"` counts records.
 * Whether a guess is right, the crawl finds out by fetching page 2.
 *
 * @param url - of the page itself
 */
export function findPaging(url: string, page: ScannedPage): Paging | undefined {
  return (
    calledWithTotal(url, page.scripts) ??
    calledWithElement(url, page.scripts) ??
    countedPages(url, page.scripts) ??
    countedRecords(url, page) ??
    nextLink(url, page)
  );
}

/** `createPageHTML(total, current from 0, "name", "ext")` */
function calledWithTotal(url: string, scripts: string): Paging | undefined {
  const found =
    /\bcreatePage(?:HTML)?\w*\(\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*["']([\w-]{1,80})["']\s*,\s*["'](\w{2,6})["']/i.exec(
      scripts,
    );
  if (found === null) return undefined;
  const [, total = '', current = '', name = '', ext = ''] = found;
  return numbered(url, 'create-page-html', name, ext, Number(total), Number(current) + 1, 1);
}

/** `createPageHTML('element', total, current from 1, 'name', 'ext', records)` */
function calledWithElement(url: string, scripts: string): Paging | undefined {
  const found =
    /\bcreatePage(?:HTML)?\w*\(\s*["'][^"'()]{0,80}["']\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*["']([\w-]{1,80})["']\s*,\s*["'](\w{2,6})["']/i.exec(
      scripts,
    );
  if (found === null) return undefined;
  const [, total = '', current = '', name = '', ext = ''] = found;
  return numbered(url, 'create-page-html-div', name, ext, Number(total), Number(current), 0);
}

/** `var countPage = N`, with `var currentPage = n` from 0. */
function countedPages(url: string, scripts: string): Paging | undefined {
  const total = /\bcountPage\s*=\s*["']?(\d{1,6})\b/.exec(scripts)?.[1];
  if (total === undefined) return undefined;
  const own = ownNumber(url);
  const current = /\bcurrentPage\s*=\s*["']?(\d{1,6})\b/.exec(scripts)?.[1];
  const number =
    current === undefined ? own.number + (own.number > 0 ? 1 : 0) : Number(current) + 1;
  return numbered(url, 'count-page', own.name, own.ext, Number(total), Math.max(number, 1), 1);
}

/** `m_nRecordCount = "N"`, with `m_nPageSize` or the links of a `column-index-N.shtml` list. */
function countedRecords(url: string, page: ScannedPage): Paging | undefined {
  const records = /\bm_nRecordCount\s*=\s*["']?(\d{1,7})\b/.exec(page.scripts)?.[1];
  if (records === undefined) return undefined;
  const size = Number(/\bm_nPageSize\s*=\s*["']?(\d{1,4})\b/.exec(page.scripts)?.[1] ?? '0');
  const total = size > 0 ? Math.ceil(Number(records) / size) : undefined;
  const index = columnIndex(url, page);
  if (index !== undefined) return withColumns(url, index, total);
  if (total === undefined) return undefined;
  const own = ownNumber(url);
  return numbered(url, 'record-count', own.name, own.ext, total, own.number + 1, 1);
}

/** `…/column-index-3.shtml`: stem and extension, from the URL itself or from any link. */
function columnIndex(url: string, page: ScannedPage): { stem: string; ext: string } | undefined {
  for (const candidate of [url, ...page.links.map(({ href }) => href), ...quoted(page.scripts)]) {
    const found = /^(.*-index-)(?:\d+|["'+ ]*)?\.(s?html?)$/i.exec(candidate);
    if (found !== null) return { stem: found[1] ?? '', ext: found[2] ?? '' };
  }
  return undefined;
}

function quoted(scripts: string): string[] {
  return [...scripts.matchAll(/["']([^"'\s]{1,200}-index-\d+\.s?html?)["']/gi)].map(
    ([, path = '']) => path,
  );
}

function withColumns(
  url: string,
  index: { stem: string; ext: string },
  total: number | undefined,
): Paging | undefined {
  const stem = resolve(index.stem, url);
  if (stem === undefined) return undefined;
  const own = /-index-(\d+)\.s?html?$/i.exec(new URL(url).pathname)?.[1];
  return {
    family: 'record-count',
    list: stem,
    current: Math.max(Number(own ?? '1'), 1),
    ...(total === undefined ? {} : { total: Math.min(total, MAX_TOTAL) }),
    urlOf: (n) => `${stem}${n}.${index.ext}`,
  };
}

function numbered(
  url: string,
  family: Paging['family'],
  name: string,
  ext: string,
  total: number,
  current: number,
  shift: 0 | 1,
): Paging | undefined {
  if (total < 2 || current < 1) return undefined;
  const stem = resolve(name, url);
  if (stem === undefined) return undefined;
  const base = seenShift(url, stem, current) ?? shift;
  const at = (n: number): string => `${stem}${n < 1 ? '' : `_${n}`}.${ext}`;
  return {
    family,
    list: stem,
    current,
    total: Math.min(total, MAX_TOTAL),
    urlOf: (n) => (n <= 1 ? at(0) : at(n - base)),
    otherUrlOf: (n) => (n <= 1 ? at(0) : at(n - (1 - base))),
  };
}

/** A later page's own URL shows which numbering is right: page 3 is `_2` or `_3`. */
function seenShift(url: string, stem: string, current: number): 0 | 1 | undefined {
  const number = url.startsWith(`${stem}_`)
    ? /^\d+/.exec(url.slice(stem.length + 1))?.[0]
    : undefined;
  if (current < 2 || number === undefined) return undefined;
  if (Number(number) === current) return 0;
  return Number(number) === current - 1 ? 1 : undefined;
}

/** `index_3.html` → name `index`, number 3; `list/` → name `index`, number 0. */
function ownNumber(url: string): { name: string; ext: string; number: number } {
  const file = new URL(url).pathname.split('/').at(-1) ?? '';
  const found = /^(.*?)(?:_(\d{1,6}))?\.(\w{2,6})$/.exec(file);
  if (found === null) return { name: 'index', ext: 'html', number: 0 };
  return { name: found[1] ?? 'index', ext: found[3] ?? 'html', number: Number(found[2] ?? '0') };
}

/** 下一页, `rel="next"`: the fallback of every other site. */
function nextLink(url: string, page: ScannedPage): Paging | undefined {
  const link = page.links.find(
    ({ rel, text }) => rel.split(/\s+/).includes('next') || NEXT.test(text),
  );
  if (link === undefined) return undefined;
  const next = resolve(link.href, url);
  if (next === undefined || next === url) return undefined;
  return { family: 'next-link', list: shapeOf(url), current: 1, urlOf: () => next };
}

const PAGER =
  /^(?:\d{1,5}|[<«‹>»›\s]+|首页|首頁|上一?页|上页|上一頁|末页|尾页|第一页|最后一?页|first|last|prev(?:ious)?(?: page)?)$/i;

/** Whether a link only turns the pages of a list. */
export function isPagerLink({ text, rel }: ScannedLink): boolean {
  const said = text.replace(/[\s>»›→<«‹[\]]+$/, '').replace(/^[\s<«‹←[]+/, '');
  return /\b(?:next|prev)\b/.test(rel) || NEXT.test(text) || PAGER.test(said) || PAGER.test(text);
}

/** A URL with its digits collapsed: pages of one list, days of one calendar share it. */
export function shapeOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = pathname.replace(/\d+/g, '0').replace(/_0(?=\.\w+$)/, '');
  const query = search.replace(/=[^&]*/g, '=');
  return `${host}${path}${query}`;
}

function resolve(href: string, base: string): string | undefined {
  try {
    return new URL(href, base).href;
  } catch {
    return undefined;
  }
}
