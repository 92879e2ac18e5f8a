import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checks,
  cleanPair,
  createJudge,
  faultOfRule,
  type CleanRule,
} from '../../src/clean/index.js';

const pair = { zh: '市长会见了代表团。', en: 'The mayor met the delegation.', confidence: 0.9 };

function reasonWith(...rules: readonly CleanRule[]): string | undefined {
  return cleanPair(pair, createJudge({ rules })).reason;
}

function rejects(when: string): boolean {
  return reasonWith({ name: 'mine', when, action: 'reject' }) === 'mine';
}

describe('a rule', () => {
  test.each([
    ['zh.length = 9', true],
    ['zh.length < 9 or en.words >= 5', true],
    ['not (score > 0.5 and confidence >= 0.9)', false],
    ['en contains "mayor"', true],
    ["zh contains '部长'", false],
    ['layout in ("interleaved", "paired-files")', true],
    ['shape = "1-1" and not has(number-mismatch)', true],
    ['2 + 3 * 4 = 14 and -(2 - 5) = 3 and 7 % 4 = 3 and 1 / 4 = 0.25', true],
    ['ratio > 2.5 and ratio < 3.5', true],
    ['checks = 0', true],
    ['true and not false', true],
  ])('%s is %p', (when, answer) => {
    expect(rejects(when)).toBe(answer);
  });

  test.each([
    ['zh.length <', 'column 12:'],
    ['scor > 0.5', 'column 1: unknown name "scor"'],
    ['has(near-duplicate)', 'column 5: rules judge a pair by itself'],
    [
      'has(duplicate)',
      'column 5: rules judge a pair by itself and cannot see "duplicate", which compares it with the whole corpus; such pairs are refused already',
    ],
    ['has(low-score)', 'column 5: "low-score" is no check'],
    ['score > 0.1 && score < 0.5', 'column 13: write and instead of &&'],
    ['score ≥ 0.5', 'column 7: write >= instead of ≥'],
    ['score＞0.5', 'column 6: write > instead of ＞'],
    ['!repaired', 'column 1: write not instead of !'],
    ['zh contains 天气', 'column 13: a text stands between quotation marks'],
    ['has(nonsense)', 'column 5: unknown check "nonsense"'],
    ['zh > 3', 'column 1: this is a text'],
    ['score', 'column 1: this is a number'],
    ['score > 0.5 score', 'column 13:'],
    ['score > 0.5; process.exit()', 'column 12:'],
    ['(score > 0.5', 'column 13:'],
    ['score = "high"', 'column 9: this is a text'],
    ['', 'column 1:'],
  ])('%j is refused at its %s', (when, message) => {
    expect(faultOfRule(when)).toContain(message);
  });

  test('cannot overflow the stack', () => {
    expect(faultOfRule(`${'('.repeat(900)}true${')'.repeat(900)}`)).toContain('nested too deep');
    expect(faultOfRule(`${'not '.repeat(490)}true`)).toContain('nested too deep');
  });

  test('parses or is refused, whatever the text', () => {
    const word = fc.constantFrom(
      'score',
      '<',
      '0.5',
      'and',
      'not',
      '(',
      ')',
      '"x"',
      'has',
      'in',
      ',',
      '-',
      'zh',
      '§',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const fault = faultOfRule(words.join(' '));
        expect(fault === undefined || /^column \d+: ./.test(fault)).toBe(true);
      }),
    );
  });
});

describe('rules in order', () => {
  test('the last one that decides wins', () => {
    const all: CleanRule = { name: 'all', when: 'true', action: 'reject' };
    const mayors: CleanRule = { name: 'mayors', when: 'en contains "mayor"', action: 'keep' };
    expect(reasonWith(all, mayors)).toBeUndefined();
    expect(reasonWith(mayors, all)).toBe('all');
  });

  test('a note marks and decides nothing', () => {
    const rules: CleanRule[] = [{ name: 'short', when: 'zh.length < 20', action: 'note' }];
    const { state, findings } = cleanPair(pair, createJudge({ rules }));
    expect(state).toBe('new');
    expect(findings).toEqual([{ check: 'short', detail: 'zh.length < 20', rejects: false }]);
  });

  test('no rule keeps half a pair', () => {
    const rules: CleanRule[] = [{ name: 'all', when: 'true', action: 'keep' }];
    expect(cleanPair({ zh: '你好', en: '' }, createJudge({ rules })).reason).toBe('one-sided');
  });
});

test('an optional check speaks only when it is switched on', () => {
  expect(checks.find(({ name }) => name === 'profanity')?.isOptional).toBe(true);
  const rude = { zh: '你这个王八蛋！', en: 'You bastard!' };
  const names = (on: string[]) =>
    cleanPair(rude, createJudge({ on })).findings.map((one) => one.check);
  expect(names([])).toEqual([]);
  expect(names(['profanity'])).toEqual(['profanity']);
});
