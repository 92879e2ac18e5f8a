import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuizhaoError, packageRoot, readFailure, sha256 } from '../kit/index.js';
import { SECTIONS, weightsOf } from './compile.js';
import { unpackSections, type Section } from './format.js';
import type { Lexicon } from './lexicon.js';
import { rootTable } from './trie.js';

/** Where the build puts the compiled dictionary. */
export const lexiconFile: string = join(packageRoot, 'dist', 'lexicon', 'cedict.bin');

let loaded: Lexicon | undefined;
let signature: string | undefined;

/**
 * The dictionary this package ships, read once and kept.
 *
 * @throws DuizhaoError `file.missing` before the first build, `lexicon.bad-file` after a change
 *   of layout without one
 */
export function loadLexicon(): Lexicon {
  loaded ??= openLexicon(readLexicon(lexiconFile), lexiconFile);
  return loaded;
}

/**
 * `signature` of {@link loadLexicon} without opening it, which takes longer.
 *
 * @throws DuizhaoError `file.missing` before the first build
 */
export function lexiconSignature(): string {
  signature ??= loaded?.signature ?? signatureOf(readLexicon(lexiconFile));
  return signature;
}

function signatureOf(bytes: Uint8Array): string {
  return sha256(bytes).slice(0, 12);
}

function readLexicon(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw readFailure(error, file);
  }
}

/** Opens the bytes written by `compileLexicon`. */
export function openLexicon(bytes: Uint8Array, name: string): Lexicon {
  const sections = unpackSections(bytes, name, SECTIONS);
  const pick = picker(sections, name);
  const stems = new TextDecoder().decode(pick(0, Uint8Array)).split('\n');
  const start = pick(4, Uint32Array);
  const spread = pick(6, Uint8Array);
  const nodes = { first: pick(1, Uint32Array), unit: pick(2, Uint16Array) };
  return {
    signature: signatureOf(bytes),
    fold: foldTable(pick(7, Uint16Array)),
    trie: { ...nodes, key: pick(3, Uint32Array), root: rootTable(nodes) },
    units: start.length - 1,
    stems,
    stemId: new Map(stems.map((stem, id) => [stem, id])),
    start,
    stem: pick(5, Uint32Array),
    weight: weightsOf(spread),
    unitCount: pick(8, Uint16Array),
    stemCount: pick(9, Uint16Array),
    readings: readingTable(pick(10, Uint16Array), pick(11, Uint8Array)),
    regions: regionTable(pick(12, Uint8Array)),
    isProper: pick(13, Uint8Array),
    kin: {
      usual: numbersIn(pick(14, Uint32Array)),
      start: pick(15, Uint32Array),
      character: pick(16, Uint16Array),
      chance: numbersIn(pick(17, Uint32Array)),
      usualOf: numbersIn(pick(18, Uint32Array)),
    },
  };
}

function picker(sections: readonly Section[], name: string) {
  return <Kind extends Section>(at: number, kind: new (length: number) => Kind): Kind => {
    const section = sections[at];
    if (section instanceof kind) return section;
    throw new DuizhaoError({
      code: 'lexicon.bad-file',
      exit: 'badInput',
      message: `"${name}": section ${at} is damaged`,
      hint: 'build it again with: npm run build',
      at: { file: name },
    });
  };
}

function numbersIn({ buffer, byteOffset, length }: Uint32Array): Float32Array {
  return new Float32Array(buffer, byteOffset, length);
}

/** Identity, full-width ASCII to ASCII, Chinese marks to their ASCII kin, then the pairs. */
function foldTable(pairs: Uint16Array): Uint16Array {
  const fold = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) fold[unit] = unit - 0xfee0;
  fold[0x3000] = 0x20;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    fold[pairs[at] as number] = pairs[at + 1] as number;
  }
  return fold;
}

function readingTable(characters: Uint16Array, text: Uint8Array): Map<number, readonly string[]> {
  const lines = new TextDecoder().decode(text).split('\n');
  return new Map(
    Array.from(characters, (unit, at) => [unit, (lines[at] ?? '').split(' ')] as const),
  );
}

function regionTable(text: Uint8Array): Map<string, readonly string[]> {
  return new Map(
    new TextDecoder()
      .decode(text)
      .split('\n')
      .map((line) => {
        const [zh = '', ...names] = line.split('\t');
        return [zh, names] as const;
      }),
  );
}
