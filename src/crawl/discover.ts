import { canonicalUrl } from './canonical.js';
import type { UrlRecord } from './url-record.js';
import { findPaging, isPagerLink, type Paging } from './paging.js';
import type { ScannedPage } from './scan-html.js';
import { enqueue, type Session } from './session.js';

/** What a page brought. */
export interface Discovery {
  /** URLs that are new and queued. */
  readonly brought: readonly string[];
  /** Set when links were not followed: `paging-no-new-links`, `links-nofollow`. */
  readonly reason?: string;
}

/**
 * Puts the links of a page into the queue; must run inside a transaction.
 *
 * Paging comes first, so that page 40 of a list is as near to the seed as page 1. A list's page
 * 2 is asked for on trust; the further ones only when page 2 has brought links that page 1 had
 * not. When it has not, the other numbering of the family is tried once.
 *
 * @param robotsTag - the `X-Robots-Tag` header, which says the same as `<meta name="robots">`
 */
export function discover(
  session: Session,
  record: UrlRecord,
  page: ScannedPage,
  robotsTag = '',
): Discovery {
  if (saysNoFollow(page.metas.get('robots') ?? '') || saysNoFollow(robotsTag)) {
    return { brought: [], reason: 'links-nofollow' };
  }
  const base = canonicalUrl(page.base ?? '', record.url)?.url ?? record.url;
  const paging = findPaging(record.url, page);
  const links = page.links.filter(({ rel }) => !rel.split(/\s+/).includes('nofollow'));
  const brought: string[] = [];
  const pages =
    paging === undefined ? undefined : followPaging(session, record, page, paging, base);
  brought.push(...(pages?.brought ?? []));
  for (const link of links) {
    const canonical = canonicalUrl(link.href, base);
    if (canonical === undefined || pages?.held === canonical.key) continue;
    const isNew = enqueue(session, {
      canonical,
      asked: absolute(link.href, base),
      kind: 'link',
      depth: record.depth + 1,
      via: record.id,
    });
    if (isNew) brought.push(canonical.url);
  }
  if (page.linksCut > 0) {
    const message = `${page.linksCut} links beyond the first ${links.length} were not looked at`;
    session.run.onReject({ stage: 'crawl', id: record.url, reason: 'too-many-links', message });
  }
  return { brought, ...(pages?.reason === undefined ? {} : { reason: pages.reason }) };
}

/** The link as written, made absolute: what `asked` keeps. */
function absolute(href: string, base: string): string {
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

/** Rules for all crawlers; those after another crawler's name, as in `X-Robots-Tag`, are not ours. */
function saysNoFollow(rules: string): boolean {
  return /(?:^|,)\s*(?:duizhao\s*:\s*)?(?:nofollow|none)\s*(?=,|$)/i.test(rules);
}

interface PagesFound {
  readonly brought: readonly string[];
  readonly reason?: string;
  /** Key of a next link that must not be followed, since this page brought nothing. */
  readonly held?: string;
}

function followPaging(
  session: Session,
  record: UrlRecord,
  page: ScannedPage,
  paging: Paging,
  base: string,
): PagesFound {
  const news = countNewLinks(session, paging.list, page, base);
  const isLater = paging.family === 'next-link' ? record.kind === 'paging' : paging.current > 1;
  if (isLater && news === 0) {
    const other = tryOther(session, record);
    const held = paging.family === 'next-link' ? canonicalUrl(paging.urlOf(2))?.key : undefined;
    return {
      brought: other === undefined ? [] : [other],
      reason: 'paging-no-new-links',
      ...(held === undefined ? {} : { held }),
    };
  }
  return { brought: addPages(session, record, paging, isLater) };
}

function addPages(session: Session, record: UrlRecord, paging: Paging, isLater: boolean): string[] {
  const last = isLater ? (paging.total ?? paging.current + 1) : paging.current + 1;
  const brought: string[] = [];
  const first = isLater && paging.total !== undefined ? 2 : paging.current + 1;
  for (let n = first; n <= Math.min(last, paging.total ?? last); n++) {
    const other = n === 2 ? paging.otherUrlOf?.(n) : undefined;
    const url = addPage(session, record, paging.urlOf(n), other);
    if (url !== undefined) brought.push(url);
  }
  return brought;
}

/** The other numbering, when the first guess at page 2 was wrong. */
export function tryOther(session: Session, record: UrlRecord): string | undefined {
  if (record.alternative === '') return undefined;
  return addPage(session, record, record.alternative, undefined);
}

function addPage(
  session: Session,
  record: UrlRecord,
  url: string,
  alternative: string | undefined,
): string | undefined {
  const canonical = canonicalUrl(url);
  if (canonical === undefined) return undefined;
  const isNew = enqueue(session, {
    canonical,
    asked: url,
    kind: 'paging',
    depth: record.depth,
    via: record.id,
    ...(alternative === undefined ? {} : { alternative }),
  });
  return isNew ? canonical.url : undefined;
}

/** Links this list has not brought on any page so far; page turners do not count. */
function countNewLinks(session: Session, list: string, page: ScannedPage, base: string): number {
  const insert = session.frontier.sql('insert or ignore into list_link (list, key) values (?, ?)');
  let news = 0;
  for (const link of page.links) {
    const canonical = isPagerLink(link) ? undefined : canonicalUrl(link.href, base);
    if (canonical !== undefined) news += insert.run(list, canonical.key).changes;
  }
  return news;
}
