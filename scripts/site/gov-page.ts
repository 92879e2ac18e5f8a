import { bodyHtml } from './body.js';
import { containerAttributes, metaTags, titleHtml } from './head-parts.js';
import { escapeHtml, furniture, type Furniture } from './html.js';
import type { BuiltPage, Place } from './page.js';
import type { SourceArticle } from './source.js';

/** The office's name over every page of its site. */
export const GOV_HEAD =
  '<div class="head"><a class="logo" href="/"><img src="/images/logo.svg" alt="" width="44" height="44"><span>澜江市人民政府外事办公室</span></a></div>';
/** The office's menu. */
export const GOV_MENU =
  '<div class="menu"><a href="/">首页</a> <a href="/zwgk/yw/">要闻</a> <a href="/zwgk/tpxw/">图片新闻</a> <a href="/fwzn/">服务指南</a> <a href="/hd/">互动交流</a> <a href="/en/">English</a></div>';

/** The foreign-affairs office's own site: menu, trail, tools, footer, all in Chinese. */
export function govPage(article: SourceArticle, { path, column }: Place): BuiltPage {
  const { facts } = article;
  const date = facts['date'] ?? '';
  const menu = furniture('navigation', GOV_MENU);
  const trail = furniture(
    'navigation',
    `<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/yw/">政务公开</a> &gt; <a href="../">${column}</a></div>`,
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
<div ${containerAttributes(facts, 'div class="TRS_Editor"')}>
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
${GOV_HEAD}
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

function longDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
}
