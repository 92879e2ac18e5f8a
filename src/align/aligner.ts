import { unitScore, type Bead } from '../model/index.js';
import { loadLexicon } from '../lexicon/index.js';
import { fullBand } from './band.js';
import { beadScores } from './bead-scores.js';
import { decode } from './decode.js';
import { posteriorOf } from './lattice.js';
import { lexicalField } from './lexical.js';
import { readSet, type SetModel, type TablePair } from './model.js';
import { DEFAULT_PARAMETERS } from './parameters.js';
import { sliceTable } from './token-table.js';
import type { Aligner, AlignInput, SectionRange } from './types.js';

/** Makes an aligner. */
export function createAligner(): Aligner {
  const alignSet = (inputs: readonly AlignInput[]): Bead[][] => {
    const model = readSet(inputs, loadLexicon());
    return inputs.map((input, index) => {
      const pair = model.documents[index];
      return pair === undefined ? [] : alignDocument(input, pair, model);
    });
  };
  return {
    align: (input) => alignSet([input])[0] ?? [],
    alignSet,
    signature: 'align/1',
  };
}

function alignDocument(input: AlignInput, pair: TablePair, model: SetModel): Bead[] {
  const sections: readonly SectionRange[] = input.sections ?? [
    { zh: { from: 0, to: pair.zh.size }, en: { from: 0, to: pair.en.size }, hold: 'open' },
  ];
  return sections.flatMap((section) => alignSection(section, pair, model));
}

function alignSection({ zh, en }: SectionRange, pair: TablePair, model: SetModel): Bead[] {
  const part = {
    zh: sliceTable(pair.zh, zh.from, zh.to),
    en: sliceTable(pair.en, en.from, en.to),
  };
  const band = fullBand(part.zh.size, part.en.size);
  const field = lexicalField(part.zh, part.en, model, band);
  const scores = beadScores({ ...part, lengths: model.lengths }, field, band, DEFAULT_PARAMETERS);
  const posterior = posteriorOf(band, scores, {
    open: DEFAULT_PARAMETERS.gapOpen,
    extend: DEFAULT_PARAMETERS.gapExtend,
  });
  const beads: Bead[] = [];
  let [i, j] = [zh.from, en.from];
  for (const { a, b, probability } of decode(band, posterior, 0.47)) {
    beads.push({
      zh: { from: i, to: i + a },
      en: { from: j, to: j + b },
      score: 0,
      confidence: unitScore(probability),
    });
    i += a;
    j += b;
  }
  return beads;
}
