import { endsSentence } from './measure.js';
import type { Unit } from './unit.js';

const MAX_CAPTION_CHARS = 100;
const MAX_STRAY_CHARS = 40;

/**
 * Captions that stand in one language only inside a text in two.
 *
 * They break the alternation of the paragraphs around them. A caption is marked as one, or is a
 * short line without full stop right after a picture, or such a line between a paragraph and its
 * translation. Captions in both languages, one after the other, stay.
 */
export function loneCaptions(units: readonly Unit[]): ReadonlySet<Unit> {
  const isCaption = captionTest(units);
  const lone = new Set<Unit>();
  let run: Unit[] = [];
  const close = (): void => {
    if (new Set(run.map(({ lang }) => lang)).size === 1) for (const unit of run) lone.add(unit);
    run = [];
  };
  units.forEach((unit, i) => {
    if (isCaption(unit)) {
      run.push(unit);
      return;
    }
    if (isSecondCaption(run, unit, units[i + 1]) || isAnswer(run, units, i)) run.push(unit);
    close();
    if (isStray(units[i - 1], unit, units[i + 1])) lone.add(unit);
  });
  close();
  return lone;
}

/**
 * Captions of a text in one language: blocks that say so, unless they are the text, as on a page of
 * pictures; in news also what the markup alone calls captions, which in a manual or a book belong
 * to the text and are translated with it.
 */
export function plainCaptions(units: readonly Unit[], isNews: boolean): ReadonlySet<Unit> {
  const captions = units.filter(
    (unit) =>
      unit.captionBy === 'words' ||
      (unit.block.kind === 'caption' && unit.captionBy === undefined && isNews) ||
      (/^(?:caption|paragraph)$/u.test(unit.block.kind) && isWorded(unit)),
  );
  const found = new Set(captions);
  const rest = units.filter((unit) => !found.has(unit) && endsSentence(unit.block.text));
  return lettersIn(rest) > lettersIn(captions) ? found : new Set();
}

/** Says of itself that it tells what a picture shows; without a colon only below one. */
function isWorded({ block: { text }, afterImage }: Unit): boolean {
  if (text.length > MAX_WORDED_CHARS) return false;
  return LABELLED.test(text) || (afterImage && TELLING.test(text));
}

const MAX_WORDED_CHARS = 200;
/** `图注：……`, `图一：……`, `Photo: …` */
const LABELLED =
  /^[（(▲△↑↓←→\s]*(?:[图圖照]片?(?:说明|說明|注)?|[图圖][一二三四五六七八九十\d]{1,3}|[上下左右][图圖]|(?:file |aerial )?photos?(?: caption)?|pictures?|captions?)\s*[:：]/iu;
/** `图为……`, `This photo taken on … shows …` */
const TELLING =
  /^[（(▲△↑↓←→\s]*(?:[上下左右]?[图圖][为為是]|this (?:file )?photo (?:taken|shows|released)|(?:aerial |file )?photo (?:taken|shows))/iu;

function lettersIn(units: readonly Unit[]): number {
  return units.reduce((sum, { letters }) => sum + letters, 0);
}

/** Cells count as lines only in a table of one column, which lays the page out. */
function captionTest(units: readonly Unit[]): (unit: Unit) => boolean {
  const columns = new Map<number, Set<number | undefined>>();
  for (const { table, column } of units) {
    if (table !== undefined) columns.set(table, (columns.get(table) ?? new Set()).add(column));
  }
  return ({ block, afterImage, table }) => {
    if (block.kind === 'caption') return true;
    const isColumn = block.kind === 'cell' && columns.get(table ?? -1)?.size === 1;
    const mayBe = afterImage && (block.kind === 'paragraph' || isColumn);
    return mayBe && isLine(block.text, MAX_CAPTION_CHARS);
  };
}

/** A short line in the other language right after a caption, before something that is none. */
function isSecondCaption(run: readonly Unit[], unit: Unit, next: Unit | undefined): boolean {
  const [only, more] = run;
  if (only === undefined || more !== undefined || only.lang === unit.lang) return false;
  return isLine(unit.block.text, 2 * MAX_CAPTION_CHARS) && next?.lang !== unit.lang;
}

/**
 * A paragraph between a lone caption and a text in the caption's language: with the caption in
 * the turn of the languages it can translate nothing else.
 */
function isAnswer(run: readonly Unit[], units: readonly Unit[], i: number): boolean {
  const [only, more] = run;
  const unit = units[i];
  if (only === undefined || more !== undefined || unit === undefined) return false;
  const isTurn = units[i - 2]?.lang === unit.lang && units[i + 1]?.lang === only.lang;
  const ratio = unit.letters / only.letters;
  return isTurn && only.lang !== unit.lang && ratio > 0.5 && ratio < 2;
}

function isStray(before: Unit | undefined, unit: Unit, after: Unit | undefined): boolean {
  if (before === undefined || after === undefined || before.lang === after.lang) return false;
  if (unit.isInline || unit.block.kind !== 'paragraph') return false;
  if (before.column !== unit.column || after.column !== unit.column) return false;
  if (!isLine(unit.block.text, MAX_STRAY_CHARS) || NUMBERED.test(unit.block.text)) return false;
  const ratio = before.letters / after.letters;
  const isPair = ratio > 0.5 && ratio < 2 && endsSentence(before.block.text);
  const isSmall = unit.letters * 3 < Math.min(before.letters, after.letters);
  return isPair && isSmall && endsSentence(after.block.text);
}

/** The heading of a part: `I. …`, `三、……`, `2) …`. */
const NUMBERED = /^[（(]?(?:[一二三四五六七八九十百\d]{1,3}|[IVX]{1,4}|[A-H])[、.．)）]\s*\S/u;

function isLine(text: string, maxChars: number): boolean {
  return text.length <= maxChars && !endsSentence(text);
}
