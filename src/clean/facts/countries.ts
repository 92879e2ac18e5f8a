import { foldZh, loadLexicon } from '../../lexicon/index.js';

/** English names that are as often something else: a state, a person, an island, a verb. */
const AMBIGUOUS = new Set(
  'Georgia Georgian Jersey Jordan Chad Guinea Polish Pole Turk Dane Finn Swede Lao NZ WHO'.split(
    ' ',
  ),
);
/** Chinese names that are as often something else: a sultan, a river. */
const AMBIGUOUS_ZH = new Set(['苏丹', '约旦', '格鲁吉亚']);
/** U.S., U.K., U.N. */
const DOTTED = /\b([A-Z])\.([A-Z])\.(?:([A-Z])\.)?/g;

/** How the countries are named, and how they are found. */
interface Names {
  readonly en: RegExp;
  /** Chinese names by English one, and English ones by Chinese. */
  readonly zhOf: ReadonlyMap<string, readonly string[]>;
  readonly enOf: ReadonlyMap<string, readonly string[]>;
  /** Uint8 [65536]: longest Chinese name that begins with a character as it is written. */
  readonly longest: Uint8Array;
  /** First two characters of the Chinese names, folded: see {@link headOf}. */
  readonly heads: ReadonlySet<number>;
}

let known: Names | undefined;

function names(): Names {
  known ??= readNames();
  return known;
}

function readNames(): Names {
  const { regions, fold } = loadLexicon();
  const zhOf = new Map<string, string[]>();
  const enOf = new Map<string, readonly string[]>();
  const folded = new Map<number, number>();
  const heads = new Set<number>();
  for (const [zh, english] of regions) {
    if (zh.length < 2 || AMBIGUOUS_ZH.has(zh)) continue;
    enOf.set(zh, english);
    const first = zh.charCodeAt(0);
    folded.set(first, Math.max(zh.length, folded.get(first) ?? 0));
    heads.add(headOf(first, zh.charCodeAt(1)));
    for (const en of english) {
      if (!AMBIGUOUS.has(en)) zhOf.set(en, [...(zhOf.get(en) ?? []), zh]);
    }
  }
  const words = [...zhOf.keys()]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return {
    en: new RegExp(`\\b(?=[A-Z])(?:${words.join('|')})(?![A-Za-z])`, 'g'),
    zhOf,
    enOf,
    longest: Uint8Array.from(fold, (code) => folded.get(code) ?? 0),
    heads,
  };
}

function headOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** A country of the English, and the one that stands in the Chinese instead. */
export interface OtherCountry {
  readonly en: string;
  readonly zh: string;
}

/**
 * Countries, peoples and alliances that only the English names, where the Chinese names others that
 * only it does: Germany for 法国. One side alone proves nothing (我国, 该国, 国内); the first
 * character stands for the name, as in 中德.
 */
export function otherCountries(zh: string, en: string): readonly OtherCountry[] {
  const { en: english, zhOf, enOf } = names();
  const told = namesIn(zh);
  if (told.length === 0) return [];
  const plain = en.replace(DOTTED, '$1$2$3');
  const onlyZh = told.filter(
    (name) => !en.includes(name) && !(enOf.get(name) ?? []).some((one) => plain.includes(one)),
  );
  if (onlyZh.length === 0) return [];
  const folded = foldZh(loadLexicon(), zh);
  const onlyEn = [...new Set(plain.match(english))].filter(
    (name) =>
      !zh.includes(name) && !(zhOf.get(name) ?? []).some((one) => folded.includes(one.charAt(0))),
  );
  return onlyEn.slice(0, onlyZh.length).map((name, at) => ({ en: name, zh: onlyZh[at] ?? '' }));
}

/** Chinese names of a text, each once, folded. */
function namesIn(zh: string): readonly string[] {
  const { longest, heads, enOf } = names();
  const lexicon = loadLexicon();
  const { fold } = lexicon;
  const found = new Set<string>();
  for (let at = 0; at < zh.length; at++) {
    const most = longest[zh.charCodeAt(at)] as number;
    if (most === 0 || at + 1 === zh.length) continue;
    const first = fold[zh.charCodeAt(at)] as number;
    if (!heads.has(headOf(first, fold[zh.charCodeAt(at + 1)] as number))) continue;
    const text = foldZh(lexicon, zh.slice(at, at + most));
    for (let length = text.length; length > 1; length--) {
      const name = text.slice(0, length);
      if (!enOf.has(name)) continue;
      found.add(name);
      at += length - 1;
      break;
    }
  }
  return [...found];
}
