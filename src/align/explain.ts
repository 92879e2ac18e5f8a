import type { Range } from '../model/index.js';
import { attribute } from './attribution.js';
import { bandOffsets, fullBand, type Band } from './band.js';
import type { Step } from './decode.js';
import { WORD_SOURCES, type EvidenceName } from './evidence.js';
import { placeOrNone, type GapScores } from './lattice.js';
import { lengthEvidence } from './length.js';
import type { LexicalField } from './lexical.js';
import { runMarks } from './mark-field.js';
import { DIALOGUE_MARKS, MARKS } from './marks.js';
import type { SetModel, TablePair } from './model.js';
import type { Parameters } from './parameters.js';
import { bestPathWithout, pathScore } from './rival-path.js';
import { rivalBead } from './rival-bead.js';
import { furtherNats, orderNats, wordOrderOf } from './refine.js';
import { SHAPE_COUNT, shapeIndex } from './shapes.js';
import { sliceTable } from './token-table.js';
import { weigh } from './weigh.js';
import { wordLinks, type WordLink } from './word-links.js';

/**
 * What one kind of evidence says of a bead, in nats; all parts add up to its score.
 *
 * `shape` is how common beads of its shape are, `unexplained` what the words cost that no source
 * explains; the others are evidence that can be switched off.
 */
export interface EvidencePart {
  readonly name: EvidenceName | 'shape' | 'unexplained';
  readonly nats: number;
  /** For sources of word knowledge: what each direction has of `nats`. */
  readonly zhToEn?: number;
  readonly enToZh?: number;
}

/** Sentences of both sides that belong together. */
export interface BeadRanges {
  readonly zh: Range;
  readonly en: Range;
}

/** Why a bead was chosen. */
export interface BeadExplanation extends BeadRanges {
  readonly confidence: number;
  /** Absent for a one-sided bead. */
  readonly evidence?: readonly EvidencePart[];
  /** The strongest word pairs, best first. */
  readonly words: readonly WordLink[];
  /** The most probable bead that shares a sentence with it. */
  readonly rival?: BeadRanges & { readonly probability: number };
  /** The best way through its surroundings without it; absent where there is none. */
  readonly rivalPath?: {
    /** From where it leaves the path to where it comes back. */
    readonly beads: readonly BeadRanges[];
    /** How much worse it is, in nats; below 0 if it is better. */
    readonly behind: number;
  };
}

/** Beads on either side that are looked at again for rivals. */
const REACH = 5;
/** Longer runs of beads are not looked at whole: a lattice of this side is small. */
const MOST = 40;

/** Explains every bead of a path, in order. */
export function explainPath(
  pair: TablePair,
  path: readonly Step[],
  model: SetModel,
  parameters: Parameters,
): BeadExplanation[] {
  const beads = rangesOf(path, 0, 0);
  return path.map((_, at) => explainBead(pair, path, beads, at, model, parameters));
}

function explainBead(
  pair: TablePair,
  path: readonly Step[],
  beads: readonly BeadRanges[],
  at: number,
  model: SetModel,
  parameters: Parameters,
): BeadExplanation {
  const bead = beads[at] as BeadRanges;
  const near = surroundings(beads, at);
  const [first, last] = [beads[near.from] as BeadRanges, beads[near.to - 1] as BeadRanges];
  const [zhFrom, enFrom] = [first.zh.from, first.en.from];
  const part = {
    zh: sliceTable(pair.zh, zhFrom, last.zh.to),
    en: sliceTable(pair.en, enFrom, last.en.to),
  };
  const band = fullBand(part.zh.size, part.en.size);
  const own = path.slice(near.from, near.to);
  const { scores, gap, posterior, field } = weigh(
    part,
    band,
    model,
    parameters,
    placesOf(own, band),
  );
  const local = {
    a: bead.zh.to - bead.zh.from,
    b: bead.en.to - bead.en.from,
    i: bead.zh.to - zhFrom,
    j: bead.en.to - enFrom,
  };
  const rival = rivalBead(posterior, band, local);
  const rivalPath = rivalPathOf(own, local, band, scores, gap);
  const shape = shapeIndex(local.a, local.b);
  return {
    ...bead,
    confidence: (path[at] as Step).probability,
    ...(shape < 0 ? {} : { evidence: evidenceOf(part, local, field, model, parameters) }),
    words: wordLinks(part, runOf(local), model),
    ...(rival === undefined
      ? {}
      : { rival: { ...shifted(rival, zhFrom, enFrom), probability: rival.probability } }),
    ...(rivalPath === undefined
      ? {}
      : {
          rivalPath: {
            ...rivalPath,
            beads: rivalPath.beads.map((one) => shifted(one, zhFrom, enFrom)),
          },
        }),
  };
}

/** Places of the two-sided beads of a path in [positions][SHAPE_COUNT]. */
function placesOf(path: readonly Step[], band: Band): ReadonlySet<number> {
  const offset = bandOffsets(band);
  const places = new Set<number>();
  let [i, j] = [0, 0];
  for (const { a, b } of path) {
    i += a;
    j += b;
    const shape = shapeIndex(a, b);
    if (shape >= 0) places.add(placeOrNone(band, offset, i, j) * SHAPE_COUNT + shape);
  }
  return places;
}

/** The beads around one that are looked at with it: `from … to − 1`. */
function surroundings(beads: readonly BeadRanges[], at: number): Range {
  let [from, to] = [at, at + 1];
  const fits = (): boolean => {
    const [first, last] = [beads[from] as BeadRanges, beads[to - 1] as BeadRanges];
    return last.zh.to - first.zh.from <= MOST && last.en.to - first.en.from <= MOST;
  };
  for (let step = 0; step < REACH; step++) {
    if (from > 0) from -= 1;
    if (!fits()) from += 1;
    if (to < beads.length) to += 1;
    if (!fits()) to -= 1;
  }
  return { from, to };
}

/** One bead in a part: its size and where it ends. */
interface LocalBead {
  readonly a: number;
  readonly b: number;
  readonly i: number;
  readonly j: number;
}

function runOf({ a, b, i, j }: LocalBead) {
  return { zhFrom: i - a, zhTo: i, enFrom: j - b, enTo: j };
}

function evidenceOf(
  part: TablePair,
  local: LocalBead,
  field: LexicalField,
  model: SetModel,
  parameters: Parameters,
): EvidencePart[] {
  const { a, b, i, j } = local;
  const { zhToEn, enToZh } = parameters;
  const { refinement } = parameters;
  const words = wordOrderOf(part, model, [{ ...local, place: 0 }]).measure(i, j, a, b);
  const shape = parameters.shape[shapeIndex(a, b)] as number;
  const parts: EvidencePart[] = [
    { name: 'shape', nats: shape + furtherNats(a, b, refinement) },
    { name: 'word-order', nats: orderNats(words, refinement) },
    { name: 'length', nats: parameters.length * lengthOf(part, local, model) },
  ];
  const shares = attribute(part, runOf(local), model);
  let forward = zhToEn * field.zhToEn(i, j, a, b);
  let backward = enToZh * field.enToZh(i, j, a, b);
  for (const name of WORD_SOURCES) {
    const share = shares.get(name);
    if (share === undefined) continue;
    const [f, g] = [zhToEn * share.zhToEn, enToZh * share.enToZh];
    forward -= f;
    backward -= g;
    parts.push({ name, nats: f + g, zhToEn: f, enToZh: g });
  }
  parts.push({
    name: 'unexplained',
    nats: forward + backward,
    zhToEn: forward,
    enToZh: backward,
  });
  for (const name of ['punctuation', 'dialogue'] as const) {
    parts.push({ name, nats: marksOf(part, local, parameters, name === 'dialogue') });
  }
  return parts;
}

function lengthOf({ zh, en }: TablePair, { a, b, i, j }: LocalBead, model: SetModel): number {
  const zhLength = (zh.length[i] as number) - (zh.length[i - a] as number);
  const enLength = (en.length[j] as number) - (en.length[j - b] as number);
  return lengthEvidence(zhLength, a, enLength, b, model.lengths);
}

function marksOf(
  { zh, en }: TablePair,
  { a, b, i, j }: LocalBead,
  { bothMarks, oneMark }: Parameters,
  isDialogue: boolean,
): number {
  const zhMarks = runMarks(zh.marks, i - a, i);
  const enMarks = runMarks(en.marks, j - b, j);
  let sum = 0;
  for (let mark = 0; mark < MARKS; mark++) {
    if (((DIALOGUE_MARKS >> mark) & 1) !== (isDialogue ? 1 : 0)) continue;
    const count = ((zhMarks >> mark) & 1) + ((enMarks >> mark) & 1);
    if (count === 2) sum += bothMarks[mark] as number;
    else if (count === 1) sum += oneMark[mark] as number;
  }
  return sum;
}

function rivalPathOf(
  own: readonly Step[],
  local: LocalBead,
  band: Band,
  scores: Float32Array,
  gap: GapScores,
): BeadExplanation['rivalPath'] {
  const rival = bestPathWithout(local, band, scores, gap);
  if (rival === undefined) return undefined;
  const kept = new Set(rangesOf(own, 0, 0).map(keyOf));
  const beads = rangesOf(rival.steps, 0, 0).filter((bead) => !kept.has(keyOf(bead)));
  return { beads, behind: pathScore(own, band, scores, gap) - rival.nats };
}

function keyOf({ zh, en }: BeadRanges): string {
  return `${zh.from}-${zh.to} ${en.from}-${en.to}`;
}

function rangesOf(
  steps: readonly { readonly a: number; readonly b: number }[],
  zhFrom: number,
  enFrom: number,
): BeadRanges[] {
  let [i, j] = [zhFrom, enFrom];
  return steps.map(({ a, b }) => ({
    zh: { from: i, to: (i += a) },
    en: { from: j, to: (j += b) },
  }));
}

function shifted({ zh, en }: BeadRanges, zhBy: number, enBy: number): BeadRanges {
  return {
    zh: { from: zh.from + zhBy, to: zh.to + zhBy },
    en: { from: en.from + enBy, to: en.to + enBy },
  };
}
