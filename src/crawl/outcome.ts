import type { Page } from '../model/index.js';
import type { ArchiveNote, Place } from './archive.js';
import { tryOther } from './discover.js';
import type { Answer } from './fetch-page.js';
import type { UrlRecord } from './url-record.js';
import type { Session } from './session.js';
import type { TdmReservation } from './tdm.js';

/** A page and the row it came from. */
export interface Ready {
  readonly page: Page;
  readonly id: number;
}

/** What an answer means for the host and for whoever reads the pages. */
export interface Outcome {
  /** `fine`: go on; `trouble`: slow down; the host decides by its failures when to stop. */
  readonly host: 'fine' | 'trouble';
  /** A page that has become ready to be handed on. */
  readonly ready?: Ready;
}

export const FINE: Outcome = { host: 'fine' };
export const TROUBLE: Outcome = { host: 'trouble' };

/** Gives a URL up, with the reason; the other numbering of a list gets its chance. */
export function giveUp(
  session: Session,
  record: UrlRecord,
  reason: string,
  note: string,
  status = 0,
): void {
  session.frontier.settle(record.id, { state: 'failed', reason, note, status });
  session.tally.add(record.host, 'queued', -1);
  session.tally.giveUp(record.host, 'failed', reason);
  session.run.onReject({
    stage: 'crawl',
    id: record.url,
    reason,
    ...(note === '' ? {} : { message: note }),
  });
  tryOther(session, record);
}

/** Puts a URL behind its equals in the queue, or gives it up after `maxTries`. */
export function tryAgain(
  session: Session,
  record: UrlRecord,
  reason: string,
  note: string,
  maxTries: number,
): void {
  const tries = record.tries + 1;
  if (tries >= maxTries) giveUp(session, record, reason, note);
  else session.frontier.settle(record.id, { tries, rank: record.rank + 1, reason, note });
}

/** Writes an answer into the archive, if there is one. */
export function archiveAnswer(
  session: Session,
  record: UrlRecord,
  answer: Answer,
  more: Omit<ArchiveNote, 'facts'> & { readonly facts?: ArchiveNote['facts'] } = {},
): Place | undefined {
  const { archive, conduct, frontier } = session;
  if (archive === undefined) return undefined;
  const via = record.via === 0 ? undefined : frontier.byId(record.via)?.url;
  const { rule } = conduct.judge(record.url);
  const facts = {
    ...(via === undefined ? {} : { via }),
    hopsFromSeed: String(record.depth),
    robots: rule === undefined ? 'allowed' : `allowed by line ${rule.line}`,
    ...more.facts,
  };
  return archive.add(answer, { ...more, facts });
}

/** A reservation of rights as lines of a metadata record. */
export function reservationFacts(reservation: TdmReservation | undefined): Record<string, string> {
  if (reservation === undefined) return {};
  return {
    'tdm-reservation': reservation.reserved ? '1' : '0',
    ...(reservation.policy === undefined ? {} : { 'tdm-policy': reservation.policy }),
  };
}
