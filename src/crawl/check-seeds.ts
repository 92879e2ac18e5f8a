import { isIP } from 'node:net';
import { DuizhaoError } from '../kit/index.js';
import { isPrivateAddress, publicAddresses } from './address.js';
import type { CrawlPlanSettings } from './options.js';

/**
 * Refuses a crawl that could only be refused later: before any request, with the reason.
 *
 * A private address needs to be allowed; a public site must be able to find out who is asking;
 * and a name without an address is a misspelling, when it is the only one.
 *
 * @throws DuizhaoError `crawl.private-address`, `crawl.no-contact`, `crawl.no-such-host`
 */
export async function checkSeeds(settings: CrawlPlanSettings): Promise<void> {
  for (const { url, host } of settings.seeds) {
    const { hostname } = new URL(url);
    const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost';
    const { hasContact } = settings.agent;
    if (!hasContact && !isAddress && !settings.allowPrivate) throw noContact(host);
    if ((await isPrivateSeed(hostname, settings)) || hasContact) continue;
    throw noContact(host);
  }
}

async function isPrivateSeed(hostname: string, settings: CrawlPlanSettings): Promise<boolean> {
  try {
    const found = await publicAddresses(hostname, settings.resolve, settings.allowPrivate);
    return found.every(({ address }) => isPrivateAddress(address));
  } catch (error) {
    const isUnknown = error instanceof DuizhaoError && error.failure.code === 'crawl.no-such-host';
    if (isUnknown && settings.seeds.length > 1) return false; // reported when its turn comes
    throw error;
  }
}

function noContact(host: string): DuizhaoError {
  return new DuizhaoError({
    code: 'crawl.no-contact',
    exit: 'usage',
    message: `"${host}" is a public site, and the user agent names nobody to turn to`,
    hint: 'give a web page or mail address of yours with --contact, or as "crawl: contact:" in duizhao.yaml',
  });
}
