import { collapseSpace, langOf } from '../text/index.js';
import type { Block, BlockKind, Lang, SetAside } from '../model/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import { withoutLabels } from './language-labels.js';
import { endsSentence, measure } from './measure.js';
import { wordingReason } from './patterns.js';
import type { RawBlock } from './raw-block.js';
import { splitInline } from './split-inline.js';
import { glossLines, splitPolicy } from './split-policy.js';
import { tableHeads } from './table-heads.js';
import type { Unit } from './unit.js';

/** Longest line in two languages below a picture, in characters. */
const MAX_PICTURE_LINE = 200;

/** Raw blocks parted into text in one language and text that is none. */
export interface Sorted {
  readonly units: readonly Unit[];
  readonly setAside: readonly SetAside[];
}

/** Gives each block its language, splits blocks that hold both, sets lines aside that hold none. */
export function sortBlocks(raw: readonly RawBlock[]): Sorted {
  const setAside: SetAside[] = [];
  const kept: { readonly block: RawBlock; readonly from: number }[] = [];
  const tableReason = tableReasons(raw);
  const unlabelled = withoutLabels(raw);
  let [hasBegun, isAfterName, hasEnded] = [false, false, false];
  raw.forEach((block, from) => {
    const text = collapseSpace(block.text);
    if (text === '') return;
    const isInText = hasBegun && !hasEnded;
    const reason = block.aside ?? tableReason(block) ?? wordingReason(text, block.kind, isInText);
    if (reason !== undefined) setAside.push({ text, reason });
    else {
      const afterImage = block.afterImage === true || isAfterName;
      const [own, credit] = withoutCredit(text, block.kind === 'caption' || afterImage);
      if (credit !== '') setAside.push({ text: credit, reason: 'credit' });
      const { labels, texts } = unlabelled(own);
      setAside.push(...labels.map((label) => ({ text: label, reason: 'language-label' })));
      kept.push(...texts.map((line) => ({ block: { ...block, text: line, afterImage }, from })));
      hasBegun ||= endsSentence(text) && text.length > 30;
    }
    isAfterName = reason === 'image-name';
    // The date below 完 is the day of the notice, not of a letter.
    hasEnded = reason === 'end-mark' || (hasEnded && reason !== undefined);
  });
  const texts = kept.map(({ block }) => block);
  const [maySplit, glosses] = [splitPolicy(texts), glossLines(texts)];
  const units = kept.flatMap(({ block, from }) => {
    if (!glosses.has(block)) return sortOne(block, block.kind, from, maySplit(block), setAside);
    return sortOne(block, 'caption', from, true, setAside);
  });
  return { units, setAside };
}

/** A caption and the photographer behind it in brackets: `[Photo by Li Si]`, `（王五 摄）`. */
function withoutCredit(text: string, isBelowPicture: boolean): readonly [string, string] {
  const credit = isBelowPicture ? PHOTO_CREDIT.exec(text)?.[0] : undefined;
  if (credit === undefined || credit.length === text.length) return [text, ''];
  return [text.slice(0, -credit.length).trim(), credit];
}

const PHOTO_CREDIT =
  /[[（(【]\s*(?:photos?\b[^\])）】]{0,60}|(?:摄影|图片来源|供图)[:：/][^\])）】]{1,30}|[^\])）】]{1,20}(?:摄|供图|提供))\s*[\])）】]$/iu;

/** Cells that number the rows or head the columns. */
function tableReasons(raw: readonly RawBlock[]): (block: RawBlock) => string | undefined {
  const numberColumns = rowNumberColumns(raw);
  const heads = tableHeads(raw);
  return (block) => {
    if (numberColumns.has(columnKey(block))) return 'row-number';
    return heads.has(block) ? 'table-head' : undefined;
  };
}

/** Table columns that number or date the rows: whole numbers in turn, or rising years, under at most one heading. */
function rowNumberColumns(raw: readonly RawBlock[]): ReadonlySet<string> {
  const columns = new Map<string, { words: number; numbers: number[] }>();
  for (const block of raw) {
    if (block.table === undefined) continue;
    const key = columnKey(block);
    const column = columns.get(key) ?? { words: 0, numbers: [] };
    if (/\p{L}/u.test(block.text.replace(/年/u, ''))) column.words += 1;
    else column.numbers.push(Number(/^\D*(\d+)\D*$/u.exec(block.text)?.[1]));
    columns.set(key, column);
  }
  const isCount = (numbers: readonly number[]): boolean =>
    numbers.length >= 2 &&
    numbers.every((n, k) => {
      const before = numbers[k - 1];
      const isYear = n >= 1000 && n <= 2100;
      return before === undefined || n === before + 1 || (isYear && n >= before);
    });
  const found = [...columns].filter(([, { words, numbers }]) => words <= 1 && isCount(numbers));
  return new Set(found.map(([key]) => key));
}

function columnKey({ table, column }: RawBlock): string {
  return table === undefined ? '' : `${table}:${column ?? 0}`;
}

/** @param readAs - kind whose rules part the block */
function sortOne(
  block: RawBlock,
  readAs: BlockKind,
  from: number,
  maySplit: boolean,
  setAside: SetAside[],
): readonly Unit[] {
  const kind = isPictureLine(block) ? 'caption' : readAs;
  const parts = maySplit ? splitInline(block.text, kind) : [{ text: block.text }];
  const isInline = parts.length > 1;
  return parts.flatMap((part): readonly Unit[] => {
    const isSeparator = isInline && part.lang === undefined;
    const unit = isSeparator ? undefined : toUnit(block, part.text, part.lang, from, isInline);
    if (unit !== undefined) return [unit];
    setAside.push({
      text: part.text,
      reason: isSeparator ? 'separator' : reasonWithout(part.text),
    });
    return [];
  });
}

/** A short line right after a picture is parted like a caption. */
function isPictureLine({ text, kind, afterImage }: RawBlock): boolean {
  const isLine = text.length <= MAX_PICTURE_LINE && !endsSentence(text);
  return afterImage === true && kind === 'paragraph' && isLine;
}

/** Text without a word of either language: numbers and signs, or a third script. */
function reasonWithout(text: string): string {
  return /\p{L}/u.test(text) ? 'other-language' : 'no-words';
}

/** A gloss in brackets: `姜相旭(Kang Sangwook)`, `shacha noodles (沙茶面)`. */
const LATIN_GLOSS =
  /(?<=\p{Script=Han}[”》]?\s?)[（(][^（(）)\p{Script=Han}]*[a-z]{2}[^（(）)\p{Script=Han}]*[）)]/giu;
const HAN_GLOSS = /[（(][^（(）)a-z]*\p{Script=Han}[^（(）)a-z]*[）)]/giu;

/** Letters of a text in its own language: a name said again in the other one is not said twice there. */
function lettersOf(
  text: string,
  lang: Lang,
  whole: { readonly han: number; readonly latin: number },
): number {
  const isGlossed = /[（(]/u.test(text) && whole.han > 0 && whole.latin > 0;
  const { han, latin } = isGlossed
    ? langOf(text.replace(lang === 'zh' ? LATIN_GLOSS : HAN_GLOSS, ''))
    : whole;
  return han * LAYOUT_DEFAULTS.lettersPerHan + latin;
}

function toUnit(
  raw: RawBlock,
  text: string,
  known: Lang | undefined,
  from: number,
  isInline: boolean,
): Unit | undefined {
  const { han, latin, lang: found } = measure(text, raw.lang);
  const lang = known ?? found;
  if (lang === undefined) return undefined;
  const block: Block = {
    lang,
    kind: raw.kind,
    text,
    ...(raw.whole === true ? { whole: true } : {}),
  };
  return {
    block,
    lang,
    letters: lettersOf(text, lang, { han, latin }),
    table: raw.table,
    row: raw.row,
    column: raw.column,
    from,
    isInline,
    afterImage: raw.afterImage === true,
    captionBy: raw.captionBy,
    mark: raw.mark,
    isEntry: raw.isEntry === true,
    numbers: [...text.replace(/(?<=\d),(?=\d{3})/gu, '').matchAll(/\d+/gu)].map(([n]) => n),
  };
}
