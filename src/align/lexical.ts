import type { Background } from './background.js';
import type { Band } from './band.js';
import type { BeadSpan, Evidence } from './bead-span.js';
import { LexicalRows } from './lexical-rows.js';
import { SHAPE_COUNT } from './shapes.js';
import type { TokenTable } from './token-table.js';
import type { TranslationTable } from './translation-table.js';

/** Share of a sentence's words that the other side explains; the rest is background. */
export const LAMBDA = 0.4;
/** ln(1 − λ): what every unexplained word costs, in nats. */
const MISS = Math.log(1 - LAMBDA);

/** What the lexical evidence of a document is computed from. */
export interface LexicalModel {
  readonly table: TranslationTable;
  readonly background: Background;
}

/**
 * Lexical evidence for every bead inside a band, in O(1) a bead after O(tokens) a sentence.
 *
 *     F(I→J) = Σ_{y∈J} w_y · ln(1 − λ + λ·S_y / (|I|·p(y))),   S_y = Σ_{x∈I} w_x·t(y|x)
 *
 * the log-likelihood ratio of IBM Model 1 (Brown et al. 1993, Computational Linguistics 19(2),
 * §4.2) against the background, with |I| = Σ w_x. Each word of J adds its own term, so the sum
 * over J splits into sentences: prefix sums answer any run of them. What a word costs where
 * nothing explains it, ln(1 − λ), is taken out of the sums, so that they only hold words that
 * meet a translation.
 */
export interface LexicalField {
  /** F(zh→en) of the bead of a zh sentences before i and b en sentences before j, in nats. */
  zhToEn(i: number, j: number, a: number, b: number): number;
  /** F(en→zh) of the same bead. */
  enToZh(i: number, j: number, a: number, b: number): number;
  /** Both, weighted. */
  evidence(weights: { readonly zhToEn: number; readonly enToZh: number }): Evidence;
}

/** Computes the lexical evidence of a document inside a band. */
export function lexicalField(
  zh: TokenTable,
  en: TokenTable,
  model: LexicalModel,
  band: Band,
): LexicalField {
  const rows = new LexicalRows(zh, en, model, band, LAMBDA / (1 - LAMBDA));
  for (let x = 0; x < band.m; x++) rows.fill(x);
  const { forward, backward } = rows;
  const missed = ({ mass }: TokenTable, end: number, count: number): number =>
    MISS * ((mass[end] as number) - (mass[end - count] as number));
  const zhToEn = (i: number, j: number, a: number, b: number): number => {
    const at = rows.forwardAt(i, a) + j;
    return (forward[at] as number) - (forward[at - b] as number) + missed(en, j, b);
  };
  const enToZh = (i: number, j: number, a: number, b: number): number => {
    const last = backward[rows.backwardAt(i, b) + j - b] as number;
    return last - (backward[rows.backwardAt(i - a, b) + j - b] as number) + missed(zh, i, a);
  };
  return {
    zhToEn,
    enToZh,
    evidence: (weights) => ({
      addTo(scores: Float32Array, { i, a, b, from, to, at }: BeadSpan): void {
        const toEn = weights.zhToEn;
        const toZh = weights.enToZh;
        const { mass } = en;
        const top = rows.forwardAt(i, a);
        const last = rows.backwardAt(i, b) - b;
        const first = rows.backwardAt(i - a, b) - b;
        const zhMissed = toZh * missed(zh, i, a);
        for (let j = from, place = at; j <= to; j++, place += SHAPE_COUNT) {
          const f =
            (forward[top + j] as number) -
            (forward[top + j - b] as number) +
            MISS * ((mass[j] as number) - (mass[j - b] as number));
          const g = (backward[last + j] as number) - (backward[first + j] as number);
          scores[place] = (scores[place] as number) + toEn * f + toZh * g + zhMissed;
        }
      },
    }),
  };
}
