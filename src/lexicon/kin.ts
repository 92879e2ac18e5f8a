import type { Trie } from './trie.js';

/** Characters kept for a stem. */
const MOST = 24;
/** Weight of what is usual against what the dictionary says of a stem, in words. */
const DOUBT = 1.5;
/** A character is kin if it is so many times as likely as in other words. */
const LEAST_LIFT = 6;

/**
 * Characters that translations of an English stem tend to hold, from all words the dictionary
 * translates by it: joy stands with 喜, 欢, 乐 … whatever word they are part of.
 */
export interface Kin {
  /** Float32 [65536]: chance that a character of the dictionary's words is this one. */
  readonly usual: Float32Array;
  /** Uint32 [stems + 1]: kin of stem s are entries `start[s] … start[s + 1] − 1`. */
  readonly start: Uint32Array;
  /** Uint16 [entries]: the character. */
  readonly character: Uint16Array;
  /** Float32 [entries]: P(a translation of the stem holds the character). */
  readonly chance: Float32Array;
  /** Float32 [stems]: chance that a character of Chinese text is kin of the stem. */
  readonly usualOf: Float32Array;
}

/** What of a lexicon its kin come from. */
export interface WordTables {
  readonly trie: Pick<Trie, 'first' | 'unit' | 'key'>;
  readonly units: number;
  /** How many stems there are. */
  readonly stems: number;
  readonly start: Uint32Array;
  readonly stem: Uint32Array;
  readonly weight: Float32Array;
}

/**
 * Finds the kin of all stems.
 *
 * @param known - kin of another state of the lexicon, with the same words
 * @param changed - stems to look for; those of the others are as they are known
 */
export function findKin(
  tables: WordTables,
  known?: Kin,
  changed: ReadonlySet<number> = new Set(),
): Kin {
  const words = wordsOf(tables);
  const usual = known?.usual ?? usualCharacters(words, tables.units);
  const translated = translatedBy(tables);
  const sums = new Float64Array(0x10000);
  const start = new Uint32Array(tables.stems + 1);
  const usualOf = new Float32Array(tables.stems);
  const [character, chance]: [number[], number[]] = [[], []];
  for (let stem = 0; stem < tables.stems; stem++) {
    const kin =
      known === undefined || changed.has(stem)
        ? kinOf(stem, words, translated, usual, sums)
        : knownKin(known, stem);
    for (const one of kin) {
      character.push(one.code);
      chance.push(one.chance);
    }
    start[stem + 1] = character.length;
    usualOf[stem] = kin.reduce((sum, { code }) => sum + (usual[code] as number), 0);
  }
  return {
    ...{ usual, start, usualOf },
    character: Uint16Array.from(character),
    chance: Float32Array.from(chance),
  };
}

interface OneKin {
  readonly code: number;
  readonly chance: number;
}

function knownKin({ start, character, chance }: Kin, stem: number): OneKin[] {
  const [from = 0, to = 0] = start.subarray(stem, stem + 2);
  return Array.from({ length: to - from }, (_one, at) => ({
    code: character[from + at] as number,
    chance: chance[from + at] as number,
  }));
}

/** @param sums - zeros for every character; left as they were */
function kinOf(
  stem: number,
  words: Words,
  { start, unit, weight }: Translated,
  usual: Float32Array,
  sums: Float64Array,
): OneKin[] {
  const met: number[] = [];
  let total = DOUBT;
  for (let at = start[stem] as number; at < (start[stem + 1] as number); at++) {
    const own = weight[at] as number;
    total += own;
    for (const code of new Set(charactersOf(words, unit[at] as number))) {
      if (sums[code] === 0) met.push(code);
      sums[code] = (sums[code] as number) + own;
    }
  }
  const kin = met
    .map((code) => likely(code, sums[code] as number, total, usual[code] as number))
    .filter(({ lift }) => lift > LEAST_LIFT)
    .sort((a, b) => b.says - a.says || a.code - b.code)
    .slice(0, MOST);
  for (const code of met) sums[code] = 0;
  return kin;
}

/** `says`: how telling the character is over all translations of the stem, in nats. */
function likely(code: number, sum: number, total: number, usual: number) {
  const chance = (sum + DOUBT * usual) / total;
  return { code, chance, lift: chance / usual, says: chance * Math.log(chance / usual) };
}

/** Spellings of the units: the way from the root of the trie to each of them. */
interface Words {
  /** Uint32 [units]: node at which a unit ends. */
  readonly node: Uint32Array;
  /** Uint32 [nodes]: the node before, and the character between. */
  readonly parent: Uint32Array;
  readonly character: Uint16Array;
}

function wordsOf({ trie, units }: WordTables): Words {
  const node = new Uint32Array(units);
  const parent = new Uint32Array(trie.key.length);
  for (let at = 0; at < trie.key.length; at++) {
    const key = trie.key[at] as number;
    if (key > 0) node[key - 1] = at;
    const end = trie.first[at + 1] as number;
    for (let child = trie.first[at] as number; child < end; child++) parent[child] = at;
  }
  return { node, parent, character: trie.unit };
}

function charactersOf({ node, parent, character }: Words, unit: number): number[] {
  const found: number[] = [];
  for (let at = node[unit] as number; at !== 0; at = parent[at] as number) {
    found.push(character[at] as number);
  }
  return found;
}

function usualCharacters({ node, parent, character }: Words, units: number): Float32Array {
  const counts = new Float64Array(0x10000);
  let total = 0;
  for (let unit = 0; unit < units; unit++) {
    for (let at = node[unit] as number; at !== 0; at = parent[at] as number) {
      const code = character[at] as number;
      counts[code] = (counts[code] as number) + 1;
      total += 1;
    }
  }
  return Float32Array.from(counts, (count) => (count + 0.5) / total);
}

/** Units that each stem translates: those of stem s are entries `start[s] … start[s + 1] − 1`. */
interface Translated {
  readonly start: Uint32Array;
  readonly unit: Uint32Array;
  readonly weight: Float32Array;
}

function translatedBy({ stems, units, start, stem, weight }: WordTables): Translated {
  const first = new Uint32Array(stems + 1);
  for (const one of stem) first[one + 1] = (first[one + 1] as number) + 1;
  for (let at = 0; at < stems; at++) {
    first[at + 1] = (first[at + 1] as number) + (first[at] as number);
  }
  const next = first.slice();
  const unit = new Uint32Array(stem.length);
  const weights = new Float32Array(stem.length);
  for (let at = 0; at < units; at++) {
    for (let entry = start[at] as number; entry < (start[at + 1] as number); entry++) {
      const own = stem[entry] as number;
      const place = next[own] as number;
      next[own] = place + 1;
      unit[place] = at;
      weights[place] = weight[entry] as number;
    }
  }
  return { start: first, unit, weight: weights };
}
