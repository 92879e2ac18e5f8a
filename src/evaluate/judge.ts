import { linkKey, linkShape } from './links.js';
import type { Link } from './links.js';

/** What one link of one side is worth to the score. */
export interface Outcome {
  /** Place in the document, 0 to 1, so that both sides can be cut at the same places. */
  readonly at: number;
  readonly shape: string;
  /** The other side has exactly this link. */
  readonly strict: boolean;
  /** The other side joins one of its Chinese sentences to one of its English sentences. */
  readonly lax: boolean;
}

/** One document, judged. */
export interface Verdict {
  /** One outcome a system link, one-sided links included. */
  readonly precision: readonly Outcome[];
  /** One outcome a gold link, one-sided links left out. */
  readonly recall: readonly Outcome[];
  /** Shapes of the one-sided gold links and whether the system has exactly them. */
  readonly oneSided: readonly Outcome[];
}

/**
 * Judges the links of one document against gold, as the scorer published with Vecalign does.
 *
 * A system link is strictly right if gold has the same link, laxly right if it shares with
 * gold at least one Chinese sentence and one English sentence translated by it. One-sided
 * system links count for precision, right if gold has the same; recall is precision with the
 * sides exchanged and all one-sided links left out.
 *
 * Source: B. Thompson and P. Koehn (2019), "Vecalign: Improved Sentence Alignment in Linear
 * Time and Space", EMNLP; L. Liu and M. Zhu (2023), "Bertalign", DSH 38(2), use the same.
 */
export function judge(gold: readonly Link[], system: readonly Link[]): Verdict {
  const place = placer([...gold, ...system]);
  const [goldBoth, systemBoth] = [gold.filter(isTwoSided), system.filter(isTwoSided)];
  return {
    precision: outcomes(system, gold, place),
    recall: outcomes(goldBoth, systemBoth, place),
    oneSided: outcomes(
      gold.filter((link) => !isTwoSided(link)),
      system,
      place,
    ),
  };
}

function isTwoSided({ zh, en }: Link): boolean {
  return zh.length > 0 && en.length > 0;
}

function outcomes(
  judged: readonly Link[],
  against: readonly Link[],
  place: (link: Link) => number,
): Outcome[] {
  const exact = new Set(against.map(linkKey));
  const partners = partnersOf(against);
  return judged.map((link) => {
    const strict = exact.has(linkKey(link));
    const lax = strict || link.zh.some((zh) => link.en.some((en) => partners.get(zh)?.has(en)));
    return { at: place(link), shape: linkShape(link), strict, lax };
  });
}

/** Chinese position → English positions that some link joins to it. */
function partnersOf(links: readonly Link[]): Map<number, Set<number>> {
  const partners = new Map<number, Set<number>>();
  for (const { zh, en } of links) {
    for (const position of zh) {
      const set = partners.get(position) ?? new Set<number>();
      partners.set(position, set);
      for (const other of en) set.add(other);
    }
  }
  return partners;
}

/** Relative place of a link by its first Chinese, else its first English sentence. */
function placer(links: readonly Link[]): (link: Link) => number {
  let [zhCount, enCount] = [1, 1];
  for (const { zh, en } of links) {
    zhCount = Math.max(zhCount, (zh.at(-1) ?? 0) + 1);
    enCount = Math.max(enCount, (en.at(-1) ?? 0) + 1);
  }
  return ({ zh: [zh], en: [en = 0] }) => (zh === undefined ? en / enCount : zh / zhCount);
}
