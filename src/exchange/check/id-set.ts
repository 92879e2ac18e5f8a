/**
 * Ids that were seen, as 64 bits of hash each: a million of them take 16 MB and not 100. Two different
 * ids out of a million are taken for the same once in ten million files.
 */
export class IdSet {
  /** Two numbers an id, none where both are 0. */
  #slots = new Uint32Array(2 * 64);
  #count = 0;

  /** Adds an id; false when it was there already. */
  add(id: string): boolean {
    if (this.#count * 4 >= this.#slots.length) this.#grow();
    const [high, low] = hashesOf(id);
    const at = this.#place(high, low);
    if (this.#slots[at] === high && this.#slots[at + 1] === low) return false;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#count += 1;
    return true;
  }

  /** Where a hash is, or would be. */
  #place(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      const isFree = slots[at] === 0 && slots[at + 1] === 0;
      if (isFree || (slots[at] === high && slots[at + 1] === low)) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [high = 0, low = 0] = [old[at], old[at + 1]];
      if (high === 0 && low === 0) continue;
      const to = this.#place(high, low);
      this.#slots[to] = high;
      this.#slots[to + 1] = low;
    }
  }
}

/** Two independent hashes (FNV-1a with the finish of MurmurHash3); never both 0. */
function hashesOf(id: string): readonly [number, number] {
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < id.length; index += 1) {
    const unit = id.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x5bd1e995);
    two ^= two >>> 15;
  }
  return [finish(one) || 1, finish(two)];
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
