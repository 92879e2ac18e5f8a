import type { NamedCount, TranslationCount } from '../search/index.js';
import { grouped } from './count.js';
import type { Tally } from './data.js';
import { html, type Html } from './html.js';

/** Horizontal bars with names and counts; the longest bar is the largest count. */
export function bars(tallies: readonly Tally[], tone: '' | 'good' | 'bad' = ''): Html {
  const largest = largestOf(tallies.map(({ name, count }) => ({ name, pairs: count })));
  const rows = tallies.map(
    ({ name, count }) =>
      html`<span title="${name}">${name}</span><i class="${tone}" style="width:${share(count, largest)}%"></i><span>${grouped(count)}</span>`,
  );
  return html`<div class="bars">${rows}</div>`;
}

/** Bars of pairs, the refused part of each in a paler colour. */
export function keptBars(rows: readonly NamedCount[]): Html {
  const largest = largestOf(rows);
  const lines = rows.map(({ name, pairs, kept }) => {
    const title = `${grouped(kept)} of ${grouped(pairs)} kept`;
    return html`<span title="${name}">${name}</span><i class="rest" title="${title}" style="width:${share(pairs, largest)}%"><i style="width:${share(kept, Math.max(1, pairs))}%"></i></i><span>${grouped(pairs)}</span>`;
  });
  return html`<div class="bars">${lines}</div>`;
}

/** Words and their translations, most frequent first. */
export function translationBars(translations: readonly TranslationCount[]): Html {
  const largest = Math.max(1, ...translations.map(({ pairs }) => pairs));
  const lines = translations.map(
    ({ zh, en, pairs }) =>
      html`<span lang="zh">${zh}</span><span lang="en">${en}</span><i style="width:${share(pairs, largest)}%"></i><span>${grouped(pairs)}</span>`,
  );
  return html`<div class="bars words">${lines}</div>`;
}

/** The row that sums up the rest may be the longest by far: it does not set the scale. */
function largestOf(rows: readonly { readonly name: string; readonly pairs: number }[]): number {
  const single = rows.filter(({ name }) => !/^\(\d+ more\)$/.test(name));
  return Math.max(1, ...single.map(({ pairs }) => pairs));
}

function share(part: number, whole: number): string {
  return Math.min(100, (100 * part) / whole).toFixed(1);
}
