import { basename, resolve } from 'node:path';
import { learnLexicon, type AlignInput } from '../../src/align/index.js';
import { readSet, type SetDocument } from '../../src/evaluate/index.js';
import type { LearnedLexicon } from '../../src/lexicon/index.js';
import type { GoldPair } from './gold-pairs.js';

/** Which half of its set a pair is in: every other document, or both halves of the only one. */
export type HalfOf = (pair: Pick<GoldPair, 'set' | 'document' | 'place'>) => 0 | 1;

/** @param all - pairs of whole sets, in text order */
export function halvesOf(all: readonly GoldPair[]): HalfOf {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  const keyOf = ({ set, document }: Pick<GoldPair, 'set' | 'document'>): string =>
    `${set}\t${document}`;
  for (const pair of all) {
    if (places.has(keyOf(pair))) continue;
    const count = counts.get(pair.set) ?? 0;
    places.set(keyOf(pair), count);
    counts.set(pair.set, count + 1);
  }
  return (pair) => {
    const isOdd =
      (counts.get(pair.set) ?? 0) > 1
        ? (places.get(keyOf(pair)) ?? 0) % 2 === 1
        : pair.place >= 0.5;
    return isOdd ? 1 : 0;
  };
}

/** For each set, by its name, what is learned from each half of its texts, links unseen. */
export async function learnFromHalves(
  folders: readonly string[],
): Promise<Map<string, readonly [LearnedLexicon, LearnedLexicon]>> {
  const learned = new Map<string, readonly [LearnedLexicon, LearnedLexicon]>();
  for (const folder of folders) {
    const documents = await readSet(folder);
    const [only] = documents;
    const [one, other] =
      documents.length === 1 && only !== undefined
        ? cutInHalf(only)
        : [everyOther(documents, 0), everyOther(documents, 1)];
    learned.set(basename(resolve(folder)), [learnLexicon(one), learnLexicon(other)]);
  }
  return learned;
}

function everyOther(documents: readonly SetDocument[], half: 0 | 1): readonly AlignInput[] {
  return documents.filter((_document, at) => at % 2 === half);
}

/** Cuts where the middle link ends on either side. */
function cutInHalf({ zh, en, gold }: SetDocument): readonly [AlignInput[], AlignInput[]] {
  const half = gold.slice(0, Math.ceil(gold.length / 2));
  const zhEnd = half.reduce((end, link) => Math.max(end, ...link.zh.map((at) => at + 1)), 0);
  const enEnd = half.reduce((end, link) => Math.max(end, ...link.en.map((at) => at + 1)), 0);
  return [
    [{ zh: zh.slice(0, zhEnd), en: en.slice(0, enEnd) }],
    [{ zh: zh.slice(zhEnd), en: en.slice(enEnd) }],
  ];
}
