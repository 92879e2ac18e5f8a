import { sha256 } from '../kit/index.js';
import { canonicalUrl } from './canonical.js';
import { isoTime } from './clock.js';
import { parseFeed, parseSitemap } from './feeds.js';
import type { Answer } from './fetch-page.js';
import type { UrlRecord } from './url-record.js';
import { archiveAnswer, FINE, type Outcome } from './outcome.js';
import { enqueue, refuse, type Session } from './session.js';

/**
 * A sitemap or feed: its URLs are queued, and it is no page itself.
 *
 * Its validators are kept, so that an update asks for it with conditions, like for any page.
 */
export function settleFeed(
  session: Session,
  record: UrlRecord,
  answer: Answer,
  type: string,
): Outcome {
  const found = urlsOf(answer, session.settings.limits.maxBytes);
  if (found === undefined) {
    refuse(session, record, 'content-type', type);
    return FINE;
  }
  const place = archiveAnswer(session, record, answer);
  for (const { kind, url } of found) {
    const canonical = canonicalUrl(url, record.url);
    if (canonical === undefined) continue;
    enqueue(session, { canonical, asked: url, kind, depth: record.depth + 1, via: record.id });
  }
  const maps = found.filter(({ kind }) => kind === 'sitemap').length;
  session.frontier.settle(record.id, {
    state: 'done',
    reason: 'sitemap',
    note: `${found.length - maps} pages, ${maps} sitemaps`,
    tries: 0,
    status: answer.status,
    fetchedAt: isoTime(answer.startedAt),
    sha256: sha256(answer.body),
    payload: sha256(answer.raw),
    etag: answer.headers['etag'] ?? '',
    lastModified: answer.headers['last-modified'] ?? '',
    contentType: type,
    ...place,
  });
  session.tally.add(record.host, 'queued', -1);
  return FINE;
}

/** What it names; `undefined` when it is XML of another kind. */
function urlsOf(
  { body }: Answer,
  maxBytes: number,
): { readonly kind: 'sitemap' | 'link'; readonly url: string }[] | undefined {
  const sitemap = parseSitemap(body, maxBytes);
  const pages = sitemap?.pages ?? parseFeed(body);
  if (pages === undefined) return undefined;
  return [
    ...(sitemap?.sitemaps ?? []).map((url) => ({ kind: 'sitemap', url }) as const),
    ...pages.map((url) => ({ kind: 'link', url }) as const),
  ];
}
