import type { CrawlPlan, OriginPlan, WhyAnswer } from '../crawl/index.js';

/** A plan in words. */
export function describePlan(plan: CrawlPlan): string {
  const { userAgent, sites, origins, seeds, queued } = plan;
  return [
    `user agent: ${userAgent}`,
    `sites: ${sites.join(', ')}`,
    ...origins.flatMap(describeOrigin),
    ...describeQuiet(plan),
    'would be fetched:',
    ...seeds.map(
      ({ url, refused }) => `  ${url}${refused === undefined ? '' : ` — no: ${refused}`}`,
    ),
    ...queued.first.map((url) => `  ${url} (waiting from an earlier run)`),
    ...(queued.count > 0 ? [`  ${queued.count} waiting in all`] : []),
    'and the links found there, within the sites above',
    ...describePatterns(plan),
    ...describeLimits(plan.limits),
    '',
  ].join('\n');
}

function describeQuiet({ quiet }: CrawlPlan): string[] {
  if (quiet === undefined) return [];
  const now = quiet.until === undefined ? '' : `; they hold now, until ${quiet.until}`;
  return [`quiet hours: ${quiet.hours}${now}`];
}

function describePatterns({ patterns }: CrawlPlan): string[] {
  return [
    ...patterns.include.map((source) => `  only: ${source}`),
    ...patterns.exclude.map((source) => `  not: ${source}`),
    ...patterns.article.map((source) => `  handed on as articles: ${source}`),
    ...patterns.list.map((source) => `  lists, followed only: ${source}`),
  ];
}

function describeLimits(limits: Readonly<Record<string, number>>): string[] {
  const of = (name: string): number => limits[name] ?? 0;
  return [
    `at most: ${of('maxPages')} pages, ${of('maxDepth')} links from a start, ${of('maxBytes') / 1e6} MB and ${of('maxRequestMs') / 1e3} s a page`,
    `a day from a host: ${of('dailyPages')} requests, ${of('dailyBytes') / 1e6} MB`,
  ];
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
