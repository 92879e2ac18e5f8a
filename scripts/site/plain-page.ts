import { bodyHtml, NUMBER_HEAD } from './body.js';
import { containerAttributes, metaTags, titleHtml } from './head-parts.js';
import { escapeHtml, furniture } from './html.js';
import type { BuiltPage, Place } from './page.js';
import type { SourceArticle } from './source.js';

/** An old page with no class worth naming, laid out by tables and attributes. */
export function plainPage(article: SourceArticle, { path, column }: Place): BuiltPage {
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
<tr><td ${containerAttributes(facts, 'td id="zoom"')}>
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
