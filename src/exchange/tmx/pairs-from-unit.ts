import { isChinese, isEnglish } from '../codes.js';
import { COLUMNS, recordFromCells } from '../columns.js';
import type { ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { propType } from './prop-type.js';
import type { TmxUnit, TmxVariant } from './read.js';

/** `x-url-or-path` → `url_or_path`. */
const COLUMN_OF_PROP: ReadonlyMap<string, string> = new Map(
  COLUMNS.map(({ name }) => [propType(name), name]),
);

/** Pairs made of one unit at most; more than a few variants of a language are no translations. */
const MAX_PAIRS = 100;

/** What a unit holds: its pairs, or the reason why there is none. */
export type UnitPairs = readonly PairRecord[] | 'no-zh' | 'no-en' | 'empty' | 'too-many-variants';

/**
 * The pairs of a unit: one, or one for each Chinese and each English text where there are several.
 *
 * Equal texts count once. Where there are several and one is wanted, the first is taken and
 * `onVariants` told.
 */
export function pairsFromUnit(
  unit: TmxUnit,
  options: Pick<ReadOptions, 'zhCode' | 'enCode' | 'variants' | 'onVariants'>,
): UnitPairs {
  const zh = textsIn(unit.variants, isChinese, options.zhCode);
  const en = textsIn(unit.variants, isEnglish, options.enCode);
  if (zh === undefined) return 'no-zh';
  if (en === undefined) return 'no-en';
  const [firstZh] = zh;
  const [firstEn] = en;
  if (firstZh === undefined || firstEn === undefined) return 'empty';
  if (zh.length === 1 && en.length === 1) return [recordFromCells(cells(unit, firstZh, firstEn))];
  if (options.variants === 'each') return each(unit, zh, en);
  options.onVariants?.({ at: unit.number, line: unit.line, zh: zh.length, en: en.length });
  return [recordFromCells(cells(unit, firstZh, firstEn))];
}

/** The first keeps the id of the unit, the others have none. */
function each(unit: TmxUnit, zh: readonly string[], en: readonly string[]): UnitPairs {
  if (zh.length * en.length > MAX_PAIRS) return 'too-many-variants';
  const pairs = zh.flatMap((zhText) =>
    en.map((enText) => recordFromCells(cells(unit, zhText, enText))),
  );
  return pairs.map(({ id, ...pair }, index) =>
    index > 0 || id === undefined ? pair : { ...pair, id },
  );
}

/**
 * The different texts of exactly the wanted code, else all in the language; nothing if the language
 * is missing, none if there is only white space.
 */
function textsIn(
  variants: readonly TmxVariant[],
  isMeant: (code: string) => boolean,
  wanted: string | undefined,
): readonly string[] | undefined {
  const code = wanted?.toLowerCase();
  const exact = variants.filter(({ lang }) => tidy(lang) === code);
  const meant = exact.length > 0 ? exact : variants.filter(({ lang }) => isMeant(lang));
  if (meant.length === 0) return undefined;
  const texts = meant.map(({ text }) => text).filter((text) => text.trim() !== '');
  return texts.length < 2 ? texts : [...new Set(texts)];
}

function tidy(lang: string): string {
  return lang.trim().toLowerCase().replaceAll('_', '-');
}

function* cells(unit: TmxUnit, zh: string, en: string): Iterable<readonly [string, string]> {
  for (const type in unit.props) {
    const name = COLUMN_OF_PROP.get(type);
    if (name !== undefined) yield [name, unit.props[type] ?? ''];
  }
  yield ['zh', zh];
  yield ['en', en];
}
