import { getDomain } from 'tldts';
import { DuizhaoError } from '../kit/index.js';
import { CRAWL_DEFAULTS } from './defaults.js';

/** Which URLs belong to the crawl. */
export interface Scope {
  /** Registrable domains of the seeds, or whole hosts where there is no domain (IP addresses). */
  readonly sites: ReadonlySet<string>;
  /** When any is given, a URL must match one. */
  readonly include: readonly RegExp[];
  /** A URL must match none. */
  readonly exclude: readonly RegExp[];
  readonly maxDepth: number;
}

/** File names that are never pages; documents other readers know are a matter of choice. */
const MEDIA =
  /\.(?:jpe?g|png|gif|bmp|webp|svg|ico|tiff?|mp[34]|m4[av]|avi|mov|wmv|flv|webm|wav|wma|ogg|rmvb?|css|js|mjs|json|map|woff2?|ttf|eot|zip|rar|7z|gz|tgz|bz2|tar|exe|apk|ipa|dmg|iso|msi|swf)$/i;
const OFFICE = /\.(?:pdf|docx?|xlsx?|pptx?|epub|odt|rtf|wps|ofd)$/i;

/**
 * The site a URL belongs to: its registrable domain, else its host.
 *
 * `fao.city.gov.cn` and `www.city.gov.cn` are one site; the public suffix list says where a
 * site ends. Loopback ports are hosts of their own, or tests could not have several.
 */
export function siteOf(url: string): string {
  const { hostname, host } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? host;
}

/** Whether a host is one of the sites of a crawl; a folder may hold others, of other crawls. */
export function isOfSites(host: string, { sites }: Scope): boolean {
  return sites.has(siteOf(`http://${host}/`));
}

/** Builds the scope of a list of seeds. */
export function scopeOf(
  seeds: readonly string[],
  limits: { include: readonly string[]; exclude: readonly string[]; maxDepth: number },
): Scope {
  return {
    sites: new Set(seeds.map(siteOf)),
    include: limits.include.map(urlPattern),
    exclude: limits.exclude.map(urlPattern),
    maxDepth: limits.maxDepth,
  };
}

/**
 * A pattern over URLs: glob (`*` inside a path segment, `**` across), or `/regex/`.
 *
 * A glob without a scheme matches anywhere in the URL, up to its end: `/en/*.html`.
 *
 * @throws DuizhaoError `crawl.bad-pattern`
 */
export function urlPattern(pattern: string): RegExp {
  const [, source] = /^\/(.+)\/$/.exec(pattern) ?? [];
  try {
    if (source !== undefined && /[\\^$()|[\]+]/.test(source)) return new RegExp(source);
  } catch (cause) {
    throw new DuizhaoError(
      {
        code: 'crawl.bad-pattern',
        exit: 'badConfig',
        message: `not a regular expression: "${pattern}"`,
        hint: 'a pattern without slashes around it is a glob: * inside a segment, ** across',
      },
      { cause },
    );
  }
  const body = pattern
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`${/^https?:/.test(pattern) ? '^' : ''}${body}$`);
}

/**
 * Why a URL is not of this crawl; `undefined` when it is.
 *
 * Codes: `other-site`, `excluded`, `not-included`, `too-deep`, `media-file`, `office-file`,
 * `url-too-long`, `path-too-deep`, `path-repeats`.
 */
export function outOfScope(
  url: string,
  depth: number,
  scope: Scope,
  takesOffice: boolean,
): string | undefined {
  if (!scope.sites.has(siteOf(url))) return 'other-site';
  if (url.length > CRAWL_DEFAULTS.maxUrlLength) return 'url-too-long';
  const { pathname } = new URL(url);
  if (MEDIA.test(pathname)) return 'media-file';
  if (OFFICE.test(pathname) && !takesOffice) return 'office-file';
  if (scope.exclude.some((pattern) => pattern.test(url))) return 'excluded';
  if (scope.include.length > 0 && !scope.include.some((pattern) => pattern.test(url))) {
    return 'not-included';
  }
  if (depth > scope.maxDepth) return 'too-deep';
  return pathTrap(pathname);
}

/** Loops of relative links: `/a/b/a/b/a/b/a/b`. */
function pathTrap(pathname: string): string | undefined {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (segments.length > CRAWL_DEFAULTS.maxPathSegments) return 'path-too-deep';
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1;
    counts.set(segment, count);
    if (count > CRAWL_DEFAULTS.maxSegmentRepeats) return 'path-repeats';
  }
  return undefined;
}
