import { type CanonicalUrl, canonicalUrl, withoutCredentials } from './canonical.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import type { Answer } from './fetch-page.js';
import type { UrlRecord } from './url-record.js';
import { archiveAnswer, FINE, giveUp, type Outcome } from './outcome.js';
import { enqueue, type Session } from './session.js';

/**
 * A redirect is a link that must be followed: its target waits its turn like any other URL.
 *
 * So each hop is judged anew by scope, robots.txt and address, and keeps its host's pace.
 */
export function settleRedirect(session: Session, record: UrlRecord, answer: Answer): Outcome {
  archiveAnswer(session, record, answer);
  const { status } = answer;
  const location = answer.headers['location'];
  const target = location === undefined ? undefined : canonicalUrl(location, record.url);
  if (target === undefined) {
    const note = location === undefined ? 'no Location header' : withoutCredentials(location);
    giveUp(session, record, 'redirect-nowhere', note, status);
  } else if (record.hops >= CRAWL_DEFAULTS.maxRedirects) {
    const note = `after ${record.hops} hops, to ${target.url}`;
    giveUp(session, record, 'too-many-redirects', note, status);
  } else if (target.key === record.key) redirectToTwin(session, record, target.url, status);
  else redirectTo(session, record, target, status);
  return FINE;
}

/** http → https or a slash more: the same page, so the same row asks again, elsewhere. */
function redirectToTwin(session: Session, record: UrlRecord, url: string, status: number): void {
  if (url === record.url) giveUp(session, record, 'redirect-loop', 'to itself', status);
  else session.frontier.settle(record.id, { url, hops: record.hops + 1 });
}

function redirectTo(
  session: Session,
  record: UrlRecord,
  target: CanonicalUrl,
  status: number,
): void {
  const isNew = enqueue(session, {
    canonical: target,
    asked: target.url,
    kind: record.kind === 'paging' ? 'paging' : 'redirect',
    depth: record.depth,
    via: record.id,
    root: record.root,
    hops: record.hops + 1,
    alternative: record.alternative,
  });
  if (!isNew && isLoop(session, record, target.key)) {
    giveUp(session, record, 'redirect-loop', `to ${target.url}`, status);
    return;
  }
  const change = { state: 'redirect', reason: 'redirect', note: target.key, status } as const;
  session.frontier.settle(record.id, change);
  session.tally.add(record.host, 'queued', -1);
}

function isLoop({ frontier }: Session, record: UrlRecord, key: string): boolean {
  let at = frontier.byKey(key);
  for (let hop = 0; hop < 2 * CRAWL_DEFAULTS.maxRedirects && at?.state === 'redirect'; hop++) {
    if (at.id === record.id) return true;
    at = frontier.byKey(at.note);
  }
  return at?.id === record.id;
}
