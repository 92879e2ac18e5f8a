import type { LearnedLexicon } from '../lexicon/index.js';
import { unitScore, type Finding, type Pair } from '../model/index.js';
import type { Candidate, Check } from './check.js';
import { checks } from './checks/index.js';
import { cleanDefaults, type CleanLimits } from './defaults.js';
import { readPairFacts } from './facts/pair-facts.js';
import { applyRules, type CleanRule, type Verdict } from './rules/rules.js';
import { scoreOf } from './score/score.js';

/** Settings of the stage; plain data. */
export interface CleanOptions {
  readonly limits?: Partial<CleanLimits>;
  /** Names of checks that are switched off. */
  readonly off?: readonly string[];
  /** Names of optional checks that are switched on. */
  readonly on?: readonly string[];
  /** Names of checks of the whole corpus that refuse a pair and do not only note it. */
  readonly reject?: readonly string[];
  /** Word translations learned from the corpus, which count beside those of the dictionary. */
  readonly learned?: LearnedLexicon;
  /** Rules of one's own, applied after checks and score. */
  readonly rules?: readonly CleanRule[];
}

/** Name of the reason when no check objects to a pair but its score is too low. */
export const LOW_SCORE = 'low-score';

/** What is judged: two repaired texts, and what the aligner thinks of them if it made them. */
export interface Judgeable {
  readonly zh: string;
  readonly en: string;
  readonly confidence?: number;
}

/** Score, findings, state and reason of a pair. */
export type Judgement = Pick<Pair, 'score' | 'findings' | 'state'> & { readonly reason?: string };

/** Judges pairs with bound settings. */
export interface Judge {
  judge(pair: Judgeable & Partial<Pick<Pair, 'shape' | 'layout' | 'repairs'>>): Judgement;
}

/** Binds the settings; looks the active checks up once. */
export function createJudge(options: CleanOptions = {}): Judge {
  const limits = { ...cleanDefaults, ...options.limits };
  const active = checks.filter(({ name, isOptional }) =>
    isOptional === true ? options.on?.includes(name) : !options.off?.includes(name),
  );
  const rules = options.rules ?? [];
  return {
    judge(pair) {
      const { zh, en, confidence } = pair;
      const facts = readPairFacts(zh, en, options.learned);
      const candidate =
        confidence === undefined ? { zh, en, facts } : { zh, en, facts, confidence };
      const isOneSided = zh === '' || en === '';
      const findings = examine(candidate, isOneSided ? active.slice(0, 1) : active, limits);
      const score = isOneSided ? NOTHING : scoreOf(facts, confidence);
      const verdict = decide(findings, score < limits.minScore);
      if (rules.length === 0) return { score, ...verdict };
      const seen = {
        zh,
        en,
        score,
        confidence: unitScore(confidence ?? 1),
        findings,
        repairs: pair.repairs ?? [],
        shape: pair.shape ?? '1-1',
        layout: pair.layout ?? 'paired-files',
        state: verdict.state,
      };
      return { score, ...applyRules(seen, verdict, rules) };
    },
  };
}

const NOTHING = unitScore(0);

/** Half a pair is shown to the first check only: nothing else can be said of it. */
function examine(candidate: Candidate, active: readonly Check[], limits: CleanLimits): Finding[] {
  const findings: Finding[] = [];
  for (const check of active) {
    const objection = check.examine(candidate, limits);
    if (objection !== undefined) findings.push({ check: check.name, ...objection });
  }
  return findings;
}

/** A check that refuses decides; else a low score, under the name of the first objection. */
function decide(findings: readonly Finding[], isLow: boolean): Verdict {
  const refusal = findings.find(({ rejects }) => rejects)?.check;
  const reason = refusal ?? (isLow ? (findings[0]?.check ?? LOW_SCORE) : undefined);
  return reason === undefined
    ? { findings, state: 'new' }
    : { findings, state: 'rejected', reason };
}
