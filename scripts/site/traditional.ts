import type { BuiltPage } from './page.js';

const FURNITURE_HANS = '澜务开闻图页动当发时间来办视护体关闭备号单术数运营网标识码态';
const FURNITURE_HANT = '瀾務開聞圖頁動當發時間來辦視護體關閉備號單術數運營網標識碼態';

/** The same page with its furniture in traditional script; the article already is. */
export function traditionalPage({ path, html, asides }: BuiltPage): BuiltPage {
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
