import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairId } from '../../src/model/index.js';
import { openCorpus } from '../../src/store/index.js';
import { saveLines } from '../search/support.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** A corpus of one pair that repair changed, and the id of the pair. */
async function onePair(): Promise<{ folder: string; id: string }> {
  const folder = emptyFolder();
  const file = join(folder, 'given.jsonl');
  const texts = {
    zh: '图书馆　２楼&nbsp;周一闭馆。',
    en: 'Floor 2 of the library is closed on Mondays.',
  };
  const facts = { url_or_path: 'https://www.lan.example/1.html', site: '澜江图书馆' };
  writeFileSync(file, `${JSON.stringify({ ...texts, ...facts })}\n`);
  await run(['init', folder]);
  await run(['import', file, '-C', folder]);
  await run(['build', '-C', folder]);
  const corpus = openCorpus(folder);
  const [first] = corpus.pairs.stream({});
  corpus.close();
  return { folder, id: first?.pair.id ?? '' };
}

test('shows a pair with its origin, its text before repair and its making', async () => {
  const { folder, id } = await onePair();
  const { code, out } = await run(['show', id, '-C', folder]);
  expect(code).toBe(0);
  expect(out).toContain(`pair       ${id}\nChinese    图书馆 2楼周一闭馆。\n`);
  expect(out).toContain('repaired   entities');
  expect(out).toContain('before     图书馆　２楼&nbsp;周一闭馆。');
  expect(out).toContain('imported from https://www.lan.example/1.html');
  expect(out).toContain('澜江图书馆');
  expect(out).toMatch(/history\n {2}\S+Z {2}made by duizhao \d/);
});

test('shows who decided what, from what, to what', async () => {
  const { folder, id } = await onePair();
  const corpus = openCorpus(folder);
  for (const { pair } of corpus.pairs.stream({})) {
    corpus.edits.decide(
      pair.id,
      { en: 'The library closes on Mondays.', note: 'shorter' },
      'Li Hua',
    );
  }
  corpus.close();
  const { out } = await run(['show', id, '-C', folder]);
  expect(out).toMatch(/decided {4}edited by Li Hua, \S+Z: shorter\n/);
  expect(out).toContain('decided by Li Hua\n    from new: 图书馆 2楼周一闭馆。 | Floor 2 of');
  expect(out).toContain('    to   edited: 图书馆 2楼周一闭馆。 | The library closes on Mondays.\n');
  const json = await run(['show', id, '--json', '-C', folder]);
  expect(JSON.parse(json.out)).toMatchObject({
    id,
    decision: { who: 'Li Hua' },
    history: [{}, {}],
  });
});

test('lists decisions whose pair a rebuild no longer gives', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'text.txt');
  const build = async (text: string): Promise<void> => {
    writeFileSync(file, text);
    await run(['add', file, '-C', folder]);
    await run(['build', '-C', folder]);
  };
  await run(['init', folder]);
  await build('图书馆周一闭馆。\n\nThe library is closed on Mondays.\n');
  const corpus = openCorpus(folder);
  for (const { pair } of corpus.pairs.stream({})) corpus.edits.decide(pair.id, {}, 'Li Hua');
  corpus.close();
  expect((await run(['show', '--conflicts', '-C', folder])).err).toBe('0 conflicts\n');
  await build(
    '渡轮每小时一班，票价五元。\n\nThere is a ferry every hour; a ticket costs five yuan.\n',
  );
  const { out, err } = await run(['show', '--conflicts', '-C', folder]);
  expect(err).toBe('1 conflict\n');
  expect(out).toMatch(/decided {4}accepted by Li Hua, \S+Z\n/);
  expect(out).toContain('图书馆周一闭馆。');
  expect(out).toContain('conflict   orphaned');
});

test('a pair that is not there: exit 1; no id at all: exit 64', async () => {
  const { folder } = await onePair();
  expect(await run(['show', 'f'.repeat(32), '-C', folder])).toMatchObject({ code: 1, out: '' });
  expect((await run(['show', '-C', folder])).code).toBe(64);
  expect((await run(['show', 'nonsense', '-C', folder])).code).toBe(64);
});

/** A corpus of thirteen pairs whose ids begin with the same six figures, and one of another id. */
function alike(): string {
  const folder = emptyFolder();
  const corpus = openCorpus(folder, { create: true });
  const lines = Array.from({ length: 13 }, (_one, at) => {
    const id = pairId(`abcdef${at.toString(16)}${'0'.repeat(25)}`);
    return [`水${at}`, `water ${at}`, { id }] as const;
  });
  saveLines(corpus, 'https://a.example/1', [
    ...lines,
    ['茶', 'tea', { id: pairId(`abcd0${'1'.repeat(27)}`) }],
  ]);
  corpus.close();
  return folder;
}

test('the beginning of an id is enough, in small or capital letters', async () => {
  const folder = alike();
  for (const id of ['abcd0', 'ABCD01', 'abcdef3']) {
    const { code, out } = await run(['show', id, '-C', folder]);
    expect([code, out]).toEqual([0, expect.stringMatching(`^pair {7}${id.toLowerCase()}`)]);
  }
  const edited = await run(['edit', 'abcdef3', '--state', 'rejected', '--who', 'Li', '-C', folder]);
  expect([edited.code, edited.err]).toEqual([
    0,
    expect.stringContaining(`rejected abcdef3${'0'.repeat(25)}\n`),
  ]);
});

test('a beginning that several ids have is refused with at most ten of them', async () => {
  const folder = alike();
  for (const words of [
    ['show', 'abcd'],
    ['edit', 'abcd', '--state', 'rejected'],
  ]) {
    const { code, out, err } = await run([...words, '-C', folder]);
    const told = err.match(/^ {2}[0-9a-f]{32} .*$/gm);
    expect([code, out, told?.length, told?.[0]]).toEqual([
      64,
      '',
      10,
      `  abcd0${'1'.repeat(27)}  茶 | tea`,
    ]);
  }
  const few = await run(['show', 'abcdef', '-C', folder]);
  expect(few.err).toContain(`  abcdef0${'0'.repeat(25)}  水0 | water 0\n`);
});

test('three figures are no id, and a beginning of none is named', async () => {
  const folder = alike();
  expect((await run(['show', 'abc', '-C', folder])).code).toBe(64);
  expect(await run(['show', 'ffff', '-C', folder])).toMatchObject({
    code: 1,
    err: 'no pair ffff\n',
  });
  const { code, err } = await run(['edit', 'ffff', '--state', 'rejected', '-C', folder]);
  expect([code, err]).toEqual([66, expect.stringContaining('"ffff"')]);
});

test('a pair that is gone is found by the beginning of its id, too', async () => {
  const folder = alike();
  const corpus = openCorpus(folder);
  corpus.edits.decide(pairId(`abcd0${'1'.repeat(27)}`), {}, 'Li Hua');
  saveLines(corpus, 'https://a.example/1', [['酒', 'wine']]);
  corpus.close();
  const { code, out } = await run(['show', 'abcd0', '-C', folder]);
  expect([code, out]).toEqual([0, expect.stringContaining('(no longer in the corpus)')]);
});
