import type { LearnedLexicon } from '../lexicon/index.js';
import { unitScore, type Finding, type Pair, type UnitScore } from '../model/index.js';
import type { Candidate, Check } from './check.js';
import { checks } from './checks/index.js';
import { cleanDefaults, type CleanLimits } from './defaults.js';
import { readPairFacts, type PairFacts } from './facts/pair-facts.js';
import { applyRules, type CleanRule, type Verdict } from './rules/rules.js';
import { DocumentScores, scoreOf } from './score/score.js';

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

/** What is judged, and what rules of one's own may ask of it. */
type Asked = Judgeable & Partial<Pick<Pair, 'shape' | 'layout' | 'repairs'>>;

/** Judges pairs with bound settings. */
export interface Judge {
  /** A pair by itself. */
  judge(pair: Asked): Judgement;
  /** All pairs of a document in its order, each beside the others: see {@link DocumentScores}. */
  judgeAll(pairs: readonly Asked[]): Judgement[];
}

/** Binds the settings; looks the active checks up once. */
export function createJudge(options: CleanOptions = {}): Judge {
  const limits = { ...cleanDefaults, ...options.limits };
  const active = checks.filter(({ name, isOptional }) =>
    isOptional === true ? options.on?.includes(name) : !options.off?.includes(name),
  );
  const look = (pair: Asked): Looked => {
    const { zh, en, confidence } = pair;
    const facts = readPairFacts(zh, en, options.learned);
    const candidate = confidence === undefined ? { zh, en, facts } : { zh, en, facts, confidence };
    const isOneSided = zh === '' || en === '';
    const findings = examine(candidate, isOneSided ? active.slice(0, 1) : active, limits);
    return { facts, findings, isOneSided };
  };
  const conclude = (pair: Asked, findings: readonly Finding[], score: UnitScore): Judgement => {
    const verdict = decide(findings, score < limits.minScore);
    const rules = options.rules ?? [];
    if (rules.length === 0) return { score, ...verdict };
    return { score, ...applyRules(asSeen(pair, findings, score, verdict), verdict, rules) };
  };
  return {
    judge(pair) {
      const { facts, findings, isOneSided } = look(pair);
      const score = isOneSided ? NOTHING : scoreOf(facts, pair.confidence);
      return conclude(pair, findings, score);
    },
    judgeAll(pairs) {
      const document = new DocumentScores();
      const looked = pairs.map((pair) => {
        const { facts, findings, isOneSided } = look(pair);
        if (!isOneSided) document.add(facts, pair.confidence);
        return { pair, findings, isOneSided };
      });
      const scores = document.scores().values();
      return looked.map(({ pair, findings, isOneSided }) => {
        const score = isOneSided ? NOTHING : (scores.next().value ?? NOTHING);
        return conclude(pair, findings, score);
      });
    },
  };
}

/** What is found out of a pair before its score. */
interface Looked {
  readonly facts: PairFacts;
  readonly findings: readonly Finding[];
  readonly isOneSided: boolean;
}

/** What rules see of a pair. */
function asSeen(
  { zh, en, confidence, repairs, shape, layout }: Asked,
  findings: readonly Finding[],
  score: UnitScore,
  { state }: Verdict,
): Parameters<typeof applyRules>[0] {
  return {
    zh,
    en,
    score,
    confidence: unitScore(confidence ?? 1),
    findings,
    repairs: repairs ?? [],
    shape: shape ?? '1-1',
    layout: layout ?? 'paired-files',
    state,
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
