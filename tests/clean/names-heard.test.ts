import { describe, expect, test } from '@jest/globals';
import { checks, cleanDefaults, readPairFacts } from '../../src/clean/index.js';

function objection(zh: string, en: string): string | undefined {
  const check = checks.find(({ name }) => name === 'name-missing');
  return check?.examine({ zh, en, facts: readPairFacts(zh, en) }, cleanDefaults)?.detail;
}

describe('a name is not missed', () => {
  test.each([
    ['约拿单说完就走了。', 'When he had said this, Jonathan went away.'],
    ['他们住在示剑。', 'They lived in Shechem.'],
    ['基列的长老都来了。', 'All the elders of Gilead came.'],
    ['赫人不肯卖那块田。', 'The Hittites would not sell the field.'],
    ['地震之后，东加拉的道路中断了。', 'The roads to Donggala were cut off after the earthquake.'],
    ['中方对此表示欢迎。', 'Beijing welcomed the move.'],
    ['在深外国人可以网上预约。', 'Foreigners in Shenzhen can book online.'],
    ['最高气温36℃。', 'The high will be 36 degrees Celsius.'],
  ])('%s / %s', (zh, en) => {
    expect(objection(zh, en)).toBeUndefined();
  });
});

describe('another name is', () => {
  test.each([
    ['约拿单说完就走了。', 'When he had said this, Solomon went away.', 'solomon'],
    ['他们住在示剑。', 'They lived in Damascus.', 'damascus'],
    ['周先生昨天走了。', 'Mr Zhao left yesterday.', 'zhao'],
    ['王建国说他明天到。', 'Chen Xiaoming said he would arrive tomorrow.', 'xiaoming'],
    ['她在成都教书。', 'She teaches in Shenyang.', 'shenyang'],
  ])('%s / %s', (zh, en, name) => {
    expect(objection(zh, en)).toBe(name);
  });
});
