import { GENERATOR_MARK } from '../kit/index.js';
import { counted, grouped } from './count.js';
import type { ReportData, ReportDocument } from './data.js';
import { html, raw, type Html } from './html.js';
import { MAX_DOCUMENTS, MAX_PAIRS, MAX_WITHOUT, OPEN_DOCUMENTS } from './limits.js';
import { documentPart, plainList, troubleTable } from './parts.js';
import { figureCard, foldedFigures, topFigures } from './pictures/index.js';
import { STYLE } from './style.js';

/** The report as one self-contained HTML page, in parts; memory holds one document at a time. */
export function* reportPage(data: ReportData): Iterable<string> {
  yield head(data).html;
  const without: ReportDocument[] = [];
  let [shown, pairs, passed] = [0, 0, 0];
  for (const document of data.documents) {
    if (passed === MAX_DOCUMENTS) break;
    if (document.pairs.every(({ state }) => state === 'rejected')) {
      passed += 1;
      if (without.length < MAX_WITHOUT) without.push({ ...document, setAside: [] });
      continue;
    }
    if (pairs + document.pairs.length > MAX_PAIRS && shown > 0) break;
    yield documentPart(document, shown < OPEN_DOCUMENTS).html;
    passed += 1;
    shown += 1;
    pairs += document.pairs.length;
  }
  if (data.documentCount === 0) yield html`<p class="quiet">None yet.</p>`.html;
  const left = data.documentCount - passed;
  if (left > 0) {
    yield html`<p class="quiet">… and ${grouped(left)} more document${left === 1 ? '' : 's'}: the exports hold them all.</p>`
      .html;
  }
  yield tail(data, without).html;
}

function head(data: ReportData): Html {
  const { yield: flow, counts } = data.statistics;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">${raw(GENERATOR_MARK)}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${data.title}</title><style>${raw(STYLE)}</style></head><body><main>
<h1>${data.title}</h1>
<p class="quiet small">made by duizhao ${data.version}, ${data.madeAt}</p>
<ul class="facts">
${fact(flow.kept, 'pair', ' kept')}
${fact(flow.pairs - flow.kept, 'pair', ' refused')}
${fact(data.documentCount, 'document')}
${fact(counts.setAside, 'piece', ' of text set aside')}
</ul>
${pictures(data)}
<h2>Documents</h2>
`;
}

function fact(count: number, thing: string, what = ''): Html {
  const [number = '', name = ''] = counted(count, thing).split(' ');
  return html`<li><b>${number}</b>${name}${what}</li>`;
}

function pictures({ statistics, arePicturesOpen = false }: ReportData): Html {
  const folded = foldedFigures(statistics);
  return html`<div class="figures">${topFigures(statistics).map(figureCard)}</div>
${
  folded.length === 0
    ? ''
    : html`<details class="more" ${arePicturesOpen ? 'open' : ''}><summary>More pictures<span class="quiet small">${folded.map(({ title }) => title).join(' · ')}</span></summary>
<div class="figures">${folded.map(figureCard)}</div></details>`
}`;
}

function tail({ troubles }: ReportData, without: readonly ReportDocument[]): Html {
  return html`${without.length === 0 ? '' : html`<h2>Documents without kept pairs</h2>${plainList(without)}`}
${troubles.length === 0 ? '' : html`<h2>Passed over in the last run</h2>${troubleTable(troubles)}`}
</main></body></html>
`;
}
