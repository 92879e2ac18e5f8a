import type { Run } from '../kit/index.js';
import type { Archive } from './archive.js';
import type { CanonicalUrl } from './canonical.js';
import { withoutCredentials } from './canonical.js';
import type { Conduct } from './conduct.js';
import type { Fetcher } from './fetch-page.js';
import type { Frontier } from './frontier.js';
import type { NewUrl, UrlRecord } from './url-record.js';
import type { Host } from './host.js';
import type { CrawlPlanSettings } from './options.js';
import { isPackedSitemap } from './content-types.js';
import { outOfScope } from './scope.js';
import type { Tally } from './tally.js';
import type { Takedowns } from './takedowns.js';
import type { Traps } from './traps.js';

/** Everything the parts of one crawl share. */
export interface Session {
  readonly settings: CrawlPlanSettings;
  readonly frontier: Frontier;
  readonly archive: Archive | undefined;
  readonly conduct: Conduct;
  readonly fetcher: Fetcher;
  readonly tally: Tally;
  readonly traps: Traps;
  readonly takedowns: Takedowns;
  readonly run: Run;
  /** Every host met so far, by name. */
  readonly hosts: Map<string, Host>;
  /** Names of hosts that have got something into their queue since this was last looked at. */
  readonly woken: Set<string>;
}

/** A URL on its way into the frontier. */
export interface Discovered {
  readonly canonical: CanonicalUrl;
  readonly asked: string;
  readonly kind: NewUrl['kind'];
  readonly depth: number;
  readonly via: number;
  readonly root?: string;
  readonly hops?: number;
  readonly alternative?: string;
}

/**
 * Adds a URL to the queue, or keeps the reason why not; says whether it is new and queued.
 *
 * Must run inside a transaction. A URL that is out of scope is kept too, as refused, so that
 * `--why` can answer for it.
 */
export function enqueue(session: Session, found: Discovered): boolean {
  const { frontier, tally } = session;
  const { canonical } = found;
  const reason = reasonAgainst(session, canonical, found.depth, found.kind);
  const isNew = frontier.add({
    ...found,
    asked: withoutCredentials(found.asked).slice(0, 2_000),
    state: reason === undefined ? 'queued' : 'refused',
    ...(reason === undefined ? {} : { reason }),
  });
  if (!isNew) return false;
  if (reason === undefined) {
    tally.add(canonical.host, 'queued');
    session.woken.add(canonical.host);
    return true;
  }
  if (reason !== 'other-site') tally.giveUp(canonical.host, 'refused', reason);
  session.run.onReject({ stage: 'crawl', id: canonical.url, reason });
  return false;
}

/** Why a URL is not asked for, as far as its address tells; robots.txt is another matter. */
export function reasonAgainst(
  { settings, takedowns, traps }: Session,
  canonical: CanonicalUrl,
  depth: number,
  kind: string,
): string | undefined {
  const reason = outOfScope(canonical.url, depth, settings.scope, settings.officeFiles);
  return (
    (reason !== undefined && isExempt(reason, canonical.url, kind) ? undefined : reason) ??
    takedowns.refuses(canonical) ??
    traps.refuses(canonical.url)
  );
}

/** A seed was asked for by name; a sitemap may be packed and lie anywhere on the site. */
function isExempt(reason: string, url: string, kind: string): boolean {
  if (kind !== 'seed' && kind !== 'sitemap') return false;
  if (reason === 'media-file') return kind === 'sitemap' || isPackedSitemap(url);
  return reason === 'not-included';
}

/** Takes a URL out of the queue for good, with the reason. */
export function refuse(session: Session, record: UrlRecord, reason: string, note = ''): void {
  session.frontier.settle(record.id, { state: 'refused', reason, note });
  session.tally.add(record.host, 'queued', -1);
  session.tally.giveUp(record.host, 'refused', reason);
  session.run.onReject({
    stage: 'crawl',
    id: record.url,
    reason,
    ...(note === '' ? {} : { message: note }),
  });
}
