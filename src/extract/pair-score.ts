import type { PageCard } from './page-card.js';

/** One reason for or against a pair of pages, in nats. */
export interface PairEvidence {
  readonly reason:
    | 'hreflang'
    | 'menu'
    | 'url'
    | 'url-learned'
    | 'date'
    | 'marks'
    | 'length'
    | 'structure'
    | 'content';
  readonly nats: number;
}

/** What the search for candidates found out about two pages. */
export interface PairFacts {
  readonly zh: PageCard;
  readonly en: PageCard;
  /** Ways in which one page links to the other: 0, 1 or 2 directions. */
  readonly hreflang: number;
  /** Links of language menus whose target no other page of the site has. */
  readonly menu: number;
  readonly isSameUrl: boolean;
  /** Sure pairs of the site that differ by the same rewrite of the address. */
  readonly learned: number;
  /** Sum over shared marks of log(pages / pages that hold it), nats. */
  readonly marks: number;
  /** Likeness by content in [0, 1], if a judge was lent. */
  readonly similarity?: number;
}

/** Evidence weights: chosen so that one declared link or two independent hints decide. */
const NATS = {
  hreflang: [0, 4, 6],
  menu: [0, 2.5, 4.5],
  sameUrl: 4,
  perLearned: 0.8,
  maxLearned: 3,
  sameDate: 1,
  farDate: -1.5,
  maxMarks: 5,
  marksWeight: 0.5,
  lengthSpread: 0.45,
  maxLength: -5,
  /** Likeness at which a pair is as likely as not; the odds rise by e⁴ for each tenth above it. */
  similarityAtChance: 0.31,
  perSimilarity: 40,
  maxSimilarity: 12,
  minSimilarity: -4,
} as const;

/** Log odds against two pages of a site being a pair, before any evidence. */
const PRIOR = -3.5;

/** All evidence for a pair, strongest first. */
export function pairEvidence(facts: PairFacts): readonly PairEvidence[] {
  const { zh, en } = facts;
  const evidence: PairEvidence[] = [
    { reason: 'hreflang', nats: NATS.hreflang[facts.hreflang] ?? 0 },
    { reason: 'menu', nats: NATS.menu[facts.menu] ?? 0 },
    { reason: 'url', nats: facts.isSameUrl ? NATS.sameUrl : 0 },
    { reason: 'url-learned', nats: Math.min(NATS.maxLearned, facts.learned * NATS.perLearned) },
    { reason: 'date', nats: dateNats(zh.date, en.date) },
    { reason: 'marks', nats: Math.min(NATS.maxMarks, facts.marks * NATS.marksWeight) },
    { reason: 'length', nats: lengthNats(zh, en) },
    { reason: 'structure', nats: structureNats(zh, en) },
  ];
  if (facts.similarity !== undefined) {
    const nats = (facts.similarity - NATS.similarityAtChance) * NATS.perSimilarity;
    const bounded = Math.max(NATS.minSimilarity, Math.min(NATS.maxSimilarity, nats));
    evidence.push({ reason: 'content', nats: bounded });
  }
  return evidence.filter(({ nats }) => nats !== 0).sort((a, b) => b.nats - a.nats);
}

/** Probability that the pages are a pair, by the sum of the evidence. */
export function pairProbability(evidence: readonly PairEvidence[]): number {
  const total = evidence.reduce((sum, { nats }) => sum + nats, PRIOR);
  return 1 / (1 + Math.exp(-total));
}

function dateNats(zh: string | undefined, en: string | undefined): number {
  if (zh === undefined || en === undefined) return 0;
  const days = Math.abs(Date.parse(zh) - Date.parse(en)) / 86_400_000;
  if (days === 0) return NATS.sameDate;
  return days > 30 ? NATS.farDate : 0;
}

/** Pages of one text have about as many blocks. */
function structureNats(zh: PageCard, en: PageCard): number {
  const difference = Math.abs(zh.blocks - en.blocks) / Math.max(zh.blocks, en.blocks, 5);
  return Math.max(-1, 1 - 8 * difference);
}

/** Gaussian of the log ratio of letters: a translation is about as long as its source. */
function lengthNats(zh: PageCard, en: PageCard): number {
  const ratio = Math.log((en.letters + 20) / (zh.letters + 20));
  const spread = NATS.lengthSpread;
  return Math.max(NATS.maxLength, 0.5 - (ratio * ratio) / (2 * spread * spread));
}
