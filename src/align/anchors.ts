import type { TablePair } from './model.js';
import type { TokenTable } from './token-table.js';
import type { TranslationTable } from './translation-table.js';

/** A guess that Chinese block i and English block j hold the same things. */
export interface Anchor {
  readonly i: number;
  readonly j: number;
  /** Votes for the pair of blocks. */
  readonly weight: number;
}

/** Chinese sentences in a block: enough words to outvote chance. */
export const BLOCK = 8;
/** English tokens in more blocks than this say nothing about where a block is. */
const MAX_BLOCKS = 100;
/** Guesses kept for each block of either side; a guess must be among them on both. */
const KEPT = 3;
/** Least votes of a guess. */
const MIN_VOTES = 0.2;
/** Usual distance of a translation from the diagonal, as a share of the text (heavy-tailed). */
const SPREAD = 0.03;
/** Only whole words guide the search: single characters are everywhere. */
const MIN_TOKEN_WEIGHT = 1;

/** Number of Chinese and of English blocks of a document; both sides have about as many. */
export interface BlockGrid {
  readonly zh: number;
  readonly en: number;
  /** Sentences in an English block; not a whole number. */
  readonly enBlock: number;
}

/** Cuts both sides into blocks that would correspond if the translation were even. */
export function blockGrid(m: number, n: number): BlockGrid {
  const enBlock = Math.max(1, (n * BLOCK) / Math.max(1, m));
  return { zh: Math.ceil(m / BLOCK), en: Math.ceil(n / enBlock), enBlock };
}

/**
 * Pairs of blocks that share words that few blocks hold.
 *
 * Every Chinese word casts t(y|x) votes for each translation, shared out among the blocks that
 * hold it; a pair of blocks is kept if it is among the best of both its blocks. Linear in the
 * length of the text, because widespread words do not vote.
 */
export function findAnchors(
  { zh, en }: TablePair,
  table: TranslationTable,
  enSize: number,
  grid: BlockGrid,
): Anchor[] {
  const places = blocksByToken(en, enSize, grid);
  const votes = new Float32Array(grid.en);
  const anywhere: Anchor[] = [];
  const nearby: Anchor[] = [];
  const touched: number[] = [];
  for (let i = 0; i < grid.zh; i++) {
    touched.length = 0;
    const from = zh.start[i * BLOCK] as number;
    const to = zh.start[Math.min(zh.size, (i + 1) * BLOCK)] as number;
    for (let at = from; at < to; at++) {
      if ((zh.weight[at] as number) >= MIN_TOKEN_WEIGHT) cast(zh.token[at] as number);
    }
    const guesses = touched
      .map((j) => ({ i, j, weight: votes[j] as number }))
      .filter(({ weight }) => weight >= MIN_VOTES);
    anywhere.push(...bestOf(guesses, byVotes));
    nearby.push(...bestOf(guesses, byNearness));
    for (const j of touched) votes[j] = 0;
  }
  const both = [...mutual(anywhere, grid.en, byVotes), ...mutual(nearby, grid.en, byNearness)];
  const distinct = new Map(both.map((anchor) => [anchor.i * grid.en + anchor.j, anchor]));
  return [...distinct.values()].sort((one, other) => one.i - other.i || one.j - other.j);

  function byNearness({ i, j, weight }: Anchor): number {
    const away = (i / grid.zh - j / grid.en) / SPREAD;
    return weight / (1 + away * away);
  }

  function cast(token: number): void {
    const last = table.start[token + 1] as number;
    for (let entry = table.start[token] as number; entry < last; entry++) {
      const y = table.en[entry] as number;
      const from = places.start[y] as number;
      const count = (places.start[y + 1] as number) - from;
      if (count === 0 || count > MAX_BLOCKS) continue;
      const share = Math.min(1, table.forward[entry] as number) / count;
      for (let at = from; at < from + count; at++) {
        const j = places.block[at] as number;
        if (votes[j] === 0) touched.push(j);
        votes[j] = (votes[j] as number) + share;
      }
    }
  }
}

function byVotes({ weight }: Anchor): number {
  return weight;
}

function bestOf(guesses: readonly Anchor[], worth: (anchor: Anchor) => number): Anchor[] {
  return [...guesses].sort((a, b) => worth(b) - worth(a) || a.i - b.i || a.j - b.j).slice(0, KEPT);
}

/** Guesses that are among the best of their English block too. */
function mutual(
  guesses: readonly Anchor[],
  blocks: number,
  worth: (anchor: Anchor) => number,
): Anchor[] {
  const byEn: Anchor[][] = Array.from({ length: blocks }, () => []);
  for (const guess of guesses) byEn[guess.j]?.push(guess);
  return byEn.flatMap((row) => bestOf(row, worth));
}

function blocksByToken(
  table: TokenTable,
  tokens: number,
  grid: BlockGrid,
): { start: Uint32Array; block: Uint32Array } {
  const start = new Uint32Array(tokens + 2);
  const last = new Int32Array(tokens).fill(-1);
  eachBlock((token) => {
    start[token + 2] = (start[token + 2] as number) + 1;
  });
  for (let token = 2; token < start.length; token++) {
    start[token] = (start[token] as number) + (start[token - 1] as number);
  }
  const block = new Uint32Array(start[tokens + 1] as number);
  last.fill(-1);
  eachBlock((token, b) => {
    const slot = start[token + 1] as number;
    block[slot] = b;
    start[token + 1] = slot + 1;
  });
  return { start, block };

  /** Visits each token once for each block that holds it. */
  function eachBlock(visit: (token: number, block: number) => void): void {
    for (let s = 0; s < table.size; s++) {
      const b = Math.min(grid.en - 1, Math.floor((s + 0.5) / grid.enBlock));
      for (let at = table.start[s] as number; at < (table.start[s + 1] as number); at++) {
        const token = table.token[at] as number;
        if (last[token] === b) continue;
        last[token] = b;
        visit(token, b);
      }
    }
  }
}
