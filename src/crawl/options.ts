import { DuizhaoError } from '../kit/index.js';
import type { PageHints } from '../model/index.js';
import type { Resolve } from './address.js';
import { resolveBySystem } from './address.js';
import { agentOf, type Agent } from './agent.js';
import { canonicalUrl, type CanonicalUrl, withoutCredentials } from './canonical.js';
import { type Clock, systemClock } from './clock.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import type { CrawlProgress } from './progress.js';
import { parseQuietHours, type QuietHours } from './quiet-hours.js';
import type { SiteRecipe } from './recipe.js';
import { type Scope, scopeOf, urlPattern } from './scope.js';

/** What to crawl and how; everything but the seeds (or a recipe with its own) may be left out. */
export interface CrawlOptions {
  readonly seeds?: readonly string[];
  readonly recipe?: SiteRecipe;
  /** Corpus folder: `crawl.db` and `archive/` are kept there. Without it nothing is kept. */
  readonly folder?: string | undefined;
  /** Web page or mail address of whoever runs the crawl; public sites need one. */
  readonly contact?: string;
  /** A whole `User-Agent` instead of `duizhao/VERSION (+contact)`. */
  readonly userAgent?: string;
  /** Lets the crawl speak to loopback and private networks. */
  readonly allowPrivate?: boolean;
  readonly delayMs?: number;
  readonly maxPages?: number;
  readonly maxDepth?: number;
  /** Globs or `/regexes/` over URLs; see `urlPattern`. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly dailyPages?: number;
  readonly dailyBytes?: number;
  /** `08:00-20:00` in Chinese time, or with an offset. */
  readonly quietHours?: string;
  readonly hostsAtOnce?: number;
  readonly maxBytes?: number;
  readonly maxRequestMs?: number;
  readonly idleMs?: number;
  readonly maxBackOffMs?: number;
  readonly maxRetryAfterMs?: number;
  readonly robotsMaxAgeMs?: number;
  readonly warcBytes?: number;
  /** Takes PDF, Word and other office files too. */
  readonly officeFiles?: boolean;
  /** What is known of the rights where no recipe says it; kept with every page. */
  readonly licence?: string;
  /** Fetches the sitemaps that robots.txt names. */
  readonly sitemaps?: boolean;
  /** Whether pages whose rights are reserved against text mining are skipped or only marked. */
  readonly reserved?: 'skip' | 'mark';
  /** URLs and hosts that were taken down, beside those the crawl itself has on record. */
  readonly forgotten?: readonly string[];
  /** Asks again for everything known, with the conditions of the last answer. */
  readonly update?: boolean;
  readonly onProgress?: (progress: CrawlProgress) => void;
  readonly clock?: Clock;
  readonly resolve?: Resolve;
}

/** Options with every default filled in. */
export interface CrawlPlanSettings {
  readonly seeds: readonly CanonicalUrl[];
  readonly agent: Agent;
  readonly scope: Scope;
  readonly article: readonly RegExp[];
  readonly list: readonly RegExp[];
  readonly delayMs: number;
  readonly quiet: QuietHours | undefined;
  readonly clock: Clock;
  readonly resolve: Resolve;
  readonly allowPrivate: boolean;
  readonly limits: Readonly<
    Record<
      | 'maxPages'
      | 'dailyPages'
      | 'dailyBytes'
      | 'hostsAtOnce'
      | 'maxBytes'
      | 'maxRequestMs'
      | 'idleMs'
      | 'maxBackOffMs'
      | 'maxRetryAfterMs'
      | 'robotsMaxAgeMs'
      | 'warcBytes',
      number
    >
  >;
  readonly officeFiles: boolean;
  readonly sitemaps: boolean;
  readonly skipsReserved: boolean;
  readonly site: string | undefined;
  readonly licence: string | undefined;
  /** Selectors of the recipe, handed on with every page. */
  readonly hints: PageHints | undefined;
}

/**
 * Fills in the defaults; the recipe's values come before them, the caller's before the recipe's.
 *
 * @throws DuizhaoError `crawl.no-seeds`, `crawl.bad-url`, `crawl.credentials`, and those of its parts
 */
export function settingsOf(options: CrawlOptions): CrawlPlanSettings {
  const { recipe } = options;
  const seeds = [...(options.seeds ?? []), ...(recipe?.start ?? [])].map(seedOf);
  if (seeds.length === 0) throw noSeeds();
  const d = CRAWL_DEFAULTS;
  const quiet = options.quietHours ?? recipe?.quiet;
  return {
    seeds,
    agent: agentOf(options.contact, options.userAgent),
    scope: scopeOf(
      seeds.map(({ url }) => url),
      {
        include: [...(options.include ?? []), ...(recipe?.include ?? [])],
        exclude: [...(options.exclude ?? []), ...(recipe?.exclude ?? [])],
        maxDepth: options.maxDepth ?? recipe?.depth ?? d.maxDepth,
      },
    ),
    article: (recipe?.article ?? []).map(urlPattern),
    list: (recipe?.list ?? []).map(urlPattern),
    delayMs: options.delayMs ?? (recipe?.delay === undefined ? d.delayMs : recipe.delay * 1_000),
    quiet: quiet === undefined ? undefined : parseQuietHours(quiet),
    clock: options.clock ?? systemClock,
    resolve: options.resolve ?? resolveBySystem,
    allowPrivate: options.allowPrivate ?? false,
    limits: {
      maxPages: options.maxPages ?? d.maxPages,
      dailyPages: options.dailyPages ?? recipe?.daily ?? d.dailyPages,
      dailyBytes: options.dailyBytes ?? megabytes(recipe?.dailyMegabytes) ?? d.dailyBytes,
      hostsAtOnce: options.hostsAtOnce ?? d.hostsAtOnce,
      maxBytes: options.maxBytes ?? d.maxBytes,
      maxRequestMs: options.maxRequestMs ?? d.maxRequestMs,
      idleMs: options.idleMs ?? d.idleMs,
      maxBackOffMs: options.maxBackOffMs ?? d.maxBackOffMs,
      maxRetryAfterMs: options.maxRetryAfterMs ?? d.maxRetryAfterMs,
      robotsMaxAgeMs: Math.min(options.robotsMaxAgeMs ?? d.robotsMaxAgeMs, d.robotsMaxAgeMs),
      warcBytes: options.warcBytes ?? d.warcBytes,
    },
    officeFiles: options.officeFiles ?? false,
    sitemaps: options.sitemaps ?? recipe?.sitemaps ?? true,
    skipsReserved: (options.reserved ?? 'skip') === 'skip',
    site: recipe?.name,
    licence: recipe?.licence ?? options.licence,
    hints: hintsOf(recipe),
  };
}

/**
 * Finds what is wrong with options, as a crawl would before its first request, and asks nobody.
 *
 * @throws DuizhaoError as {@link settingsOf}
 */
export function checkOptions(options: CrawlOptions): void {
  settingsOf(options);
}

function megabytes(count: number | undefined): number | undefined {
  return count === undefined ? undefined : count * 1_000_000;
}

function hintsOf(recipe: SiteRecipe | undefined): PageHints | undefined {
  const { content, title, date, remove } = recipe?.selectors ?? {};
  const hints: PageHints = {
    ...(content === undefined ? {} : { content }),
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(remove === undefined ? {} : { remove }),
  };
  return Object.keys(hints).length === 0 ? undefined : hints;
}

function noSeeds(): DuizhaoError {
  return new DuizhaoError({
    code: 'crawl.no-seeds',
    exit: 'usage',
    message: 'no URL to begin with',
    hint: 'give a URL, or a site.yaml with "start"',
  });
}

function seedOf(text: string): CanonicalUrl {
  const shown = withoutCredentials(text);
  const canonical = canonicalUrl(text);
  if (canonical === undefined) {
    throw new DuizhaoError({
      code: 'crawl.bad-url',
      exit: 'usage',
      message: `not a web address: "${shown}"`,
      hint: 'write it whole, like https://www.example.gov.cn/en/',
    });
  }
  if (shown !== text) {
    throw new DuizhaoError({
      code: 'crawl.credentials',
      exit: 'usage',
      message: `a user name or password in "${shown}"`,
      hint: 'pages behind a login are not crawled: save them and use "duizhao add"',
    });
  }
  return canonical;
}
