import type { UrlRecord } from './url-record.js';
import type { Session } from './session.js';
import { reservationByHeader } from './tdm.js';

const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const FEED = /\b(?:xml|rss|atom)\b/i;
const TEXT = /^\s*text\/plain\b/i;
const OFFICE = /^\s*application\/(?:pdf|msword|vnd\.|epub\+zip|rtf)/i;

/** How an answer of status 200 is dealt with; `undefined` when it is not taken. */
export type Treatment = 'html' | 'feed' | 'text';

/**
 * By content type; whatever a sitemap calls itself, it is one.
 *
 * @param takesOffice - whether PDF and office files are handed on too
 */
export function treatmentOf(
  type: string,
  record: UrlRecord,
  takesOffice: boolean,
): Treatment | undefined {
  if (HTML.test(type)) return 'html';
  if (FEED.test(type) || isSitemap(record)) return 'feed';
  return TEXT.test(type) || (takesOffice && OFFICE.test(type)) ? 'text' : undefined;
}

/** Named so by robots.txt or another sitemap, or given as a seed that can be nothing else. */
function isSitemap({ kind, url }: UrlRecord): boolean {
  return kind === 'sitemap' || isPackedSitemap(url);
}

/** `…/sitemap.xml.gz`: by its name an archive, and yet full of links. */
export function isPackedSitemap(url: string): boolean {
  return /\.xml\.gz$/i.test(new URL(url).pathname);
}

/**
 * Why the body of an answer need not be sent: a film, or rights reserved in its head.
 *
 * A page of HTML may say itself that its rights are free, so it must be read first.
 */
export function unwantedBecause(
  { settings }: Session,
  record: UrlRecord,
  status: number,
  headers: Readonly<Record<string, string>>,
): { readonly reason: string; readonly note: string } | undefined {
  const type = headers['content-type'];
  if ((status !== 200 && status !== 203) || type === undefined) return undefined;
  const treatment = treatmentOf(type, record, settings.officeFiles);
  if (treatment === undefined) return { reason: 'content-type', note: type };
  const isReserved = treatment === 'text' && reservationByHeader(headers)?.reserved === true;
  return isReserved && settings.skipsReserved
    ? { reason: 'tdm-reserved', note: 'said by header' }
    : undefined;
}
