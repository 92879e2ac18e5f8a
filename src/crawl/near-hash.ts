/** A 64-bit near-hash in two halves: pages that differ in few words differ in few bits. */
export interface NearHash {
  /** Upper and lower 32 bits, signed. */
  readonly high: number;
  readonly low: number;
}

/** Characters a shingle spans: two to four Chinese words, one English word. */
const SHINGLE = 5;
/** One shingle in four has a vote, the same ones on every page: as good a sketch, at a quarter of the time. */
const SAMPLE_MASK = 3;
/** Shingles with a vote below which a text is too short to tell. */
const MIN_VOTES = 16;
/** Characters looked at; the template is in them, and enough of the text. */
const MAX_CHARS = 10_000;

/**
 * Simhash over character shingles.
 *
 * Source: Charikar (2002), "Similarity estimation techniques from rounding algorithms", §3; used
 * for web pages by Manku, Jain & Das Sarma (2007). Each shingle counts once, however often it
 * occurs, so that menus and rules of dashes do not outweigh the text.
 *
 * @param text - visible text; white space is ignored
 * @returns `undefined` for text too short to tell (some sixty characters)
 */
export function nearHash(text: string): NearHash | undefined {
  const dense = text.slice(0, MAX_CHARS).replace(/\s+/g, '');
  const votes = new Int32Array(64);
  const seen = new Set<number>();
  for (let at = 0; at + SHINGLE <= dense.length; at++) {
    const high = hashShingle(dense, at, 0x811c9dc5);
    if ((high & SAMPLE_MASK) !== 0 || seen.has(high)) continue;
    seen.add(high);
    vote(votes, hashShingle(dense, at, 0x5bd1e995), hashShingle(dense, at, 0x2f0b4c47));
  }
  if (seen.size < MIN_VOTES) return undefined;
  return { high: signs(votes, 0), low: signs(votes, 32) };
}

/** FNV-1a over UTF-16 units with a final mix (Murmur3), so that all bits depend on all units. */
function hashShingle(text: string, at: number, seed: number): number {
  let hash = seed;
  for (let i = 0; i < SHINGLE; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(at + i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function vote(votes: Int32Array, high: number, low: number): void {
  for (let bit = 0; bit < 32; bit++) {
    votes[bit] = (votes[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
    votes[32 + bit] = (votes[32 + bit] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
  }
}

function signs(votes: Int32Array, from: number): number {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return bits;
}

/** Bits in which two near-hashes differ, 0 … 64. */
export function nearDistance(one: NearHash, other: NearHash): number {
  return bitCount(one.high ^ other.high) + bitCount(one.low ^ other.low);
}

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The four 16-bit quarters: hashes at most 3 bits apart share at least one. */
export function quartersOf({ high, low }: NearHash): [number, number, number, number] {
  return [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff];
}
