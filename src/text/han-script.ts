import { createRequire } from 'node:module';
import type { HanScript } from '../model/index.js';
import { isHan } from './chars.js';

type Convert = (text: string) => string;

/** Loaded at the first Han character met: the tables take a noticeable part of a second. */
let tables: { readonly simplify: Convert; readonly marks: Uint8Array } | undefined;

/** Simplified forms that traditional text uses too, for other words: 皇后, 公里, 台, 天干. */
const SHARED = new Set(
  Array.from(
    '后里台只干谷余几丑斗征准云仆价伙冲凶出划制千卷占周咸回家布志念扎折曲朱朴松板核欲岳御沈注' +
      '泛涌症秋舍胡蒙表采郁面于群秘托游范姜向合吁夫厘系才了升卜札着辟须万',
  ),
);

const SIMPLIFIED = 1;
const TRADITIONAL = 2;

/**
 * Whether Chinese is written in simplified or traditional characters.
 *
 * The clear majority wins, so a quoted traditional name does not turn a text.
 */
export function hanScript(text: string): HanScript {
  const { hans, hant } = hanScriptCounts(text);
  if (hans === hant) return 'either';
  return hans > hant ? 'hans' : 'hant';
}

/** Characters that only simplified, and that only traditional text uses: 国 and 國, not 中. */
export function hanScriptCounts(text: string): { readonly hans: number; readonly hant: number } {
  const { marks } = load();
  let [hans, hant] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks[text.charCodeAt(at)];
    if (mark === SIMPLIFIED) hans += 1;
    else if (mark === TRADITIONAL) hant += 1;
  }
  return { hans, hant };
}

/**
 * Traditional characters to simplified ones, by the tables of OpenCC (`t` → `cn`).
 *
 * Text without a traditional character is returned as it is. Words are not exchanged for
 * mainland ones: 軟體 becomes 软体, not 软件.
 */
export function toSimplified(text: string): string {
  let at = 0;
  while (at < text.length && !isHan(text.charCodeAt(at))) at += 1;
  if (at === text.length) return text;
  const { simplify, marks } = load();
  for (; at < text.length; at += 1) {
    if (marks[text.charCodeAt(at)] === TRADITIONAL) return simplify(text);
  }
  return text;
}

function load(): { readonly simplify: Convert; readonly marks: Uint8Array } {
  tables ??= build();
  return tables;
}

function build(): { readonly simplify: Convert; readonly marks: Uint8Array } {
  const opencc = createRequire(import.meta.url)('opencc-js') as {
    readonly Converter: (way: { from: string; to: string }) => Convert;
  };
  const simplify = opencc.Converter({ from: 't', to: 'cn' });
  return { simplify, marks: markScripts(simplify, opencc.Converter({ from: 'cn', to: 't' })) };
}

/** Every basic character that one of the two scripts does not use. */
function markScripts(simplify: Convert, complicate: Convert): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    if (simplify(character) !== character) marks[code] = TRADITIONAL;
    else if (!SHARED.has(character) && complicate(character) !== character)
      marks[code] = SIMPLIFIED;
  }
  return marks;
}
