import type { Lexicon } from '../../lexicon/index.js';

/** Characters kept for a stem. */
const MOST = 24;
/** Weight of what is usual against what the dictionary says of a stem, in words. */
const DOUBT = 1.5;
/** Kin there is room for at the beginning. */
const FIRST_ROOM = 16_384;
/** A character is kin if it is so many times as likely as in other words. */
const LEAST_LIFT = 6;

/**
 * Finds characters that translations of an English stem tend to hold, from all words the
 * dictionary translates by it: joy stands with 喜, 欢, 乐 … whatever word they are part of. Looks
 * for those of a stem when they are first asked for.
 */
export class KinFinder {
  /** Float32 [65536]: chance that a character of Chinese text is this one. */
  readonly usual: Float32Array;
  /** Kin of all stems asked for so far: those of one stand together, see {@link of}. */
  character = new Uint16Array(FIRST_ROOM);
  /** P(a translation of the stem holds the character), one for each. */
  chance = new Float32Array(FIRST_ROOM);
  #size = 0;
  readonly #words: Words;
  readonly #translated: Translated;
  /** Int32 [stems]: where the kin of a stem begin, −1: not looked for yet; and how many they are. */
  readonly #first: Int32Array;
  readonly #count: Uint8Array;
  readonly #usualOf: Float64Array;
  readonly #sums = new Float64Array(0x10000);

  constructor(lexicon: Lexicon) {
    this.#words = wordsOf(lexicon);
    this.usual = usualCharacters(this.#words, lexicon.units);
    this.#translated = translatedBy(lexicon);
    this.#first = new Int32Array(lexicon.stems.length).fill(-1);
    this.#count = new Uint8Array(lexicon.stems.length);
    this.#usualOf = new Float64Array(lexicon.stems.length);
  }

  /**
   * Place of the first kin of a stem in {@link character} and {@link chance}, which may be other
   * arrays after the call.
   *
   * @param stem - number of a stem of the lexicon
   */
  of(stem: number): number {
    if ((this.#first[stem] as number) < 0) this.#find(stem);
    return this.#first[stem] as number;
  }

  /** How many kin a stem has. */
  countOf(stem: number): number {
    if ((this.#first[stem] as number) < 0) this.#find(stem);
    return this.#count[stem] as number;
  }

  /** Chance that a character of Chinese text is kin of the stem. */
  usualOf(stem: number): number {
    if ((this.#first[stem] as number) < 0) this.#find(stem);
    return this.#usualOf[stem] as number;
  }

  #find(stem: number): void {
    const { start, unit, weight } = this.#translated;
    const sums = this.#sums;
    const met: number[] = [];
    let total = DOUBT;
    for (let at = start[stem] as number; at < (start[stem + 1] as number); at++) {
      const own = weight[at] as number;
      total += own;
      for (const code of new Set(charactersOf(this.#words, unit[at] as number))) {
        if (sums[code] === 0) met.push(code);
        sums[code] = (sums[code] as number) + own;
      }
    }
    const kin = met
      .map((code) => kinOf(code, sums[code] as number, total, this.usual[code] as number))
      .filter(({ lift }) => lift > LEAST_LIFT)
      .sort((a, b) => b.says - a.says || a.code - b.code)
      .slice(0, MOST);
    for (const code of met) sums[code] = 0;
    this.#keep(stem, kin);
    this.#usualOf[stem] = kin.reduce((sum, { code }) => sum + (this.usual[code] as number), 0);
  }

  #keep(stem: number, kin: readonly { readonly code: number; readonly chance: number }[]): void {
    if (this.#size + kin.length > this.character.length) this.#grow();
    this.#first[stem] = this.#size;
    this.#count[stem] = kin.length;
    for (const { code, chance } of kin) {
      this.character[this.#size] = code;
      this.chance[this.#size] = chance;
      this.#size += 1;
    }
  }

  #grow(): void {
    const [character, chance] = [this.character, this.chance];
    this.character = new Uint16Array(2 * character.length);
    this.chance = new Float32Array(2 * chance.length);
    this.character.set(character);
    this.chance.set(chance);
  }
}

/** `says`: how telling the character is over all translations of the stem, in nats. */
function kinOf(code: number, sum: number, total: number, usual: number) {
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

function wordsOf({ trie, units }: Lexicon): Words {
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

function translatedBy({ stems, units, start, stem, weight }: Lexicon): Translated {
  const first = new Uint32Array(stems.length + 1);
  for (const one of stem) first[one + 1] = (first[one + 1] as number) + 1;
  for (let at = 0; at < stems.length; at++) {
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
