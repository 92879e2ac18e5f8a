import type { ReportData, Tally } from './data.js';
import { html, raw, type Html } from './html.js';
import { bars, documentPart, grouped, troubleTable } from './parts.js';
import { STYLE } from './style.js';

/** Pairs the page shows at most; a browser stays quick with these. */
const MAX_PAIRS = 2_000;
/** Documents that are unfolded when the page opens. */
const OPEN_DOCUMENTS = 2;

/** The report as one self-contained HTML page, in parts; memory holds one document at a time. */
export function* reportPage(data: ReportData): Iterable<string> {
  yield head(data).html;
  let [shown, pairs] = [0, 0];
  for (const document of data.documents) {
    if (pairs + document.pairs.length > MAX_PAIRS && shown > 0) break;
    yield documentPart(document, shown < OPEN_DOCUMENTS).html;
    shown += 1;
    pairs += document.pairs.length;
  }
  const left = data.documentCount - shown;
  if (left > 0) {
    yield html`<p class="quiet">
      … and ${grouped(left)} more documents: the exports hold them all.
    </p>`.html;
  }
  yield '</main></body></html>\n';
}

function head(data: ReportData): Html {
  const refused = data.rejected.reduce((sum, { count }) => sum + count, 0);
  const aside = data.setAside.reduce((sum, { count }) => sum + count, 0);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${data.title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${data.title}</h1>
          <p class="quiet small">made by duizhao ${data.version}, ${data.madeAt}</p>
          <ul class="facts">
            <li><b>${grouped(data.kept)}</b>pairs kept</li>
            <li><b>${grouped(refused)}</b>pairs refused</li>
            <li><b>${grouped(data.documentCount)}</b>documents</li>
            <li><b>${grouped(aside)}</b>pieces of text set aside</li>
          </ul>
          <h2>From sources to pairs</h2>
          ${bars(data.stages)} ${section('Why pairs were refused', data.rejected, 'bad')}
          ${section('Why text was set aside', data.setAside, '')}
          ${section('Shapes: Chinese to English sentences', data.shapes, 'good')}
          ${section('Layouts of the documents', data.layouts, '')}
          ${
            data.troubles.length === 0
              ? ''
              : html`<h2>Sources that gave nothing</h2>
                  ${troubleTable(data.troubles)}`
          }
          <h2>Documents</h2>
        </main>
      </body>
    </html> `;
}

function section(title: string, tallies: readonly Tally[], tone: '' | 'good' | 'bad'): Html | '' {
  return tallies.length === 0
    ? ''
    : html`<h2>${title}</h2>
        ${bars(tallies, tone)}`;
}
