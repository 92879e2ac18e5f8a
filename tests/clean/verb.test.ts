import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acrossChecks, checks, cleanLimits } from '../../src/clean/index.js';
import { typed } from '../../src/cli/io.js';
import { openCorpus } from '../../src/store/index.js';
import { saveLines } from '../search/support.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

function linesOf(out: string): Record<string, unknown>[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const pairs = [
  { id: 7, zh: '市长 会见了代表团。', en: 'The mayor met the delegation.' },
  { id: 8, zh: '你好', en: '' },
  { id: 9, zh: '市长会见了代表团', en: 'The mayor met the delegation' },
  { id: 10, zh: '请致电13800138000。', en: 'Please call 138-0013-8000.' },
]
  .map((pair) => `${JSON.stringify(pair)}\n`)
  .join('');

describe('duizhao clean', () => {
  test('judges every line, keeps its fields and names the reason of each refusal', async () => {
    const { code, out, err } = await run(['clean'], pairs);
    expect(code).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { id: 7, zh: '市长会见了代表团。', state: 'new', original: { zh: '市长 会见了代表团。' } },
      { id: 8, state: 'rejected', reason: 'one-sided', score: 0 },
      {
        id: 9,
        state: 'rejected',
        findings: [{ check: 'duplicate', detail: 'same text as line 1' }],
      },
      { id: 10, state: 'new' },
    ]);
    expect(err).toBe('4 pairs: 2 kept, 1 duplicate, 1 one-sided\n');
  });

  test('--kept leaves out what is refused, --anonymise what is personal', async () => {
    const { out } = await run(['clean', '-', '--kept', '--anonymise'], pairs);
    expect(linesOf(out)).toMatchObject([
      { id: 7 },
      { id: 10, zh: '请致电[phone-1]。', en: 'Please call [phone-1].' },
    ]);
  });

  test('counts one pair and none as people do', async () => {
    expect((await run(['clean'], '')).err).toBe('0 pairs\n');
    expect((await run(['clean'], '{"zh":"你好","en":""}\n')).err).toBe('1 pair: 1 one-sided\n');
  });

  test('who waits for nothing is told that the keyboard is read', async () => {
    const said: string[] = [];
    const keys = async function* (): AsyncIterable<string> {
      yield await Promise.resolve('{}');
    };
    const say = (text: string): Promise<void> => Promise.resolve(void said.push(text));
    for await (const text of typed(keys(), say)) said.push(String(text));
    expect(said).toEqual([expect.stringContaining('Ctrl-D'), '{}']);
  });

  test('names the line of a bad record', async () => {
    const { code, err } = await run(['clean'], '{"zh":"好","en":"ok"}\n{"zh":1}\n');
    expect(code).toBe(65);
    expect(err).toContain('line 2');
  });

  test('refuses to switch off a check that does not exist', async () => {
    expect((await run(['clean', '--off', 'nonsense'], pairs)).code).toBe(64);
  });

  test('--list shows every check', async () => {
    const { out } = await run(['clean', '--list']);
    expect(out).toMatch(/^one-sided +one side is empty/);
    expect(out).toMatch(/profanity .*\(off by default\)/);
  });

  test('--list shows every threshold under a check that exists, and its reason', async () => {
    const { out } = await run(['clean', '--list']);
    const names = [...checks, ...acrossChecks].map(({ name }) => name);
    for (const [key, { value, reason, checks: users }] of Object.entries(cleanLimits)) {
      expect(names).toEqual(expect.arrayContaining(users));
      expect(out).toContain(`    ${key}: ${value}  `);
      expect(out).toContain(`        why: ${reason}\n`);
    }
    expect(out).toMatch(/^mojibake .*\n {4}maxRareHan: 0\.4 {2}/m);
  });

  test.each(['tsv', 'csv', 'tmx', 'xlsx', 'jsonl.gz'])('reads .%s', async (ending) => {
    const folder = emptyFolder();
    const lines = join(folder, 'pairs.jsonl');
    writeFileSync(
      lines,
      '{"zh":"市长会见了代表团。","en":"The mayor met the delegation."}\n'.repeat(2),
    );
    const file = join(folder, `pairs.${ending}`);
    expect((await run(['convert', lines, file, '--to', ending.split('.')[0] ?? ''])).code).toBe(0);
    const { code, out } = await run(['clean', file]);
    expect(code).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { zh: '市长会见了代表团。', en: 'The mayor met the delegation.', state: 'new' },
      { reason: 'duplicate', findings: [{ detail: 'same text as pair 1' }] },
    ]);
  });

  test('a pair that is kept now has no reason from before', async () => {
    const { out } = await run(
      ['clean'],
      '{"zh":"市长会见了代表团。","en":"The mayor met the delegation.","reason":"x"}\n',
    );
    expect(linesOf(out)[0]).not.toHaveProperty('reason');
  });
});

describe('duizhao clean --preview', () => {
  function filled(settings: string): string {
    const folder = emptyFolder();
    const corpus = openCorpus(folder, { create: true });
    saveLines(corpus, 'https://a.example/1', [
      ['外办主任会见了客人。', 'The director of the office met the guests.'],
    ]);
    corpus.close();
    writeFileSync(join(folder, 'duizhao.yaml'), settings);
    return folder;
  }

  test('shows what a rule would change, with a sample, and changes nothing', async () => {
    const folder = filled(
      'clean:\n  rules:\n    - name: short\n      when: zh.length < 20\n      action: reject\n',
    );
    const { code, out, err } = await run(['clean', '--preview', '-C', folder]);
    expect(code).toBe(0);
    expect(out).toContain('1\tkept → short\n');
    expect(out).toContain('外办主任会见了客人。');
    expect(err).toBe('1 of 1 pair would change: 1 kept now, 0 then\n');
  });

  test('takes what the command line adds, as a person or as a program reads it', async () => {
    const folder = filled('');
    expect((await run(['clean', '--preview', '-C', folder])).out).toBe('');
    const words = ['clean', '--preview', '-C', folder, '--min-score', '1'];
    expect((await run(words)).out).toContain('1\tkept → low-score\n');
    const { out } = await run([...words, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      pairs: 1,
      wouldChange: 1,
      keptNow: 1,
      keptThen: 0,
      changes: [{ name: 'kept → low-score', count: 1, samples: [{ zh: '外办主任会见了客人。' }] }],
      notes: [],
    });
    const bare = await run([...words, '--json', '--samples', '0']);
    expect(JSON.parse(bare.out)).toMatchObject({ changes: [{ count: 1, samples: [] }] });
  });

  test('shows pairs from the whole corpus, the same ones each time', async () => {
    const folder = filled('');
    const corpus = openCorpus(folder);
    for (let n = 0; n < 60; n++) {
      saveLines(corpus, `https://a.example/n${n}`, [[`第${n}艘渔船回港。`, `Boat ${n} is back.`]]);
    }
    corpus.close();
    const words = ['clean', '--preview', '-C', folder, '--min-score', '1', '--samples', '6'];
    const { out } = await run(words);
    const shown = [...out.matchAll(/Boat (\d+) is back/g)].map(([, n]) => Number(n));
    expect(new Set(shown).size).toBe(shown.length);
    expect(Math.max(...shown)).toBeGreaterThan(20);
    expect((await run(words)).out).toBe(out);
  });

  test('hides personal data in its samples when it is asked to', async () => {
    const folder = filled('');
    const corpus = openCorpus(folder);
    saveLines(corpus, 'https://a.example/2', [['请致电13800138000。', 'Call 13800138000.']]);
    corpus.close();
    const words = ['clean', '--preview', '-C', folder, '--min-score', '1'];
    expect((await run(words)).out).toContain('13800138000');
    const { out } = await run([...words, '--anonymise']);
    expect(out).toContain('Call [phone-1].');
    expect(out).not.toContain('13800138000');
  });

  test('refuses what it would not listen to', async () => {
    const folder = filled('');
    for (const idle of [['x.jsonl'], ['--kept'], ['--explain']]) {
      const { code, err } = await run(['clean', ...idle, '--preview', '-C', folder]);
      expect({ code, err }).toMatchObject({
        code: 64,
        err: expect.stringContaining(idle[0] ?? '') as unknown,
      });
    }
  });

  test.each([
    ['zh contains "茶', 'column 13: the quotation that begins with " never ends'],
    ['zh contains “茶”', `column 13: texts stand between straight quotation marks (" or '), not “`],
  ])('says what is wrong with the quotation in %s', async (when, said) => {
    const folder = filled(
      `clean:\n  rules:\n    - name: tea\n      when: ${when}\n      action: reject\n`,
    );
    expect((await run(['clean', '--preview', '-C', folder])).err).toContain(said);
  });

  test('names file, line and column of a rule that is wrong', async () => {
    const folder = filled(
      'clean:\n  rules:\n    - name: short\n      when: zh.len < 20\n      action: reject\n',
    );
    const { code, err } = await run(['clean', '--preview', '-C', folder]);
    expect(code).toBe(78);
    expect(err).toContain('duizhao.yaml: line 4: ');
    expect(err).toContain('column 1: unknown name "zh.len"');
  });

  test('a rule may not take the name of a check, which would be two reasons in one', async () => {
    const folder = filled(
      'clean:\n  rules:\n    - name: duplicate\n      when: zh.length < 20\n      action: reject\n',
    );
    const { code, err } = await run(['clean', '--preview', '-C', folder]);
    expect(code).toBe(78);
    expect(err).toContain('duizhao.yaml: line 3: ');
    expect(err).toContain('a check has this name');
  });
});

test('duizhao clean --list --json gives every check with its limits and their reasons', async () => {
  const { code, out } = await run(['clean', '--list', '--json']);
  const listed = linesOf(out);
  expect(code).toBe(0);
  expect(listed.map(({ check }) => check)).toEqual([
    ...[...checks, ...acrossChecks].map(({ name }) => name),
    'low-score',
  ]);
  const limits = listed.flatMap(({ limits }) => limits as { name: string; reason: string }[]);
  expect(new Set(limits.map(({ name }) => name))).toEqual(new Set(Object.keys(cleanLimits)));
  expect(limits.every(({ reason }) => reason.length > 20)).toBe(true);
});
