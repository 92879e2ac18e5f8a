import { collapseSpace } from '../text/index.js';

/** Least number of pages that can show what is boilerplate. */
const MIN_PAGES = 5;
/** Share of the pages a line must stand on. */
const MIN_SHARE = 0.5;
/** Distinct lines counted; beyond, lines seen once so far are forgotten. */
const MAX_LINES = 200_000;

/**
 * Learns the lines that stand on most pages of a site: menus, mastheads, notices.
 *
 * @param pages - the texts of each page's blocks, blocks set aside included
 * @returns a test for {@link ExtractOptions.isRepeated}; always false for fewer than five pages
 */
export function repeatedLines(pages: Iterable<readonly string[]>): (text: string) => boolean {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const texts of pages) {
    seen += 1;
    for (const text of new Set(texts.map(collapseSpace))) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    if (counts.size > MAX_LINES) forgetRare(counts);
  }
  if (seen < MIN_PAGES) return () => false;
  const repeated = new Set<string>();
  for (const [text, count] of counts) if (count >= seen * MIN_SHARE) repeated.add(text);
  return (text) => repeated.has(collapseSpace(text));
}

function forgetRare(counts: Map<string, number>): void {
  for (const [text, count] of counts) if (count === 1) counts.delete(text);
}
