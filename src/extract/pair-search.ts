import { sameAddress, type PageCard } from './page-card.js';
import type { PairFacts } from './pair-score.js';
import { withoutLanguage } from './url-patterns.js';

/** Marks on more pages than this say nothing about any one of them. */
const MAX_SPREAD = 30;
/** Candidates taken from marks in common, a page. */
const MAX_BY_MARKS = 5;
/** Neighbours by size tried on either side. */
const NEAR_BY_SIZE = 8;
/** Least sum of the rarity of shared marks, nats. */
const MIN_MARKS = 4;

/** Indexes over the pages of a site, built once, asked page by page. */
export class PairSearch {
  private readonly byAddress = new Map<string, PageCard>();
  private readonly byNeutral = new Map<string, PageCard[]>();
  private readonly byMark = new Map<string, PageCard[]>();
  private readonly marksOf = new Map<string, ReadonlySet<string>>();
  /** How many pages link to an address as their other language. */
  private readonly pointed = new Map<string, number>();

  /** English pages by number of letters. */
  private readonly bySize: readonly PageCard[];

  constructor(private readonly cards: readonly PageCard[]) {
    this.bySize = cards
      .filter(({ lang }) => lang === 'en')
      .sort((a, b) => a.letters - b.letters || (a.key < b.key ? -1 : 1));
    for (const card of cards) {
      this.byAddress.set(sameAddress(card.key), card);
      put(this.byNeutral, withoutLanguage(card.key), card);
      for (const mark of card.marks) put(this.byMark, mark, card);
      this.marksOf.set(card.key, new Set(card.marks));
      for (const target of card.links.keys()) {
        this.pointed.set(target, (this.pointed.get(target) ?? 0) + 1);
      }
    }
  }

  /** The page at an address without scheme and index name. */
  at(address: string): PageCard | undefined {
    return this.byAddress.get(address);
  }

  /**
   * Pairs worth a look, each once: Chinese page first.
   *
   * @param hasJudge - whether content will be compared, so that pages alike in size alone may
   *   be tried as well
   */
  candidates(hasJudge: boolean): readonly (readonly [PageCard, PageCard])[] {
    const found = new Map<string, readonly [PageCard, PageCard]>();
    for (const card of this.cards) {
      const near = hasJudge ? this.nearBySize(card) : [];
      for (const other of [...this.partnersOf(card), ...near]) {
        const pair = card.lang === 'zh' ? ([card, other] as const) : ([other, card] as const);
        found.set(`${pair[0].key} ${pair[1].key}`, pair);
      }
    }
    return [...found.values()];
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

  private partnersOf(card: PageCard): ReadonlySet<PageCard> {
    const partners = new Set<PageCard>();
    for (const target of card.links.keys()) {
      const other = this.byAddress.get(target);
      if (other !== undefined) partners.add(other);
    }
    const neutral = this.byNeutral.get(withoutLanguage(card.key)) ?? [];
    if (neutral.length <= MAX_SPREAD) for (const other of neutral) partners.add(other);
    if (card.lang === 'zh') for (const other of this.byMarks(card)) partners.add(other);
    for (const other of partners) if (other.lang === card.lang) partners.delete(other);
    return partners;
  }

  /** English pages that share the rarest marks with a Chinese page. */
  private byMarks(card: PageCard): readonly PageCard[] {
    const votes = new Map<PageCard, number>();
    for (const mark of card.marks) {
      const holders = this.byMark.get(mark) ?? [];
      if (holders.length > MAX_SPREAD) continue;
      for (const other of holders) {
        if (other.lang === 'en') votes.set(other, (votes.get(other) ?? 0) + this.rarity(mark));
      }
    }
    return [...votes]
      .filter(([, nats]) => nats >= MIN_MARKS)
      .sort(([a, x], [b, y]) => y - x || (a.key < b.key ? -1 : 1))
      .slice(0, MAX_BY_MARKS)
      .map(([other]) => other);
  }

  /** The English pages nearest to a Chinese page in number of letters. */
  private nearBySize(card: PageCard): readonly PageCard[] {
    if (card.lang !== 'zh') return [];
    let [low, high] = [0, this.bySize.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.bySize[middle]?.letters ?? 0) < card.letters) low = middle + 1;
      else high = middle;
    }
    return this.bySize.slice(Math.max(0, low - NEAR_BY_SIZE), low + NEAR_BY_SIZE);
  }

  private sharedMarks(zh: PageCard, en: PageCard): number {
    const known = this.marksOf.get(en.key);
    if (known === undefined) return 0;
    return zh.marks
      .filter((mark) => known.has(mark))
      .reduce((sum, mark) => sum + this.rarity(mark), 0);
  }

  /** Nats of surprise that a page holds a mark; pages of the site count from a hundred. */
  private rarity(mark: string): number {
    const pages = Math.max(100, this.cards.length);
    return Math.log(pages / Math.max(2, this.byMark.get(mark)?.length ?? 1));
  }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
