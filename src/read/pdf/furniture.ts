import type { Line } from './piece.js';

/** A line that belongs to the page and not to the text, and why. */
export interface FurnitureLine {
  readonly line: Line;
  readonly reason: 'page-header' | 'page-footer' | 'page-number';
}

const NUMBER =
  /^[\s\-–—·.|/[\](){}<>~〈〉第共页頁]*(?:page|p\.?)?\s*(?:\d{1,4}|[ivxl]{1,7})\s*(?:[/／|]|of|页[,，/ ]*共|頁[,，/ ]*共)?\s*\d{0,4}[\s\-–—·.|/[\](){}<>~〈〉页頁]*$/iu;
/** What browsers print above and below a page: time and title, address and number. */
const PRINTED_HEAD =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:[上下]午\s*)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?(?:\s.{0,160})?$/iu;
const PRINTED_FOOT = /^(?:https?|file):\/\/\S+(?:\s+\d{1,4}\s*[/／]\s*\d{1,4})?$/iu;
/** Rows at either end of a page that may be furniture. */
const EDGE_ROWS = 2;
/** Points two lines may differ in height to stand at the same place. */
const SAME_HEIGHT = 3;

/**
 * Lines at the edges of pages that carry the page's number, or stand in the same place on at least
 * three pages (both, when there are two or three) with nothing but numbers changed.
 */
export function furnitureOf(pages: readonly (readonly Line[])[]): readonly FurnitureLine[] {
  const edges = pages.map(edgesOf);
  const counts = new Map<string, Line[]>();
  for (const { line } of edges.flat()) {
    const key = keyOf(line.text);
    counts.set(key, [...(counts.get(key) ?? []), line]);
  }
  const least = pages.length <= 3 ? 2 : 3;
  return edges.flat().flatMap(({ line, isTop, isOutermost }): readonly FurnitureLine[] => {
    if (isOutermost && NUMBER.test(line.text)) return [{ line, reason: 'page-number' }];
    if (isOutermost && isTop && PRINTED_HEAD.test(line.text))
      return [{ line, reason: 'page-header' }];
    if (isOutermost && !isTop && PRINTED_FOOT.test(line.text))
      return [{ line, reason: 'page-footer' }];
    const alike = (counts.get(keyOf(line.text)) ?? []).filter(
      ({ y }) => Math.abs(y - line.y) <= SAME_HEIGHT,
    );
    const places = new Set(alike.map(({ page }) => page)).size;
    return places >= least ? [{ line, reason: isTop ? 'page-header' : 'page-footer' }] : [];
  });
}

interface Edge {
  readonly line: Line;
  readonly isTop: boolean;
  readonly isOutermost: boolean;
}

function edgesOf(lines: readonly Line[]): readonly Edge[] {
  const heights = [...new Set(lines.map(({ y }) => y))].sort((a, b) => b - a);
  const merged = heights.filter((y, i) => i === 0 || Number(heights[i - 1]) - y > SAME_HEIGHT);
  const rowOf = ({ y }: Line): number => merged.filter((height) => height - y > SAME_HEIGHT).length;
  const last = merged.length - 1;
  return lines.flatMap((line): readonly Edge[] => {
    const row = rowOf(line);
    const fromEdge = Math.min(row, last - row);
    if (fromEdge >= EDGE_ROWS) return [];
    return [{ line, isTop: row <= last - row && last > 0, isOutermost: fromEdge === 0 }];
  });
}

/** Numbers count up from page to page; in a sentence they are news. */
function keyOf(text: string): string {
  const key = text.replace(/\s+/gu, ' ').trim();
  return /[。！？!?.][”’"'」』）)]*$/u.test(key) ? key : key.replace(/\d+/gu, '#');
}
