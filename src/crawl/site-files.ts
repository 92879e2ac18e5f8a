import { canonicalUrl } from './canonical.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import type { Answer } from './fetch-page.js';
import type { NoAnswer } from './no-answer.js';
import { Host } from './host.js';
import { retryAfterMs } from './pace.js';
import type { RobotsRules } from './robots.js';
import { enqueue, type Session } from './session.js';

/** Bytes of robots.txt fetched; the part beyond the RFC's 500 KiB is not parsed. */
const FETCH_BYTES = 4 * CRAWL_DEFAULTS.robotsMaxBytes;

/**
 * Fetches an origin's robots.txt and keeps what it says (RFC 9309 §2.3).
 *
 * 2xx is read; 4xx and endless redirects mean that everything is allowed; 429, 5xx and silence
 * mean that nothing is, and the host is in trouble.
 *
 * @returns `undefined` when it cannot be had
 */
export async function fetchRobots(
  session: Session,
  host: Host,
  origin: string,
): Promise<RobotsRules | undefined> {
  const { conduct, settings } = session;
  const before = conduct.rules(origin).crawlDelayMs;
  const answer = await follow(session, host, `${origin}/robots.txt`);
  const now = settings.clock.now();
  if (answer === 'endless') return conduct.learnRobots(origin, 'none', '', now);
  if (!('status' in answer) || answer.status === 429 || answer.status >= 500) {
    conduct.learnRobots(origin, 'unreachable', '', now);
    if ('failure' in answer && answer.failure === 'private-address') host.stop('private-address');
    const wait = 'status' in answer ? retryAfterMs(answer.headers['retry-after'], now) : 0;
    host.failed(wait, troubleOf(answer));
    return undefined;
  }
  host.succeeded(answer.tookMs);
  if (answer.status >= 300) return conduct.learnRobots(origin, 'none', '', now);
  const text = new TextDecoder().decode(answer.body.subarray(0, CRAWL_DEFAULTS.robotsMaxBytes));
  const rules = conduct.learnRobots(origin, 'rules', text, now);
  reportDelay(session, host, rules, before);
  queueSitemaps(session, origin, rules);
  return rules;
}

/** A `Crawl-delay` beyond the cap is cut, and that is said once. */
function reportDelay(
  session: Session,
  host: Host,
  rules: RobotsRules,
  before: number | undefined,
): void {
  const { crawlDelayMs = 0 } = rules;
  const cap = CRAWL_DEFAULTS.maxCrawlDelayMs;
  if (crawlDelayMs <= cap || crawlDelayMs === before) return;
  session.run.onReject({
    stage: 'crawl',
    id: host.name,
    reason: 'crawl-delay-cut',
    message: `Crawl-delay ${crawlDelayMs / 1_000} s cut to ${cap / 1_000} s`,
  });
}

function queueSitemaps(session: Session, origin: string, rules: RobotsRules): void {
  if (!session.settings.sitemaps) return;
  session.frontier.transact(() => {
    for (const url of rules.sitemaps.slice(0, 100)) {
      const canonical = canonicalUrl(url, origin);
      if (canonical === undefined) continue;
      enqueue(session, { canonical, asked: url, kind: 'sitemap', depth: 0, via: 0 });
    }
  });
}

/** Fetches `/.well-known/tdmrep.json`; whatever is not there says nothing. */
export async function fetchTdm(session: Session, host: Host, origin: string): Promise<void> {
  const url = `${origin}/.well-known/tdmrep.json`;
  const { conduct, settings } = session;
  if (!conduct.judge(url).allowed) {
    conduct.learnTdm(origin, '', settings.clock.now());
    return;
  }
  const answer = await follow(session, host, url);
  const isThere = answer !== 'endless' && 'status' in answer && answer.status === 200;
  const text = isThere ? new TextDecoder().decode(answer.body) : '';
  conduct.learnTdm(origin, text, settings.clock.now());
  if (answer !== 'endless' && 'status' in answer && answer.status < 500)
    host.succeeded(answer.tookMs);
  else host.failed(0, answer === 'endless' ? 'endless redirects' : troubleOf(answer));
}

/** What an answer, or the lack of one, says is wrong. */
export function troubleOf(answer: Answer | NoAnswer): string {
  return 'status' in answer ? `it answers ${answer.status}` : answer.message;
}

/** Follows redirects, to other hosts too, as RFC 9309 §2.3.1.2 asks; each at its own pace. */
async function follow(
  session: Session,
  host: Host,
  start: string,
): Promise<Answer | NoAnswer | 'endless'> {
  let url = start;
  let asked = host;
  for (let hop = 0; hop <= CRAWL_DEFAULTS.maxRedirects; hop++) {
    const answer = await asked.ask(url, { limits: { maxBytes: FETCH_BYTES } });
    if (!('status' in answer)) return answer;
    const location = answer.headers['location'];
    if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
    const next = canonicalUrl(location, url);
    if (next === undefined) return answer;
    url = next.url;
    asked = await Host.of(next.host, session);
    if (asked.stopped === 'no-contact') return answer;
  }
  return 'endless';
}
