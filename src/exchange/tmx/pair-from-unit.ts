import { isChinese, isEnglish } from '../codes.js';
import { COLUMNS, recordFromCells } from '../columns.js';
import { propType } from './prop-type.js';
import type { ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import type { TmxUnit, TmxVariant } from './read.js';

/** `x-url-or-path` → `url_or_path`. */
const COLUMN_OF_PROP: ReadonlyMap<string, string> = new Map(
  COLUMNS.map(({ name }) => [propType(name), name]),
);

/** The pair of a unit, or the reason why it holds none. */
export function pairFromUnit(
  unit: TmxUnit,
  options: Pick<ReadOptions, 'zhCode' | 'enCode'>,
): PairRecord | 'no-zh' | 'no-en' | 'empty' {
  const zh = variantIn(unit.variants, isChinese, options.zhCode);
  const en = variantIn(unit.variants, isEnglish, options.enCode);
  if (zh === undefined) return 'no-zh';
  if (en === undefined) return 'no-en';
  if (zh.text.trim() === '' || en.text.trim() === '') return 'empty';
  return recordFromCells(cells(unit, zh.text, en.text));
}

/** The variant of exactly the wanted code, else the first in the language. */
function variantIn(
  variants: readonly TmxVariant[],
  isMeant: (code: string) => boolean,
  wanted: string | undefined,
): TmxVariant | undefined {
  const code = wanted?.toLowerCase();
  const exact = variants.find(
    ({ lang }) => lang.trim().toLowerCase().replaceAll('_', '-') === code,
  );
  return exact ?? variants.find(({ lang }) => isMeant(lang));
}

function* cells(unit: TmxUnit, zh: string, en: string): Iterable<readonly [string, string]> {
  for (const type in unit.props) {
    const name = COLUMN_OF_PROP.get(type);
    if (name !== undefined) yield [name, unit.props[type] ?? ''];
  }
  yield ['zh', zh];
  yield ['en', en];
}
