import { DuizhaoError, version } from '../kit/index.js';

/** Who the crawler says it is. */
export interface Agent {
  /** The `User-Agent` header. */
  readonly header: string;
  /** Product token that robots.txt groups are looked up by. */
  readonly token: string;
  /** Whether the header names someone to turn to. */
  readonly hasContact: boolean;
}

const CONTACT = /https?:\/\/[^\s()]+\.[^\s()]+|[^\s@()]+@[^\s@()]+\.[^\s@()]+/;

/**
 * The user agent: product, version and a contact, never a browser's.
 *
 * @param contact - web page or mail address of whoever runs the crawl
 * @param given - a whole header instead, for projects with a name of their own
 * @throws DuizhaoError `crawl.bad-contact`, `crawl.bad-agent`
 */
export function agentOf(contact?: string, given?: string): Agent {
  if (given !== undefined) return givenAgent(given);
  if (contact !== undefined && (!CONTACT.test(contact) || /[\r\n()]/.test(contact))) {
    throw new DuizhaoError({
      code: 'crawl.bad-contact',
      exit: 'badConfig',
      message: `not a web page or mail address: "${contact}"`,
      hint: 'for example https://example.org/our-crawler or corpus@example.org',
    });
  }
  const suffix = contact === undefined ? '' : ` (+${contact.trim()})`;
  return {
    header: `duizhao/${version}${suffix}`,
    token: 'duizhao',
    hasContact: contact !== undefined,
  };
}

function givenAgent(header: string): Agent {
  const token = /^([A-Za-z_-]+)(?:\/[\w.-]+)?(?:\s|$)/.exec(header)?.[1];
  if (
    token === undefined ||
    /^(?:mozilla|opera|googlebot|bingbot|baiduspider)$/i.test(token) ||
    /[\r\n]/.test(header)
  ) {
    throw new DuizhaoError({
      code: 'crawl.bad-agent',
      exit: 'badConfig',
      message: `not an honest user agent: "${header}"`,
      hint: 'begin with a product of your own, like corpus-builder/1.0 (+https://example.org/contact)',
    });
  }
  return { header, token, hasContact: CONTACT.test(header) };
}
