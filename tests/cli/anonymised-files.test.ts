import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const PHONE = '13900139000';
const SECRET = /139[ -]?0013|li@example|１３９/;
const RECORD = {
  zh: `请拨打１３９００１３９０００报名参加会议。`,
  en: 'Please call 139-0013-9000 to register for the 13900139000 meeting.',
  url_or_path: `https://www.lan.example/${PHONE}/a.html`,
  site: `澜江外办 ${PHONE}`,
  title_zh: `电话${PHONE}`,
  title_en: 'Write to li@example.com',
  licence: '© li@example.com',
};

test.each(['csv', 'jsonl', 'tmx', 'xlf', 'tei', 'html'])(
  'an anonymised %s tells nothing in titles, addresses, notes and texts before repair',
  async (format) => {
    const folder = emptyFolder();
    const given = join(folder, 'given.jsonl');
    writeFileSync(given, `${JSON.stringify(RECORD)}\n`);
    await run(['init', folder]);
    await run(['import', given, '-C', folder]);
    await run(['build', '-C', folder]);
    const file = join(folder, `out.${format}`);
    const choice = ['--state', 'new,rejected', '--query', PHONE, '--bundle'];
    const { code } = await run(['export', file, '-C', folder, '--anonymise', ...choice]);
    expect(code).toBe(0);
    for (const name of [file, join(folder, 'README.md'), join(folder, 'metadata.json')]) {
      expect(readFileSync(name, 'utf8')).not.toMatch(SECRET);
    }
    expect(readFileSync(file, 'utf8')).toContain('[phone-1]');
  },
);

test('clean --anonymise hides in every field, also in what an earlier clean kept', async () => {
  const judged = (await run(['clean', '-'], `${JSON.stringify(RECORD)}\n`)).out;
  expect(judged).toMatch(SECRET);
  const { out } = await run(['clean', '-', '--anonymise'], judged);
  expect(out).not.toMatch(SECRET);
  expect(out).toContain('"title_en":"Write to [mail-1]"');
});

test('run --anonymise hides in all files and the report, not in the corpus', async () => {
  const folder = emptyFolder();
  const text = join(folder, 'text.txt');
  const lines = [
    '联系人电话：13900139000。\n\nThe contact person can be reached at 139 0013 9000.',
    '报名邮箱：li@example.com。\n\nTo register, please write to li@example.com.',
  ];
  writeFileSync(text, `${lines.join('\n\n')}\n`);
  const out = join(folder, 'out');
  const files = ['corpus.tmx', 'corpus.csv', 'corpus.jsonl', 'report.html'];
  const read = (name: string): string => readFileSync(join(out, name), 'utf8');
  await run(['run', text, '-o', out]);
  for (const name of files) expect(read(name)).toMatch(SECRET);
  expect((await run(['run', text, '-o', out, '--anonymise'])).code).toBe(0);
  for (const name of files) {
    expect(read(name)).not.toMatch(SECRET);
    expect(read(name)).toContain('[mail-1]');
  }
  expect((await run(['search', 'li', '-C', out])).out).toMatch(SECRET);
  expect((await run(['run', text, '-o', out])).code).toBe(0);
  for (const name of files) expect(read(name)).toMatch(SECRET);
});

test('stats --html and convert hide, too', async () => {
  const folder = emptyFolder();
  const given = join(folder, 'given.jsonl');
  writeFileSync(given, `${JSON.stringify(RECORD)}\n`);
  await run(['init', folder]);
  await run(['import', given, '-C', folder]);
  await run(['build', '-C', folder]);
  const [report, converted] = [join(folder, 'r.html'), join(folder, 'c.csv')];
  await run(['stats', '--html', report, '--anonymise', '-C', folder]);
  await run(['convert', given, converted, '--anonymise']);
  expect((await run(['stats', '--anonymise', '-C', folder])).code).toBe(64);
  for (const file of [report, converted]) {
    expect(readFileSync(file, 'utf8')).not.toMatch(SECRET);
    expect(readFileSync(file, 'utf8')).toContain('[phone-1]');
  }
});
