import { sha256 } from '../kit/index.js';

/**
 * Up to `most` keys in an order that looks random and depends on the keys alone: that of their
 * hashes. Every key has the same chance, wherever it stands; memory is O(most).
 */
export function sampleOf(keys: Iterable<string>, most: number): string[] {
  let kept: { readonly key: string; readonly hash: string }[] = [];
  const prune = (): void => {
    kept.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
    kept = kept.slice(0, most);
  };
  for (const key of keys) {
    kept.push({ key, hash: sha256(key) });
    if (kept.length >= 2 * most) prune();
  }
  prune();
  return kept.map(({ key }) => key);
}
