import { bodyHtml } from './body.js';
import { containerAttributes, metaTags } from './head-parts.js';
import { escapeHtml, furniture } from './html.js';
import type { BuiltPage, Place } from './page.js';
import type { Facts, SourceArticle } from './source.js';

/** The city's bilingual news site. */
export function mediaPage(article: SourceArticle, { path, column }: Place): BuiltPage {
  const { facts } = article;
  const menu = furniture(
    'navigation',
    `<ul class="menu"><li><a href="/">Home 首页</a></li><li><a href="/news/list.shtml">News 新闻</a></li><li><a href="/news/list_2.shtml">People 人物</a></li><li><a href="/en/">Travel 旅游</a></li></ul>`,
  );
  const trail = furniture(
    'navigation',
    `<p class="crumbs">您的位置：<a href="/news/list.shtml">澜江双语</a> / ${column}</p>`,
  );
  const info = furniture(
    'date-line',
    `<p class="info">${facts['date'] ?? ''} 09:30 &nbsp; ${facts['source'] ?? 'Lanjiang Daily 澜江日报'}</p>`,
  );
  const more = furniture(
    'navigation',
    `<div class="more"><h4>延伸阅读 Read more</h4><ul><li><a href="/news/list.shtml">更多双语新闻</a></li><li><a href="/zwgk/yw/">外办要闻</a></li></ul></div>`,
  );
  const footer = furniture(
    'footer',
    `<div class="foot"><p>Copyright © 2024 Lanjiang Daily. All rights reserved.</p><p>澜江日报社版权所有 未经书面授权不得转载 澜ICP备20990031号-1</p></div>`,
  );
  const html = `<!DOCTYPE html>
<html lang="zh">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${escapeHtml(facts['title'] ?? '')} - 澜江双语 Lanjiang Bilingual</title>
${metaTags(facts, column, '澜江双语')}
<link rel="stylesheet" href="/css/media.css">
</head>
<body>
<header><strong>澜江双语</strong> <em>Lanjiang Bilingual</em></header>
<nav>${menu.html}</nav>
<article>
${trail.html}
${mediaTitle(facts)}
${info.html}
<div ${containerAttributes(facts, 'div class="article-content"')}>
${bodyHtml(article)}
</div>
</article>
<aside>${more.html}</aside>
${footer.html}
</body>
</html>
`;
  return { path, html, asides: [menu, trail, info, more, footer].flatMap((f) => f.asides) };
}

function mediaTitle(facts: Facts): string {
  const zh = escapeHtml(facts['title'] ?? '');
  const en = escapeHtml(facts['title-en'] ?? '');
  if (facts['title-style'] === 'together') return `<h1>${zh} ${en}</h1>`;
  if (facts['title-style'] === 'lines')
    return facts['first'] === 'en'
      ? `<h1>${en}</h1>\n<h2>${zh}</h2>`
      : `<h1>${zh}</h1>\n<h2>${en}</h2>`;
  return `<h1>${zh}</h1>`;
}
