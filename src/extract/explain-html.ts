import { GENERATOR_MARK } from '../kit/index.js';
import type { BlockVerdict, PageExplanation } from './explain.js';

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --kept: #2a7d4f; --out: #a33; --soft: #888; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.3rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.v { white-space: nowrap; font-weight: 600; color: var(--out); }
tr.kept td.v { color: var(--kept); }
tr:not(.kept) td.t { color: var(--soft); }
td.t { overflow-wrap: anywhere; } td.t small { display: block; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 40rem) { td.n, th:not(:first-child):not(:last-child) { display: none; } td.v { white-space: normal; } }
`;

/** Explanations as one HTML page without scripts or outside resources. */
export function explanationAsHtml(explanations: readonly PageExplanation[]): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8">${GENERATOR_MARK}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What counts as text, and why</title><style>${STYLE}</style></head>
<body>
${explanations.map(onePage).join('\n')}
</body>
</html>
`;
}

function onePage({ document, main, verdicts }: PageExplanation): string {
  const { key, title, date, layout, layoutConfidence, origins } = document;
  const charset = origins[0].charset;
  const facts: readonly (readonly [string, string])[] = [
    ['title', [title.zh, title.en].filter((text) => text !== undefined).join(' | ')],
    ['date', date ?? '–'],
    ['layout', `${layout}, confidence ${layoutConfidence.toFixed(2)}`],
    ['charset', `${charset?.name ?? '?'}, decided by ${charset?.decidedBy ?? '?'}`],
    ['article', main],
    ['blocks', `${document.blocks.length} kept, ${document.setAside.length} set aside`],
  ];
  return `<section><h1>${escape(key)}</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
<table><thead><tr><th>verdict</th><th>weight</th><th>letters</th><th>links</th><th>article</th><th>section</th><th>text</th></tr></thead>
<tbody>
${verdicts.map(row).join('\n')}
</tbody></table></section>`;
}

function row({
  verdict,
  weight,
  letters,
  linkShare,
  isInMain,
  place,
  text,
  path,
}: BlockVerdict): string {
  const kept = verdict === 'kept' ? ' class="kept"' : '';
  const numbers = [
    weight,
    letters,
    `${Math.round(linkShare * 100)}%`,
    isInMain ? 'in' : 'out',
    place,
  ];
  return `<tr${kept}><td class="v">${escape(verdict)}</td>${numbers.map((n) => `<td class="n">${n}</td>`).join('')}<td class="t">${escape(text)}<small>${escape(path)}</small></td></tr>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
