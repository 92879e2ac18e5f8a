import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { checks, cleanDefaults, readPairFacts } from '../../src/clean/index.js';

/** A pair of tests/clean/pairs: two lines, before them, after `! `, the checks that may object. */
interface Example {
  readonly wanted: readonly string[];
  readonly zh: string;
  readonly en: string;
}

function examplesOf(file: string): Example[] {
  const lines = readFileSync(`tests/clean/pairs/${file}`, 'utf8').split('\n');
  const examples: Example[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at] ?? '';
    if (line === '' || line.startsWith('# ')) continue;
    const wanted = line.startsWith('! ') ? line.slice(2).split('|') : [];
    if (wanted.length > 0) line = lines[(at += 1)] ?? '';
    examples.push({ wanted, zh: line, en: lines[(at += 1)] ?? '' });
  }
  return examples;
}

/** Names of the checks that object; those on by default, of a single pair. */
function objections({ zh, en }: Example): string[] {
  const facts = readPairFacts(zh, en);
  return checks
    .filter(({ name }) => name !== 'profanity')
    .filter((check) => check.examine({ zh, en, facts }, cleanDefaults) !== undefined)
    .map(({ name }) => name);
}

const right = examplesOf('right.txt');
const wrong = examplesOf('wrong.txt');

test('the files hold what their heads say', () => {
  expect(right.length).toBeGreaterThan(200);
  expect(wrong.length).toBeGreaterThan(100);
  const names = new Set(checks.map(({ name }) => name));
  expect(right.filter(({ wanted, en }) => wanted.length > 0 || en === '')).toEqual([]);
  expect(wrong.filter(({ wanted }) => !wanted.some((name) => names.has(name)))).toEqual([]);
});

describe('no check objects to a pair that is right', () => {
  test.each(right)('$zh', (example) => {
    expect(objections(example)).toEqual([]);
  });
});

describe('the check for it objects to a fault', () => {
  test.each(wrong)('$wanted: $zh', (example) => {
    expect(objections(example).filter((name) => example.wanted.includes(name))).not.toEqual([]);
  });
});
