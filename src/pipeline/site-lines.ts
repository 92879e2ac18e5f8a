import { repeatedLines } from '../extract/index.js';
import type { Document } from '../model/index.js';
import type { Corpus, Source } from '../store/index.js';
import { pendingSites, siteName, siteOf, type SiteOf } from './site-of.js';
import { isFile } from './understand.js';

/**
 * Pages a site is learned from, the first in corpus order: the largest number of these that the
 * site has. So what is learned changes a few times while a site grows, and then no more.
 */
const SAMPLES = [8, 16, 32, 64] as const;
const LARGEST = 64;
/** Sites up to this size are looked through at every build that works on a page of theirs. */
const SMALL_SITE = 256;

/** The lines that stand on most pages of each site. */
export interface SiteLines {
  /** Those of the site a source is from; none for small sites and for files that are no pages. */
  of(source: Source): readonly string[];
}

/**
 * Learns the boilerplate of each site from the bytes of its first pages.
 *
 * It depends on what the corpus holds, not on what was built when. Before a build, pages of a site
 * are made to wait for it whose results do not agree with what is learned now: a line was kept
 * that is boilerplate, or the reverse. Later pages change nothing, so looking is left out for a
 * large site unless one of the first pages is new or changed itself.
 */
export function siteLines(corpus: Corpus, signature: string): SiteLines {
  const learned = new Map<string, readonly string[]>();
  const linesOf = (site: SiteOf): readonly string[] => {
    const known = learned.get(site.name) ?? learn(corpus, site);
    learned.set(site.name, known);
    return known;
  };
  for (const site of pendingSites(corpus, signature)) {
    if (mayDiffer(site, signature)) expireTouched(corpus, site, linesOf(site));
  }
  return {
    of: (source) => {
      const name = siteName(source);
      return name === undefined ? [] : linesOf(siteOf(corpus, name));
    },
  };
}

function learn({ sources }: Corpus, site: SiteOf): readonly string[] {
  const first = site.first(LARGEST);
  const size = [...SAMPLES].reverse().find((sample) => sample <= first.length) ?? 0;
  return repeatedLines(pagesOf(first.slice(0, size)));

  function* pagesOf(sample: readonly Source[]) {
    for (const { key, host } of sample) {
      const content = sources.load(key);
      if (content.kind !== 'page') continue;
      if (host === undefined || !isFile(content.page)) yield content.page;
    }
  }
}

function mayDiffer(site: SiteOf, signature: string): boolean {
  const first = site.first(SMALL_SITE + 1);
  if (first.length <= SMALL_SITE) return true;
  return first
    .slice(0, LARGEST)
    .some((source) => source.signature !== signature || !source.isCurrent);
}

function expireTouched(corpus: Corpus, site: SiteOf, lines: readonly string[]): void {
  const repeated = new Set(lines);
  const parted = lines.filter(isTwo);
  const touched: string[] = [];
  for (const document of site.documents()) {
    if (isTouched(document, repeated, parted)) {
      touched.push(...document.origins.map(({ location }) => location));
    }
  }
  if (touched.length > 0) corpus.sources.expire(touched);
}

/** Whether a document was made when other lines were known. */
function isTouched(
  { blocks, setAside }: Document,
  repeated: ReadonlySet<string>,
  parted: readonly string[],
): boolean {
  return (
    setAside.some(({ text, reason }) => reason === 'repeated' && !repeated.has(text)) ||
    blocks.some(({ text, kind }) => kind !== 'title' && isOneOf(text, repeated, parted))
  );
}

/** A line in two languages was kept in parts. */
function isOneOf(text: string, repeated: ReadonlySet<string>, parted: readonly string[]): boolean {
  if (repeated.has(text)) return true;
  return parted.some((line) => line.startsWith(text) || line.endsWith(text));
}

function isTwo(line: string): boolean {
  return /\p{Script=Han}/u.test(line) && /[A-Za-z]{2}/u.test(line);
}
