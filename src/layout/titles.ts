import type { Document } from '../model/index.js';
import { contentSimilarity, loadLexicon } from '../lexicon/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import { endsSentence } from './measure.js';
import { isBilingual } from './sequence.js';
import { splitInline } from './split-inline.js';
import { langOf } from '../text/index.js';
import type { Unit } from './unit.js';

/** Blocks of text there must be between the heads of two texts that follow each other. */
const MIN_TEXT = 3;
/** Least ratio of the letters of a title in two languages. */
const MIN_RATIO = 0.35;
/** The same where the place of the line already says that it is the title. */
const MIN_LOOSE_RATIO = 0.12;

/** The title of a document and the units that are it. */
export interface FoundTitle {
  readonly title: Document['title'];
  /** Units of the title in reading order; at most one a language. */
  readonly units: readonly Unit[];
}

/**
 * The first title block of each language, or else what the page says of itself.
 *
 * A title in one language is completed by the line after it when that is a short line in the other.
 */
export function findTitle(units: readonly Unit[], hint: string | undefined): FoundTitle {
  const first = units.findIndex(({ block }) => block.kind === 'title');
  const one = units[first];
  if (one === undefined) return unmarkedTitle(units, hint);
  const isTwo = isBilingual(units);
  const second = secondTitle(units, first, one);
  const other = second !== undefined && (isTwo || areTitles(one, second)) ? second : undefined;
  const pair = other === undefined ? [one] : [one, other];
  const found = Object.fromEntries(pair.map(({ lang, block }) => [lang, block.text]));
  const isSame = pair.some(({ block }) => letters(block.text) === letters(hint ?? ''));
  const told = isSame
    ? {}
    : isTwo
      ? titleIn(hint, isTwo)
      : besides(one, titleIn(hint, isTwo), units);
  return { title: { ...told, ...found }, units: pair };
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function secondTitle(units: readonly Unit[], first: number, one: Unit): Unit | undefined {
  const marked = units.find(({ block, lang }) => block.kind === 'title' && lang !== one.lang);
  if (marked !== undefined) return marked;
  const beside = [units[first + 1], units[first - 1]].find((near) => isTitleBeside(near, one));
  return beside ?? secondHead(units, one);
}

/**
 * The heading that opens the text in the other language, when that comes after the first one.
 *
 * Where one text follows the other and the second has one heading line more than the first has
 * below its title, that line is the title again, however much longer or shorter it is worded.
 */
function secondHead(units: readonly Unit[], one: Unit): Unit | undefined {
  const first = units.indexOf(one);
  const at = units.findIndex(({ lang }) => lang !== one.lang);
  const head = units[at];
  if (head === undefined || at <= first + 1 || !isHeadLine(head)) return undefined;
  const below = units.slice(first + 1, at);
  const after = units.slice(at + 1);
  const ratio = head.letters / one.letters;
  if (after.length > 0 && after.every(({ lang }) => lang === head.lang)) {
    const isExtra = after.filter(isHeadLine).length >= below.filter(isHeadLine).length;
    const opensText =
      !isHeadLine(after[0]) || head.block.kind === 'heading' || areBuiltAlike(below, after);
    return isExtra && opensText && isWithin(ratio, MIN_LOOSE_RATIO) ? head : undefined;
  }
  const isFar = head.block.kind === 'heading' && at - first > MIN_TEXT;
  return isFar && isWithin(ratio, MIN_RATIO) ? head : undefined;
}

/** Whether two texts have their head lines in the same places. */
function areBuiltAlike(one: readonly Unit[], two: readonly Unit[]): boolean {
  return (
    one.length === two.length && one.every((unit, i) => isHeadLine(unit) === isHeadLine(two[i]))
  );
}

function isWithin(ratio: number, least: number): boolean {
  return ratio > least && ratio < 1 / least;
}

/**
 * Without a marked title: the first two lines, or those over two texts, when short and in two
 * languages. What the head of the page says gives way to two such lines only.
 */
function unmarkedTitle(units: readonly Unit[], hint: string | undefined): FoundTitle {
  const [one, next, three] = units;
  const nothing = { title: titleIn(hint, isBilingual(units)), units: [] };
  if (one === undefined) return nothing;
  const isColumn = areHeadCells(one, next) && three?.table !== one.table;
  if (!isHeadLine(one) && !isColumn) return nothing;
  const isPair =
    isTitleBeside(next, one) &&
    (isColumn || isHeadLine(next)) &&
    endsSentence(three?.block.text ?? '');
  if (hint !== undefined && !isPair) return nothing;
  const two = isPair ? next : isHeadLine(next) ? undefined : secondHead(units, one);
  if (two === undefined) return nothing;
  const title =
    one.lang === 'zh'
      ? { zh: one.block.text, en: two.block.text }
      : { zh: two.block.text, en: one.block.text };
  return { title, units: [one, two] };
}

function isHeadLine(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  const { block, table } = unit;
  const isText = block.kind === 'paragraph' || block.kind === 'heading';
  const isOpen = endsSentence(block.text) || /[,，、]$/u.test(block.text);
  return isText && table === undefined && block.text.length < 200 && !isOpen;
}

/** Two short lines in rows of their own, as tables that lay a page out have them. */
function areHeadCells(one: Unit, two: Unit | undefined): boolean {
  if (two === undefined || one.block.kind !== 'cell' || two.block.kind !== 'cell') return false;
  const isColumn = one.table === two.table && one.column === two.column && one.row !== two.row;
  return isColumn && [one, two].every(({ block }) => isLine(block.text));
}

function isLine(text: string): boolean {
  return text.length < 200 && !endsSentence(text);
}

/** A short line in the other language and of a fitting length. */
function isTitleBeside(near: Unit | undefined, one: Unit): near is Unit {
  if (near === undefined || near.lang === one.lang || near.block.text.length > 250) return false;
  if (near.block.kind === 'caption' || Math.abs(near.from - one.from) > 3) return false;
  const ratio = near.letters / one.letters;
  return isWithin(ratio, MIN_RATIO) && !endsSentence(near.block.text);
}

/**
 * The title that the head of a page gives, in one language or both.
 *
 * @param isTwo - whether the text is in both languages: else a few words in the other one, such as
 *   the name of the site, must translate the rest by the dictionary to be its title
 */
function titleIn(hint: string | undefined, isTwo: boolean): Document['title'] {
  if (hint === undefined || hint === '') return {};
  const parts = splitInline(hint, 'title');
  const zh = parts.find(({ lang }) => lang === 'zh')?.text;
  const en = parts.find(({ lang }) => lang === 'en')?.text;
  if (zh !== undefined && en !== undefined) {
    if (isTwo || mayTranslate(zh, en)) return { zh, en };
    return lettersOf(zh) >= lettersOf(en) ? { zh } : { en };
  }
  const { han, latin } = langOf(hint);
  if (han === 0 && latin === 0) return {};
  return han > 0 ? { zh: hint } : { en: hint };
}

/**
 * What the head of the page says besides a title above a text in one language: not what is neither
 * in the language of the text nor translates the title.
 */
function besides(
  { lang, block }: Unit,
  told: Document['title'],
  units: readonly Unit[],
): Document['title'] {
  const [zh, en] = lang === 'zh' ? [block.text, told.en] : [told.zh, block.text];
  if (zh === undefined || en === undefined || mayTranslate(zh, en)) return told;
  const own = units.reduce((sum, unit) => sum + (unit.lang === lang ? 1 : -1) * unit.letters, 0);
  return own > 0 ? {} : told;
}

/** English words from which a title is one by itself, and least share of them in the other. */
const MIN_TITLE_WORDS = 6;
const MIN_TITLE_SIMILARITY = 0.2;

function mayTranslate(zh: string, en: string): boolean {
  const words = en.split(/\s+/u).filter((word) => /[a-z]{2}/iu.test(word));
  if (words.length >= MIN_TITLE_WORDS) return true;
  return contentSimilarity(loadLexicon(), zh, en) >= MIN_TITLE_SIMILARITY;
}

/** Whether two lines above a text in one language are its title in both. */
function areTitles(one: Unit, two: Unit): boolean {
  const [zh, en] = one.lang === 'zh' ? [one, two] : [two, one];
  return mayTranslate(zh.block.text, en.block.text);
}

function lettersOf(text: string): number {
  const { han, latin } = langOf(text);
  return han * LAYOUT_DEFAULTS.lettersPerHan + latin;
}
