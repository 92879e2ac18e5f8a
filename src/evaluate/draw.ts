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
/** Width and height of the map of a document, in units of its picture. */
const MAP = 260;

const STYLE = `
:root { --ink: #1d2126; --quiet: #69727d; --line: #e3e6ea; --paper: #fff; --wash: #f6f7f9; --right: #2f7d5b; --wrong: #b3423a; --pale: #b3423a14; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --quiet: #98a1ad; --line: #343a42; --paper: #16191d; --wash: #1e2227;
  --right: #6cc49b; --wrong: #e5837b; --pale: #e5837b1c; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 15px/1.6 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0; letter-spacing: -.01em; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.facts li { background: var(--wash); border-radius: .5rem; padding: .6rem .9rem; min-width: 7.5rem; }
.facts b { display: block; font-size: 1.45rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.quiet, .fold { color: var(--quiet); } .fold { padding: .2rem 1rem; font-size: .85rem; }
pre { font: 12.5px/1.5 ui-monospace, monospace; overflow-x: auto; background: var(--wash); border-radius: .5rem; padding: .8rem 1rem; }
figure { margin: .75rem 0 1rem; width: min(16rem, 100%); font-size: .8rem; color: var(--quiet); }
svg { border: 1px solid var(--line); border-radius: .5rem; display: block; width: 100%; height: auto; margin-bottom: .3rem; }
svg polyline { fill: none; stroke: var(--quiet); opacity: .6; } .dot { fill: var(--right); opacity: .75; } .dot.wrong { fill: var(--wrong); opacity: 1; }
.region { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; border-left: 4px solid var(--right); border-radius: .25rem; padding: .35rem .8rem; margin: .25rem 0; }
.region.wrong { border-color: var(--wrong); background: var(--pale); }
.region p { margin: .1rem 0; overflow-wrap: anywhere; } .region b { font-weight: normal; color: var(--quiet); font-size: 80%; }
.links { grid-column: 1 / -1; font: 13px ui-monospace, monospace; margin: .3rem 0 .1rem; color: var(--quiet); overflow-wrap: anywhere; }
@media (min-width: 60rem) { .document { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 1.5rem; align-items: start; } figure { position: sticky; top: 1rem; } }
@media (max-width: 40rem) { .region { grid-template-columns: 1fr; } .region div + div { margin-top: .3rem; } }
`;

/**
 * Draws alignments as one HTML page: for each document with an error a map with gold as a grey path
 * and the found links as dots (red where wrong), then every error with its texts and both ways
 * of cutting them; the other documents by name. Stands alone: no script, nothing loaded.
 */
export function* drawAlignment(
  documents: readonly Drawn[],
  report: AlignmentReport,
): Iterable<string> {
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8">${GENERATOR_MARK}<meta name="viewport" content="width=device-width, initial-scale=1">\n`;
  yield `<title>Alignment against gold</title>\n<style>${STYLE}</style></head>\n<body><main>\n<h1>Alignment against gold</h1>\n`;
  yield drawFacts(report);
  yield `<pre>${escape(describeReport(report))}</pre>\n`;
  const right: Drawn[] = [];
  for (const document of documents) {
    const regions = regionsOf(document.gold, document.system);
    if (regions.every(({ agrees }) => agrees)) right.push(document);
    else yield* drawDocument(document, regions);
  }
  if (right.length > 0) yield drawRight(right);
  yield '</main></body></html>\n';
}

function drawFacts({ strict, lax, documents, goldLinks }: AlignmentReport): string {
  const facts: readonly (readonly [string, string])[] = [
    [strict.f1.toFixed(3), 'strict F1'],
    [lax.f1.toFixed(3), 'lax F1'],
    [String(documents), documents === 1 ? 'document' : 'documents'],
    [String(goldLinks), goldLinks === 1 ? 'gold link' : 'gold links'],
  ];
  const items = facts.map(([number, name]) => `<li><b>${number}</b>${name}</li>`);
  return `<ul class="facts">${items.join('')}</ul>\n`;
}

function* drawDocument(document: Drawn, regions: readonly Region[]): Iterable<string> {
  const wrong = regions.filter(({ agrees }) => !agrees).length;
  yield `<section>\n<h2>${escape(document.name)}</h2>\n`;
  yield `<div class="quiet">${document.zh.length} Chinese and ${document.en.length} English sentences, ${wrong === 1 ? 'one place' : `${wrong} places`} wrong</div>\n`;
  yield `<div class="document">${drawMap(document, regions)}<div>`;
  yield* drawRegions(document, regions);
  yield '</div></div></section>\n';
}

/** Documents without an error, by name. */
function drawRight(documents: readonly Drawn[]): string {
  const names = documents.map(({ name }) => escape(name)).join(' · ');
  return `<h2>Nothing wrong</h2>\n<p class="quiet">${names}</p>\n`;
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
      const [left, top] = [x(middle(link.zh)), y(middle(link.en))];
      return link.zh.length === 0 || link.en.length === 0
        ? ''
        : `<circle class="dot${agrees ? '' : ' wrong'}" cx="${left}" cy="${top}" r="${agrees ? 2 : 4}"/>`;
    }),
  );
  return (
    `<figure><svg viewBox="-6 -6 ${MAP + 12} ${MAP + 12}" role="img" aria-label="map of the alignment">` +
    `<polyline points="${path}"/>${dots.join('')}</svg>` +
    '<figcaption>Chinese to the right, English down; the line is gold, red dots were found elsewhere.</figcaption></figure>\n'
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
