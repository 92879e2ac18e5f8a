import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const ZH = '会议今天开始；代表们说：“我们很高兴。”大家都同意这个计划。';
const EN = 'The meeting began today; the delegates said: "We are happy." All agree to this plan.';

const RULES =
  '<srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="x">' +
  '<rule break="yes"><beforebreak>[；;]</beforebreak></rule></languagerule></languagerules>' +
  '<maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>';

/** A folder with two texts of one paragraph, and a corpus folder with these settings. */
function folderWith(settings: string): { zh: string; en: string; corpus: string } {
  const folder = emptyFolder();
  const [zh, en] = [join(folder, 'a.zh.txt'), join(folder, 'a.en.txt')];
  writeFileSync(zh, `${ZH}\n`);
  writeFileSync(en, `${EN}\n`);
  writeFileSync(join(folder, 'duizhao.yaml'), settings);
  writeFileSync(join(folder, 'rules.srx'), RULES);
  return { zh, en, corpus: folder };
}

/** The Chinese sides of all pairs, each a run of sentences, after `duizhao run --pair`. */
async function chineseSides(settings: string): Promise<string[]> {
  const { zh, en, corpus } = folderWith(settings);
  expect((await run(['run', '--pair', zh, en, '-o', corpus, '-q'])).err).not.toMatch(/^error/);
  const file = join(corpus, 'all.jsonl');
  await run(['export', file, '-C', corpus, '--state', 'new,rejected']);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { zh: string }).zh);
}

describe('split: in duizhao.yaml', () => {
  test('without it, sentences are cut where a reader would cut them', async () => {
    expect(await chineseSides('')).toEqual([
      '会议今天开始；代表们说：“我们很高兴。”',
      '大家都同意这个计划。',
    ]);
  });

  test('semicolon: true', async () => {
    expect(await chineseSides('split:\n  semicolon: true\n')).toEqual([
      '会议今天开始；',
      '代表们说：“我们很高兴。”',
      '大家都同意这个计划。',
    ]);
  });

  test('lines: true leaves paragraphs whole', async () => {
    expect(await chineseSides('split:\n  lines: true\n')).toEqual([ZH]);
  });

  test('profile: omegat does not cut before a closing mark', async () => {
    expect(await chineseSides('split:\n  profile: omegat\n')).toEqual([ZH]);
  });

  test('srx: FILE, looked for in the corpus folder', async () => {
    expect(await chineseSides('split:\n  srx: rules.srx\n')).toEqual([
      '会议今天开始；',
      '代表们说：“我们很高兴。”大家都同意这个计划。',
    ]);
  });

  test.each([
    ['an unknown key', 'split:\n  comma: true\n', 78],
    ['a profile that does not exist', 'split:\n  profile: trados\n', 78],
    ['rules beside rules', 'split:\n  srx: rules.srx\n  profile: omegat\n', 78],
    ['lines beside stops', 'split:\n  lines: true\n  colon: true\n', 78],
    ['rules that are missing', 'split:\n  srx: no-such.srx\n', 66],
    ['rules that are none', 'split:\n  srx: a.zh.txt\n', 65],
  ])('%s is refused before anything is done', async (_what, settings, code) => {
    const { zh, en, corpus } = folderWith(settings);
    const got = await run(['run', '--pair', zh, en, '-o', corpus, '-q']);
    expect(got.code).toBe(code);
    expect(got.err).toMatch(/^error: /);
  });
});
