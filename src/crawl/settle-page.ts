import type { Page } from '../model/index.js';
import { sha256 } from '../kit/index.js';
import type { ArchiveNote } from './archive.js';
import { treatmentOf } from './content-types.js';
import { isoTime } from './clock.js';
import { discover } from './discover.js';
import type { Answer } from './fetch-page.js';
import type { UrlRecord } from './url-record.js';
import { htmlText } from './html-text.js';
import { nearHash } from './near-hash.js';
import { findNear, keepNear } from './near-pages.js';
import { archiveAnswer, FINE, type Outcome, reservationFacts } from './outcome.js';
import { scanHtml, type ScannedPage } from './scan-html.js';
import { refuse, type Session } from './session.js';
import { settleFeed } from './settle-feed.js';
import { reservationByHeader, reservationByMeta, type TdmReservation } from './tdm.js';

/** What is known of a page that came whole. */
interface Arrived {
  readonly record: UrlRecord;
  readonly answer: Answer;
  readonly type: string;
  readonly scan?: ScannedPage;
  readonly reservation?: TdmReservation | undefined;
  /** What was noticed while following its links. */
  readonly reason?: string | undefined;
}

/** A page of status 200: read for its links, compared, archived, handed on. */
export function settlePage(session: Session, record: UrlRecord, answer: Answer): Outcome {
  const type = answer.headers['content-type'] ?? sniff(answer.body);
  const arrived: Arrived = { record, answer, type };
  switch (treatmentOf(type, record, session.settings.officeFiles)) {
    case 'html':
      return settleHtml(session, arrived);
    case 'feed':
      return settleFeed(session, record, answer, type);
    case 'text':
      return settleText(session, arrived);
    default:
      refuse(session, record, 'content-type', type);
      return FINE;
  }
}

/** Text and office files have no place for a reservation but their headers, and tdmrep.json. */
function settleText(session: Session, arrived: Arrived): Outcome {
  const { record, answer } = arrived;
  const reservation =
    reservationByHeader(answer.headers) ?? session.conduct.reservation(record.url);
  return refusesReserved(session, record, reservation)
    ? FINE
    : keep(session, { ...arrived, reservation });
}

function refusesReserved(
  session: Session,
  record: UrlRecord,
  reservation: TdmReservation | undefined,
): boolean {
  if (reservation?.reserved !== true || !session.settings.skipsReserved) return false;
  refuse(session, record, 'tdm-reserved', `said by ${reservation.saidBy}`);
  return true;
}

function settleHtml(session: Session, arrived: Arrived): Outcome {
  const { record, answer, type } = arrived;
  const scan = scanHtml(htmlText(answer.body, type));
  const reservation =
    reservationByMeta(scan.metas) ??
    reservationByHeader(answer.headers) ??
    session.conduct.reservation(record.url);
  if (refusesReserved(session, record, reservation)) return FINE;
  const found = discover(session, record, scan, answer.headers['x-robots-tag']);
  if (record.kind !== 'paging') session.traps.observe(record.url, scan.text, found.brought);
  return keep(session, { ...arrived, scan, reservation, reason: found.reason });
}

/** Compares a page with what is known, archives it, and hands it on if it says something new. */
function keep(session: Session, arrived: Arrived): Outcome {
  const { record, answer, type } = arrived;
  const hash = sha256(answer.body);
  const payload = sha256(answer.raw);
  const isSame = record.sha256 === hash;
  const twin = isSame ? record : session.frontier.byHash(hash, record.id);
  const facts = { ...reservationFacts(arrived.reservation), sha256: hash };
  const place = archiveAnswer(session, record, answer, { facts, ...revisitOf(twin, payload) });
  const verdict = judge(session, arrived, twin, isSame);
  const fetchedAt = isoTime(answer.startedAt);
  const outcome = isSame ? 'unchanged' : record.sha256 === '' ? 'fresh' : 'changed';
  session.frontier.settle(record.id, {
    state: 'done',
    reason: verdict.reason,
    note: verdict.note,
    tries: 0,
    status: answer.status,
    fetchedAt,
    sha256: hash,
    payload,
    etag: answer.headers['etag'] ?? '',
    lastModified: answer.headers['last-modified'] ?? '',
    contentType: type,
    ...(twin === undefined ? place : {}),
    ...(verdict.isHandedOn ? { delivered: 0 } : {}),
  });
  const where = place ?? { file: '', offset: 0, length: 0 };
  const visit = { ...where, fetchedAt, sha256: hash, status: answer.status, outcome };
  session.frontier.addVersion(record.id, visit);
  session.tally.add(record.host, 'queued', -1);
  session.tally.add(record.host, outcome);
  if (verdict.isHandedOn) {
    return { host: 'fine', ready: { id: record.id, page: pageOf(session, arrived, hash) } };
  }
  if (!isSame) {
    const { reason, note } = verdict;
    session.run.onReject({ stage: 'crawl', id: record.url, reason, message: note });
  }
  return FINE;
}

/** A revisit record is written only where the very bytes on the wire were archived before. */
function revisitOf(twin: UrlRecord | undefined, payload: string): Pick<ArchiveNote, 'revisit'> {
  if (twin?.payload !== payload || twin.fetchedAt === '' || twin.file === '') return {};
  const of = { url: twin.url, date: twin.fetchedAt };
  return { revisit: { of, profile: 'identical-payload-digest' } };
}

interface Verdict {
  readonly isHandedOn: boolean;
  readonly reason: string;
  readonly note: string;
}

function judge(
  { settings, frontier }: Session,
  { record, scan, reason }: Arrived,
  twin: UrlRecord | undefined,
  isSame: boolean,
): Verdict {
  if (isSame) return { isHandedOn: false, reason: record.reason, note: record.note };
  if (twin !== undefined) {
    return { isHandedOn: false, reason: 'duplicate', note: `same bytes as ${twin.url}` };
  }
  const { article, list } = settings;
  const isArticle = article.some((pattern) => pattern.test(record.url));
  const isList = list.some((pattern) => pattern.test(record.url));
  if (!isArticle && (article.length > 0 || isList)) {
    const note = 'by the site recipe; its links were followed';
    return { isHandedOn: false, reason: 'not-an-article', note };
  }
  const hash = scan === undefined ? undefined : nearHash(scan.text);
  const near = hash === undefined ? undefined : findNear(frontier, record.id, hash);
  if (hash !== undefined) keepNear(frontier, record.id, hash);
  return near === undefined
    ? { isHandedOn: true, reason: reason ?? '', note: '' }
    : { isHandedOn: true, reason: 'near-duplicate', note: `much like ${near}` };
}

function pageOf(
  { settings }: Session,
  { record, answer, type, scan }: Arrived,
  hash: string,
): Page {
  const site = settings.site ?? scan?.metas.get('sitename') ?? '';
  return {
    origin: {
      kind: 'url',
      location: record.root,
      ...(record.url === record.root ? {} : { finalUrl: record.url }),
      fetchedAt: isoTime(answer.startedAt),
      status: answer.status,
      sha256: hash,
      ...(site === '' ? {} : { site }),
      ...(settings.licence === undefined ? {} : { licence: settings.licence }),
    },
    bytes: answer.body,
    contentType: type,
    headers: answer.headers,
    ...(settings.hints === undefined ? {} : { hints: settings.hints }),
  };
}

/** The type of a body that came without one. */
function sniff(body: Uint8Array): string {
  const head = Buffer.from(body.subarray(0, 512)).toString('latin1').trimStart();
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(head)) return 'text/html';
  if (/^<\?xml|^<(?:rss|feed|urlset|sitemapindex)/i.test(head)) return 'application/xml';
  return 'application/octet-stream';
}
