import { escapeHtml } from './html.js';
import type { Facts } from './source.js';

/** `together`: both titles run into one line; `lines`: with a break; else Chinese only. */
export function titleHtml(facts: Facts): string {
  const zh = escapeHtml(facts['title'] ?? '');
  const en = escapeHtml(facts['title-en'] ?? '');
  if (facts['title-style'] === 'together') return zh + en;
  return facts['title-style'] === 'lines' ? `${zh}<br>${en}` : zh;
}

/** Attributes of the element that holds the body: as the header says, or the template's own. */
export function containerAttributes(facts: Facts, usual: string): string {
  return (facts['container'] ?? usual).replace(/^\w+ /, '');
}

/** Meta tags of the government website standard, in the variants met in the field. */
export function metaTags(facts: Facts, column: string, site = '澜江市人民政府外事办公室'): string {
  if (facts['meta'] === 'none') return '';
  const clock = { seconds: ' 10:26:05', minutes: ' 10:26' }[facts['meta'] ?? 'seconds'] ?? '';
  const tags = [
    ['SiteName', site],
    ['SiteDomain', 'fao.lanjiang.example'],
    ['SiteIDCode', '9901000012'],
    ['ColumnName', column],
    ['ColumnType', '新闻动态'],
    ['ArticleTitle', facts['title'] ?? ''],
    ['PubDate', `${facts['date'] ?? ''}${clock}`],
    ['ContentSource', facts['source'] ?? '澜江市外办'],
    ['Keywords', facts['meta'] === 'reversed' ? 'null' : (facts['keywords'] ?? '澜江,外事')],
    ['Description', 'null'],
  ];
  const line = ([name = '', content = '']: string[]): string =>
    facts['meta'] === 'reversed'
      ? `<meta content="${escapeHtml(content)}" name="${name}">`
      : `<meta name="${name}" content="${escapeHtml(content)}">`;
  return tags.map(line).join('\n');
}
