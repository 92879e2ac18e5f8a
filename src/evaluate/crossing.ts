import type { Link } from './links.js';

/** Links of split paragraphs, counted by whether they stay inside one gold paragraph pair. */
export interface Crossing {
  /** Links found. */
  readonly links: number;
  /** Links with sentences of more than one gold paragraph pair. */
  readonly crossing: number;
  /** Gold paragraph pairs with two sides of which no link joins a sentence of each. */
  readonly missed: number;
}

/**
 * Checks an alignment of sentences against a gold alignment of paragraphs.
 *
 * @param paragraphs - gold: which paragraphs answer to one another, positions from 0
 * @param links - found: positions of sentences
 * @param zhParagraph - paragraph of each Chinese sentence
 * @param enParagraph - paragraph of each English sentence
 */
export function countCrossing(
  paragraphs: readonly Link[],
  links: readonly Link[],
  zhParagraph: readonly number[],
  enParagraph: readonly number[],
): Crossing {
  const zhGroup = groups(paragraphs, 'zh');
  const enGroup = groups(paragraphs, 'en');
  const joined = new Set<number>();
  let crossing = 0;
  for (const { zh, en } of links) {
    const zhGroups = zh.map((at) => zhGroup.get(zhParagraph[at] ?? -1));
    const enGroups = en.map((at) => enGroup.get(enParagraph[at] ?? -1));
    if (new Set([...zhGroups, ...enGroups]).size > 1) crossing += 1;
    for (const group of zhGroups) {
      if (group !== undefined && enGroups.includes(group)) joined.add(group);
    }
  }
  const twoSided = paragraphs.filter(({ zh, en }) => zh.length > 0 && en.length > 0).length;
  return { links: links.length, crossing, missed: twoSided - joined.size };
}

/** Paragraph position → number of the gold pair it belongs to. */
function groups(paragraphs: readonly Link[], side: 'zh' | 'en'): Map<number, number> {
  const table = new Map<number, number>();
  paragraphs.forEach((pair, group) => {
    for (const position of pair[side]) table.set(position, group);
  });
  return table;
}
