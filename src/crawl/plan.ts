import { existsSync } from 'node:fs';
import type { Run } from '../kit/index.js';
import type { CanonicalUrl } from './canonical.js';
import { isoTime } from './clock.js';
import { crawlFiles } from './files.js';
import { Frontier } from './frontier.js';
import { Host } from './host.js';
import type { CrawlOptions, CrawlPlanSettings } from './options.js';
import { describeQuietHours, quietUntil } from './quiet-hours.js';
import type { RobotsRule } from './robots.js';
import { isOfSites, type Scope } from './scope.js';
import { reasonAgainst, type Session } from './session.js';
import { fetchRobots, fetchTdm } from './site-files.js';
import { openSession } from './start.js';
import type { TdmEntry } from './tdm.js';

/** What a crawl would do to one origin. */
export interface OriginPlan {
  readonly origin: string;
  /** `rules`: read; `none`: there is none, all is allowed; `unreachable`: nothing may be fetched. */
  readonly robots: string;
  /** The lines that hold for this crawler. */
  readonly rules: readonly RobotsRule[];
  readonly crawlDelayMs?: number;
  /** Pause that will be kept, in milliseconds. */
  readonly delayMs: number;
  readonly sitemaps: readonly string[];
  readonly reservations: readonly TdmEntry[];
}

/** What would be fetched first, or why not. */
export interface SeedPlan {
  readonly url: string;
  /** Code of a refusal; absent when it would be fetched. */
  readonly refused?: string;
}

/** A crawl, not carried out. */
export interface CrawlPlan {
  readonly userAgent: string;
  readonly sites: readonly string[];
  readonly origins: readonly OriginPlan[];
  readonly seeds: readonly SeedPlan[];
  /** URLs waiting from an earlier run, and the first of them. */
  readonly queued: { readonly count: number; readonly first: readonly string[] };
  /** Patterns over URLs, as regular expressions: of the recipe and of the caller. */
  readonly patterns: Readonly<
    Record<'include' | 'exclude' | 'article' | 'list', readonly string[]>
  >;
  /** Hours without requests, and until when they hold now. */
  readonly quiet?: { readonly hours: string; readonly until?: string };
  readonly limits: Readonly<Record<string, number>>;
}

/**
 * What a crawl with these options would do; fetches robots.txt and tdmrep.json and nothing else.
 *
 * @throws DuizhaoError as a crawl would before its first request
 */
export async function planCrawl(options: CrawlOptions, run: Run): Promise<CrawlPlan> {
  const open = await openSession({ ...options, folder: undefined }, run);
  const { session } = open;
  try {
    const origins: OriginPlan[] = [];
    for (const origin of new Set(session.settings.seeds.map(({ url }) => new URL(url).origin))) {
      origins.push(await planOrigin(session, origin));
    }
    const { settings } = session;
    return {
      userAgent: settings.agent.header,
      sites: [...settings.scope.sites],
      origins,
      seeds: settings.seeds.map((seed) => planSeed(session, seed)),
      queued: waiting(options.folder, settings.scope),
      patterns: {
        include: sourcesOf(settings.scope.include),
        exclude: sourcesOf(settings.scope.exclude),
        article: sourcesOf(settings.article),
        list: sourcesOf(settings.list),
      },
      ...quietOf(settings),
      limits: { ...settings.limits, maxDepth: settings.scope.maxDepth },
    };
  } finally {
    await open.close();
  }
}

function sourcesOf(patterns: readonly RegExp[]): string[] {
  return patterns.map(({ source }) => source);
}

function quietOf({ quiet, clock }: CrawlPlanSettings): Pick<CrawlPlan, 'quiet'> {
  if (quiet === undefined) return {};
  const until = quietUntil(quiet, clock.now());
  const hours = describeQuietHours(quiet);
  return { quiet: until === undefined ? { hours } : { hours, until: isoTime(until) } };
}

async function planOrigin(session: Session, origin: string): Promise<OriginPlan> {
  const host = await Host.of(new URL(origin).host, session);
  const rules = await fetchRobots(session, host, origin);
  host.pace.setCrawlDelay(rules?.crawlDelayMs ?? 0);
  if (rules !== undefined) await fetchTdm(session, host, origin);
  return {
    origin,
    robots: session.conduct.status(origin),
    rules: rules?.rules ?? [],
    ...(rules?.crawlDelayMs === undefined ? {} : { crawlDelayMs: rules.crawlDelayMs }),
    delayMs: Math.round(host.pace.delayMs),
    sitemaps: rules?.sitemaps ?? [],
    reservations: session.conduct.reservations(origin),
  };
}

function planSeed(session: Session, seed: CanonicalUrl): SeedPlan {
  const { conduct, settings } = session;
  const { url } = seed;
  const refused = !conduct.judge(url).allowed
    ? 'robots'
    : conduct.reservation(url)?.reserved === true && settings.skipsReserved
      ? 'tdm-reserved'
      : reasonAgainst(session, seed, 0, 'seed');
  return { url, ...(refused === undefined ? {} : { refused }) };
}

function waiting(folder: string | undefined, scope: Scope): CrawlPlan['queued'] {
  const file = folder === undefined ? undefined : crawlFiles(folder).frontier;
  if (file === undefined || !existsSync(file)) return { count: 0, first: [] };
  const frontier = Frontier.open(file);
  try {
    const hosts = frontier.queuedHosts().filter(({ host }) => isOfSites(host, scope));
    const first = hosts.flatMap(({ host }) => frontier.next(host)?.url ?? []);
    return { count: hosts.reduce((sum, { count }) => sum + count, 0), first };
  } finally {
    frontier.close();
  }
}
