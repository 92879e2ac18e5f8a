import type { Anchor } from './anchors.js';

/**
 * The heaviest chain of anchors that rises strictly on both sides.
 *
 * Weighted longest increasing subsequence with a Fenwick tree of prefix maxima (Fenwick 1994,
 * Software: Practice and Experience 24(3)), O(k·log n).
 *
 * @param anchors - ordered by i
 * @param n - number of English blocks
 */
export function heaviestChain(anchors: readonly Anchor[], n: number): Anchor[] {
  const total = new Float64Array(anchors.length);
  const before = new Int32Array(anchors.length).fill(-1);
  const tree = new Int32Array(n + 1).fill(-1);
  let best = -1;
  for (let from = 0; from < anchors.length;) {
    let to = from;
    while (to < anchors.length && anchors[to]?.i === anchors[from]?.i) to += 1;
    for (let k = from; k < to; k++) {
      const { j, weight } = anchors[k] as Anchor;
      const previous = heaviestBelow(j);
      before[k] = previous;
      total[k] = weight + (previous < 0 ? 0 : (total[previous] as number));
    }
    for (let k = from; k < to; k++) {
      record((anchors[k] as Anchor).j, k);
      if (best < 0 || (total[k] as number) > (total[best] as number)) best = k;
    }
    from = to;
  }
  const chain: Anchor[] = [];
  for (let k = best; k >= 0; k = before[k] as number) chain.push(anchors[k] as Anchor);
  return chain.reverse();

  function heaviestBelow(j: number): number {
    let found = -1;
    for (let at = j; at > 0; at -= at & -at) {
      const k = tree[at] as number;
      if (k >= 0 && (found < 0 || (total[k] as number) > (total[found] as number))) found = k;
    }
    return found;
  }

  function record(j: number, k: number): void {
    for (let at = j + 1; at <= n; at += at & -at) {
      const held = tree[at] as number;
      if (held < 0 || (total[k] as number) > (total[held] as number)) tree[at] = k;
    }
  }
}
