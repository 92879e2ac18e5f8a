import { linkKey } from './links.js';
import type { Link } from './links.js';

/** A stretch of a document that gold and system cut into links in their own ways. */
export interface Region {
  /** Sentence positions of both sides, ascending. */
  readonly zh: readonly number[];
  readonly en: readonly number[];
  readonly gold: readonly Link[];
  readonly system: readonly Link[];
  /** Gold and system have the same links here. */
  readonly agrees: boolean;
}

/**
 * Cuts a document into the smallest regions that share no sentence, in reading order.
 *
 * Links of either alignment that share a sentence fall into one region, so that a region
 * shows everything that has to do with one disagreement; crossing gold links are fine.
 */
export function regionsOf(gold: readonly Link[], system: readonly Link[]): Region[] {
  const all = [...gold, ...system];
  const leader = all.map((_, index) => index);
  const owner = new Map<string, number>();
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] ?? at;
    leader[index] = at;
    return at;
  };
  all.forEach((link, index) => {
    for (const sentence of sentencesOf(link)) {
      const first = owner.get(sentence);
      if (first === undefined) owner.set(sentence, index);
      else leader[find(index)] = find(first);
    }
  });
  const members = new Map<number, { gold: Link[]; system: Link[] }>();
  all.forEach((link, index) => {
    const group = members.get(find(index)) ?? { gold: [], system: [] };
    members.set(find(index), group);
    (index < gold.length ? group.gold : group.system).push(link);
  });
  return inOrder([...members.values()].map(regionOf));
}

function sentencesOf({ zh, en }: Link): string[] {
  return [...zh.map((at) => `z${at}`), ...en.map((at) => `e${at}`)];
}

function regionOf({ gold, system }: { gold: Link[]; system: Link[] }): Region {
  const side = (which: 'zh' | 'en') =>
    [...new Set([...gold, ...system].flatMap((link) => link[which]))].sort((a, b) => a - b);
  const keys = (links: readonly Link[]) => links.map(linkKey).sort().join('\n');
  return { zh: side('zh'), en: side('en'), gold, system, agrees: keys(gold) === keys(system) };
}

/** By the first Chinese sentence; a region without one goes where its English one belongs. */
function inOrder(regions: Region[]): Region[] {
  const twoSided = regions.filter(({ zh }) => zh.length > 0);
  twoSided.sort((a, b) => (a.zh[0] ?? 0) - (b.zh[0] ?? 0));
  const enOnly = regions.filter(({ zh }) => zh.length === 0);
  enOnly.sort((a, b) => (a.en[0] ?? 0) - (b.en[0] ?? 0));
  const ordered: Region[] = [];
  let next = 0;
  for (const region of twoSided) {
    for (; next < enOnly.length; next += 1) {
      const candidate = enOnly[next];
      const [first = Infinity] = region.en;
      if (candidate === undefined || (candidate.en[0] ?? 0) > first || first === Infinity) break;
      ordered.push(candidate);
    }
    ordered.push(region);
  }
  return [...ordered, ...enOnly.slice(next)];
}
