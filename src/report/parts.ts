import { grouped } from './count.js';
import type { Pair } from '../model/index.js';
import type { ReportDocument, ReportTrouble } from './data.js';
import { html, type Html } from './html.js';

/** One document, folded: title, where it is from, its pairs side by side, what was set aside. */
export function documentPart(
  { facts, pairs, setAside, left = 0 }: ReportDocument,
  isOpen: boolean,
): Html {
  const { title, layout, date, origins } = facts;
  const kept = pairs.filter(({ state }) => state !== 'rejected').length;
  const head = title.zh ?? title.en ?? facts.key;
  const second = title.en !== undefined && title.zh !== undefined ? html`${title.en}<br>` : '';
  return html`<details ${isOpen ? 'open' : ''}>
<summary><h3>${head}</h3><span class="tag">${layout}</span><span class="quiet small">${date ?? ''}</span><span class="small">${grouped(kept)} of ${left === 0 ? '' : 'the first '}${grouped(pairs.length)} pairs kept</span></summary>
<div class="inside">
<p class="small quiet">${second}${origins.map(({ location }) => place(location))}</p>
${pairTable(pairs)}
${left === 0 ? '' : html`<p class="quiet">… and ${grouped(left)} more pairs of this document: the exports hold them all.</p>`}
${setAside.length === 0 ? '' : asideTable(setAside)}
</div></details>
`;
}

function place(location: string): Html {
  const isWeb = /^https?:\/\//.test(location);
  return isWeb
    ? html`<a href="${location}" rel="noreferrer">${location}</a> `
    : html`<code>${location}</code> `;
}

function pairTable(pairs: readonly Pair[]): Html {
  return html`<table class="pairs"><thead><tr><th>Chinese</th><th>English</th><th>shape · score</th></tr></thead><tbody>
${pairs.map(pairRow)}</tbody></table>`;
}

function pairRow(pair: Pair): Html {
  const tone = pair.score >= 0.8 ? '' : pair.score >= 0.5 ? 'doubt' : 'bad';
  const found = pair.findings.map(({ check, detail }) => `${check}: ${detail}`).join('; ');
  const why = found === '' ? (pair.reason ?? '') : found;
  const width = Math.round(pair.score * 100);
  return html`<tr class="${pair.state}">${textCell(pair, 'zh')}${textCell(pair, 'en')}<td class="mark small"><span class="tag">${pair.shape}</span>${byHand(pair)} <span class="score ${tone}" title="score ${pair.score.toFixed(2)}"><i style="width:${width}%"></i></span>${why === '' ? '' : html`<div class="why">${why}</div>`}</td></tr>
`;
}

/** A text, with what it was before repair where that is another. */
function textCell({ original, repairs, ...pair }: Pair, side: 'zh' | 'en'): Html {
  const [text, before] = [pair[side], original?.[side] ?? pair[side]];
  const shown =
    before === text
      ? ''
      : html`<div class="before small quiet"><b title="${repairs.join(', ')}">before repair</b> ${before}</div>`;
  return html`<td lang="${side}">${text}${shown}</td>`;
}

/** What a person made of a pair. */
function byHand({ state, reason }: Pair): Html | '' {
  const isDecided = state === 'accepted' || state === 'edited' || reason === 'decided-by-person';
  return isDecided ? html` <span class="tag hand" title="decided by a person">${state}</span>` : '';
}

function asideTable(setAside: ReportDocument['setAside']): Html {
  const rows = setAside.map(
    ({ text, reason }) =>
      html`<tr><td><span class="tag">${reason}</span></td><td class="quiet">${shorten(text)}</td></tr>`,
  );
  return html`<p class="small quiet">Set aside on this page:</p><table class="small"><tbody>${rows}</tbody></table>`;
}

/** Documents by title and place only. */
export function plainList(documents: readonly ReportDocument[]): Html {
  const rows = documents.map(
    ({ facts: { title, key, layout, origins } }) =>
      html`<tr><td>${title.zh ?? title.en ?? key}</td><td><span class="tag">${layout}</span></td><td>${origins.map(({ location }) => place(location))}</td></tr>`,
  );
  return html`<table class="small"><tbody>${rows}</tbody></table>`;
}

/** Sources that gave nothing, and why. */
export function troubleTable(troubles: readonly ReportTrouble[]): Html {
  const rows = troubles.map(
    ({ id, reason, message }) =>
      html`<tr><td>${place(id)}</td><td><span class="tag">${reason}</span></td><td class="quiet">${message ?? ''}</td></tr>`,
  );
  return html`<table class="small"><thead><tr><th>source</th><th>reason</th><th></th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** First 160 characters of long text. */
function shorten(text: string): string {
  const points = [...text];
  return points.length <= 160 ? text : `${points.slice(0, 159).join('')}…`;
}
