import type { Outcome, Verdict } from './judge.js';

/** Precision, recall and their harmonic mean, each in [0, 1]; 0 where nothing is counted. */
export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The two published readings of "right". */
export interface AlignmentScore {
  readonly strict: Prf;
  readonly lax: Prf;
}

/** Numbers behind an {@link AlignmentScore}; they add up over documents. */
export interface Counts {
  readonly system: number;
  readonly systemStrict: number;
  readonly systemLax: number;
  readonly gold: number;
  readonly goldStrict: number;
  readonly goldLax: number;
}

/** Nothing counted yet. */
export const NO_COUNTS: Counts = {
  system: 0,
  systemStrict: 0,
  systemLax: 0,
  gold: 0,
  goldStrict: 0,
  goldLax: 0,
};

/** Counts of one judged document, or of the part of it that `holds`. */
export function countsOf(verdict: Verdict, holds: (outcome: Outcome) => boolean = all): Counts {
  const precision = verdict.precision.filter(holds);
  const recall = verdict.recall.filter(holds);
  return {
    system: precision.length,
    systemStrict: precision.filter((outcome) => outcome.strict).length,
    systemLax: precision.filter((outcome) => outcome.lax).length,
    gold: recall.length,
    goldStrict: recall.filter((outcome) => outcome.strict).length,
    goldLax: recall.filter((outcome) => outcome.lax).length,
  };
}

function all(): boolean {
  return true;
}

/** Adds two counts. */
export function addCounts(one: Counts, other: Counts): Counts {
  return {
    system: one.system + other.system,
    systemStrict: one.systemStrict + other.systemStrict,
    systemLax: one.systemLax + other.systemLax,
    gold: one.gold + other.gold,
    goldStrict: one.goldStrict + other.goldStrict,
    goldLax: one.goldLax + other.goldLax,
  };
}

/** Scores from counts added up over documents (micro-average). */
export function scoreOf(counts: Counts): AlignmentScore {
  return {
    strict: prf(counts.systemStrict, counts.system, counts.goldStrict, counts.gold),
    lax: prf(counts.systemLax, counts.system, counts.goldLax, counts.gold),
  };
}

/** Precision `rightFound / found`, recall `rightGold / gold`, and F1. */
export function prf(rightFound: number, found: number, rightGold: number, gold: number): Prf {
  const precision = found === 0 ? 0 : rightFound / found;
  const recall = gold === 0 ? 0 : rightGold / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
