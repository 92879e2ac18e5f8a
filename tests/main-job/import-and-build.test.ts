import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const BIN = join(packageRoot, 'bin', 'duizhao.js');

/** Columns that nobody reads make the file as large as one that threads are begun for. */
const PADDING = 'x'.repeat(8_000);

/** Forty documents of fifteen pairs; those in `changed` say something else. */
function write(file: string, changed: ReadonlySet<number> = new Set()): void {
  const lines = Array.from({ length: 600 }, (_one, n) => {
    const document = Math.floor(n / 15);
    const [zh, en] = changed.has(document) ? ['下午', 'afternoon'] : ['上午', 'morning'];
    return JSON.stringify({
      zh: `第${n}号展厅${zh}开放，每天接待${n % 40}人。`,
      en: `Hall ${n} is open in the ${en} and receives ${n % 40} people a day.`,
      doc: `halls-${document}`,
      padding: PADDING,
    });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

function duizhao(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  return stdout;
}

function everything(corpus: string): string {
  const file = join(corpus, 'all.jsonl');
  duizhao('export', file, '-C', corpus, '--force', '--state', 'new,accepted,edited,rejected');
  return readFileSync(file, 'utf8');
}

describe('duizhao import --build', () => {
  test('gives what import and build give one after the other, also when a part of the file changed', () => {
    const folder = emptyFolder();
    const file = join(folder, 'halls.jsonl');
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const corpus of [one, two]) duizhao('init', corpus);
    const summaries = [new Set<number>(), new Set([3, 17, 31])].map((changed) => {
      write(file, changed);
      expect(statSync(file).size).toBeGreaterThan(4 << 20);
      const told = duizhao('import', file, '-C', one, '--build', '--workers', '2', '--json');
      duizhao('import', file, '-C', two);
      duizhao('build', '-C', two, '--workers', '1');
      expect(everything(one)).toBe(everything(two));
      return JSON.parse(told) as unknown;
    });
    expect(summaries).toMatchObject([
      { same: 0, new: 600, build: { worked: 40, failed: 0 } },
      { same: 555, new: 45, build: { worked: 3, failed: 0 } },
    ]);
  });

  test('a small file takes no threads and says what was done', async () => {
    const folder = emptyFolder();
    const [corpus, file] = [join(folder, 'corpus'), join(folder, 'two.tsv')];
    writeFileSync(file, 'zh\ten\n会议室在二楼。\tThe meeting room is on the second floor.\n');
    await run(['init', corpus]);
    const { code, err } = await run(['import', file, '-C', corpus, '--build']);
    expect({ code, err }).toEqual({
      code: 0,
      err:
        '0 as they were, 0 changed, 1 new\n1 source worked on\n' +
        'in the corpus: 1 source → 1 document → 2 blocks → 1 pair → 1 kept\n',
    });
  });

  test('a file that is not there is code 66, and a wrong setting is told before anything is read', async () => {
    const folder = emptyFolder();
    const [corpus, file] = [join(folder, 'corpus'), join(folder, 'none.jsonl')];
    await run(['init', corpus]);
    expect((await run(['import', file, '-C', corpus, '--build'])).code).toBe(66);
    writeFileSync(join(corpus, 'duizhao.yaml'), 'clean:\n  nonsense: 1\n');
    expect((await run(['import', file, '-C', corpus, '--build'])).code).toBe(78);
  });
});
