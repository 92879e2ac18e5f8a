import type { Pair } from '../../model/index.js';

/** Values a rule may hold. */
export type RuleValue = number | string | boolean;

/** What a rule sees of a pair. */
export type RulePair = Pick<
  Pair,
  'zh' | 'en' | 'score' | 'confidence' | 'shape' | 'layout' | 'findings' | 'repairs' | 'state'
>;

/** A name that a rule may use. */
export interface RuleName {
  readonly name: string;
  readonly summary: string;
  readonly type: 'number' | 'string' | 'boolean';
  of(pair: RulePair): RuleValue;
}

/** Every name, in the order help shows them. */
export const ruleNames: readonly RuleName[] = [
  number('score', 'probability that the pair is good, 0 to 1', ({ score }) => score),
  number('confidence', 'probability from the aligner, 0 to 1', ({ confidence }) => confidence),
  number('zh.length', 'characters of the Chinese side', ({ zh }) => zh.length),
  number('en.length', 'characters of the English side', ({ en }) => en.length),
  number('en.words', 'words of the English side', ({ en }) => wordsOf(en)),
  number(
    'ratio',
    'English characters a Chinese character',
    ({ zh, en }) => en.length / Math.max(1, zh.length),
  ),
  number('checks', 'number of checks that object', ({ findings }) => findings.length),
  text('zh', 'the Chinese text', ({ zh }) => zh),
  text('en', 'the English text', ({ en }) => en),
  text('shape', '1-1, 1-2 …', ({ shape }) => shape),
  text('layout', 'interleaved, marked, side-by-side …', ({ layout }) => layout),
  {
    name: 'repaired',
    summary: 'a repair changed the text',
    type: 'boolean',
    of: ({ repairs }) => repairs.length > 0,
  },
];

function number(name: string, summary: string, of: (pair: RulePair) => number): RuleName {
  return { name, summary, type: 'number', of };
}

function text(name: string, summary: string, of: (pair: RulePair) => string): RuleName {
  return { name, summary, type: 'string', of };
}

function wordsOf(en: string): number {
  return en.split(/\s+/).filter((word) => /[A-Za-z]/.test(word)).length;
}
