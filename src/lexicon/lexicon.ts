import type { Kin } from './kin.js';
import { childOf, NO_NODE, type Trie } from './trie.js';

/** Longest Chinese key kept and looked for, in characters. */
export const MAX_WORD = 7;

/**
 * Chinese–English word knowledge in typed arrays, for use in inner loops.
 *
 * Chinese is looked up *folded* ({@link Lexicon.fold}): traditional characters as simplified
 * ones, full-width ASCII as ASCII, so that one key serves every script and width. A *unit* is
 * the number of a key: a word or a single character. English is known by *stem* number.
 */
export interface Lexicon {
  /** Hash of the file: part of every signature that depends on the lexicon. */
  readonly signature: string;
  /** Uint16 [65536]: every UTF-16 unit folded. */
  readonly fold: Uint16Array;
  readonly trie: Trie;
  /** Number of units. */
  readonly units: number;
  /** English stems by number. */
  readonly stems: readonly string[];
  /** Number of a stem. */
  readonly stemId: ReadonlyMap<string, number>;
  /** Uint32 [units + 1]: translations of unit u are entries `start[u] … start[u + 1] − 1`. */
  readonly start: Uint32Array;
  /** Uint32 [entries]: stem numbers. */
  readonly stem: Uint32Array;
  /** Float32 [entries]: t₀, 1/√n for a sense of n content stems, best sense. */
  readonly weight: Float32Array;
  /** Float32 [entries]: how far texts learned from bear a translation out, 0: not at all. */
  readonly trust?: Float32Array;
  /** Uint16 [units]: headwords that contain the unit, capped. A stand-in for its frequency. */
  readonly unitCount: Uint16Array;
  /** Uint16 [stems]: senses that hold the stem, capped. */
  readonly stemCount: Uint16Array;
  /** Toneless pinyin of single characters, all readings; keys are folded units. */
  readonly readings: ReadonlyMap<number, readonly string[]>;
  /** English names of countries and territories, their people included, by folded Chinese name. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** Characters that translations of each stem tend to hold. */
  readonly kin: Kin;
  /** Uint8 [stems]: 1 for names of people and places: never written with a small letter. */
  readonly isProper: Uint8Array;
}

/** One English stem that may translate a Chinese word, with its weight in (0, 1]. */
export interface Translation {
  readonly stem: string;
  readonly weight: number;
}

/** Text as the lexicon's keys are spelt: see {@link Lexicon.fold}. Keeps UTF-16 length. */
export function foldZh({ fold }: Lexicon, text: string): string {
  let folded = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const as = fold[code] as number;
    if (as === code) continue;
    folded += text.slice(kept, at) + String.fromCharCode(as);
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** Unit number of a Chinese word in any script, or `undefined` where the lexicon lacks it. */
export function unitOf(lexicon: Lexicon, word: string): number | undefined {
  let node = 0;
  for (let at = 0; at < word.length; at++) {
    node = childOf(lexicon.trie, node, lexicon.fold[word.charCodeAt(at)] as number);
    if (node === NO_NODE) return undefined;
  }
  const key = lexicon.trie.key[node] as number;
  return key === 0 ? undefined : key - 1;
}

/** What the dictionary gives for a Chinese word, best first; ties in stem order. */
export function translationsOf(lexicon: Lexicon, word: string): Translation[] {
  const unit = unitOf(lexicon, word);
  if (unit === undefined) return [];
  const found: Translation[] = [];
  const end = lexicon.start[unit + 1] as number;
  for (let at = lexicon.start[unit] as number; at < end; at++) {
    const stem = lexicon.stems[lexicon.stem[at] as number] ?? '';
    found.push({ stem, weight: lexicon.weight[at] as number });
  }
  return found.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
}
