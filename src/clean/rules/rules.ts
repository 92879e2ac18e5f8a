import type { Finding, Pair } from '../../model/index.js';
import { parseRule, type RuleTest } from './parse-rule.js';
import { RuleError } from './tokens.js';
import type { RulePair } from './values.js';

/** A rule of the user's own, as `duizhao.yaml` has it. */
export interface CleanRule {
  /** Stands as the reason of what it rejects; kebab-case. */
  readonly name: string;
  /** The pairs it is about: see {@link parseRule}. */
  readonly when: string;
  /** `reject` refuses them; `keep` keeps them whatever checks and score say; `note` marks them. */
  readonly action: 'reject' | 'keep' | 'note';
}

/** What checks, score and rules decided of a pair. */
export type Verdict = Pick<Pair, 'findings' | 'state'> & { readonly reason?: string };

const parsed = new Map<string, RuleTest>();

/**
 * Lets the rules speak, in their order; the last one that decides wins.
 *
 * Half a pair stays rejected: no rule can make a translation of it.
 *
 * @throws RuleError if a rule does not parse; settings are checked before
 */
export function applyRules(pair: RulePair, verdict: Verdict, rules: readonly CleanRule[]): Verdict {
  if (pair.zh === '' || pair.en === '') return verdict;
  let now = verdict;
  for (const { name, when, action } of rules) {
    if (!testOf(when)({ ...pair, findings: verdict.findings })) continue;
    const finding: Finding = { check: name, detail: when, rejects: action === 'reject' };
    const findings = [...now.findings, finding];
    if (action === 'reject') now = { findings, state: 'rejected', reason: name };
    else if (action === 'keep') now = { findings, state: 'new' };
    else now = { ...now, findings };
  }
  return now;
}

/** What is wrong with the text of a rule, with the column, from 1; `undefined` if nothing is. */
export function faultOfRule(when: string): string | undefined {
  try {
    parseRule(when);
    return undefined;
  } catch (error) {
    if (error instanceof RuleError) return `column ${error.at + 1}: ${error.message}`;
    throw error;
  }
}

function testOf(when: string): RuleTest {
  const known = parsed.get(when);
  if (known !== undefined) return known;
  const test = parseRule(when);
  parsed.set(when, test);
  return test;
}
