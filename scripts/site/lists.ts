import { escapeHtml } from './html.js';
import { GOV_HEAD, GOV_MENU, govFooter } from './gov-page.js';

/** A link on a list page. */
export interface ListItem {
  readonly path: string;
  readonly title: string;
  readonly date: string;
}

/** A page of the office's list column; `script` is its paging call, if it has one. */
export function govList(column: string, items: readonly ListItem[], paging: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${column}_澜江市人民政府外事办公室</title>
<meta name="SiteName" content="澜江市人民政府外事办公室">
<meta name="ColumnName" content="${column}">
<meta name="ColumnType" content="新闻动态">
<link rel="stylesheet" href="/css/gov.css">
<script src="/js/page.js"></script>
</head>
<body>
${GOV_HEAD}
${GOV_MENU}
<div class="main">
<div class="position">当前位置：<a href="/">首页</a> &gt; ${column}</div>
<ul class="list">
${items.map(listLine).join('\n')}
</ul>
<div class="pages">${paging}</div>
</div>
${govFooter().html}
</body>
</html>
`;
}

/** A page of the bilingual news site's list. */
export function mediaList(items: readonly ListItem[], paging: string): string {
  return `<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>澜江双语 Lanjiang Bilingual</title>
<link rel="stylesheet" href="/css/media.css">
<script src="/js/page.js"></script>
</head>
<body>
<header><strong>澜江双语</strong> <em>Lanjiang Bilingual</em></header>
<nav><ul class="menu"><li><a href="/">Home 首页</a></li><li><a href="/news/list.shtml">News 新闻</a></li></ul></nav>
<article>
<ul class="list">
${items.map(listLine).join('\n')}
</ul>
<div id="page_div" class="pages"></div>
${paging}
</article>
<div class="foot"><p>澜江日报社版权所有 澜ICP备20990031号-1</p></div>
</body>
</html>
`;
}

/** Paging by script, total first, second page `index_1`. */
export function pagingFromZero(total: number, current: number): string {
  return `<script>createPageHTML(${total}, ${current}, "index", "html");</script>`;
}

/** Paging by script into a named element, second page `list_2`. */
export function pagingFromOne(total: number, current: number, records: number): string {
  return `<script>createPageHTML('page_div',${total},${current},'list','shtml',${records});</script>`;
}

function listLine({ path, title, date }: ListItem): string {
  return `<li><a href="${path}" title="${escapeHtml(title)}">${escapeHtml(title)}</a><span>${date}</span></li>`;
}
