import type { CrawlPlan, OriginPlan, WhyAnswer } from '../crawl/index.js';

/** A plan in words. */
export function describePlan(plan: CrawlPlan): string {
  const limits = Object.entries(plan.limits).map(([name, value]) => `${name} ${value}`);
  return [
    `user agent: ${plan.userAgent}`,
    `sites: ${plan.sites.join(', ')}`,
    ...plan.origins.flatMap(describeOrigin),
    'would be fetched:',
    ...plan.seeds.map(
      ({ url, refused }) => `  ${url}${refused === undefined ? '' : ` — no: ${refused}`}`,
    ),
    ...plan.queued.first.map((url) => `  ${url} (waiting from an earlier run)`),
    ...(plan.queued.count > 0 ? [`  ${plan.queued.count} waiting in all`] : []),
    'and the links found there, within the sites above',
    `limits: ${limits.join(', ')}`,
    '',
  ].join('\n');
}

function describeOrigin(origin: OriginPlan): string[] {
  const { crawlDelayMs, delayMs, rules, robots, sitemaps, reservations } = origin;
  const asked = crawlDelayMs === undefined ? '' : ` (Crawl-delay ${crawlDelayMs / 1_000} s)`;
  return [
    `${origin.origin}:`,
    `  robots.txt: ${ROBOTS[robots] ?? robots}`,
    ...rules.map(
      ({ allow, pattern, line }) => `    line ${line}: ${allow ? 'Allow' : 'Disallow'}: ${pattern}`,
    ),
    `  pause: ${delayMs / 1_000} s${asked}`,
    ...sitemaps.map((url) => `  sitemap: ${url}`),
    ...reservations.map(
      ({ location, reserved }) => `  mining ${reserved ? 'reserved' : 'allowed'}: ${location}`,
    ),
  ];
}

const ROBOTS: Readonly<Record<string, string>> = {
  rules: 'read; these lines hold for us:',
  none: 'there is none: everything is allowed',
  unreachable: 'cannot be had: nothing may be fetched',
};

/** What became of a URL, in words. */
export function describeWhy(why: WhyAnswer): string {
  return [
    why.url,
    `  ${why.state}${why.reason === '' ? '' : ` (${why.reason})`}: ${why.explanation}`,
    ...(why.note === '' ? [] : [`  ${why.note}`]),
    ...(why.ahead === undefined ? [] : [`  ${why.ahead} URLs of its host come first`]),
    ...why.foundOn.map((url) => `  found on ${url}`),
    ...why.visits.map(({ fetchedAt, status, outcome }) => `  ${fetchedAt} ${status} ${outcome}`),
    '',
  ].join('\n');
}
