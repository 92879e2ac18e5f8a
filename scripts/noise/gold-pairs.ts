import { basename, resolve } from 'node:path';
import { readSet } from '../../src/evaluate/index.js';

/** A pair that people made, and where it stands. */
export interface GoldPair {
  readonly zh: string;
  readonly en: string;
  /** Folder name of its alignment set. */
  readonly set: string;
  readonly document: string;
  /** Where in its set it stands, 0 to 1. */
  readonly place: number;
}

/** The two-sided gold pairs of alignment sets, document by document, in text order. */
export async function readGoldPairs(folders: readonly string[]): Promise<GoldPair[]> {
  const pairs: Omit<GoldPair, 'place'>[] = [];
  for (const folder of folders) {
    const set = basename(resolve(folder));
    for (const { name, zh, en, gold } of await readSet(folder)) {
      for (const link of gold) {
        const pair = {
          zh: link.zh.map((at) => zh[at] ?? '').join(''),
          en: link.en.map((at) => en[at] ?? '').join(' '),
        };
        if (pair.zh !== '' && pair.en !== '') pairs.push({ ...pair, set, document: name });
      }
    }
  }
  const counts = new Map<string, number>();
  for (const { set } of pairs) counts.set(set, (counts.get(set) ?? 0) + 1);
  const seen = new Map<string, number>();
  return pairs.map((pair) => {
    const at = seen.get(pair.set) ?? 0;
    seen.set(pair.set, at + 1);
    return { ...pair, place: at / (counts.get(pair.set) ?? 1) };
  });
}
