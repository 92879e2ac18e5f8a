import { bodyHtml, NUMBER_HEAD, sideHtml } from './body.js';
import { escapeHtml, furniture, type Furniture } from './html.js';
import type { SourceArticle } from './source.js';

type Facts = SourceArticle['facts'];

/** A finished page and the furniture texts its gold sets aside. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
  readonly asides: Furniture['asides'];
}

/** One of the pages of an article: where it stands and under which column. */
export interface Place {
  readonly path: string;
  readonly column: string;
}

/** The page of an article in the template its header names. */
export function articlePage(article: SourceArticle, place: Place): BuiltPage {
  const { facts } = article;
  if (facts['template'] === 'media') return mediaPage(article, place);
  if (facts['template'] === 'plain') return plainPage(article, place);
  const page = govPage(article, place);
  return facts['chrome'] === 'hant' ? traditionalPage(page) : page;
}

/** Both pages of an article published under two addresses, Chinese first. */
export function pairedPages(article: SourceArticle): [BuiltPage, BuiltPage] {
  return [pairedPage(article, 'zh'), pairedPage(article, 'en')];
}

/** The foreign-affairs office's own site: menu, trail, tools, footer, all in Chinese. */
function govPage(article: SourceArticle, { path, column }: Place): BuiltPage {
  const { facts } = article;
  const date = facts['date'] ?? '';
  const menu = furniture(
    'navigation',
    `<div class="menu"><a href="/">首页</a> <a href="/zwgk/yw/">要闻</a> <a href="/zwgk/tpxw/">图片新闻</a> <a href="/fwzn/">服务指南</a> <a href="/hd/">互动交流</a> <a href="/en/">English</a></div>`,
  );
  const trail = furniture(
    'navigation',
    `<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/yw/">政务公开</a> &gt; <a href="./">${column}</a></div>`,
  );
  const issued = furniture('date-line', `<span>发布时间：${longDate(date)}</span>`);
  const source = furniture('date-line', `<span>来源：${facts['source'] ?? '澜江市外办'}</span>`);
  const tools = furniture(
    'page-tools',
    `<span class="eye">视力保护色：<i style="background:#faf9de"></i><i style="background:#e3edcd"></i></span> <span>字体：<a>大</a> <a>中</a> <a>小</a></span>`,
  );
  const share = furniture(
    'page-tools',
    `<div class="share">分享到： <a>微信</a> <a>微博</a> <a>打印本页</a> <a>关闭窗口</a></div>`,
  );
  const footer = govFooter();
  const main = `<div class="main">
${trail.html}
<h1>${titleHtml(facts)}</h1>
<div class="info">${issued.html} ${source.html} ${tools.html}</div>
<div ${container(facts, 'div class="TRS_Editor"')}>
${bodyHtml(article)}
</div>
${share.html}
</div>`;
  const order = facts['footer'] === 'first' ? [footer.html, main] : [main, footer.html];
  const html = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="${facts['charset'] ?? 'utf-8'}">
<title>${escapeHtml(facts['title'] ?? '')}_澜江市人民政府外事办公室</title>
${metaTags(facts, column)}
<link rel="stylesheet" href="/css/gov.css">
</head>
<body>
<div class="head"><a class="logo" href="/"><img src="/images/logo.svg" alt="" width="44" height="44"><span>澜江市人民政府外事办公室</span></a></div>
${menu.html}
${order.join('\n')}
</body>
</html>
`;
  return {
    path,
    html,
    asides: [menu, trail, issued, source, tools, share, footer].flatMap((f) => f.asides),
  };
}

const FURNITURE_HANS = '澜务开闻图页动当发时间来办视护体关闭备号单术数运营网标识码态';
const FURNITURE_HANT = '瀾務開聞圖頁動當發時間來辦視護體關閉備號單術數運營網標識碼態';

/** The same page with its furniture in traditional script; the article already is. */
function traditionalPage({ path, html, asides }: BuiltPage): BuiltPage {
  return {
    path,
    html: traditional(html).replace('lang="zh-CN"', 'lang="zh-TW"'),
    asides: asides.map(({ text, reason }) => ({ text: traditional(text), reason })),
  };
}

function traditional(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (char) => {
    const at = FURNITURE_HANS.indexOf(char);
    return at < 0 ? char : FURNITURE_HANT.charAt(at);
  });
}

/** Footer of the office's pages; some templates put it before the body in source order. */
export function govFooter(): Furniture {
  const lines = [
    '澜公网安备 99010402000128号',
    '备案号：澜ICP备20990016号-2',
    '主办单位：澜江市人民政府外事办公室',
    '技术支持：澜江市数字政府运营中心',
    '网站标识码：9901000012',
  ];
  const asides = lines.map((text) => ({ text, reason: 'footer' }));
  const [police = '', icp = '', ...rest] = lines;
  const html = `<div class="footer"><p><a>${police}</a> <a>${icp}</a></p><p>${rest.join(' ')}</p></div>`;
  return { html, asides };
}

/** The city's bilingual news site. */
function mediaPage(article: SourceArticle, { path, column }: Place): BuiltPage {
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
${metaTags(facts, column)}
<link rel="stylesheet" href="/css/media.css">
</head>
<body>
<header><strong>澜江双语</strong> <em>Lanjiang Bilingual</em></header>
<nav>${menu.html}</nav>
<article>
${trail.html}
${mediaTitle(facts)}
${info.html}
<div ${container(facts, 'div class="article-content"')}>
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

/** An old page with no class worth naming, laid out by tables and attributes. */
function plainPage(article: SourceArticle, { path, column }: Place): BuiltPage {
  const { facts } = article;
  const charset = facts['charset'] === 'gbk' ? 'gb2312' : 'utf-8';
  const menu = furniture(
    'navigation',
    `<a href="/">首页</a> | <a href="/zwgk/yw/">要闻</a> | <a href="/fwzn/">服务指南</a>`,
  );
  const trail = furniture(
    'navigation',
    `<font size="2">您现在的位置：首页 &gt;&gt; ${column} &gt;&gt; 正文</font>`,
  );
  const info = furniture(
    'date-line',
    `<font size="2" color="#666666">发布日期：${facts['date'] ?? ''}　来源：${facts['source'] ?? '澜江市外办'}　浏览次数：</font>`,
  );
  const tools = furniture('page-tools', `<font size="2">【字号：大 中 小】【打印】【关闭】</font>`);
  const footer = furniture(
    'footer',
    `<font size="2">版权所有：澜江市人民政府外事办公室　地址：澜江市望潮区海关路18号　邮编：990100　澜ICP备20990016号-2</font>`,
  );
  const html = `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${escapeHtml(facts['title'] ?? '')}</title>
${metaTags(facts, column)}
</head>
<body bgcolor="#ffffff" style="margin:0">
<table width="900" align="center" cellpadding="6"><tr><td bgcolor="#1f4e79"><font color="#ffffff" size="5"><b>澜江外事</b></font></td></tr>
<tr><td bgcolor="#eeeeee">${menu.html}</td></tr>
<tr><td>${trail.html}</td></tr>
<tr><td align="center"><font size="5"><b>${titleHtml(facts)}</b></font><br><br>${info.html} ${tools.html}</td></tr>
<tr><td ${container(facts, 'td id="zoom"')}>
${bodyHtml(article)}
</td></tr>
<tr><td align="center" bgcolor="#eeeeee">${footer.html}</td></tr></table>
</body>
</html>
`;
  const rowNumber = { text: NUMBER_HEAD, reason: 'row-number' };
  const asides = [menu, trail, info, tools, footer].flatMap((f) => f.asides);
  return {
    path,
    html,
    asides: html.includes(`<th>${NUMBER_HEAD}</th>`) ? [...asides, rowNumber] : asides,
  };
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
<div ${container(facts, 'div class="article-content"')}>
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

/** `together`: both titles run into one line; `lines`: with a break; else Chinese only. */
function titleHtml(facts: Facts): string {
  const zh = escapeHtml(facts['title'] ?? '');
  const en = escapeHtml(facts['title-en'] ?? '');
  if (facts['title-style'] === 'together') return zh + en;
  return facts['title-style'] === 'lines' ? `${zh}<br>${en}` : zh;
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

function container(facts: Facts, usual: string): string {
  return (facts['container'] ?? usual).replace(/^\w+ /, '');
}

function longDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
}

/** Meta tags of the government website standard, in the variants met in the field. */
function metaTags(facts: Facts, column: string): string {
  if (facts['meta'] === 'none') return '';
  const clock = { seconds: ' 10:26:05', minutes: ' 10:26' }[facts['meta'] ?? 'seconds'] ?? '';
  const tags = [
    ['SiteName', '澜江市人民政府外事办公室'],
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
