import { GENERATOR_MARK } from '../kit/index.js';
import { describeReport } from './describe.js';
import type { AlignmentReport } from './evaluate.js';
import { linkShape } from './links.js';
import type { Link } from './links.js';
import { regionsOf } from './regions.js';
import type { Region } from './regions.js';

/** One document with its texts and both alignments. */
export interface Drawn {
  readonly name: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly gold: readonly Link[];
  readonly system: readonly Link[];
}

/** Regions of agreement shown in full around an error; longer runs are folded to a count. */
const CONTEXT = 1;
/** Width and height of the map of a document, in pixels. */
const MAP = 260;

const STYLE = `
:root { color-scheme: light dark; --wrong: #c22; --right: #2a7; --line: #8886; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
pre { font: 13px/1.4 ui-monospace, monospace; overflow-x: auto; }
svg { border: 1px solid var(--line); display: block; margin: 1rem 0; }
.region { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; border-left: 4px solid var(--right); padding: .2rem .8rem; margin: .2rem 0; }
.region.wrong { border-color: var(--wrong); background: #c2212114; }
.region p { margin: .1rem 0; } .region b { font-weight: normal; opacity: .6; font-size: 80%; }
.links { grid-column: 1 / 3; font: 13px ui-monospace, monospace; margin: .2rem 0; }
.fold { opacity: .6; padding: .2rem 1rem; }
`;

/**
 * Draws alignments as one HTML page: for each document a map with gold as a grey path and
 * the found links as dots (red where wrong), then every error with its texts and both ways
 * of cutting them. Stands alone: no script, nothing loaded.
 */
export function* drawAlignment(
  documents: readonly Drawn[],
  report: AlignmentReport,
): Iterable<string> {
  yield `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n${GENERATOR_MARK}\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Alignment against gold</title>\n`;
  yield `<style>${STYLE}</style>\n<h1>Alignment against gold</h1>\n`;
  yield `<pre>${escape(describeReport(report))}</pre>\n`;
  for (const document of documents) yield* drawDocument(document);
  yield '</html>\n';
}

function* drawDocument(document: Drawn): Iterable<string> {
  const regions = regionsOf(document.gold, document.system);
  const wrong = regions.filter(({ agrees }) => !agrees).length;
  yield `<section>\n<h2>${escape(document.name)}</h2>\n`;
  yield `<p>${document.zh.length} Chinese and ${document.en.length} English sentences, ${wrong} places wrong.</p>\n`;
  if (wrong > 0) yield drawMap(document, regions);
  yield* drawRegions(document, regions);
  yield '</section>\n';
}

function* drawRegions(document: Drawn, regions: readonly Region[]): Iterable<string> {
  let folded = 0;
  for (const [index, region] of regions.entries()) {
    const near = regions.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1);
    if (near.every(({ agrees }) => agrees)) {
      folded += 1;
      continue;
    }
    if (folded > 0) yield fold(folded);
    folded = 0;
    yield drawRegion(document, region);
  }
  if (folded > 0) yield fold(folded);
}

function fold(count: number): string {
  return `<div class="fold">… ${count} right …</div>\n`;
}

function drawRegion({ zh, en }: Drawn, region: Region): string {
  const column = (texts: readonly string[], positions: readonly number[], lang: string) =>
    `<div lang="${lang}">${positions
      .map((at) => `<p><b>${at + 1}</b> ${escape(texts[at] ?? '')}</p>`)
      .join('')}</div>`;
  const cuts = region.agrees
    ? ''
    : `<div class="links">gold ${escape(cutsOf(region.gold))}<br>found ${escape(cutsOf(region.system))}</div>`;
  return (
    `<div class="region${region.agrees ? '' : ' wrong'}">` +
    `${column(zh, region.zh, 'zh')}${column(en, region.en, 'en')}${cuts}</div>\n`
  );
}

/** `3,4 → 5 (2-1) · 5 → 6 (1-1)`. */
function cutsOf(links: readonly Link[]): string {
  const list = (side: readonly number[]) => side.map((at) => at + 1).join(',') || '–';
  return links
    .map((link) => `${list(link.zh)} → ${list(link.en)} (${linkShape(link)})`)
    .join(' · ');
}

function drawMap({ zh, en, gold }: Drawn, regions: readonly Region[]): string {
  const x = (at: number) => ((at / Math.max(1, zh.length)) * MAP).toFixed(1);
  const y = (at: number) => ((at / Math.max(1, en.length)) * MAP).toFixed(1);
  const path = gold
    .filter((link) => link.zh.length > 0 && link.en.length > 0)
    .map((link) => `${x(middle(link.zh))},${y(middle(link.en))}`)
    .join(' ');
  const dots = regions.flatMap(({ system, agrees }) =>
    system.map((link) => {
      const fill = agrees ? 'var(--right)' : 'var(--wrong)';
      const [left, top] = [x(middle(link.zh)), y(middle(link.en))];
      return link.zh.length === 0 || link.en.length === 0
        ? ''
        : `<circle cx="${left}" cy="${top}" r="${agrees ? 1 : 3}" fill="${fill}"/>`;
    }),
  );
  return (
    `<svg viewBox="0 0 ${MAP} ${MAP}" width="${MAP}" height="${MAP}" role="img" aria-label="map of the alignment">` +
    `<polyline points="${path}" fill="none" stroke="#888"/>${dots.join('')}</svg>\n`
  );
}

function middle(positions: readonly number[]): number {
  return ((positions[0] ?? 0) + (positions.at(-1) ?? 0)) / 2;
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITY[mark] ?? mark);
}
