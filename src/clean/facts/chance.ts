import { childOf, unitOf, type Lexicon } from '../../lexicon/index.js';
import { zhStopWords } from '../../text/index.js';

/**
 * How easily words of the two languages match by accident, from the dictionary alone.
 *
 * A unit is taken to be as frequent in text as it is in headwords, a stem as it is in glosses.
 */
export interface ChanceTables {
  /** Int32 [65536]: child of the trie's root along each UTF-16 unit, 0 where there is none. */
  readonly root: Int32Array;
  /** Float32 [stems]: chance that a word of two and more characters gives the stem. */
  readonly byWord: Float32Array;
  /** Float32 [stems]: chance that a single character gives the stem. */
  readonly byCharacter: Float32Array;
  /** Float32 [units]: chance that an English content word is among the unit's translations. */
  readonly reach: Float32Array;
  /** Uint8 [units]: 1 for words of grammar. */
  readonly stop: Uint8Array;
  /**
   * Whether two characters may begin a word: no for all that do not, but few. A look at one bit
   * spares most searches in the trie.
   */
  readonly beginsWord: (one: number, other: number) => boolean;
  /** Uint8 [65536]: 1 for characters that stand in very few headwords: rare in real text. */
  readonly rare: Uint8Array;
}

/** A character in fewer headwords than this is rare. */
const RARE_BELOW = 6;

const tables = new WeakMap<Lexicon, ChanceTables>();

/** The tables of a lexicon, made once. */
export function chanceTables(lexicon: Lexicon): ChanceTables {
  const known = tables.get(lexicon);
  if (known !== undefined) return known;
  const made = makeTables(lexicon);
  tables.set(lexicon, made);
  return made;
}

function makeTables(lexicon: Lexicon): ChanceTables {
  const root = Int32Array.from({ length: 0x10000 }, (_, code) => childOf(lexicon.trie, 0, code));
  const single = new Uint8Array(lexicon.units);
  const rare = new Uint8Array(0x10000);
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const unit = unitAt(lexicon, root[lexicon.fold[code] as number] as number);
    if (unit >= 0) single[unit] = 1;
    if (unit < 0 || (lexicon.unitCount[unit] as number) < RARE_BELOW) rare[code] = 1;
  }
  const totals = [0, 0];
  for (let unit = 0; unit < lexicon.units; unit++) {
    const kind = single[unit] as number;
    totals[kind] = (totals[kind] as number) + frequency(lexicon, unit);
  }
  const senses = lexicon.stemCount.reduce((sum, count) => sum + count, 0);
  const given = [new Float32Array(lexicon.stems.length), new Float32Array(lexicon.stems.length)];
  const reach = new Float32Array(lexicon.units);
  for (let unit = 0; unit < lexicon.units; unit++) {
    const kind = single[unit] as number;
    const share = frequency(lexicon, unit) / (totals[kind] as number);
    const by = given[kind] as Float32Array;
    const end = lexicon.start[unit + 1] as number;
    for (let at = lexicon.start[unit] as number; at < end; at++) {
      const stem = lexicon.stem[at] as number;
      by[stem] = (by[stem] as number) + share;
      reach[unit] = (reach[unit] as number) + (lexicon.stemCount[stem] as number) / senses;
    }
  }
  const [byWord, byCharacter] = given as [Float32Array, Float32Array];
  const beginsWord = beginnings(lexicon);
  return { root, byWord, byCharacter, reach, stop: stopUnits(lexicon), beginsWord, rare };
}

/** Bits of a hash of two characters: a set of 70,000 pairs fills a fifteenth of them. */
const PAIR_BITS = 20;

function beginnings({ trie }: Lexicon): ChanceTables['beginsWord'] {
  const bits = new Uint32Array(1 << (PAIR_BITS - 5));
  for (let one = trie.first[0] as number; one < (trie.first[1] as number); one++) {
    const end = trie.first[one + 1] as number;
    for (let other = trie.first[one] as number; other < end; other++) {
      const bit = bitOf(trie.unit[one] as number, trie.unit[other] as number);
      bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }
  return (one, other) => {
    const bit = bitOf(one, other);
    return (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  };
}

function bitOf(one: number, other: number): number {
  return Math.imul((one << 16) | other, 0x9e3779b1) >>> (32 - PAIR_BITS);
}

function frequency(lexicon: Lexicon, unit: number): number {
  return Math.max(1, lexicon.unitCount[unit] as number);
}

function unitAt(lexicon: Lexicon, node: number): number {
  return node === 0 ? -1 : (lexicon.trie.key[node] as number) - 1;
}

function stopUnits(lexicon: Lexicon): Uint8Array {
  const stop = new Uint8Array(lexicon.units);
  for (const word of zhStopWords) {
    const unit = unitOf(lexicon, word);
    if (unit !== undefined) stop[unit] = 1;
  }
  return stop;
}
