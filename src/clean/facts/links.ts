/** How an English word was found in the Chinese. */
export const LINK = {
  none: 0,
  /** In a long sense of a word, or in a sense of a single character. */
  weak: 1,
  /** In a short sense of a word of two and more characters. */
  strong: 2,
  /** A relative of such a word: religion for religious. */
  family: 3,
  /** Spelt by the characters in pinyin. */
  pinyin: 4,
  /** Sounds like the characters. */
  sound: 5,
  /** Stands in the Chinese as it is. */
  latin: 6,
  /** A character that translations of the word tend to hold. */
  kin: 7,
  /** A translation that texts learned from bear out. */
  learned: 8,
} as const;

/** Most candidates of a pair; longer texts have none beyond. */
const MOST = 16_384;
/** Candidates worth less than this, in nats, are not kept. */
const LEAST = -1;
/** Nats that a link costs between one end of a text and the other end of its partner. */
const FAR = 2;
/** Scores are sorted in steps of so many nats. */
const STEP = 0.05;
const BUCKETS = 256;

/**
 * Links between English words and stretches of Chinese, each used once: the best first
 * (competitive linking, Melamed 2000, "Models of translational equivalence among words").
 *
 * A stretch may answer several English words only by being the same dictionary word for all of
 * them (外事办公室: foreign, affairs, office), and the same word only once. That keeps a word that happens to fit from standing
 * in for one that is missing.
 */
export class Links {
  #size = 0;
  readonly #word = new Int32Array(MOST);
  readonly #at = new Int32Array(MOST);
  readonly #length = new Int32Array(MOST);
  readonly #kind = new Uint8Array(MOST);
  readonly #gain = new Float32Array(MOST);
  readonly #bucket = new Uint8Array(MOST);
  readonly #next = new Int32Array(MOST);
  readonly #head = new Int32Array(BUCKETS);
  readonly #tail = new Int32Array(BUCKETS);
  readonly #chosen: Int32Array;
  readonly #owner: Int32Array;

  /**
   * @param words - most English words of a text
   * @param characters - most Chinese characters of a text
   */
  constructor(words: number, characters: number) {
    this.#chosen = new Int32Array(words);
    this.#owner = new Int32Array(characters);
  }

  clear(): void {
    this.#size = 0;
  }

  /**
   * Offers a link.
   *
   * @param gain - what it is worth, in nats
   * @param off - how far apart the two stand, 0 (same place) to 1 (opposite ends)
   */
  propose(word: number, at: number, length: number, kind: number, gain: number, off: number): void {
    const score = gain - FAR * off;
    if (score < LEAST || this.#size >= MOST) return;
    const link = this.#size++;
    this.#word[link] = word;
    this.#at[link] = at;
    this.#length[link] = length;
    this.#kind[link] = kind;
    this.#gain[link] = gain;
    this.#bucket[link] = Math.min(BUCKETS - 1, Math.floor((score - LEAST) / STEP));
  }

  /**
   * Chooses links, the best first; equals in the order they were offered.
   *
   * @param ids - of the English words: equal for equal words
   */
  choose(words: number, characters: number, ids: Int32Array): void {
    this.#chosen.fill(-1, 0, words);
    this.#owner.fill(-1, 0, characters);
    this.#sort();
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      let link = this.#head[bucket] as number;
      for (; link >= 0; link = this.#next[link] as number) this.#take(link, ids);
    }
  }

  /** The {@link LINK} of a word, and where its stretch begins, −1 without one. */
  kindOf(word: number): number {
    const link = this.#chosen[word] as number;
    return link < 0 ? LINK.none : (this.#kind[link] as number);
  }

  /** What the link of a word is worth, in nats. */
  gainOf(word: number): number {
    const link = this.#chosen[word] as number;
    return link < 0 ? 0 : (this.#gain[link] as number);
  }

  /** Characters of the stretch of a word. */
  lengthOf(word: number): number {
    const link = this.#chosen[word] as number;
    return link < 0 ? 0 : (this.#length[link] as number);
  }

  /** Word whose link a character belongs to, −1 without one. */
  ownerOf(character: number): number {
    const link = this.#owner[character] as number;
    return link < 0 ? -1 : (this.#word[link] as number);
  }

  placeOf(word: number): number {
    const link = this.#chosen[word] as number;
    return link < 0 ? -1 : (this.#at[link] as number);
  }

  #sort(): void {
    this.#head.fill(-1);
    for (let link = 0; link < this.#size; link++) {
      const bucket = this.#bucket[link] as number;
      this.#next[link] = -1;
      if ((this.#head[bucket] as number) < 0) this.#head[bucket] = link;
      else this.#next[this.#tail[bucket] as number] = link;
      this.#tail[bucket] = link;
    }
  }

  #take(link: number, ids: Int32Array): void {
    const word = this.#word[link] as number;
    if ((this.#chosen[word] as number) >= 0) return;
    const at = this.#at[link] as number;
    const end = at + (this.#length[link] as number);
    for (let place = at; place < end; place++) {
      const owner = this.#owner[place] as number;
      if (owner < 0) continue;
      const isSame = this.#at[owner] === at && this.#length[owner] === end - at;
      if (!isSame || ids[this.#word[owner] as number] === ids[word]) return;
    }
    this.#chosen[word] = link;
    for (let place = at; place < end; place++) this.#owner[place] = link;
  }
}
