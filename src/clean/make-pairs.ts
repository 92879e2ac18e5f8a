import { hashOf } from '../kit/index.js';
import {
  beadShape,
  pairId,
  type Bead,
  type Document,
  type Finding,
  type Pair,
  type Sentence,
} from '../model/index.js';
import type { Candidate, Objection } from './check.js';
import { checks } from './checks/index.js';
import { cleanDefaults, type CleanDefaults } from './defaults.js';
import { joinSentences } from './join.js';
import { repairText } from './repair.js';
import { scoreOf } from './score.js';

/** An aligned document: what the `clean` stage takes in. */
export interface AlignedDocument {
  readonly document: Document;
  readonly zh: readonly Sentence[];
  readonly en: readonly Sentence[];
  readonly beads: readonly Bead[];
}

/** Settings of the stage. */
export interface CleanOptions {
  readonly limits?: Partial<CleanDefaults>;
  /** Names of checks that are switched off. */
  readonly off?: readonly string[];
}

/** Name of the reason when no check alone refuses a pair but its score is too low. */
export const LOW_SCORE = 'low-score';

/**
 * Turns every bead of a document into a pair: joined, repaired, checked, scored.
 *
 * One pair a bead, in order, one-sided beads included (rejected as `one-sided`), so counts in
 * equal counts out. Pure: the same document gives the same pairs, ids included.
 */
export function makePairs(aligned: AlignedDocument, options: CleanOptions = {}): Pair[] {
  const limits = { ...cleanDefaults, ...options.limits };
  const active = checks.filter(({ name }) => !options.off?.includes(name));
  const seen = new Map<string, number>();
  return aligned.beads.map((bead, index) => {
    const { document } = aligned;
    const zhRun = aligned.zh.slice(bead.zh.from, bead.zh.to);
    const enRun = aligned.en.slice(bead.en.from, bead.en.to);
    const original = {
      zh: joinSentences(zhRun, document.blocks, 'zh'),
      en: joinSentences(enRun, document.blocks, 'en'),
    };
    const [zh, en] = [repairText(original.zh), repairText(original.en)];
    const texts = `${zh.text}\u0000${en.text}`;
    const occurrence = seen.get(texts) ?? 0;
    seen.set(texts, occurrence + 1);
    const repairs = [...new Set([...zh.applied, ...en.applied])].sort();
    return {
      id: pairId(hashOf(document.key, zh.text, en.text, occurrence).slice(0, 32)),
      document: document.id,
      position: index + 1,
      zh: zh.text,
      en: en.text,
      ...(repairs.length === 0 ? {} : { original }),
      repairs,
      shape: beadShape(bead),
      confidence: bead.confidence,
      ...judge({ zh: zh.text, en: en.text, confidence: bead.confidence }, active, limits),
      layout: layoutOf(document, zhRun, enRun),
      blocks: { zh: blocksOf(zhRun), en: blocksOf(enRun) },
    };
  });
}

/** Score, findings, state and reason of a pair. */
function judge(
  candidate: Candidate,
  active: typeof checks,
  limits: CleanDefaults,
): Pick<Pair, 'score' | 'findings' | 'state' | 'reason'> {
  const objections: Objection[] = [];
  const findings: Finding[] = [];
  const isOneSided = candidate.zh === '' || candidate.en === '';
  for (const check of active) {
    const objection = check.examine(candidate, limits);
    if (objection === undefined) continue;
    objections.push(objection);
    findings.push({ check: check.name, detail: objection.detail, rejects: objection.rejects });
    if (isOneSided) break; // nothing else can be said of half a pair
  }
  const score = scoreOf(candidate.confidence, objections);
  const refusal = findings.find(({ rejects }) => rejects)?.check;
  const reason = refusal ?? (score < limits.minScore ? LOW_SCORE : undefined);
  return {
    score,
    findings,
    state: reason === undefined ? 'new' : 'rejected',
    ...(reason === undefined ? {} : { reason }),
  };
}

/** A title whose two languages stand in one line is `inline`, whatever the page's own layout. */
function layoutOf(
  document: Document,
  zh: readonly Sentence[],
  en: readonly Sentence[],
): Pair['layout'] {
  const kinds = [...zh, ...en].map(({ block }) => document.blocks[block]?.kind);
  return kinds.length > 0 && kinds.every((kind) => kind === 'title') && zh.length * en.length > 0
    ? 'inline'
    : document.layout;
}

/** Block numbers from 1, each once. */
function blocksOf(run: readonly Sentence[]): number[] {
  return [...new Set(run.map(({ block }) => block + 1))];
}
