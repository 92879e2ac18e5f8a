import { sideHtml } from './body.js';
import { containerAttributes } from './head-parts.js';
import { escapeHtml, furniture, type Furniture } from './html.js';
import type { BuiltPage } from './page.js';
import type { Facts, SourceArticle } from './source.js';

/** Both pages of an article published under two addresses, Chinese first. */
export function pairedPages(article: SourceArticle): [BuiltPage, BuiltPage] {
  return [pairedPage(article, 'zh'), pairedPage(article, 'en')];
}

function pairedPage({ facts, parts }: SourceArticle, lang: 'zh' | 'en'): BuiltPage {
  const path = (lang === 'zh' ? facts['path'] : facts['path-en']) ?? '';
  const title = (lang === 'zh' ? facts['title'] : facts['title-en']) ?? '';
  const zh = lang === 'zh';
  const trail = furniture(
    'navigation',
    zh
      ? `<div class="crumb">首页 &gt; 走进澜江 &gt; ${facts['column'] ?? ''}</div>`
      : `<div class="crumb">Home &gt; Visit Lanjiang &gt; ${facts['column-en'] ?? ''}</div>`,
  );
  const info = furniture(
    'date-line',
    zh
      ? `<p class="info">发布时间：${facts['date'] ?? ''}</p>`
      : `<p class="info">Updated: ${facts['date'] ?? ''}</p>`,
  );
  const footer = furniture(
    'footer',
    zh
      ? `<div class="foot">澜江市文化广电旅游局主办 澜ICP备20990044号</div>`
      : `<div class="foot">Lanjiang Municipal Bureau of Culture, Radio, Television and Tourism. All rights reserved.</div>`,
  );
  const menu = languageMenu(facts, lang);
  const alternate =
    facts['menu'] === 'select'
      ? ''
      : `<link rel="alternate" hreflang="zh-CN" href="${facts['path'] ?? ''}">
<link rel="alternate" hreflang="en" href="${facts['path-en'] ?? ''}">
`;
  const html = `<!DOCTYPE html>
<html lang="${zh ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)} | ${zh ? '走进澜江' : 'Visit Lanjiang'}</title>
${alternate}<meta name="PubDate" content="${facts['date'] ?? ''}">
<link rel="stylesheet" href="/css/media.css">
</head>
<body>
<header><strong>${zh ? '走进澜江' : 'Visit Lanjiang'}</strong></header>
${menu.html}
<article>
${trail.html}
<h1>${escapeHtml(title)}</h1>
${info.html}
<div ${containerAttributes(facts, 'div class="article-content"')}>
${sideHtml(facts, parts, lang)}
</div>
</article>
${footer.html}
</body>
</html>
`;
  return { path, html, asides: [menu, trail, info, footer].flatMap((f) => f.asides) };
}

function languageMenu(facts: Facts, lang: 'zh' | 'en'): Furniture {
  if (facts['menu'] === 'select') {
    const selected = (side: 'zh' | 'en'): string => (side === lang ? ' selected' : '');
    return furniture(
      'navigation',
      `<div class="lang"><select onchange="location.href=this.value"><option value="${facts['path'] ?? ''}"${selected('zh')}>简体中文</option> <option value="${facts['path-en'] ?? ''}"${selected('en')}>English</option></select></div>`,
    );
  }
  return furniture(
    'navigation',
    `<div class="lang"><a href="${facts['path'] ?? ''}">中文</a> | <a href="${facts['path-en'] ?? ''}">English</a></div>`,
  );
}
