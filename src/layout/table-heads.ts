import type { RawBlock } from './raw-block.js';

/** Longest head of a column, in characters; a longer cell is text. */
const MAX_HEAD_CHARS = 40;

const WHAT =
  '(?:的?(?:名称|名稱|名字?|译名|譯名|译文|譯文|原文|表述|表达|表達|内容|內容|标识|標識|标题|標題|词汇|詞彙|词条|詞條|词语|詞語|术语|術語|用语|用語|短语|句子|例句|文本|版本?|简称|全称|释义|翻译|翻譯|写法|说法|对照|參考譯名|参考译名))?';
const OF_WHAT =
  '(?:\\s+(?:names?|texts?|versions?|translations?|terms?|expressions?|equivalents?|phrases?|words?|signs?|titles?|originals?|meanings?|sentences?))?';

const ZH_NAMES = [
  `(?:简体|繁体|简體|繁體)?(?:中\\s*文|汉\\s*语|漢\\s*語|华文|華文|中国语|普通话)${WHAT}`,
  `(?:(?:simplified|traditional)\\s+)?(?:chinese|mandarin)${OF_WHAT}`,
  '中文\\p{Script=Han}{1,4}',
  '(?:names?|text|title)?\\s*in chinese',
  '[中汉漢]|cn|zh(?:-cn)?',
];
const EN_NAMES = [
  `(?:英\\s*文|英\\s*语|英\\s*語)${WHAT}`,
  `english${OF_WHAT}`,
  '英文\\p{Script=Han}{1,4}',
  '(?:names?|text|title)?\\s*in english',
  '英|en(?:-us)?',
];

const ZH_HEAD = headOf(ZH_NAMES);
const EN_HEAD = headOf(EN_NAMES);

function headOf(names: readonly string[]): RegExp {
  return new RegExp(`^[[【(（]?\\s*(?:${names.join('|')})\\s*[\\]】)）]?\\s*[:：]?$`, 'iu');
}

/**
 * The cells of table rows that name the languages of the columns below them.
 *
 * Such a row has one cell that says Chinese and one that says English, in whichever language; they
 * are no translations of each other. Its other cells (a number, a year, a remark) head columns too,
 * unless they hold both languages and so are a pair of their own.
 */
export function tableHeads(raw: readonly RawBlock[]): ReadonlySet<RawBlock> {
  const rows = new Map<string, RawBlock[]>();
  for (const block of raw) {
    if (block.table === undefined || block.row === undefined) continue;
    const key = `${block.table}:${block.row}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [block]);
    else row.push(block);
  }
  const heads = [...rows.values()].filter(
    (row) =>
      row.some(({ text }) => isHead(text, ZH_HEAD)) &&
      row.some(({ text }) => isHead(text, EN_HEAD)),
  );
  return new Set(heads.flat().filter(({ text }) => isLabel(text)));
}

function isHead(text: string, names: RegExp): boolean {
  return text.length <= MAX_HEAD_CHARS && names.test(text.trim());
}

function isLabel(text: string): boolean {
  const isTwo = /\p{Script=Han}/u.test(text) && /[A-Za-z]{2}/u.test(text);
  return text.trim().length <= MAX_HEAD_CHARS && !isTwo;
}
