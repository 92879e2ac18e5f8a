/**
 * A dictionary of Chinese keys as a trie in typed arrays.
 *
 * Nodes are numbered in breadth-first order, 0 is the root. The children of node `n` are the
 * nodes `first[n] … first[n + 1] − 1`, in code-unit order of their `unit`.
 */
export interface Trie {
  /** Uint32 [nodes + 1]: first child of each node. */
  readonly first: Uint32Array;
  /** Uint16 [nodes]: the UTF-16 code unit on the edge into each node; 0 for the root. */
  readonly unit: Uint16Array;
  /** Uint32 [nodes]: 1 + index of the key that ends here, 0 where none does. */
  readonly key: Uint32Array;
  /** Uint32 [65536]: child of the root along each UTF-16 code unit, or {@link NO_NODE}. */
  readonly root: Uint32Array;
}

/** No such child. */
export const NO_NODE = 0;

/**
 * Child of `node` along one UTF-16 code unit, or {@link NO_NODE}.
 *
 * By table at the root, which has thousands of children; by binary search below it, about 3
 * steps.
 */
export function childOf(trie: Trie, node: number, unit: number): number {
  if (node === 0) return trie.root[unit] as number;
  const { first, unit: units } = trie;
  let low = first[node] as number;
  const end = first[node + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as number) < unit) low = middle + 1;
    else high = middle;
  }
  return low < end && units[low] === unit ? low : NO_NODE;
}

/** The table of the root's children, see {@link Trie.root}. */
export function rootTable({ first, unit }: Pick<Trie, 'first' | 'unit'>): Uint32Array {
  const root = new Uint32Array(0x10000).fill(NO_NODE);
  const end = Math.min(unit.length, first[1] as number);
  for (let node = first[0] as number; node < end; node++) root[unit[node] as number] = node;
  return root;
}

/**
 * Builds a trie over distinct, non-empty keys.
 *
 * @param keys - sorted by code units; the index of a key becomes its number
 */
export function buildTrie(keys: readonly string[]): Trie {
  const first: number[] = [];
  const unit: number[] = [0];
  const key: number[] = [0];
  let level: Span[] = [{ from: 0, to: keys.length, depth: 0 }];
  while (level.length > 0) {
    const next: Span[] = [];
    for (const span of level) {
      first.push(unit.length);
      for (const child of childrenOf(keys, span)) {
        const text = keys[child.from] ?? '';
        unit.push(text.charCodeAt(span.depth));
        key.push(text.length === child.depth ? child.from + 1 : 0);
        next.push(child);
      }
    }
    level = next;
  }
  first.push(unit.length);
  const nodes = { first: Uint32Array.from(first), unit: Uint16Array.from(unit) };
  return { ...nodes, key: Uint32Array.from(key), root: rootTable(nodes) };
}

/** Keys `from … to − 1` share their first `depth` code units. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function* childrenOf(keys: readonly string[], { from, to, depth }: Span): Iterable<Span> {
  let start = from;
  while (start < to && (keys[start] ?? '').length <= depth) start += 1;
  while (start < to) {
    const code = (keys[start] ?? '').charCodeAt(depth);
    let end = start + 1;
    while (end < to && (keys[end] ?? '').charCodeAt(depth) === code) end += 1;
    yield { from: start, to: end, depth: depth + 1 };
    start = end;
  }
}
