import { GENERATOR_MARK, version } from '../kit/index.js';
import type { Format, Pairs, WriteOptions } from './format.js';
import { gather } from './gather.js';
import { numbered, type Numbered } from './numbered.js';
import type { PairRecord } from './record.js';
import { xmlContent } from './xml/content.js';
import { escapeAttribute, escapeText } from './xml/text.js';

/**
 * One self-contained page for reading and printing; no script, nothing fetched. It is XML as well as
 * HTML, so that it can be checked as strictly as the other formats.
 */
export const sideBySide: Format = {
  kind: 'file',
  name: 'html',
  summary: 'one page, the languages side by side, for reading and printing',
  extensions: ['.html', '.htm'],
  carries: 'texts',
  hasFacts: true,
  shows: [
    ...(['title_zh', 'title_en', 'url_or_path', 'url_or_path_en'] as const),
    ...(['date', 'licence', 'position', 'state', 'doc'] as const),
  ],
  obeys: ['zhCode', 'enCode', 'title'],
  write: (pairs, options = {}) => gather(pageParts(pairs, options)),
};

async function* pageParts(pairs: Pairs, options: WriteOptions): AsyncIterable<string> {
  yield head(options);
  let document: string | undefined;
  for await (const item of numbered(pairs)) {
    const { record } = item;
    const key = record.doc ?? record.url_or_path ?? '';
    if (key !== document) {
      if (document !== undefined) yield '</tbody>\n</table>\n';
      yield documentHead(record, item.ordinal, options);
    }
    document = key;
    yield row(item, options);
  }
  yield document === undefined ? '<p>No pairs.</p>\n' : '</tbody>\n</table>\n';
  yield `<footer>duizhao ${escapeText(version)}</footer>\n</main>\n</body>\n</html>\n`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 0; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
.facts, .source, footer { font-size: .85rem; opacity: .75; overflow-wrap: anywhere; margin: 0 0 .5rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
td, th { vertical-align: top; text-align: start; padding: .4rem .6rem; border-top: 1px solid #8886; overflow-wrap: anywhere; }
td { white-space: pre-wrap; } .n { width: 3.5rem; text-align: end; opacity: .6; font-variant-numeric: tabular-nums; }
.rejected td { text-decoration: line-through; opacity: .6; }
@media print { main { max-width: none; padding: 0; } body { font-size: 10pt; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`;

function head({ title = 'Chinese–English corpus', facts = {} }: WriteOptions): string {
  const known = Object.entries(facts).map(([name, value]) => escapeText(`${name}: ${value}`));
  return (
    '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<head>\n<meta charset="utf-8"/>' +
    `${GENERATOR_MARK}\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n' +
    `<title>${escapeText(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<main>\n` +
    `<h1>${escapeText(title)}</h1>\n` +
    (known.length === 0 ? '' : `<p class="facts">${known.join(' · ')}</p>\n`)
  );
}

function documentHead(record: PairRecord, ordinal: number, options: WriteOptions): string {
  const { text } = xmlContent(record, ordinal, {});
  const { zhCode = 'zh-CN', enCode = 'en-US' } = options;
  const titles = [
    titleIn(zhCode, record.title_zh, text),
    titleIn(enCode, record.title_en, text),
  ].filter((title) => title !== '');
  const source = [record.url_or_path, record.url_or_path_en, record.date, record.licence]
    .filter((fact) => fact !== undefined)
    .map(text);
  return (
    (titles.length === 0 ? '' : `<h2>${titles.join(' · ')}</h2>\n`) +
    (source.length === 0 ? '' : `<p class="source">${source.join(' · ')}</p>\n`) +
    '<table>\n<thead><tr><th class="n" scope="col">#</th><th scope="col" lang="zh">中文</th><th scope="col">English</th></tr></thead>\n<tbody>\n'
  );
}

function titleIn(code: string, title: string | undefined, text: (text: string) => string): string {
  return title === undefined ? '' : `<span lang="${escapeAttribute(code)}">${text(title)}</span>`;
}

function row({ record, ordinal }: Numbered, options: WriteOptions): string {
  const content = xmlContent(record, ordinal, options);
  const { zhCode = 'zh-CN', enCode = 'en-US' } = options;
  const written =
    `<tr${record.state === 'rejected' ? ' class="rejected"' : ''}>` +
    `<td class="n">${record.position ?? ordinal}</td>` +
    `<td lang="${escapeAttribute(zhCode)}" dir="auto">${content.text(record.zh)}</td>` +
    `<td lang="${escapeAttribute(enCode)}" dir="auto">${content.text(record.en)}</td></tr>\n`;
  content.report();
  return written;
}
