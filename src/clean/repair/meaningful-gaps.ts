import type { Lang } from '../../model/index.js';

const NUMERAL = '[\\d０-９〇零一二三四五六七八九十百千两兩]';
/** 第1条, 第三章, 第二十条之一, 附件一, 一、, （二）: at the beginning, what comes behind a space is the title. */
const HEADING = new RegExp(
  `^\\s*(?:第\\s*${NUMERAL}+\\s*(?:[条條章节節款项項目编編篇卷回课課讲講集辑輯]|部分|部|[单單]元)(?:\\s*之\\s*${NUMERAL}+)?|附[件表图圖录錄]\\s*${NUMERAL}+|[（(]\\s*${NUMERAL}+\\s*[）)]|${NUMERAL}+\\s*[、）)])(?=\\s)`,
  'u',
);
/** 时间：三月五日　地点：市民中心: behind the first field others begin with their labels. */
const LABEL = /(?<!\s)\s+(?=\p{Script=Han}{2,6}[：:])/gu;
/** 张三　李四　王小明: short items and nothing else, see {@link WIDE}. */
const LIST =
  /(?=\p{Script=Han})(?<=^\s*|[：:（(])\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})+(?=\s*$|[。；;）)])/gu;
/** Typists part words by it; programs that cut a text into words do not. */
export const WIDE = '\u3000';
const GAP = /\s+/gu;
const MAY_HOLD = /\p{Script=Han}\s|[、）)]\s/u;

/**
 * Places of white space between Chinese characters that says something: it ends the number of a
 * heading, parts the fields of a form or the items of a list. What is lost without it is no repair.
 */
export function meaningfulGaps(text: string, lang: Lang): ReadonlySet<number> {
  const kept = new Set<number>();
  if (lang !== 'zh' || !MAY_HOLD.test(text)) return kept;
  const heading = HEADING.exec(text)?.[0].length;
  if (heading !== undefined) kept.add(heading);
  const firstLabel = text.search(/[：:]/);
  for (const { index } of firstLabel === -1 ? [] : text.matchAll(LABEL)) {
    if (index > firstLabel) kept.add(index);
  }
  for (const { 0: list, index } of text.includes(WIDE) ? text.matchAll(LIST) : []) {
    const gaps = [...list.matchAll(GAP)];
    if (!gaps.every(([gap]) => gap.includes(WIDE))) continue;
    for (const gap of gaps) kept.add(index + gap.index);
  }
  return kept;
}
