import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from '../../src/store/index.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const ZH = '市长周三上午在办公室会见了来自友好城市的代表团，双方谈了今后的合作。';
const EN =
  'On Wednesday morning the mayor met a delegation from the sister city in his office and talked about future cooperation.';
const NEAR = EN.replace('future', 'further');
const SETTINGS = 'clean:\n  reject: [near-duplicate]\n';

const OWN: Readonly<Record<string, string>> = {
  'one.txt': '图书馆周一闭馆。\n\nThe library is closed on Mondays.',
  'two.txt': '渡轮每小时一班。\n\nThere is a ferry every hour.',
  'three.txt': '读者可以在网上预约座位。\n\nReaders can book seats online.',
};

/** Adds a text of that pair and one of its own, and builds. */
async function put(folder: string, name: string, en: string | undefined): Promise<void> {
  const file = join(folder, name);
  const pair = en === undefined ? '' : `\n\n${ZH}\n\n${en}`;
  writeFileSync(file, `${OWN[name] ?? ''}${pair}\n`);
  await run(['add', file, '-C', folder]);
  await run(['build', '-C', folder]);
}

/** Why the pairs of that Chinese text are refused, in order. */
function reasons(folder: string): (string | undefined)[] {
  const corpus = openCorpus(folder);
  const found = [...corpus.pairs.stream({})]
    .filter(({ pair }) => pair.zh === ZH)
    .map(({ pair }) => pair.reason);
  expect(corpus.verify().problems).toEqual([]);
  corpus.close();
  return found;
}

test('near duplicates are refused as the preview said, and freed when the first one goes', async () => {
  const folder = emptyFolder();
  await run(['init', folder]);
  await put(folder, 'one.txt', EN);
  await put(folder, 'two.txt', NEAR);
  await put(folder, 'three.txt', NEAR);
  expect(reasons(folder)).toEqual([undefined, undefined, 'duplicate']);
  writeFileSync(join(folder, 'duizhao.yaml'), SETTINGS);
  const preview = await run(['clean', '--preview', '-C', folder]);
  expect(preview.out).toContain('near-duplicate');
  await run(['build', '-C', folder]);
  expect(reasons(folder)).toEqual([undefined, 'near-duplicate', 'duplicate']);
  await put(folder, 'one.txt', undefined);
  expect(reasons(folder)).toEqual([undefined, 'duplicate']);
  await put(folder, 'one.txt', EN);
  expect(reasons(folder)).toEqual([undefined, 'near-duplicate', 'duplicate']);
});

test('a check that refuses by itself is no choice for reject: exit 64; in the settings: 78', async () => {
  const folder = emptyFolder();
  await run(['init', folder]);
  const { code, err } = await run(
    ['clean', '-', '--reject', 'name-missing'],
    '{"zh":"一","en":"1"}',
  );
  expect(code).toBe(64);
  expect(err).toContain('has(name-missing)');
  writeFileSync(join(folder, 'duizhao.yaml'), SETTINGS.replace('near-duplicate', 'markup'));
  expect((await run(['build', '-C', folder])).code).toBe(78);
});
