import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkFile,
  findFormat,
  fixFile,
  FORMATS,
  loadPairs,
  savePairs,
  type CheckTarget,
  type PairRecord,
} from '../../src/exchange/index.js';
import { TOOLS } from '../../src/exchange/check/tools.js';
import { collect } from './samples.js';

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-tools-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function problemsOf(file: string, target: CheckTarget): Promise<string[]> {
  const problems: string[] = [];
  await checkFile(file, {
    target,
    onProblem: ({ line, rule, severity }) => problems.push(`${line ?? 0} ${rule} ${severity}`),
  });
  return problems;
}

const PAIRS: readonly PairRecord[] = [{ zh: '你好', en: 'Hello' }];

/** What is wrong with a text for a tool, and with its mended copy. */
async function examine(name: string, text: string, target: CheckTarget) {
  return inFolder(async (folder) => {
    const [file, mended] = [join(folder, name), join(folder, `fixed-${name}`)];
    await writeFile(file, text);
    const found = await problemsOf(file, target);
    await fixFile(file, mended, { target });
    const left = await problemsOf(mended, target);
    return { found, left, pairs: await collect(loadPairs(mended)) };
  });
}

describe('which files a tool opens', () => {
  const targets = Object.keys(TOOLS) as CheckTarget[];
  test.each(targets)(
    '%s: one error for a format it does not open, no other finding',
    async (target) => {
      await inFolder(async (folder) => {
        for (const format of FORMATS) {
          const file = join(folder, `x${format.extensions[0] ?? ''}`);
          await savePairs(file, PAIRS, { header: 'codes', excel: true });
          const reading =
            TOOLS[target].opens?.[format.name] ?? (TOOLS[target].opens ? '' : 'pairs');
          const errors = (await problemsOf(file, target)).filter((found) =>
            found.endsWith('error'),
          );
          const isHeader = target === 'sketch-engine' && /^(xlsx|tsv)$/.test(format.name);
          const expected =
            reading === ''
              ? ['0 format-not-opened error']
              : isHeader
                ? ['1 header error', '1 header error']
                : [];
          const isVersion = target === 'trados' && format.name === 'xliff2';
          expect([format.name, errors]).toEqual([
            format.name,
            isVersion ? ['2 xliff-version error'] : expected,
          ]);
        }
      });
    },
  );

  test.each(targets)('%s: what it is told to convert to is opened', (target) => {
    const format = findFormat(`x.${TOOLS[target].prefers}`);
    expect(TOOLS[target].opens?.[format?.name ?? ''] ?? 'pairs').toBe('pairs');
  });

  test('no copy is written of what would not be opened', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'x.jsonl');
      await savePairs(file, PAIRS);
      await expect(
        fixFile(file, join(folder, 'y.jsonl'), { target: 'omegat' }),
      ).rejects.toMatchObject({
        failure: { code: 'check.format-not-opened', exit: 'badInput' },
      });
    });
  });
});

function xliff12(
  units: string,
  languages = 'source-language="zh-CN" target-language="en-US"',
): string {
  return `<xliff version="1.2">\n<file original="x" ${languages} datatype="plaintext"><body>\n${units}\n</body></file></xliff>`;
}

const unit = '<trans-unit id="1"><source>你好</source><target>Hello</target></trans-unit>';

describe('XLIFF for tools', () => {
  test.each<[string, string, CheckTarget, string]>([
    ['nothing', xliff12(unit), 'memoq', ''],
    [
      'a language without a region',
      xliff12(unit, 'source-language="zh" target-language="en-US"'),
      'trados',
      '2 language-region warning',
    ],
    [
      'a code with an underscore',
      xliff12(unit, 'source-language="zh_CN" target-language="en-US"'),
      'omegat',
      '2 attribute-value error,2 language-code error',
    ],
    [
      'no target language',
      xliff12(unit, 'source-language="zh-CN"'),
      'memoq',
      '3 target-language-missing warning',
    ],
    [
      'a state that is none',
      xliff12(unit.replace('<target', '<target state="done"')),
      'generic',
      '3 attribute-value error',
    ],
    [
      'a state without a translation',
      xliff12(unit.replace('<target>Hello', '<target state="final">')),
      'omegat',
      '3 state-without-text error,0 one-sided warning',
    ],
    [
      'a locked unit',
      xliff12(unit.replace('id="1"', 'id="1" translate="no"')),
      'omegat',
      '3 locked-unit warning',
    ],
    [
      'loose white space',
      xliff12(unit.replace('Hello', ' Hello  there')),
      'omegat',
      '3 space-collapsed warning',
    ],
    [
      'a segment too long',
      xliff12(unit + unit.replace('"1"', '"2"').replace('你好', '长'.repeat(2_001))),
      'trados',
      '3 too-long error',
    ],
    ['version 1.0', xliff12(unit).replace('1.2', '1.0'), 'trados', '1 xliff-version error'],
  ])('%s', async (_, text, target, expected) => {
    const { found, left, pairs } = await examine('a.xlf', text, target);
    expect(found.join(',')).toBe(expected);
    expect(left.filter((problem) => !problem.includes('one-sided'))).toEqual([]);
    expect(pairs).toHaveLength(1);
  });

  test('an empty source is told', async () => {
    const { found } = await examine(
      'a.xlf',
      xliff12(unit + unit.replace('"1"', '"2"').replace('你好', '')),
      'omegat',
    );
    expect(found).toContain('3 source-empty error');
  });

  test('version 2 is written in version 1.2 for a tool that reads no other', async () => {
    await inFolder(async (folder) => {
      const [file, mended] = [join(folder, 'a.xlf'), join(folder, 'b.xlf')];
      await savePairs(file, PAIRS, { format: 'xliff2' });
      expect(await problemsOf(file, 'heartsome')).toEqual(['2 xliff-version error']);
      expect(await problemsOf(file, 'memoq')).toEqual([]);
      await fixFile(file, mended, { target: 'heartsome' });
      expect(await problemsOf(mended, 'heartsome')).toEqual([]);
      expect(await collect(loadPairs(mended))).toEqual(PAIRS);
    });
  });

  test('a mended copy is still from English to Chinese', async () => {
    await inFolder(async (folder) => {
      const [file, mended] = [join(folder, 'a.xlf'), join(folder, 'b.xlf')];
      await savePairs(file, PAIRS, { source: 'en', zhCode: 'zh-TW', enCode: 'en' });
      await fixFile(file, mended, { target: 'trados' });
      expect(await readFile(mended, 'utf8')).toContain(
        'source-language="en-US" target-language="zh-TW"',
      );
    });
  });
});

describe('TMX for tools', () => {
  const variant = (lang: string, text: string) =>
    `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`;
  const file = (unit: string) =>
    `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>\n<tu>${unit}</tu></body></tmx>`;

  test('Trados takes two languages: the others are taken out', async () => {
    const text = file(
      `${variant('zh-CN', '好')}${variant('en-US', 'good')}${variant('fr-FR', 'bon')}`,
    );
    const { found, left, pairs } = await examine('a.tmx', text, 'trados');
    expect([found, left]).toEqual([['2 several-languages error'], []]);
    expect(pairs).toEqual([{ zh: '好', en: 'good' }]);
    expect((await examine('a.tmx', text, 'memoq')).found).toEqual([]);
  });

  test('Trados wants regions: the usual ones are added', async () => {
    const text = file(`${variant('zh-CN', '好')}${variant('en', 'good')}`);
    expect(await examine('a.tmx', text, 'trados')).toMatchObject({
      found: ['2 language-region warning'],
      left: [],
    });
  });
});

describe('tables for tools', () => {
  test.each<[string, CheckTarget, readonly string[]]>([
    [
      'zh\ten\tscore\n好\tgood\t1\n',
      'sketch-engine',
      ['1 header error', '1 header error', '1 unknown-column error'],
    ],
    ['Chinese\tEnglish\n好\tgood\n', 'sketch-engine', []],
  ])('%j for %s', async (text, target, expected) => {
    const { found, left } = await examine('a.tsv', text, target);
    expect([found, left]).toEqual([expected, []]);
  });

  test('a workbook for Custom Translator begins with codes', async () => {
    await inFolder(async (folder) => {
      const [file, mended] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
      await savePairs(file, [{ ...PAIRS[0], zh: '你好', en: 'Hello', score: 1 }], {
        columns: ['zh', 'en', 'score'],
      });
      expect(await problemsOf(file, 'custom-translator')).toEqual(['1 unknown-column error']);
      await fixFile(file, mended, { target: 'custom-translator' });
      expect(await problemsOf(mended, 'custom-translator')).toEqual([]);
    });
  });

  test('Excel cuts long cells', async () => {
    const { found } = await examine('a.csv', `\uFEFFzh,en\n${'长'.repeat(40_000)},long\n`, 'excel');
    expect(found).toEqual(['2 cell-too-long error']);
  });
});
