import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from '../../src/store/index.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const FIRST = '图书馆周一闭馆。\n\nThe library is closed on Mondays.\n';
const LATER = '图书馆周一闭馆。\n\nThe library is closed on Monday.\n';

/** A corpus of one text file, and what builds it again from another text. */
async function oneText(): Promise<{ folder: string; build: (text: string) => Promise<void> }> {
  const folder = emptyFolder();
  const file = join(folder, 'text.txt');
  await run(['init', folder]);
  const build = async (text: string): Promise<void> => {
    writeFileSync(file, text);
    await run(['add', file, '-C', folder]);
    await run(['build', '-C', folder]);
  };
  await build(FIRST);
  return { folder, build };
}

function onlyPair(folder: string): { id: string; told: string; problems: number } {
  const corpus = openCorpus(folder);
  const [found] = corpus.pairs.stream({});
  const problems = corpus.verify().problems.length;
  corpus.close();
  const { id = '', state = '', en = '' } = found?.pair ?? {};
  return { id, told: `${state}: ${en}`, problems };
}

test('a pair is edited, then rejected, and both are undone', async () => {
  const { folder } = await oneText();
  const { id } = onlyPair(folder);
  const at = ['-C', folder, '--who', 'Li Hua'];
  const edited = await run(['edit', id, '--en', 'No library on Mondays.', ...at]);
  expect(edited).toMatchObject({ code: 0, out: '' });
  expect(edited.err).toContain(`edited ${id}\n`);
  await run(['edit', id, '--state', 'rejected', '--note', 'free', ...at]);
  expect(onlyPair(folder).told).toBe('rejected: No library on Mondays.');
  const { out } = await run(['edit', id, '--undo', '--json', ...at]);
  expect(JSON.parse(out)).toMatchObject({ id, decision: { state: 'edited', who: 'Li Hua' } });
  expect((await run(['edit', id, '--undo', ...at])).err).toContain(`undone: decided ${id}\n`);
  expect(onlyPair(folder)).toMatchObject({
    told: 'new: The library is closed on Mondays.',
    problems: 0,
  });
  expect((await run(['edit', id, '--undo', ...at])).code).toBe(66);
  const shown = (await run(['show', id, '-C', folder])).out;
  expect(shown.match(/ by Li Hua\n/g)).toHaveLength(4);
});

test.each([
  ['mine', 'accepted: The library is closed on Mondays.'],
  ['machine', 'new: The library is closed on Monday.'],
])('a conflict is settled for %s, and waits again when that is undone', async (side, told) => {
  const { folder, build } = await oneText();
  await run(['edit', onlyPair(folder).id, '--state', 'accepted', '-C', folder]);
  await build(LATER);
  expect((await run(['show', '--conflicts', '-C', folder])).err).toBe('1 conflict\n');
  await run(['edit', '--conflicts', '--take', side, '-C', folder]);
  expect(onlyPair(folder)).toMatchObject({ told, problems: 0 });
  expect((await run(['show', '--conflicts', '-C', folder])).err).toBe('0 conflicts\n');
  await run(['edit', onlyPair(folder).id, '--undo', '-C', folder]);
  expect((await run(['show', '--conflicts', '-C', folder])).err).toBe('1 conflict\n');
});

test('of several pairs all are decided on or none', async () => {
  const { folder } = await oneText();
  const { id, told } = onlyPair(folder);
  const none = 'f'.repeat(32);
  const { code, err } = await run(['edit', id, none, '--state', 'rejected', '-C', folder]);
  expect(code).toBe(66);
  expect(err).toContain(none);
  expect(onlyPair(folder).told).toBe(told);
});

const ID = 'e'.repeat(32);

test.each([
  [[ID]],
  [[ID, '--undo', '--take', 'mine']],
  [['--state', 'accepted']],
  [['--conflicts', '--undo']],
  [[ID, '--conflicts', '--take', 'mine']],
  [[ID, 'd'.repeat(32), '--en', 'Both']],
  [[ID, '--en', ' ']],
  [['17', '--undo']],
  [[ID, '--state', 'new']],
])('edit %p cannot be meant: exit 64', async (args) => {
  expect((await run(['edit', ...args])).code).toBe(64);
});

test('a build that was to work on a part tells whether there is such a part', async () => {
  const { folder } = await oneText();
  const building = async (...words: string[]): Promise<unknown> => {
    const { code, err } = await run(['build', ...words, '-C', folder]);
    return { code, err };
  };
  expect(await building('--only', 'nowhere', '--again')).toEqual({
    code: 0,
    err: 'no source has "nowhere" in its address; duizhao stats shows the sites\n',
  });
  expect(await building('--since', '2999-01-01')).toMatchObject({
    err: 'no source is new or changed since 2999-01-01; duizhao stats shows the sites\n',
  });
  expect(await building('--only', '.txt')).toMatchObject({
    err: 'nothing is new among the one source that --only and --since choose\n',
  });
});

test.each(['bad\u0001', 'bad\uFFFD'])(
  'a text with %j, which no tool would show, is refused',
  async (en) => {
    const { code, err } = await run(['edit', ID, '--en', en]);
    expect(code).toBe(64);
    expect(err).toContain('hint: ');
  },
);
