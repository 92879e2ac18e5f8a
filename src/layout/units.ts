import { collapseSpace } from '../text/index.js';
import type { Block, Lang, SetAside } from '../model/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import { measure } from './measure.js';
import { lineReason } from './patterns.js';
import type { RawBlock } from './raw-block.js';
import { splitInline } from './split-inline.js';
import type { Unit } from './unit.js';

/** Raw blocks parted into text in one language and text that is none. */
export interface Sorted {
  readonly units: readonly Unit[];
  readonly setAside: readonly SetAside[];
}

/** Gives each block its language, splits blocks that hold both, sets lines aside that hold none. */
export function sortBlocks(raw: readonly RawBlock[]): Sorted {
  const units: Unit[] = [];
  const setAside: SetAside[] = [];
  raw.forEach((block, from) => {
    const text = collapseSpace(block.text);
    if (text === '') return;
    const reason = block.aside ?? lineReason(text);
    if (reason !== undefined) setAside.push({ text, reason });
    else sortOne({ ...block, text }, from, units, setAside);
  });
  return { units, setAside };
}

function sortOne(block: RawBlock, from: number, units: Unit[], setAside: SetAside[]): void {
  const parts = block.whole === true ? [{ text: block.text }] : splitInline(block.text, block.kind);
  const isInline = parts.filter(({ lang }) => lang !== undefined).length > 1;
  for (const part of parts) {
    if (isInline && part.lang === undefined) {
      setAside.push({ text: part.text, reason: 'separator' });
      continue;
    }
    const unit = toUnit(block, part.text, part.lang, from, isInline);
    if (unit === undefined) setAside.push({ text: part.text, reason: reasonWithout(part.text) });
    else units.push(unit);
  }
}

/** Text without a word of either language: numbers and signs, or a third script. */
function reasonWithout(text: string): string {
  return /\p{L}/u.test(text) ? 'other-language' : 'no-words';
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
    letters: han * LAYOUT_DEFAULTS.lettersPerHan + latin,
    table: raw.table,
    row: raw.row,
    column: raw.column,
    from,
    isInline,
    afterImage: raw.afterImage === true,
    numbers: [...text.replace(/(?<=\d),(?=\d{3})/gu, '').matchAll(/\d+/gu)].map(([n]) => n),
  };
}
