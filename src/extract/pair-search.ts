import { sameAddress, type PageCard } from './page-card.js';
import type { PairFacts } from './pair-score.js';
import { withoutLanguage } from './url-patterns.js';

/** Marks on more pages than this say nothing about any one of them. */
const MAX_SPREAD = 30;
/** Candidates taken from marks in common, a page. */
const MAX_BY_MARKS = 5;
/** Neighbours by size tried on either side, of the pages of a day. */
const NEAR_BY_SIZE = 8;
/** Least sum of the rarity of shared marks, nats. */
const MIN_MARKS = 4;

/** Indexes over the pages of a site, built once, asked page by page. */
export class PairSearch {
  private readonly byAddress = new Map<string, PageCard>();
  private readonly byNeutral = new Map<string, PageCard[]>();
  /** How many pages hold a mark, and those of the English ones among them that can be tried. */
  private readonly byMark = new Map<number, { count: number; readonly english: PageCard[] }>();
  /** How many pages link to an address as their other language. */
  private readonly pointed = new Map<string, number>();
  /** English pages that link to a Chinese one, by its address. */
  private readonly byLink = new Map<string, PageCard[]>();
  /** English pages of a day by number of letters. */
  private readonly byDay = new Map<string, PageCard[]>();
  private readonly size: number;

  /**
   * @param hasJudge - whether content will be compared, so that pages of the same day alone may be
   *   tried as well
   */
  constructor(
    pages: Iterable<PageCard>,
    private readonly hasJudge: boolean,
  ) {
    const cards = [...pages];
    this.size = cards.length;
    const bySize = cards
      .filter(({ lang }) => lang === 'en')
      .sort((a, b) => a.letters - b.letters || (a.key < b.key ? -1 : 1));
    for (const card of bySize) if (card.date !== undefined) put(this.byDay, card.date, card);
    for (const card of cards) {
      this.byAddress.set(sameAddress(card.key), card);
      put(this.byNeutral, withoutLanguage(card.key), card);
      for (const mark of card.marks) this.addMark(mark, card);
      for (const target of card.links.keys()) {
        this.pointed.set(target, (this.pointed.get(target) ?? 0) + 1);
        if (card.lang === 'en') put(this.byLink, target, card);
      }
    }
  }

  /** The page at an address without scheme and index name. */
  at(address: string): PageCard | undefined {
    return this.byAddress.get(address);
  }

  /** English pages worth a look for a Chinese one, each once. */
  candidates(zh: PageCard): readonly PageCard[] {
    const found = new Set<PageCard>([...this.linked(zh), ...this.byMarks(zh)]);
    if (this.hasJudge) {
      const day = zh.date === undefined ? undefined : this.byDay.get(zh.date);
      for (const near of nearest(day ?? [], zh.letters)) found.add(near);
    }
    return [...found].filter(({ lang }) => lang === 'en');
  }

  /** What is known of two pages together. */
  facts(zh: PageCard, en: PageCard, learned: number): PairFacts {
    const ways = [this.link(zh, en), this.link(en, zh)];
    return {
      zh,
      en,
      hreflang: ways.filter((how) => how === 'hreflang').length,
      menu: ways.filter((how) => how === 'menu').length,
      isSameUrl: withoutLanguage(zh.key) === withoutLanguage(en.key),
      learned,
      marks: this.sharedMarks(zh, en),
    };
  }

  private link(from: PageCard, to: PageCard): 'hreflang' | 'menu' | undefined {
    const address = sameAddress(to.key);
    const how = from.links.get(address);
    if (how === undefined) return undefined;
    const isOwn = (this.pointed.get(address) ?? 0) <= 2; // both scripts of a Chinese page may
    return isOwn ? how : undefined;
  }

  private addMark(mark: number, card: PageCard): void {
    const known = this.byMark.get(mark) ?? { count: 0, english: [] };
    this.byMark.set(mark, known);
    known.count += 1;
    if (card.lang === 'en' && known.english.length <= MAX_SPREAD) known.english.push(card);
  }

  /** Pages that one of the two links to, or whose address differs by the language. */
  private linked(zh: PageCard): readonly PageCard[] {
    const found = [...zh.links.keys()].flatMap((target) => this.byAddress.get(target) ?? []);
    const pointing = this.byLink.get(sameAddress(zh.key)) ?? [];
    const neutral = this.byNeutral.get(withoutLanguage(zh.key)) ?? [];
    return [
      ...found,
      ...pointing.slice(0, MAX_SPREAD),
      ...(neutral.length <= MAX_SPREAD ? neutral : []),
    ];
  }

  /** English pages that share the rarest marks with a Chinese page. */
  private byMarks(card: PageCard): readonly PageCard[] {
    const votes = new Map<PageCard, number>();
    for (const mark of card.marks) {
      const { count = 0, english = [] } = this.byMark.get(mark) ?? {};
      if (count > MAX_SPREAD) continue;
      for (const other of english) votes.set(other, (votes.get(other) ?? 0) + this.rarity(mark));
    }
    return [...votes]
      .filter(([, nats]) => nats >= MIN_MARKS)
      .sort(([a, x], [b, y]) => y - x || (a.key < b.key ? -1 : 1))
      .slice(0, MAX_BY_MARKS)
      .map(([other]) => other);
  }

  private sharedMarks(zh: PageCard, en: PageCard): number {
    const known = new Set(en.marks);
    return zh.marks.reduce((sum, mark) => sum + (known.has(mark) ? this.rarity(mark) : 0), 0);
  }

  /** Nats of surprise that a page holds a mark; pages of the site count from a hundred. */
  private rarity(mark: number): number {
    const pages = Math.max(100, this.size);
    return Math.log(pages / Math.max(2, this.byMark.get(mark)?.count ?? 1));
  }
}

/** The pages nearest to a number of letters, of pages sorted by it. */
function nearest(pages: readonly PageCard[], letters: number): readonly PageCard[] {
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.letters ?? 0) < letters) low = middle + 1;
    else high = middle;
  }
  return pages.slice(Math.max(0, low - NEAR_BY_SIZE), low + NEAR_BY_SIZE);
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
