import { bandOffsets, type Band } from './band.js';
import { eachSpan, type BeadSpan, type Evidence } from './bead-span.js';
import type { LexicalField } from './lexical.js';
import type { LengthModel } from './length.js';
import { lengthField } from './length-field.js';
import { markField } from './mark-field.js';
import type { Parameters } from './parameters.js';
import { SHAPE_COUNT, shapeIndex } from './shapes.js';
import type { TokenTable } from './token-table.js';

/** Everything the score of a bead is computed from. */
export interface ScoringSide {
  readonly zh: TokenTable;
  readonly en: TokenTable;
  readonly lengths: LengthModel;
}

/**
 * Float32 [positions][SHAPE_COUNT]: score in nats of every two-sided bead that ends at a band
 * position; −∞ where it would start outside the band.
 *
 *     score = shape + w₁·F(zh→en) + w₂·F(en→zh) + w₃·LEN + Σ marks
 */
export function beadScores(
  { zh, en, lengths }: ScoringSide,
  field: LexicalField,
  band: Band,
  parameters: Parameters,
): Float32Array {
  const offset = bandOffsets(band);
  const scores = new Float32Array((offset[band.m + 1] as number) * SHAPE_COUNT).fill(-Infinity);
  const evidence: readonly Evidence[] = [
    {
      addTo: (to, span) => {
        startAtShape(to, span, parameters);
      },
    },
    field.evidence(parameters),
    lengthField(zh, en, lengths, parameters.length),
    markField(zh.marks, en.marks, parameters),
  ];
  eachSpan(band, offset, (span) => {
    for (const kind of evidence) kind.addTo(scores, span);
  });
  return scores;
}

/** How common beads of this shape are: the first summand, in place of −∞. */
function startAtShape(
  scores: Float32Array,
  { a, b, from, to, at }: BeadSpan,
  { shape }: Parameters,
): void {
  const bias = shape[shapeIndex(a, b)] as number;
  for (let j = from, place = at; j <= to; j++, place += SHAPE_COUNT) scores[place] = bias;
}
