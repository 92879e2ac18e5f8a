import {
  createAligner,
  type BeadExplanation,
  type BeadRanges,
  type EvidenceName,
} from '../align/index.js';
import { DuizhaoError } from '../kit/index.js';
import { beadShape, type Range } from '../model/index.js';
import { readAlignInput, type AlignInputOptions } from './align-input.js';
import type { TextSide } from './text-side.js';

/** Some sentences of one side, with the numbers they have in the file, from 1. */
interface Passage {
  readonly numbers: readonly number[];
  readonly text: string;
}

/** Why two files are aligned as they are: one bead with its texts. */
export interface ExplainedBead extends Pick<BeadExplanation, 'confidence' | 'evidence' | 'words'> {
  readonly zh: Passage;
  readonly en: Passage;
  /** `2-1`: Chinese sentences first. */
  readonly shape: string;
  /** Sum of the evidence, in nats; absent for a one-sided bead. */
  readonly score?: number;
  /** The most probable other bead that shares a sentence with this one. */
  readonly rival?: {
    readonly zh: Passage;
    readonly en: Passage;
    readonly shape: string;
    readonly probability: number;
  };
  /** The best way through its surroundings without it. */
  readonly rivalPath?: {
    readonly beads: readonly {
      readonly zh: Passage;
      readonly en: Passage;
      readonly shape: string;
    }[];
    /** How much worse it is, in nats. */
    readonly behind: number;
  };
}

/** How two files are explained. */
export interface ExplainFilesOptions extends AlignInputOptions {
  /** Do not learn word translations from the texts first. */
  readonly onePass?: boolean;
  /** Evidence not to use. */
  readonly without?: readonly EvidenceName[];
  /** Only the bead that holds this Chinese sentence. */
  readonly sentence?: number;
}

/**
 * Aligns a Chinese file with an English one and says of each bead why it was chosen.
 *
 * @throws DuizhaoError `align.empty-side`; `align.no-sentence` where there is no such sentence
 */
export async function explainFiles(
  zhFile: string,
  enFile: string,
  options: ExplainFilesOptions,
): Promise<ExplainedBead[]> {
  const { zh, en, input } = await readAlignInput(zhFile, enFile, options);
  const { sentence, onePass, without = [] } = options;
  if (sentence !== undefined && !zh.numbers.includes(sentence))
    throw noSentence(zhFile, zh, sentence);
  const aligner = createAligner({ without, ...(onePass === true ? { rounds: 0 } : {}) });
  return aligner
    .explain(input)
    .map((bead) => explained(bead, zh, en))
    .filter((bead) => sentence === undefined || bead.zh.numbers.includes(sentence));
}

function explained(bead: BeadExplanation, zh: TextSide, en: TextSide): ExplainedBead {
  const { confidence, evidence, words, rival, rivalPath } = bead;
  const shown = { ...passages(bead, zh, en), confidence };
  return {
    ...shown,
    ...(evidence === undefined ? {} : { score: sumOf(evidence.map(({ nats }) => nats)), evidence }),
    words,
    ...(rival === undefined
      ? {}
      : { rival: { ...passages(rival, zh, en), probability: rival.probability } }),
    ...(rivalPath === undefined
      ? {}
      : {
          rivalPath: {
            beads: rivalPath.beads.map((one) => passages(one, zh, en)),
            behind: rivalPath.behind,
          },
        }),
  };
}

function passages(
  bead: BeadRanges,
  zh: TextSide,
  en: TextSide,
): { zh: Passage; en: Passage; shape: string } {
  return {
    zh: passage(bead.zh, zh, ''),
    en: passage(bead.en, en, ' '),
    shape: beadShape(bead),
  };
}

function passage({ from, to }: Range, { texts, numbers }: TextSide, joint: string): Passage {
  return { numbers: numbers.slice(from, to), text: texts.slice(from, to).join(joint) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function noSentence(file: string, { numbers }: TextSide, sentence: number): DuizhaoError {
  return new DuizhaoError({
    code: 'align.no-sentence',
    exit: 'usage',
    message: `"${file}" has no sentence ${sentence}`,
    hint: `sentences are counted from 1 to ${numbers.at(-1) ?? 0}; with --lines, lines are`,
    at: { file },
  });
}
