import { isoTime } from './clock.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import type { Answer } from './fetch-page.js';
import type { NoAnswer } from './no-answer.js';
import type { UrlRecord } from './url-record.js';
import { archiveAnswer, FINE, giveUp, type Outcome, TROUBLE, tryAgain } from './outcome.js';
import { refuse, type Session } from './session.js';
import { settlePage } from './settle-page.js';
import { settleRedirect } from './settle-redirect.js';

/** Failures that are our decision and not the server's trouble. */
const REFUSALS: ReadonlySet<string> = new Set(['private-address', 'content-type', 'tdm-reserved']);

/** A request that brought no answer: again later, or given up; all of it is kept, or nothing. */
export function settleFailure(session: Session, record: UrlRecord, failure: NoAnswer): Outcome {
  return session.frontier.transact(() => {
    const { failure: reason, message } = failure;
    if (failure.temporary) {
      tryAgain(session, record, reason, message, CRAWL_DEFAULTS.maxTries);
      return TROUBLE;
    }
    if (REFUSALS.has(reason)) refuse(session, record, reason, message);
    else giveUp(session, record, reason, message);
    return FINE;
  });
}

/** An answer of the server, whatever its status; all of it is kept, or nothing. */
export function settleAnswer(session: Session, record: UrlRecord, answer: Answer): Outcome {
  return session.frontier.transact(() => {
    const { status } = answer;
    if (status === 429 || status >= 500) return settleTrouble(session, record, answer);
    if (status === 304 && record.sha256 !== '') return settleUnchanged(session, record, answer);
    if (status >= 300 && status < 400) return settleRedirect(session, record, answer);
    if (status === 200 || status === 203) return settlePage(session, record, answer);
    return settleMissing(session, record, answer);
  });
}

/** A server that asks for patience is asked again more often than one that is broken. */
function settleTrouble(session: Session, record: UrlRecord, answer: Answer): Outcome {
  const asksForPatience = answer.status === 429 || answer.headers['retry-after'] !== undefined;
  const maxTries = CRAWL_DEFAULTS.maxTries * (asksForPatience ? 3 : 1);
  tryAgain(session, record, `http-${answer.status}`, '', maxTries);
  return TROUBLE;
}

/** 404 and its kin: a page that was once there is gone, with its date. */
function settleMissing(session: Session, record: UrlRecord, answer: Answer): Outcome {
  const { frontier, tally, run } = session;
  const { status } = answer;
  archiveAnswer(session, record, answer);
  if (record.sha256 === '' || (status !== 404 && status !== 410)) {
    giveUp(session, record, `http-${status}`, '', status);
    return FINE;
  }
  const fetchedAt = isoTime(answer.startedAt);
  frontier.settle(record.id, { state: 'gone', reason: 'gone', status, fetchedAt });
  frontier.addVersion(record.id, { ...record, fetchedAt, status, outcome: 'gone' });
  tally.add(record.host, 'queued', -1);
  tally.add(record.host, 'gone');
  const message = `last seen ${record.fetchedAt}`;
  run.onReject({ stage: 'crawl', id: record.url, reason: 'gone', message });
  return FINE;
}

function settleUnchanged(session: Session, record: UrlRecord, answer: Answer): Outcome {
  const { frontier, tally } = session;
  const of = { url: record.url, date: record.fetchedAt };
  const place = archiveAnswer(session, record, answer, {
    revisit: { of, profile: 'server-not-modified' },
  });
  const fetchedAt = isoTime(answer.startedAt);
  frontier.settle(record.id, { state: 'done', tries: 0, fetchedAt });
  const visit = { ...record, ...place, fetchedAt, status: 304, outcome: 'unchanged' };
  frontier.addVersion(record.id, visit);
  tally.add(record.host, 'queued', -1);
  if (record.reason !== 'sitemap') tally.add(record.host, 'unchanged'); // no page itself
  return FINE;
}
