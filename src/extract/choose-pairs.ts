import type { PageCard } from './page-card.js';
import type { PairEvidence } from './pair-score.js';

/** Two pages with all that speaks for and against them being a pair. */
export interface Match {
  readonly zh: PageCard;
  readonly en: PageCard;
  readonly score: number;
  readonly evidence: readonly PairEvidence[];
}

/** Least probability of a pair that is kept. */
export const MIN_SCORE = 0.5;
/** Rounds of exchanges; most sites need none, near copies of one text one or two. */
const MAX_ROUNDS = 4;

/** One-to-one choice: best first, ties by address, then exchanged where two pairs gain by it. */
export function best(matches: readonly Match[]): readonly Match[] {
  const sorted = matches
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => total(b) - total(a) || order(a.zh.key, b.zh.key) || order(a.en.key, b.en.key));
  const choice = new Choice();
  for (const match of sorted) if (choice.isFree(match)) choice.add(match);
  const known = new Map(sorted.map((match) => [`${match.zh.key} ${match.en.key}`, match]));
  for (let round = 0, gain = true; gain && round < MAX_ROUNDS; round++) {
    gain = false;
    for (const match of sorted) if (exchange(match, choice, known)) gain = true;
  }
  return sorted.filter((match) => choice.holds(match));
}

/** Pairs chosen so far; pages in either Chinese script have a right of their own to the English. */
class Choice {
  private readonly byZh = new Map<string, Match>();
  private readonly byEn = new Map<string, Match>();

  isFree({ zh, en }: Match): boolean {
    return !this.byZh.has(zh.key) && !this.byEn.has(enKey(zh, en));
  }

  add(match: Match): void {
    this.byZh.set(match.zh.key, match);
    this.byEn.set(enKey(match.zh, match.en), match);
  }

  holds(match: Match): boolean {
    return this.byZh.get(match.zh.key) === match;
  }

  /** The pairs that stand in the way of one, by its Chinese and by its English page. */
  rivals({ zh, en }: Match): readonly [Match | undefined, Match | undefined] {
    return [this.byZh.get(zh.key), this.byEn.get(enKey(zh, en))];
  }
}

/** Takes a pair and the one of the pages left over, if both together are better than what is. */
function exchange(match: Match, choice: Choice, known: ReadonlyMap<string, Match>): boolean {
  const [one, two] = choice.rivals(match);
  if (one === undefined || two === undefined || one === two) return false;
  const other = known.get(`${two.zh.key} ${one.en.key}`);
  if (other === undefined || one.zh.script !== two.zh.script) return false;
  if (total(match) + total(other) <= total(one) + total(two) + 1e-9) return false;
  choice.add(match);
  choice.add(other);
  return true;
}

function enKey(zh: PageCard, en: PageCard): string {
  return `${en.key} ${zh.script}`;
}

/** Sum of the evidence: orders pairs that are all as good as sure. */
function total({ evidence }: Match): number {
  return evidence.reduce((sum, { nats }) => sum + nats, 0);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
