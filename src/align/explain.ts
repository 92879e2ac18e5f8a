import type { Range } from '../model/index.js';
import { fullBand, bandOffsets } from './band.js';
import { beadScores } from './bead-scores.js';
import type { Step } from './decode.js';
import { placeOrNone, posteriorOf, type Posterior } from './lattice.js';
import { lengthEvidence } from './length.js';
import { lexicalField } from './lexical.js';
import { runMarks } from './mark-field.js';
import { MARKS } from './marks.js';
import type { SetModel, TablePair } from './model.js';
import type { Parameters } from './parameters.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT, shapeIndex } from './shapes.js';
import { sliceTable } from './token-table.js';

/** What each kind of evidence says of one bead, in nats; they add up to its score. */
export interface BeadEvidence {
  /** How common beads of its shape are. */
  readonly shape: number;
  /** How well the Chinese words explain the English ones. */
  readonly zhToEn: number;
  /** How well the English words explain the Chinese ones. */
  readonly enToZh: number;
  readonly length: number;
  readonly punctuation: number;
}

/** Two words that support a bead, and the probability of the translation. */
export interface WordLink {
  readonly zh: string;
  readonly en: string;
  readonly probability: number;
}

/** Why a bead was chosen. */
export interface BeadExplanation {
  readonly zh: Range;
  readonly en: Range;
  readonly confidence: number;
  /** Absent for a one-sided bead. */
  readonly evidence?: BeadEvidence;
  /** The strongest word pairs, best first. */
  readonly words: readonly WordLink[];
  /** The most probable bead that shares a sentence with it. */
  readonly rival?: { readonly zh: Range; readonly en: Range; readonly probability: number };
}

/** Sentences on either side of a bead that its rivals may reach to. */
const REACH = 6;
/** Word pairs shown for a bead. */
const SHOWN = 8;

/** Explains every bead of a path, in order. */
export function explainPath(
  pair: TablePair,
  path: readonly Step[],
  model: SetModel,
  parameters: Parameters,
): BeadExplanation[] {
  let [i, j] = [0, 0];
  return path.map(({ a, b, probability }) => {
    const zh = { from: i, to: i + a };
    const en = { from: j, to: j + b };
    [i, j] = [zh.to, en.to];
    return explainBead(pair, { zh, en }, probability, model, parameters);
  });
}

function explainBead(
  pair: TablePair,
  bead: { readonly zh: Range; readonly en: Range },
  confidence: number,
  model: SetModel,
  parameters: Parameters,
): BeadExplanation {
  const zhFrom = Math.max(0, bead.zh.from - REACH);
  const enFrom = Math.max(0, bead.en.from - REACH);
  const part = {
    zh: sliceTable(pair.zh, zhFrom, Math.min(pair.zh.size, bead.zh.to + REACH)),
    en: sliceTable(pair.en, enFrom, Math.min(pair.en.size, bead.en.to + REACH)),
  };
  const band = fullBand(part.zh.size, part.en.size);
  const field = lexicalField(part.zh, part.en, model, band);
  const scores = beadScores({ ...part, lengths: model.lengths }, field, band, parameters);
  const gap = { open: parameters.gapOpen, extend: parameters.gapExtend };
  const posterior = posteriorOf(band, scores, gap);
  const a = bead.zh.to - bead.zh.from;
  const b = bead.en.to - bead.en.from;
  const i = bead.zh.to - zhFrom;
  const j = bead.en.to - enFrom;
  const shape = shapeIndex(a, b);
  const rival = rivalOf(posterior, part, i, j, shape);
  const shifted = rival && {
    zh: { from: rival.zh.from + zhFrom, to: rival.zh.to + zhFrom },
    en: { from: rival.en.from + enFrom, to: rival.en.to + enFrom },
    probability: rival.probability,
  };
  return {
    ...bead,
    confidence,
    ...(shape < 0
      ? {}
      : {
          evidence: {
            shape: parameters.shape[shape] as number,
            zhToEn: parameters.zhToEn * field.zhToEn(i, j, a, b),
            enToZh: parameters.enToZh * field.enToZh(i, j, a, b),
            length: parameters.length * lengthOf(part, i, j, a, b, model),
            punctuation: marksOf(part, i, j, a, b, parameters),
          },
        }),
    words: wordLinks(part, i - a, i, j - b, j, model),
    ...(shifted === undefined ? {} : { rival: shifted }),
  };
}

function lengthOf(
  { zh, en }: TablePair,
  i: number,
  j: number,
  a: number,
  b: number,
  { lengths }: SetModel,
): number {
  const zhLength = (zh.length[i] as number) - (zh.length[i - a] as number);
  const enLength = (en.length[j] as number) - (en.length[j - b] as number);
  return lengthEvidence(zhLength, a, enLength, b, lengths);
}

function marksOf(
  { zh, en }: TablePair,
  i: number,
  j: number,
  a: number,
  b: number,
  { bothMarks, oneMark }: Parameters,
): number {
  const zhMarks = runMarks(zh.marks, i - a, i);
  const enMarks = runMarks(en.marks, j - b, j);
  let sum = 0;
  for (let mark = 0; mark < MARKS; mark++) {
    const count = ((zhMarks >> mark) & 1) + ((enMarks >> mark) & 1);
    if (count === 2) sum += bothMarks[mark] as number;
    else if (count === 1) sum += oneMark[mark] as number;
  }
  return sum;
}

/** The most probable other two-sided bead that shares a sentence with the one ending at (i, j). */
function rivalOf(
  posterior: Posterior,
  part: TablePair,
  i: number,
  j: number,
  shape: number,
): BeadExplanation['rival'] {
  const band = fullBand(part.zh.size, part.en.size);
  const offset = bandOffsets(band);
  const a = shape < 0 ? 1 : (SHAPE_A[shape] as number);
  const b = shape < 0 ? 1 : (SHAPE_B[shape] as number);
  let best: BeadExplanation['rival'];
  for (let x = 0; x <= band.m; x++) {
    for (let y = 0; y <= band.n; y++) {
      const at = placeOrNone(band, offset, x, y) * SHAPE_COUNT;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const probability = posterior.bead[at + s] as number;
        if (probability <= (best?.probability ?? 0) || (x === i && y === j && s === shape))
          continue;
        const zh = { from: x - (SHAPE_A[s] as number), to: x };
        const en = { from: y - (SHAPE_B[s] as number), to: y };
        const shares = (zh.from < i && x > i - a) || (en.from < j && y > j - b);
        if (shares) best = { zh, en, probability };
      }
    }
  }
  return best;
}

function wordLinks(
  { zh, en }: TablePair,
  zhFrom: number,
  zhTo: number,
  enFrom: number,
  enTo: number,
  { table, vocabulary }: SetModel,
): WordLink[] {
  const present = new Set<number>();
  for (let k = en.start[enFrom] as number; k < (en.start[enTo] as number); k++) {
    if (!(vocabulary.isFunction[en.token[k] as number] ?? false))
      present.add(en.token[k] as number);
  }
  const links: (WordLink & { worth: number })[] = [];
  for (let k = zh.start[zhFrom] as number; k < (zh.start[zhTo] as number); k++) {
    const token = zh.token[k] as number;
    for (let at = table.start[token] as number; at < (table.start[token + 1] as number); at++) {
      const target = table.en[at] as number;
      if (!present.has(target)) continue;
      const probability = Math.min(1, table.forward[at] as number);
      const link = { zh: vocabulary.zhName(token), en: vocabulary.enName(target), probability };
      links.push({ ...link, worth: probability * (zh.weight[k] as number) });
    }
  }
  links.sort((one, other) => other.worth - one.worth || (one.zh < other.zh ? -1 : 1));
  return links.slice(0, SHOWN).map(({ zh: word, en: stem, probability }) => ({
    zh: word.replace(/^(?:name:|latin:|#)|=\d+$/g, ''),
    en: stem.replace(/^#/, ''),
    probability,
  }));
}
