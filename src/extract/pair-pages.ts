import { unitScore, type Document, type UnitScore } from '../model/index.js';
import { pageCard, sameAddress, type PageCard } from './page-card.js';
import { PairSearch } from './pair-search.js';
import { pairEvidence, pairProbability, type PairEvidence } from './pair-score.js';
import { rewriteBetween, rewritten, type Rewrite } from './url-patterns.js';

/** Two pages that are one text in two languages. */
export interface PagePair {
  /** {@link Document.key} of the Chinese page. */
  readonly zh: string;
  readonly en: string;
  readonly score: UnitScore;
  /** What spoke for the pair, strongest first, joined by `+`: `hreflang+marks`. */
  readonly reason: string;
}

/** What a caller can lend to the pairing. */
export interface PairPagesOptions {
  /** Likeness of two texts by their content, in [0, 1]; the judge where it is given. */
  readonly similarity?: (zh: Document, en: Document) => number;
}

interface Match {
  readonly zh: PageCard;
  readonly en: PageCard;
  readonly score: number;
  readonly evidence: readonly PairEvidence[];
}

/**
 * Pairs pages of one site.
 *
 * Candidates come from links between the languages, from addresses that differ only by a
 * language, from rewrites of addresses learned from the sure pairs, and from rare numbers and
 * names in common; so the work grows with the number of pages, not with its square. Each page is
 * used once, but a page in simplified and one in traditional script may share the English page.
 */
export function pairPages(
  documents: Iterable<Document>,
  options: PairPagesOptions = {},
): readonly PagePair[] {
  const byKey = new Map<string, Document>();
  const cards: PageCard[] = [];
  for (const document of documents) {
    const card = pageCard(document);
    if (card === undefined || byKey.has(card.key)) continue;
    cards.push(card);
    byKey.set(card.key, document);
  }
  const search = new PairSearch(cards);
  const judge = (zh: PageCard, en: PageCard, learned: number): Match => {
    const [zhText, enText] = [byKey.get(zh.key), byKey.get(en.key)];
    const { similarity } = options;
    const facts = search.facts(zh, en, learned);
    const likeness =
      similarity === undefined || zhText === undefined || enText === undefined
        ? {}
        : { similarity: similarity(zhText, enText) };
    const evidence = pairEvidence({ ...facts, ...likeness });
    return { zh, en, score: pairProbability(evidence), evidence };
  };
  const first = search
    .candidates(options.similarity !== undefined)
    .map(([zh, en]) => judge(zh, en, 0));
  const rewrites = learn(best(first));
  const again = [...withLearned(cards, rewrites, search)];
  const second = again.map(([zh, en, support]) => judge(zh, en, support));
  return best([...first, ...second]).map(({ zh, en, score, evidence }) => ({
    zh: zh.key,
    en: en.key,
    score: unitScore(score),
    reason: evidence
      .filter(({ nats }) => nats >= 0.5)
      .map(({ reason }) => reason)
      .join('+'),
  }));
}

/** Least probability of a pair that is kept. */
const MIN_SCORE = 0.5;

/** One-to-one choice, best first; ties by address. */
function best(matches: readonly Match[]): readonly Match[] {
  const sorted = matches
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => total(b) - total(a) || order(a.zh.key, b.zh.key) || order(a.en.key, b.en.key));
  const used = new Set<string>();
  return sorted.filter(({ zh, en }) => {
    const enKey = `${en.key} ${zh.script}`;
    if (used.has(zh.key) || used.has(enKey)) return false;
    used.add(zh.key).add(enKey);
    return true;
  });
}

/** Sum of the evidence: orders pairs that are all as good as sure. */
function total({ evidence }: Match): number {
  return evidence.reduce((sum, { nats }) => sum + nats, 0);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Rewrites of addresses and how many sure pairs show each; once is chance. */
function learn(pairs: readonly Match[]): readonly (readonly [Rewrite, number])[] {
  const counts = new Map<string, { readonly rewrite: Rewrite; count: number }>();
  for (const { zh, en } of pairs) {
    const rewrite = rewriteBetween(zh.key, en.key);
    if (rewrite === undefined) continue;
    const id = `${rewrite.zh} ${rewrite.en}`;
    const known = counts.get(id);
    if (known === undefined) counts.set(id, { rewrite, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, 20)
    .map(({ rewrite, count }) => [rewrite, count]);
}

/** Pages that a learned rewrite leads to each other. */
function* withLearned(
  cards: readonly PageCard[],
  rewrites: readonly (readonly [Rewrite, number])[],
  search: PairSearch,
): Iterable<readonly [PageCard, PageCard, number]> {
  for (const zh of cards) {
    if (zh.lang !== 'zh') continue;
    for (const [rewrite, support] of rewrites) {
      const address = rewritten(zh.key, rewrite);
      const en = address === undefined ? undefined : search.at(sameAddress(address));
      if (en?.lang === 'en') yield [zh, en, support];
    }
  }
}
