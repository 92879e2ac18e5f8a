import type { Answer, Wanted } from './fetch-page.js';
import type { NoAnswer } from './no-answer.js';
import { unwantedBecause } from './content-types.js';
import type { UrlRecord } from './url-record.js';
import type { Host } from './host.js';
import { retryAfterMs } from './pace.js';
import { fetchRobots, fetchTdm, troubleOf } from './site-files.js';
import { reasonAgainst, refuse, type Session } from './session.js';
import type { Ready } from './outcome.js';
import { settleAnswer, settleFailure } from './settle.js';

/**
 * One turn of a host: at most one request (redirects of robots.txt aside).
 *
 * The next URL decides what the turn is for: its origin's robots.txt and tdmrep.json come first,
 * and URLs that may not be fetched are settled without a request until one may.
 */
export async function takeTurn(session: Session, host: Host): Promise<Ready | undefined> {
  if (!host.maySpend()) {
    host.stop('daily-budget');
    return undefined;
  }
  for (;;) {
    const record = session.frontier.next(host.name);
    if (record === undefined) {
      host.isIdle = true;
      return undefined;
    }
    const { origin } = new URL(record.url);
    const missing = session.conduct.missing(origin, session.settings.clock.now());
    if (missing !== undefined) {
      await prepare(session, host, origin, missing);
      return undefined;
    }
    if (!refuseIfForbidden(session, record)) return fetchRecord(session, host, record);
  }
}

async function prepare(
  session: Session,
  host: Host,
  origin: string,
  missing: 'robots' | 'tdm',
): Promise<void> {
  if (missing === 'tdm') {
    await fetchTdm(session, host, origin);
    return;
  }
  const rules = await fetchRobots(session, host, origin);
  if (rules === undefined) {
    if (host.stopped === undefined && host.pace.failures >= 3) host.stop('robots');
    return;
  }
  host.pace.setCrawlDelay(rules.crawlDelayMs ?? 0);
  host.pace.readyAt = Math.max(host.pace.readyAt, session.settings.clock.now() + host.pace.delayMs);
  session.tally.setDelay(host.name, host.pace.delayMs);
}

/** Settles a URL that may not be fetched; says whether it did. */
function refuseIfForbidden(session: Session, record: UrlRecord): boolean {
  const { conduct, settings, frontier } = session;
  const verdict = conduct.judge(record.url);
  const reserved = conduct.reservation(record.url)?.reserved === true && settings.skipsReserved;
  const reason = !verdict.allowed
    ? 'robots'
    : reserved
      ? 'tdm-reserved'
      : reasonAgainst(session, record, record.depth, record.kind);
  if (reason === undefined) return false;
  const { rule } = verdict;
  const note =
    reason === 'robots' && rule !== undefined
      ? `line ${rule.line} of robots.txt: Disallow: ${rule.pattern}`
      : reason === 'tdm-reserved'
        ? 'said by tdmrep.json'
        : '';
  frontier.transact(() => {
    refuse(session, record, reason, note);
  });
  return true;
}

async function fetchRecord(
  session: Session,
  host: Host,
  record: UrlRecord,
): Promise<Ready | undefined> {
  const { crawlDelayMs = 0 } = session.conduct.rules(new URL(record.url).origin);
  host.pace.setCrawlDelay(crawlDelayMs);
  const wanted: Wanted = (status, headers) => unwantedBecause(session, record, status, headers);
  const answer = await host.ask(record.url, { headers: conditionsOf(record), wanted });
  const outcome =
    'status' in answer
      ? settleAnswer(session, record, answer)
      : settleFailure(session, record, answer);
  if (outcome.host === 'fine') host.succeeded(answer.tookMs);
  else host.failed(patienceOf(answer, session), troubleOf(answer));
  if ('status' in answer) host.answered(answer.status);
  return outcome.ready;
}

/** What a polite revisit asks with: give it to me only if it has changed. */
function conditionsOf(record: UrlRecord): Record<string, string> {
  if (record.sha256 === '') return {};
  return {
    ...(record.etag === '' ? {} : { 'if-none-match': record.etag }),
    ...(record.lastModified === '' ? {} : { 'if-modified-since': record.lastModified }),
  };
}

function patienceOf(answer: Answer | NoAnswer, session: Session): number {
  if (!('status' in answer)) return 0;
  return retryAfterMs(answer.headers['retry-after'], session.settings.clock.now());
}
