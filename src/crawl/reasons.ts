/** What each reason means, for a person; the codes are stable and never change their meaning. */
export const REASONS: Readonly<Record<string, string>> = Object.freeze({
  robots: 'robots.txt forbids it',
  'tdm-reserved': 'its rights are reserved against text and data mining',
  'other-site': 'it belongs to another site than the seeds',
  excluded: 'an exclude pattern matches it',
  'not-included': 'no include pattern matches it',
  'too-deep': 'it is more links away from the seeds than the depth allows',
  'media-file': 'its name is that of a picture, film, archive or script',
  'office-file': 'it is a PDF or office file, and those were not asked for',
  'url-too-long': 'its address is too long to be meant for people',
  'path-too-deep': 'its path has too many parts: a loop of relative links',
  'path-repeats': 'its path repeats itself: a loop of relative links',
  trap: 'pages of this form lead only to more of themselves, like a calendar',
  forgotten: 'it was taken down with "duizhao forget"',
  'private-address': 'its host is at a private address',
  duplicate: 'another URL has the very same bytes',
  'near-duplicate': 'another page has nearly the same text; it was kept',
  'not-an-article': 'the site recipe names it a list; its links were followed',
  'paging-no-new-links': 'a further page of a list that brought nothing new; it was kept',
  'content-type': 'it is no text',
  redirect: 'it leads to another URL',
  'redirect-loop': 'its redirects go round in a circle',
  'redirect-nowhere': 'it redirects to nothing',
  'too-many-redirects': 'its redirects do not end',
  'too-large': 'it is larger than allowed, as sent or after decompression',
  'bad-encoding': 'its compression is broken',
  'bad-answer': 'its answer breaks the rules of HTTP',
  timeout: 'it took too long',
  connection: 'the connection failed',
  'no-such-host': 'its host has no address',
  gone: 'it was there and is no more',
  sitemap: 'it is a sitemap or feed; its URLs were queued',
  'too-many-links': 'it has more links than are looked at',
  'crawl-delay-cut': 'the site asks for longer pauses than are kept',
  'warc-truncated': 'the WARC file was cut off in the middle of it',
  'warc-damaged': 'the WARC file is damaged from here on',
  'warc-revisit': 'a record that only says that nothing had changed',
  'archive-repaired': 'the archive had a torn end, from a kill or power cut; it was cut off',
  'host-stopped-no-contact': 'a public host, and no contact in the user agent',
  'host-stopped-retry-after': 'the host asked to be left alone for long',
  'host-stopped-private-address': 'the host is at a private address',
  'host-stopped-errors': 'the host failed too often in a row',
  'host-stopped-robots': 'the robots.txt of the host cannot be had',
  'host-stopped-daily-budget': "the day's budget for the host is used up",
});

/** The meaning of a reason; HTTP statuses explain themselves. */
export function explainReason(reason: string): string {
  const status = /^http-(\d{3})$/.exec(reason)?.[1];
  if (status !== undefined) return `the server answered ${status}`;
  return REASONS[reason] ?? reason;
}
