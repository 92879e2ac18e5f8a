import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../kit/index.js';

/** Traditional ↔ simplified knowledge as the build writes it: plain text, quick to read. */
export interface HanTables {
  /** Changes with the layout of this object, so that an old file is not read as a new one. */
  readonly layout: 1;
  /** Traditional characters, each one UTF-16 unit … */
  readonly traditional: string;
  /** … and the simplified ones at the same places. */
  readonly simplified: string;
  /** Characters that only simplified text uses. */
  readonly onlySimplified: string;
  /** Phrases that do not go character by character: 乾隆 stays, 沈沒 is 沉没. Longest first. */
  readonly phrases: readonly (readonly [traditional: string, simplified: string])[];
}

type Convert = (text: string) => string;
interface OpenCc {
  readonly Converter: (way: { from: string; to: string }) => Convert;
  readonly Locale: { readonly to: { readonly cn: readonly (readonly string[])[] } };
}

/** Simplified forms that traditional text uses too, for other words: 皇后, 公里, 台, 天干. */
const SHARED = new Set(
  Array.from(
    '后里台只干谷余几丑斗征准云仆价伙冲凶出划制千卷占周咸回家布志念扎折曲朱朴松板核欲岳御沈注' +
      '泛涌症秋舍胡蒙表采郁面于群秘托游范姜向合吁夫厘系才了升卜札着辟须万',
  ),
);

/** Where the build puts the tables. */
export const hanTablesFile: string = join(packageRoot, 'dist', 'lexicon', 'han.json');

/**
 * The tables of the build; before the first build they are made on the spot, which takes some
 * tenths of a second.
 */
export function loadHanTables(): HanTables {
  try {
    const tables: unknown = JSON.parse(readFileSync(hanTablesFile, 'utf8'));
    if (isTables(tables)) return tables;
  } catch {
    // not built yet: made below
  }
  return compileHanTables();
}

function isTables(value: unknown): value is HanTables {
  return typeof value === 'object' && value !== null && 'layout' in value && value.layout === 1;
}

/** Takes the tables out of OpenCC (Apache-2.0), `t` → `cn`. For the build. */
export function compileHanTables(): HanTables {
  const opencc = createRequire(import.meta.url)('opencc-js') as OpenCc;
  const simplify = opencc.Converter({ from: 't', to: 'cn' });
  const complicate = opencc.Converter({ from: 'cn', to: 't' });
  let [traditional, simplified, onlySimplified] = ['', '', ''];
  const phrases: [string, string][] = [];
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    const simple = simplify(character);
    if (simple.length > 1) {
      phrases.push([character, simple]);
    } else if (simple !== character) {
      traditional += character;
      simplified += simple;
    } else if (code >= 0x4e00 && !SHARED.has(character) && complicate(character) !== character) {
      onlySimplified += character;
    }
  }
  phrases.push(...exceptions(opencc, simplify, new Set(traditional)));
  phrases.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return { layout: 1, traditional, simplified, onlySimplified, phrases };
}

/**
 * Phrases whose conversion is not that of their characters.
 *
 * Those without a traditional character are left out: in simplified text they mean what they say.
 */
function exceptions(
  opencc: OpenCc,
  simplify: Convert,
  traditional: ReadonlySet<string>,
): [string, string][] {
  const found = new Map<string, string>();
  for (const dictionary of opencc.Locale.to.cn.flat()) {
    for (const entry of dictionary.split('|')) {
      const phrase = entry.split(' ')[0] ?? '';
      const characters = Array.from(phrase);
      if (characters.length < 2 || !characters.some((one) => traditional.has(one))) continue;
      const simple = simplify(phrase);
      if (simple !== characters.map(simplify).join('')) found.set(phrase, simple);
    }
  }
  return [...found];
}
