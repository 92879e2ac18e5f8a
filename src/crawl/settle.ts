import type { Page } from '../model/index.js';
import { sha256 } from '../kit/index.js';
import type { ArchiveNote, Place } from './archive.js';
import { canonicalUrl } from './canonical.js';
import { isoTime } from './clock.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import { discover, tryOther } from './discover.js';
import { parseFeed, parseSitemap } from './feeds.js';
import type { Answer, NoAnswer } from './fetch-page.js';
import type { Settled, UrlRecord } from './frontier.js';
import { htmlText } from './html-text.js';
import { findNear, keepNear } from './near-pages.js';
import { scanHtml, type ScannedPage } from './scan-html.js';
import { enqueue, refuse, type Session } from './session.js';
import { reservationByHeader, reservationByMeta, type TdmReservation } from './tdm.js';

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

const FINE: Outcome = { host: 'fine' };
const TROUBLE: Outcome = { host: 'trouble' };
const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const FEED = /\b(?:xml|rss|atom)\b/i;
const TEXT = /^\s*text\/plain\b/i;
const OFFICE = /^\s*application\/(?:pdf|msword|vnd\.|epub\+zip|rtf)/i;

/**
 * Turns answers into settled URLs, archive records and pages; all of one answer is kept, or none.
 */
export class Settler {
  constructor(private readonly session: Session) {}

  /** A request that brought no answer: again later, or given up. */
  settleFailure(record: UrlRecord, failure: NoAnswer): Outcome {
    return this.session.frontier.transact(() => {
      if (!failure.temporary) {
        if (failure.failure === 'private-address')
          refuse(this.session, record, 'private-address', failure.message);
        else this.fail(record, failure.failure, failure.message);
        return failure.failure === 'bad-answer' ? TROUBLE : FINE;
      }
      this.again(record, failure.failure, failure.message, CRAWL_DEFAULTS.maxTries);
      return TROUBLE;
    });
  }

  /** An answer of the server, whatever its status. */
  settleAnswer(record: UrlRecord, answer: Answer): Outcome {
    return this.session.frontier.transact(() => {
      const { status } = answer;
      if (status === 429 || status >= 500) return this.settleTrouble(record, answer);
      if (status === 304) return this.settleUnchanged(record, answer);
      if (status >= 300 && status < 400) return this.settleRedirect(record, answer);
      if (status === 200 || status === 203) return this.settlePage(record, answer);
      this.archive(record, answer, { facts: this.facts(record) });
      this.settleMissing(record, answer);
      return FINE;
    });
  }

  private settleTrouble(record: UrlRecord, answer: Answer): Outcome {
    const isPatience = answer.status === 429 || answer.headers['retry-after'] !== undefined;
    const tries = CRAWL_DEFAULTS.maxTries * (isPatience ? 3 : 1);
    this.again(record, `http-${answer.status}`, '', tries);
    return TROUBLE;
  }

  private again(record: UrlRecord, reason: string, note: string, maxTries: number): void {
    const tries = record.tries + 1;
    if (tries >= maxTries) this.fail(record, reason, note);
    else this.session.frontier.settle(record.id, { tries, rank: record.rank + 1, reason, note });
  }

  private fail(record: UrlRecord, reason: string, note: string, status = 0): void {
    const { frontier, tally, run } = this.session;
    frontier.settle(record.id, { state: 'failed', reason, note, status });
    tally.add(record.host, 'queued', -1);
    tally.add(record.host, 'failed');
    run.onReject({
      stage: 'crawl',
      id: record.url,
      reason,
      ...(note === '' ? {} : { message: note }),
    });
    tryOther(this.session, record);
  }

  /** 404 and its kin: a page that was once there is gone, with its date. */
  private settleMissing(record: UrlRecord, answer: Answer): void {
    const { frontier, tally, run } = this.session;
    const wasThere = record.sha256 !== '';
    if (!wasThere || (answer.status !== 404 && answer.status !== 410)) {
      this.fail(record, `http-${answer.status}`, '', answer.status);
      return;
    }
    const fetchedAt = isoTime(answer.startedAt);
    frontier.settle(record.id, { state: 'gone', reason: 'gone', status: answer.status, fetchedAt });
    frontier.addVersion(record.id, {
      ...record,
      fetchedAt,
      status: answer.status,
      outcome: 'gone',
    });
    tally.add(record.host, 'queued', -1);
    tally.add(record.host, 'gone');
    run.onReject({
      stage: 'crawl',
      id: record.url,
      reason: 'gone',
      message: `last seen ${record.fetchedAt}`,
    });
  }

  private settleUnchanged(record: UrlRecord, answer: Answer): Outcome {
    const { frontier, tally } = this.session;
    const place = this.archive(record, answer, {
      facts: this.facts(record),
      revisit: { of: { url: record.url, date: record.fetchedAt }, profile: 'server-not-modified' },
    });
    const fetchedAt = isoTime(answer.startedAt);
    frontier.settle(record.id, { state: 'done', tries: 0, fetchedAt });
    frontier.addVersion(record.id, {
      ...record,
      ...place,
      fetchedAt,
      status: 304,
      outcome: 'unchanged',
    });
    tally.add(record.host, 'queued', -1);
    tally.add(record.host, 'unchanged');
    return FINE;
  }

  /** A redirect is a link that must be followed: the target waits its turn like any other URL. */
  private settleRedirect(record: UrlRecord, answer: Answer): Outcome {
    const { session } = this;
    this.archive(record, answer, { facts: this.facts(record) });
    const location = answer.headers['location'];
    const target = location === undefined ? undefined : canonicalUrl(location, record.url);
    if (target === undefined) {
      this.fail(record, 'redirect-nowhere', location ?? 'no Location header', answer.status);
      return FINE;
    }
    if (record.hops >= CRAWL_DEFAULTS.maxRedirects) {
      this.fail(
        record,
        'too-many-redirects',
        `after ${record.hops} hops to ${target.url}`,
        answer.status,
      );
      return FINE;
    }
    if (target.key === record.key) return this.redirectToTwin(record, target.url, answer.status);
    session.frontier.settle(record.id, {
      state: 'redirect',
      reason: 'redirect',
      note: target.key,
      status: answer.status,
    });
    session.tally.add(record.host, 'queued', -1);
    const isNew = enqueue(session, {
      canonical: target,
      asked: target.url,
      kind: 'redirect',
      depth: record.depth,
      via: record.id,
      root: record.root,
      hops: record.hops + 1,
      alternative: record.alternative,
    });
    if (!isNew && this.isLoop(record, target.key)) {
      session.run.onReject({
        stage: 'crawl',
        id: record.url,
        reason: 'redirect-loop',
        message: `to ${target.url}`,
      });
      session.frontier.settle(record.id, { state: 'failed', reason: 'redirect-loop' });
      session.tally.add(record.host, 'failed');
    }
    return FINE;
  }

  /** http → https or a slash more: the same page, so the same row asks again, elsewhere. */
  private redirectToTwin(record: UrlRecord, url: string, status: number): Outcome {
    const { frontier } = this.session;
    if (url === record.url) this.fail(record, 'redirect-loop', 'to itself', status);
    else frontier.settle(record.id, { url, hops: record.hops + 1 });
    return FINE;
  }

  private isLoop(record: UrlRecord, key: string): boolean {
    let at = this.session.frontier.byKey(key);
    for (let hop = 0; hop < 10 && at?.state === 'redirect'; hop++) {
      if (at.id === record.id) return true;
      at = this.session.frontier.byKey(at.note);
    }
    return at?.id === record.id;
  }

  private settlePage(record: UrlRecord, answer: Answer): Outcome {
    const type = answer.headers['content-type'] ?? sniff(answer.body);
    if (HTML.test(type)) return this.settleHtml(record, answer, type);
    if (FEED.test(type) || record.kind === 'sitemap' || record.kind === 'feed') {
      return this.settleFeed(record, answer);
    }
    if (TEXT.test(type) || (this.session.settings.officeFiles && OFFICE.test(type))) {
      return this.keep(record, answer, type, undefined, undefined, []);
    }
    refuse(this.session, record, 'content-type', type);
    return FINE;
  }

  private settleFeed(record: UrlRecord, answer: Answer): Outcome {
    const { session } = this;
    this.archive(record, answer, { facts: this.facts(record) });
    const sitemap = parseSitemap(answer.body, session.settings.limits.maxBytes);
    const maps = sitemap?.sitemaps ?? [];
    const pages = sitemap?.pages ?? parseFeed(answer.body);
    for (const [kind, urls] of [
      ['sitemap', maps],
      ['link', pages],
    ] as const) {
      for (const url of urls) {
        const canonical = canonicalUrl(url, record.url);
        if (canonical === undefined) continue;
        enqueue(session, { canonical, asked: url, kind, depth: record.depth + 1, via: record.id });
      }
    }
    session.frontier.settle(record.id, {
      state: 'done',
      reason: 'sitemap',
      note: `${pages.length} pages, ${maps.length} sitemaps`,
    });
    session.tally.add(record.host, 'queued', -1);
    return FINE;
  }

  private settleHtml(record: UrlRecord, answer: Answer, type: string): Outcome {
    const scan = scanHtml(htmlText(answer.body, type));
    const reservation = this.reservation(record, answer, scan);
    if (reservation?.reserved === true && this.session.settings.skipsReserved) {
      refuse(this.session, record, 'tdm-reserved', `said by ${reservation.saidBy}`);
      return FINE;
    }
    const found = discover(this.session, record, scan);
    if (record.kind !== 'paging') this.session.traps.observe(record.url, scan.text, found.brought);
    return this.keep(
      record,
      answer,
      type,
      scan,
      found.reason,
      reservation === undefined ? [] : [reservation],
    );
  }

  private reservation(
    record: UrlRecord,
    answer: Answer,
    scan: ScannedPage,
  ): TdmReservation | undefined {
    return (
      reservationByMeta(scan.metas) ??
      reservationByHeader(answer.headers) ??
      this.session.conduct.reservation(record.url)
    );
  }

  /** Keeps a page that came whole: compares it with what is known, archives it, hands it on. */
  private keep(
    record: UrlRecord,
    answer: Answer,
    type: string,
    scan: ScannedPage | undefined,
    reason: string | undefined,
    reservations: readonly TdmReservation[],
  ): Outcome {
    const { frontier, tally, run } = this.session;
    const hash = sha256(answer.body);
    const twin = record.sha256 === hash ? record : frontier.byHash(hash, record.id);
    const isSame = record.sha256 === hash;
    const facts = { ...this.facts(record), ...reservationFacts(reservations), sha256: hash };
    const place = this.archive(record, answer, {
      facts,
      ...(twin === undefined || twin.fetchedAt === ''
        ? {}
        : {
            revisit: {
              of: { url: twin.url, date: twin.fetchedAt },
              profile: 'identical-payload-digest',
            },
          }),
    });
    const verdict = this.verdict(record, scan, twin, isSame, reason);
    const fetchedAt = isoTime(answer.startedAt);
    const outcome = isSame ? 'unchanged' : record.sha256 === '' ? 'fresh' : 'changed';
    frontier.settle(record.id, {
      state: 'done',
      reason: verdict.reason,
      note: verdict.note,
      tries: 0,
      status: answer.status,
      fetchedAt,
      sha256: hash,
      etag: answer.headers['etag'] ?? '',
      lastModified: answer.headers['last-modified'] ?? '',
      contentType: type,
      ...(isSame || twin !== undefined ? {} : place),
      ...(verdict.isHandedOn ? { delivered: place === undefined ? 1 : 0 } : {}),
    });
    frontier.addVersion(record.id, {
      ...(place ?? { file: '', offset: 0, length: 0 }),
      fetchedAt,
      sha256: hash,
      status: answer.status,
      outcome,
    });
    tally.add(record.host, 'queued', -1);
    tally.add(record.host, outcome);
    if (!verdict.isHandedOn) {
      if (!isSame)
        run.onReject({
          stage: 'crawl',
          id: record.url,
          reason: verdict.reason,
          message: verdict.note,
        });
      return FINE;
    }
    return {
      host: 'fine',
      ready: { id: record.id, page: this.pageOf(record, answer, type, hash, scan) },
    };
  }

  private verdict(
    record: UrlRecord,
    scan: ScannedPage | undefined,
    twin: UrlRecord | undefined,
    isSame: boolean,
    reason: string | undefined,
  ): { isHandedOn: boolean; reason: string; note: string } {
    if (isSame) return { isHandedOn: false, reason: record.reason, note: record.note };
    if (twin !== undefined)
      return { isHandedOn: false, reason: 'duplicate', note: `same bytes as ${twin.url}` };
    const { article, list } = this.session.settings;
    const isArticle = article.some((pattern) => pattern.test(record.url));
    if (!isArticle && (article.length > 0 || list.some((pattern) => pattern.test(record.url)))) {
      return {
        isHandedOn: false,
        reason: 'not-an-article',
        note: 'by the site recipe; its links were followed',
      };
    }
    const near =
      scan === undefined ? undefined : findNear(this.session.frontier, record.id, scan.text);
    if (scan !== undefined) keepNear(this.session.frontier, record.id, scan.text);
    if (near !== undefined)
      return { isHandedOn: true, reason: 'near-duplicate', note: `much like ${near}` };
    return { isHandedOn: true, reason: reason ?? '', note: '' };
  }

  private pageOf(
    record: UrlRecord,
    answer: Answer,
    type: string,
    hash: string,
    scan: ScannedPage | undefined,
  ): Page {
    const { settings } = this.session;
    const site = settings.site ?? scan?.metas.get('sitename');
    return {
      origin: {
        kind: 'url',
        location: record.root,
        ...(record.url === record.root ? {} : { finalUrl: record.url }),
        fetchedAt: isoTime(answer.startedAt),
        status: answer.status,
        sha256: hash,
        ...(site === undefined || site === '' ? {} : { site }),
        ...(settings.licence === undefined ? {} : { licence: settings.licence }),
      },
      bytes: answer.body,
      contentType: type,
      headers: answer.headers,
    };
  }

  private archive(record: UrlRecord, answer: Answer, note: ArchiveNote): Place | undefined {
    const { archive } = this.session;
    return archive?.add({ ...answer, url: record.url }, note);
  }

  private facts(record: UrlRecord): Record<string, string> {
    const via = record.via === 0 ? undefined : this.session.frontier.byId(record.via)?.url;
    const { rule } = this.session.conduct.judge(record.url);
    return {
      ...(via === undefined ? {} : { via }),
      hopsFromSeed: String(record.depth),
      robots: rule === undefined ? 'allowed' : `allowed by line ${rule.line}`,
    };
  }
}

function reservationFacts([reservation]: readonly TdmReservation[]): Record<string, string> {
  if (reservation === undefined) return {};
  return {
    'tdm-reservation': reservation.reserved ? '1' : '0',
    ...(reservation.policy === undefined ? {} : { 'tdm-policy': reservation.policy }),
  };
}

function sniff(body: Uint8Array): string {
  const head = Buffer.from(body.subarray(0, 512)).toString('latin1').trimStart();
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(head)) return 'text/html';
  if (/^<\?xml|^<(?:rss|feed|urlset|sitemapindex)/i.test(head)) return 'application/xml';
  return 'application/octet-stream';
}
