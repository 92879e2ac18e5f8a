/**
 * What a crawl does unless it is told otherwise.
 *
 * Chosen for a small public site that has given no permission beyond its robots.txt.
 */
export const CRAWL_DEFAULTS = Object.freeze({
  /** Pause between two requests to one host: half the load of one slow human reader. */
  delayMs: 2_000,
  /** Nobody may go faster than this on a public host, whatever the configuration says. */
  minPublicDelayMs: 1_000,
  /** `Crawl-delay` beyond this is cut: at ten minutes a page a site would never be finished. */
  maxCrawlDelayMs: 60_000,
  /** Ceiling of the adaptive back-off. */
  maxBackOffMs: 300_000,
  /** A `Retry-After` beyond this ends the host's turn in this run; the next run honours it. */
  maxRetryAfterMs: 900_000,
  /** Tries for one URL before its failure is final. */
  maxTries: 4,
  /** Failures in a row after which a host is left alone for this run. */
  maxHostFailures: 8,
  /** Answers 401, 403 or 451 in a row after which a host is taken to mean it. */
  maxTurnedAway: 20,
  /** Hosts fetched from at the same moment, one connection each. */
  hostsAtOnce: 8,
  /** Whole pages in bytes, after decompression; the longest articles seen are under 1 MB. */
  maxBytes: 10_000_000,
  /** From the start of a request to its last byte. */
  maxRequestMs: 60_000,
  /** Silence on the line that counts as a failure. */
  idleMs: 15_000,
  /** Hops from one URL; RFC 9309 asks for at least five for robots.txt. */
  maxRedirects: 5,
  /** Links followed from a seed; paging does not count. */
  maxDepth: 16,
  maxPages: 1_000_000,
  /** A day's share of one host: at two seconds a page, a working night. */
  dailyPages: 20_000,
  dailyBytes: 2_000_000_000,
  /** RFC 9309 §2.4: not to be used longer than 24 hours. */
  robotsMaxAgeMs: 86_400_000,
  /** RFC 9309 §2.5: at least 500 kibibytes must be parsed. */
  robotsMaxBytes: 512_000,
  /** A URL longer than this is a machine talking to itself. */
  maxUrlLength: 1_024,
  maxPathSegments: 16,
  /** The same path segment more often than this means a loop of relative links. */
  maxSegmentRepeats: 3,
  /** Pages of one URL shape in a row that look alike and lead nowhere: a calendar. */
  maxBarrenRun: 12,
  /** Bits of 64 in which two near-duplicate pages may differ (Manku, Jain & Das Sarma, WWW 2007). */
  nearBits: 3,
  /** Size at which the next WARC file is begun, as the ISO 28500 annex recommends. */
  warcBytes: 1_000_000_000,
});
