import { unitScore, type Document, type Lang, type UnitScore } from '../model/index.js';
import { best, MIN_SCORE, type Match } from './choose-pairs.js';
import { ContentIndex } from './content-index.js';
import { pageCard, sameAddress, type PageCard } from './page-card.js';
import { PairSearch } from './pair-search.js';
import { pairEvidence, pairProbability } from './pair-score.js';
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

/** Compares texts by what they say; each side is prepared once and compared with many. */
export interface PairJudge<Zh, En> {
  zh(text: string): Zh;
  /** Kept for every English page, so it should be small. */
  en(text: string): En;
  /** Numbers of what the text may say, in terms shared by both languages. */
  zhTerms(zh: Zh): Iterable<number>;
  /** Numbers of what the text says; the rarest find its page again among a whole site. */
  enTerms(en: En): Iterable<number>;
  /** In [0, 1]. */
  likeness(zh: Zh, en: En): number;
}

/** What a caller can lend to the pairing. */
export interface PairPagesOptions<Zh, En> {
  /** The judge where it is given; without one, addresses, dates, names and numbers decide. */
  readonly judge?: PairJudge<Zh, En>;
}

/**
 * Pairs pages of one site.
 *
 * Candidates come from links between the languages, from addresses that differ only by a
 * language, from rewrites of addresses learned from the sure pairs, from the same day, and from
 * rare numbers and names in common; so the work grows with the number of pages, not with its
 * square. Each page is used once, but a page in simplified and one in traditional script may
 * share the English page.
 *
 * Of each page some hundred bytes are kept, not the text: the documents are read two or three
 * times, in the same order.
 */
export function pairPages<Zh, En>(
  documents: Iterable<Document>,
  options: PairPagesOptions<Zh, En> = {},
): readonly PagePair[] {
  const { judge } = options;
  const { cards, contents } = readCards(documents, judge);
  const search = new PairSearch(cards.values(), judge !== undefined);
  const toMatch = (zh: PageCard, en: PageCard, learned: number, text: Zh | undefined): Match => {
    const content = contents.get(en.key);
    const facts = search.facts(zh, en, learned);
    const isJudged = judge !== undefined && text !== undefined && content !== undefined;
    const likeness = isJudged ? { similarity: judge.likeness(text, content) } : {};
    const evidence = pairEvidence({ ...facts, ...likeness });
    return { zh, en, score: pairProbability(evidence), evidence };
  };
  const match = (
    candidates: (zh: PageCard, text: () => Zh | undefined) => readonly Candidate[],
  ): readonly Match[] => {
    const found: Match[] = [];
    for (const document of documents) {
      const zh = cards.get(document.key);
      if (zh?.lang !== 'zh') continue;
      let known: Zh | undefined;
      const prepared = (): Zh | undefined => (known ??= judge?.zh(textOf(document, 'zh')));
      const tried = candidates(zh, prepared);
      if (tried.length === 0) continue;
      const text = prepared();
      for (const { en, learned } of tried) {
        const one = toMatch(zh, en, learned, text);
        if (one.score >= MIN_SCORE) found.push(one);
      }
    }
    return found;
  };
  const first = match((zh) => search.candidates(zh).map((en) => ({ en, learned: 0 })));
  const rewrites = learn(best(first));
  const second = rewrites.length === 0 ? [] : match((zh) => byRewrite(zh, rewrites, search));
  const third =
    judge === undefined
      ? []
      : match(byContent(judge, cards, contents, best([...first, ...second])));
  return best([...first, ...second, ...third]).map(({ zh, en, score, evidence }) => ({
    zh: zh.key,
    en: en.key,
    score: unitScore(score),
    reason: evidence
      .filter(({ nats }) => nats >= 0.5)
      .map(({ reason }) => reason)
      .join('+'),
  }));
}

/** An English page that a Chinese one may belong to. */
interface Candidate {
  readonly en: PageCard;
  /** Sure pairs that differ by the same rewrite of the address. */
  readonly learned: number;
}

function readCards<Zh, En>(
  documents: Iterable<Document>,
  judge: PairJudge<Zh, En> | undefined,
): { readonly cards: ReadonlyMap<string, PageCard>; readonly contents: ReadonlyMap<string, En> } {
  const cards = new Map<string, PageCard>();
  const contents = new Map<string, En>();
  for (const document of documents) {
    const card = pageCard(document);
    if (card === undefined || cards.has(card.key)) continue;
    cards.set(card.key, card);
    if (judge !== undefined && card.lang === 'en') {
      contents.set(card.key, judge.en(textOf(document, 'en')));
    }
  }
  return { cards, contents };
}

function textOf({ blocks }: Document, side: Lang): string {
  return blocks.flatMap(({ lang, text }) => (lang === side ? [text] : [])).join('\n');
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

/**
 * Pages up to which those paired by day or marks are looked for once more by content: near copies
 * of one text are then told apart. In larger sites a day and a number have to do.
 */
const SMALL_SITE = 10_000;

/** Whether the site itself says that two pages belong together. */
function isTold({ evidence }: Match): boolean {
  return evidence.some(({ reason }) => /^(?:hreflang|menu|url)/u.test(reason));
}

/** For pages whose partner the site does not tell: the English ones that say the most of the same. */
function byContent<Zh, En>(
  judge: PairJudge<Zh, En>,
  cards: ReadonlyMap<string, PageCard>,
  contents: ReadonlyMap<string, En>,
  pairs: readonly Match[],
): (zh: PageCard, text: () => Zh | undefined) => readonly Candidate[] {
  const isSmall = cards.size <= SMALL_SITE;
  const settled = isSmall ? pairs.filter(isTold) : pairs;
  const paired = new Set(settled.flatMap(({ zh, en }) => [zh.key, en.key]));
  const loose = [...contents].filter(([key]) => !paired.has(key));
  const index = new ContentIndex(
    loose.flatMap(([key, content]) => {
      const card = cards.get(key);
      return card === undefined ? [] : [{ card, terms: judge.enTerms(content) }];
    }),
  );
  return (zh, text) => {
    const content = paired.has(zh.key) ? undefined : text();
    if (content === undefined) return [];
    return index.candidates(zh, judge.zhTerms(content)).map((en) => ({ en, learned: 0 }));
  };
}

/** Pages that a learned rewrite leads to. */
function byRewrite(
  zh: PageCard,
  rewrites: readonly (readonly [Rewrite, number])[],
  search: PairSearch,
): readonly Candidate[] {
  return rewrites.flatMap(([rewrite, learned]) => {
    const address = rewritten(zh.key, rewrite);
    const en = address === undefined ? undefined : search.at(sameAddress(address));
    return en?.lang === 'en' ? [{ en, learned }] : [];
  });
}
