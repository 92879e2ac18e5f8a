import type { PageCard } from './page-card.js';

/** Terms kept of an English page: the rarest. */
const MAX_TERMS = 32;
/** Terms on more than this share of the pages find nothing; in small sites none is too common. */
const MAX_SHARE = 0.02;
const MIN_SPREAD = 50;
/** Longest list read; longer ones cost the most and tell the least. */
const MAX_SPREAD = 300;
/** Candidates handed on, a page. */
const MAX_CANDIDATES = 12;
/** Largest ratio of letters between a text and its translation. */
const MAX_RATIO = 2.2;

/** An English page with the terms its text says. */
export interface Entry {
  readonly card: PageCard;
  readonly terms: Iterable<number>;
}

/**
 * English pages by the rare terms they hold, to find the translation of a Chinese page among a
 * whole site by what both say.
 *
 * Every page is entered under its rarest terms only. A Chinese page asks with all terms its words
 * may stand for; pages are ranked by the summed rarity of the terms found, over the root of the
 * rarity of all they are entered under. The work is that of reading the short lists of rare terms.
 */
export class ContentIndex {
  private readonly cards: readonly PageCard[];
  /** Pages of each term, one after the other. */
  private readonly postings: Uint32Array;
  /** Where the list of a term begins in the postings, and how long it is. */
  private readonly lists = new Map<number, { readonly start: number; end: number }>();
  private readonly rarity = new Map<number, number>();
  private readonly norms: Float32Array;
  private readonly votes: Float32Array;

  constructor(entries: readonly Entry[]) {
    this.cards = entries.map(({ card }) => card);
    this.norms = new Float32Array(entries.length);
    this.votes = new Float32Array(entries.length);
    const spread = spreadOf(entries);
    const most = Math.min(MAX_SPREAD, Math.max(MIN_SPREAD, entries.length * MAX_SHARE));
    for (const [term, count] of spread) {
      if (count <= most) this.rarity.set(term, Math.log((entries.length + 1) / count));
    }
    const kept = entries.map(({ terms }) => this.rarest(terms));
    this.postings = new Uint32Array(kept.reduce((sum, { length }) => sum + length, 0));
    this.fill(kept);
  }

  /** The English pages that say most of what a Chinese page may say, best first. */
  candidates(zh: PageCard, terms: Iterable<number>): readonly PageCard[] {
    const touched: number[] = [];
    for (const term of terms) {
      const list = this.lists.get(term);
      if (list === undefined) continue;
      const weight = this.rarity.get(term) ?? 0;
      for (let at = list.start; at < list.end; at++) {
        const page = Number(this.postings[at]);
        if (this.votes[page] === 0) touched.push(page);
        this.votes[page] = Number(this.votes[page]) + weight;
      }
    }
    const scored = touched
      .map((page) => ({ page, score: Number(this.votes[page]) / Number(this.norms[page]) }))
      .filter(({ page }) => isLikely(zh, this.cards[page]));
    for (const page of touched) this.votes[page] = 0;
    return scored
      .sort((a, b) => b.score - a.score || a.page - b.page)
      .slice(0, MAX_CANDIDATES)
      .flatMap(({ page }) => this.cards[page] ?? []);
  }

  private rarest(terms: Iterable<number>): readonly number[] {
    return [...terms]
      .filter((term) => this.rarity.has(term))
      .sort((a, b) => (this.rarity.get(b) ?? 0) - (this.rarity.get(a) ?? 0) || a - b)
      .slice(0, MAX_TERMS);
  }

  private fill(kept: readonly (readonly number[])[]): void {
    const counts = new Map<number, number>();
    for (const terms of kept)
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    let start = 0;
    for (const [term, count] of counts) {
      this.lists.set(term, { start, end: start });
      start += count;
    }
    kept.forEach((terms, page) => {
      let sum = 0;
      for (const term of terms) {
        const list = this.lists.get(term);
        if (list === undefined) continue;
        this.postings[list.end] = page;
        list.end += 1;
        sum += this.rarity.get(term) ?? 0;
      }
      this.norms[page] = Math.sqrt(sum);
    });
  }
}

function spreadOf(entries: readonly Entry[]): ReadonlyMap<number, number> {
  const spread = new Map<number, number>();
  for (const { terms } of entries)
    for (const term of terms) spread.set(term, (spread.get(term) ?? 0) + 1);
  return spread;
}

function isLikely(zh: PageCard, en: PageCard | undefined): boolean {
  if (en === undefined) return false;
  const ratio = en.letters / Math.max(1, zh.letters);
  return ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO;
}
