import type { Lang } from '../model/index.js';
import { parseHanNumeral, parseRoman } from '../text/index.js';

/**
 * The number a sentence bears at its head, as a token both languages share.
 *
 * `label:article 3` for 第三条 and Article 3, `label:1.` for 一、, I. and 1., `label:(2)` for
 * （二） and (2), `label:(a)`, `label:1.2.3`, `label:•` for bullets; `undefined` without one.
 */
export function labelOf(sentence: string, lang: Lang): string | undefined {
  const code = sentence.charCodeAt(0);
  // Most sentences begin with a letter or a character that no label begins with.
  if (!(STARTS[code] === 1 || (lang === 'en' && code < 0x80))) return undefined;
  return (lang === 'zh' ? partZh(sentence) : partEn(sentence)) ?? itemOf(sentence);
}

/** Names of the labels of the other language that a label equals, with how surely. */
export function equalLabels(name: string): readonly (readonly [name: string, weight: number])[] {
  const label = name.slice(PREFIX.length);
  const alike: (readonly [string, number])[] = [[name, 1]];
  const [, part, number] = /^([a-z]+) (.+)$/.exec(label) ?? [];
  if (part !== undefined && number !== undefined) {
    const kin = KIN.find((group) => group.includes(part)) ?? [];
    for (const other of kin) if (other !== part) alike.push([`${PREFIX}${other} ${number}`, ALIKE]);
    return alike;
  }
  const [, enclosed, open] = /^(?:\((\w+)\)|(\w+)\.)$/.exec(label) ?? [];
  const value = enclosed ?? open;
  if (value === undefined) return alike;
  const forms = /^\d+$/.test(value) ? [value, letterOf(Number(value))] : [value, numberOf(value)];
  for (const form of forms.filter((one) => one !== '')) {
    for (const other of [`${PREFIX}(${form})`, `${PREFIX}${form}.`]) {
      if (other !== name) alike.push([other, ALIKE]);
    }
  }
  return alike;
}

const PREFIX = 'label:';
/** What every heading has in common. */
export const HEADING = `${PREFIX}heading`;
/** A label of another form: one language may number by letters, or without brackets. */
const ALIKE = 0.4;

/** Parts of laws and books, by what the Chinese and the English call them. */
const PARTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  article: { zh: '条|條', en: 'article|art' },
  clause: { zh: '款', en: 'clause|paragraph|para' },
  item: { zh: '项|項|目', en: 'item|subparagraph' },
  section: { zh: '节|節', en: 'section|sec|§' },
  chapter: { zh: '章|回', en: 'chapter|chap|ch' },
  part: { zh: '部分|编|編|篇', en: 'part|division|title' },
  volume: { zh: '卷|册|冊', en: 'volume|vol|book' },
  annex: { zh: '附件|附录|附錄|附表', en: 'annex|appendix|schedule|attachment|exhibit' },
  table: { zh: '表|表格', en: 'table' },
  figure: { zh: '图|圖', en: 'figure|fig' },
  example: { zh: '例', en: 'example' },
  step: { zh: '步', en: 'step' },
  act: { zh: '幕', en: 'act' },
  scene: { zh: '场|場', en: 'scene' },
  lesson: { zh: '课|課', en: 'lesson' },
  unit: { zh: '单元|單元', en: 'unit' },
  rule: { zh: '规则|規則', en: 'rule|regulation' },
};

/** Parts that translators name differently. */
const KIN: readonly (readonly string[])[] = [
  ['article', 'section', 'clause', 'rule'],
  ['part', 'volume', 'chapter'],
];

const HAN = '[零〇○一二两三四五六七八九十百千]+';
const PART_ZH = new Map(
  Object.entries(PARTS).flatMap(([part, { zh }]) => zh.split('|').map((word) => [word, part])),
);
const PART_EN = new Map(
  Object.entries(PARTS).flatMap(([part, { en }]) => en.split('|').map((word) => [word, part])),
);
const ZH_BEHIND = new RegExp(`^第 ?(${HAN}|\\d{1,4}) ?(${[...PART_ZH.keys()].join('|')})`);
const ZH_BEFORE = new RegExp(
  `^(附件|附录|附錄|附表|表|图|圖|例|步骤|步驟) ?(${HAN}|\\d{1,3}|[A-Z](?![A-Za-z]))(?=[\\s:：.、．　]|$)`,
);
const COUNT_WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const EN_PART = new RegExp(
  `^(${[...PART_EN.keys()].join('|')})(?:\\. ?| |(?<=§))(\\d{1,4}|${COUNT_WORDS.join('|')}|[IVXLC]+|[A-Z])(?![\\p{L}\\d])`,
  'iu',
);

function partZh(sentence: string): string | undefined {
  const [, number = '', unit = ''] = ZH_BEHIND.exec(sentence) ?? [];
  if (unit !== '') return nameOf(PART_ZH.get(unit), valueZh(number));
  const [, word = '', value = ''] = ZH_BEFORE.exec(sentence) ?? [];
  if (word === '') return undefined;
  return nameOf(word.startsWith('步') ? 'step' : PART_ZH.get(word), valueZh(value));
}

function partEn(sentence: string): string | undefined {
  const [, word = '', number = ''] = EN_PART.exec(sentence) ?? [];
  return word === '' ? undefined : nameOf(PART_EN.get(word.toLowerCase()), valueEn(number));
}

function nameOf(part: string | undefined, value: string): string | undefined {
  return part === undefined || value === '' ? undefined : `${PREFIX}${part} ${value}`;
}

/** 3, III and three as 3, a capital letter as itself; empty for anything else. */
function valueEn(text: string): string {
  const count = COUNT_WORDS.indexOf(text.toLowerCase()) + 1;
  if (count > 0) return String(count);
  return String(parseRoman(text) ?? (/^(?:\d+|[A-Z])$/.test(text) ? text : ''));
}

function valueZh(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text));
  if (/^[A-Z]$/.test(text)) return text;
  return String(parseHanNumeral(text) ?? '');
}

const NUMBER = `\\d{1,3}|${HAN}|[IVXLivxl]{1,6}|[A-Za-z]`;
const ENCLOSED = new RegExp(`^[(（] ?(${NUMBER}) ?[)）]`);
/** 1) 1、 一、 1. a. with what sets a label off from a number in running text. */
const OPEN = new RegExp(`^(${NUMBER})(?:[)）、．]|\\.(?=[\\s\\p{Script=Han}]|$))`, 'u');
const OUTLINE = /^(\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=[\s　]+[\p{Lu}\p{Script=Han}])/u;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const BULLET = /^(?:[•●▪■◆◦‣·○]|[-–—*](?=\s))/;

function itemOf(sentence: string): string | undefined {
  const outline = OUTLINE.exec(sentence)?.[1];
  if (outline !== undefined) return `${PREFIX}${outline}`;
  const enclosed = ENCLOSED.exec(sentence)?.[1];
  if (enclosed !== undefined) return `${PREFIX}(${itemValue(enclosed)})`;
  const circled = CIRCLED.indexOf(sentence.charAt(0));
  if (circled >= 0) return `${PREFIX}(${circled + 1})`;
  const open = OPEN.exec(sentence)?.[1];
  if (open !== undefined) return `${PREFIX}${itemValue(open)}.`;
  return BULLET.test(sentence) ? `${PREFIX}•` : undefined;
}

/** A number for figures and Roman numerals of i, v and x; a small letter for other letters. */
function itemValue(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text));
  if (/^[ivx]+$/i.test(text)) {
    const roman = parseRoman(text.toUpperCase());
    if (roman !== undefined) return String(roman);
  }
  return /^[A-Za-z]$/.test(text) ? text.toLowerCase() : String(parseHanNumeral(text) ?? text);
}

/** 1 → a … 26 → z; empty beyond. */
function letterOf(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(0x60 + value) : '';
}

/** a → 1; empty for anything that is no single letter. */
function numberOf(letter: string): string {
  return /^[a-z]$/.test(letter) ? String(letter.charCodeAt(0) - 0x60) : '';
}

/** Uint8 [65536]: units a label may begin with, beside Latin letters in English. */
const STARTS = new Uint8Array(0x10000);
for (const character of `0123456789(（第附表图圖例步零〇○一二两三四五六七八九十百千§${CIRCLED}•●▪■◆◦‣·-–—*IVXLivxlABCDEFGHabcdefgh`) {
  STARTS[character.charCodeAt(0)] = 1;
}
