import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeGbk } from '../../scripts/site/gbk.js';
import { openCorpus } from '../../src/store/index.js';
import { saveLines } from '../search/support.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** A corpus of two pairs, and its pairs as JSON Lines. */
async function filled(): Promise<{ readonly folder: string; readonly rows: string[] }> {
  const folder = emptyFolder();
  const corpus = openCorpus(folder, { create: true });
  saveLines(
    corpus,
    'https://a.example/1',
    [
      ['外办主任会见客人。', 'The director met guests.'],
      ['双方交换意见。', 'They exchanged views.'],
    ],
    { date: '2024-03-18' },
  );
  corpus.close();
  const file = join(folder, 'all.jsonl');
  await run(['export', file, '-C', folder]);
  return { folder, rows: readFileSync(file, 'utf8').trim().split('\n') };
}

function texts(folder: string): string[] {
  const corpus = openCorpus(folder, { readOnly: true });
  try {
    return Array.from(corpus.pairs.stream(), ({ pair }) => `${pair.state} ${pair.en}`);
  } finally {
    corpus.close();
  }
}

async function exported(folder: string): Promise<Record<string, unknown>[]> {
  const file = join(folder, 'out.jsonl');
  await run(['export', file, '-C', folder, '--force']);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const edited = (row: string): string => row.replace('They exchanged views.', 'They talked.');

describe('duizhao import', () => {
  test('what was exported comes back as it was', async () => {
    const { folder } = await filled();
    const before = texts(folder);
    const { code, out } = await run(['import', join(folder, 'all.jsonl'), '-C', folder, '--json']);
    expect({ code, out: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      out: {
        same: 2,
        changed: 0,
        kept: 0,
        conflicts: [],
        new: 0,
        undecided: 0,
        skipped: 0,
        several: 0,
        unused: [],
      },
    });
    expect(texts(folder)).toEqual(before);
  });

  test('a corrected text is an edit by whoever sent it; others may not overrule it unasked', async () => {
    const { folder, rows } = await filled();
    const [one, two] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
    writeFileSync(one, rows.map(edited).join('\n'));
    writeFileSync(two, rows.map((row) => row.replace('They exchanged views.', 'No.')).join('\n'));
    const verb = (file: string, who: string, ...more: string[]) =>
      run(['import', file, '-C', folder, '--json', '--who', who, ...more]);
    expect(JSON.parse((await verb(one, 'Li')).out)).toMatchObject({ same: 1, changed: 1 });
    expect(texts(folder)).toContain('edited They talked.');
    expect(JSON.parse((await verb(two, 'Wang')).out)).toMatchObject({ same: 1, kept: 1 });
    expect(texts(folder)).toContain('edited They talked.');
    expect(JSON.parse((await verb(two, 'Wang', '--overrule')).out)).toMatchObject({ changed: 1 });
    expect(texts(folder)).toContain('edited No.');
  });

  test('a state that somebody decided otherwise is told with both sides, and kept in the history', async () => {
    const { folder, rows } = await filled();
    const file = join(folder, 'one.jsonl');
    const [row = ''] = rows;
    const verb = async (state: string, who: string) => {
      writeFileSync(file, JSON.stringify({ ...(JSON.parse(row) as object), state }));
      return run(['import', file, '-C', folder, '--json', '--who', who]);
    };
    await verb('rejected', 'Li');
    for (let times = 0; times < 2; times += 1) {
      const { out, err } = await verb('accepted', 'Wang');
      expect(err).toContain(
        'kept, by Li: rejected "外办主任会见客人。" | "The director met guests."; the file: accepted\n',
      );
      expect(JSON.parse(out)).toMatchObject({
        kept: 1,
        conflicts: [{ stands: { who: 'Li', state: 'rejected' }, file: { state: 'accepted' } }],
      });
    }
    const corpus = openCorpus(folder, { readOnly: true });
    const [first] = [...corpus.pairs.stream()];
    const told = first === undefined ? [] : corpus.history(first.pair.id);
    corpus.close();
    expect(told.filter(({ what }) => what === 'conflict')).toMatchObject([
      { who: 'Wang', was: { who: 'Li', state: 'rejected' }, became: { state: 'accepted' } },
    ]);
    expect(texts(folder)[0]).toBe('rejected The director met guests.');
  });

  test('units with several texts are told, or make a pair of each', async () => {
    const { folder } = await filled();
    const file = join(folder, 'several.tmx');
    const variant = (lang: string, text: string) =>
      `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`;
    writeFileSync(
      file,
      `<tmx version="1.4"><header/><body>\n<tu>${variant('zh-CN', '颜色')}${variant('en-US', 'color')}${variant('en-GB', 'colour')}</tu></body></tmx>`,
    );
    const { err } = await run(['convert', file, join(folder, 'a.csv')]);
    expect(err).toContain('1 units have several Chinese or English texts (the first on line 2)');
    const first = await run(['import', file, '-C', folder]);
    expect(first.err).toContain('0 changed, 1 new\n1 units have several');
    const each = await run(['import', file, '-C', folder, '--variants', 'each']);
    expect(each.err).toMatch(/^0 as they were, 0 changed, 2 new\n(?!1 units)/);
    await run(['import', file, '-C', folder, '--en-code', 'en-GB']);
    await run(['build', '-C', folder]);
    expect((await exported(folder)).filter(({ zh }) => zh === '颜色')).toMatchObject([
      { en: 'colour' },
    ]);
  });

  test('a text that somebody decided otherwise comes in apart, with the file as its origin', async () => {
    const { folder } = await filled();
    const [base, one, two] = [
      join(folder, 'base.csv'),
      join(folder, 'one.jsonl'),
      join(folder, 'two.jsonl'),
    ];
    writeFileSync(base, 'zh,en\n双方讨论了港口。,They discussed the port.\n');
    await run(['import', base, '-C', folder]);
    await run(['build', '-C', folder]);
    const [row = {}] = await exported(folder);
    writeFileSync(one, JSON.stringify({ ...row, en: 'They talked about the port.' }));
    writeFileSync(two, JSON.stringify({ ...row, en: 'They spoke about the harbour.' }));
    await run(['import', one, '-C', folder, '--who', 'Li']);
    for (let times = 0; times < 2; times += 1) {
      expect((await run(['import', two, '-C', folder, '--who', 'Wang'])).err).toContain(
        '1 decided',
      );
      await run(['build', '-C', folder]);
      const all = await exported(folder);
      expect(all.filter(({ zh }) => zh === '双方讨论了港口。')).toEqual([
        expect.objectContaining({ en: 'They talked about the port.', state: 'edited' }),
        expect.objectContaining({ en: 'They spoke about the harbour.', url_or_path: two }),
      ]);
    }
  });

  test('a document is chosen by its id and by the file it came from', async () => {
    const { folder } = await filled();
    const [file, out] = [join(folder, 'memory.csv'), join(folder, 'chosen.csv')];
    writeFileSync(file, 'zh,en\n世界和平。,World peace.\n');
    await run(['import', file, '-C', folder]);
    await run(['build', '-C', folder]);
    const [row = {}] = await exported(folder);
    for (const document of [file, String(row['doc'])]) {
      const words = ['export', out, '-C', folder, '--document', document, '--force'];
      expect((await run(words)).err).toBe(`1 pair in ${out}\n`);
    }
  });

  test('a pair without its id is recognised by its very texts', async () => {
    const { folder } = await filled();
    const [mine, theirs] = [join(folder, 'mine.csv'), join(folder, 'theirs.tmx')];
    writeFileSync(mine, 'zh,en\n世界和平。,World peace.\n今天下雨。,It rains today.\n');
    await run(['import', mine, '-C', folder]);
    await run(['build', '-C', folder]);
    await run(['convert', mine, theirs]);
    for (const file of [theirs, mine, theirs]) {
      const { out } = await run(['import', file, '-C', folder, '--json']);
      expect(JSON.parse(out)).toMatchObject({ same: 2, new: 0 });
      await run(['build', '-C', folder]);
      expect((await exported(folder)).filter(({ zh }) => zh === '今天下雨。')).toHaveLength(1);
    }
  });

  test('pairs from elsewhere come in as documents, once', async () => {
    const { folder } = await filled();
    const file = join(folder, 'memory.csv');
    writeFileSync(file, 'zh,en\n世界和平。,World peace.\n');
    for (const change of ['new', 'unchanged']) {
      expect(await run(['import', file, '-C', folder])).toMatchObject({ code: 0 });
      const corpus = openCorpus(folder, { readOnly: true });
      const content = corpus.sources.load(`${file}#1`);
      expect(`${change} ${content.kind}`).toBe(`${change} document`);
      expect([...corpus.sources.list()]).toHaveLength(2);
      corpus.close();
    }
  });

  test('a file without a pair is bad input, and an unknown format names the option', async () => {
    const { folder } = await filled();
    const empty = join(folder, 'empty.csv');
    writeFileSync(empty, '');
    expect(await run(['import', empty, '-C', folder])).toMatchObject({ code: 65 });
    const named = await run(['import', join(folder, 'x.txt'), '-C', folder]);
    expect(named).toMatchObject({ code: 64, err: expect.stringContaining('--format') });
  });

  test('a file broken at its end changes nothing', async () => {
    const { folder, rows } = await filled();
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, `${rows.map(edited).join('\n')}\n{"zh":`);
    const before = texts(folder);
    expect(await run(['import', file, '-C', folder])).toMatchObject({ code: 65 });
    expect(texts(folder)).toEqual(before);
  });
});

describe('duizhao import, of columns it does not take', () => {
  const TABLE = 'zh,en,译者\n茶很香。,The tea is fragrant.,李华\n';

  test('names them once, unless it is to be quiet', async () => {
    const folder = emptyFolder();
    await run(['init', folder]);
    const table = join(folder, 'x.csv');
    const lines = join(folder, 'x.jsonl');
    writeFileSync(table, TABLE);
    writeFileSync(
      lines,
      '{"zh":"水","en":"water","note":"x"}\n{"zh":"酒","en":"wine","note":"y"}\n',
    );
    const told = 'not taken: columns "译者"\n';
    expect((await run(['import', table, '-C', folder])).err).toContain(told);
    expect((await run(['import', table, '-C', folder, '--quiet'])).err).not.toContain('译者');
    for (const _time of ['first', 'again']) {
      const { err } = await run(['import', lines, '-C', folder]);
      expect(err.split('not taken: columns "note"\n')).toHaveLength(2);
    }
    const { err, out } = await run(['convert', table, '-', '--to', 'jsonl']);
    expect({ out, isTold: err.includes(told) }).toEqual({
      out: '{"zh":"茶很香。","en":"The tea is fragrant."}\n',
      isTold: true,
    });
    expect((await run(['clean', table])).err).toContain(told);
  });

  test('takes the fields of JSON Lines that a person names, into the corpus and to be judged', async () => {
    const folder = emptyFolder();
    await run(['init', folder]);
    const lines = join(folder, 'x.jsonl');
    writeFileSync(lines, '{"text":{"source":"The tea is fragrant.","target":"茶很香。"}}\n');
    const stated = ['--zh-column', 'text.target', '--en-column', 'text.source'];
    const imported = await run(['import', lines, '-C', folder, '--build', '--quiet', ...stated]);
    expect({ code: imported.code, texts: texts(folder) }).toMatchObject({
      code: 0,
      texts: [expect.stringContaining('The tea is fragrant.')],
    });
    expect(JSON.parse((await run(['clean', lines, ...stated])).out)).toMatchObject({
      zh: '茶很香。',
      en: 'The tea is fragrant.',
    });
  });
});

test('a table as Excel writes it in China comes in, with a word on its charset', async () => {
  const folder = emptyFolder();
  await run(['init', folder]);
  const table = join(folder, 'x.csv');
  writeFileSync(table, encodeGbk('中文,英文\n茶很香。,The tea is fragrant.\n'));
  const { code, out, err } = await run(['import', table, '-C', folder, '--build', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ new: 1, charset: 'gb18030' });
  expect(err).toContain('read as GB18030: ');
  expect(texts(folder)).toEqual([expect.stringContaining('The tea is fragrant.')]);
  const checked = await run(['check', table]);
  expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('[encoding]')]);
});

describe('duizhao convert', () => {
  test('turns one stream into another', async () => {
    const source = '{"zh":"好","en":"good"}\n';
    expect(await run('convert --from jsonl --to csv --columns en,zh - -', source)).toEqual({
      code: 0,
      out: 'en,zh\ngood,好\n',
      err: '1 pair\n',
    });
  });

  test('does not overwrite, says what was lost, refuses what it does not know', async () => {
    const folder = emptyFolder();
    const [from, to] = [join(folder, 'a.jsonl'), join(folder, 'b.tmx')];
    writeFileSync(from, '{"zh":"好\\u0001","en":"good"}\n{"zh":"只有中文"}\n');
    const first = await run(['convert', from, to]);
    expect(first.err).toContain('not carried over: 1 characters not-in-xml');
    expect(first.err).toContain('not carried over: 1 pairs one-sided');
    expect(first.err).toContain(`1 of 2 pairs in ${to}`);
    expect((await run(['convert', from, to])).code).toBe(73);
    expect((await run(['convert', from, to, '--force'])).code).toBe(0);
    expect((await run(['convert', from, join(folder, 'b.doc')])).code).toBe(64);
    expect((await run(['convert', join(folder, 'none.tmx'), join(folder, 'c.csv')])).code).toBe(66);
    expect(existsSync(join(folder, 'c.csv'))).toBe(false);
  });
});

test('duizhao convert says which columns a format of texts has no place for', async () => {
  const folder = emptyFolder();
  const source = '{"zh":"好","en":"good","score":0.5}\n{"zh":"坏","en":"bad","site":"x"}\n';
  const to = join(folder, 'a.moses');
  const { err } = await run(['convert', '-', to, '--from', 'jsonl'], source);
  expect(err).toContain('not carried over: columns score, site\n');
});

describe('duizhao convert, where something is missing', () => {
  test.each([
    ['empty.csv', ''],
    ['head.csv', 'zh,en\n'],
    ['none.tmx', '<tmx version="1.4"><header/><body/></tmx>'],
  ])('%s holds no pair: bad input, and nothing is written', async (name, content) => {
    const folder = emptyFolder();
    const [from, to] = [join(folder, name), join(folder, 'to.jsonl')];
    writeFileSync(from, content);
    expect(await run(['convert', from, to])).toMatchObject({ code: 65, out: '' });
    expect(existsSync(to)).toBe(false);
  });

  test('a name that tells no format: the option that does is named', async () => {
    const from = await run('convert x.txt y.tmx');
    expect(from).toMatchObject({ code: 64, err: expect.stringContaining('--from') });
    const to = await run('convert x.tmx y.txt');
    expect(to).toMatchObject({ code: 64, err: expect.stringContaining('--to') });
    const checked = await run('check x.txt');
    expect(checked).toMatchObject({ code: 64, err: expect.stringContaining('--format') });
  });

  test('options without effect on the format are named', async () => {
    const source = '{"zh":"好","en":"good"}\n';
    const { code, err } = await run('convert --from jsonl --to tmx --delimiter ; - -', source);
    expect(code).toBe(0);
    expect(err).toBe('ignored: --delimiter has no effect on tmx\n1 pair\n');
  });
});

describe('duizhao check', () => {
  test('names file, line and rule, answers 1, and mends a copy that answers 0', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'm.tmx');
    writeFileSync(
      file,
      '<tmx version="1.4"><header/><body>\n<tu><tuv lang="zh_CN"><seg>好</seg></tuv><tuv lang="en"><seg>good</seg></tuv></tu></body></tmx>',
    );
    const { code, out } = await run(['check', file, '--for', 'omegat', '--fix']);
    expect(code).toBe(1);
    expect(out).toMatch(/m\.tmx:2:\d+: error: .* \[lang-attribute\]\n/);
    expect(out).toMatch(/m\.tmx:2:\d+: error: .* \[language-code\]\n/);
    const mended = join(folder, 'm.fixed.tmx');
    expect(await run(['check', mended, '--for', 'omegat'])).toMatchObject({ code: 0, out: '' });
  });

  test('a missing file is 66', async () => {
    expect((await run('check /nowhere/m.tmx')).code).toBe(66);
  });
});

describe('duizhao export', () => {
  test.each([
    [['--query', '交换'], 1],
    [['--query', 'director'], 1],
    [['--since', '2024-03-18', '--until', '2024-03-18'], 2],
    [['--since', '2024-03-19'], 0],
    [['--site', 'a.example', '--document', 'https://a.example/1'], 2],
    [['--site', 'example'], 2],
    [['--site', '无此网站'], 0],
    [['--sample', '1', '--seed', '7'], 1],
    [['--min-score', '1'], 0],
  ])('%j chooses %p pairs', async (words, expected) => {
    const { folder } = await filled();
    const file = join(folder, 'chosen.csv');
    expect(await run(['export', file, '-C', folder, ...words])).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1 + expected);
  });

  test('says which options the format has no use for', async () => {
    const { folder } = await filled();
    const words = ['export', join(folder, 'x.moses'), '-C', folder, '--columns', 'zh,en'];
    const { code, err } = await run(words);
    expect(code).toBe(0);
    expect(err).toContain('ignored: --columns has no effect on moses\n');
  });

  test('a workbook and a page say what the corpus is and how the pairs were chosen', async () => {
    const { folder } = await filled();
    writeFileSync(join(folder, 'duizhao.yaml'), 'title: 外事\nabout:\n  domain: diplomacy\n');
    const [book, page] = [join(folder, 'x.xlsx'), join(folder, 'x.html')];
    for (const file of [book, page]) await run(['export', file, '-C', folder, '--query', '会见']);
    const facts = Buffer.from(
      unzipSync(readFileSync(book))['xl/worksheets/sheet2.xml'] ?? [],
    ).toString();
    const rows = [...facts.matchAll(/<row[^>]*>(.*?)<\/row>/g)].map(([, row = '']) =>
      [...row.matchAll(/<v>(.*?)<\/v>/g)].map(([, value]) => value).join(' = '),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        'domain = diplomacy',
        'pairs in the corpus = 2',
        'chosen by = state new,accepted,edited; query 会见',
        'pairs = 1',
        'latest date = 2024-03-18',
      ]),
    );
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('<h1>外事</h1>');
    expect(html).toContain('domain: diplomacy · made with: duizhao');
  });

  test('writes parts that keep documents whole, and a card beside them', async () => {
    const { folder } = await filled();
    const words = [
      'export',
      join(folder, 'x.jsonl'),
      '-C',
      folder,
      '--parts',
      '0.2,0.2',
      '--bundle',
    ];
    expect(await run(words)).toMatchObject({ code: 0 });
    const sizes = ['train', 'dev', 'test'].map(
      (part) => readFileSync(join(folder, `x.${part}.jsonl`), 'utf8').split('\n').length - 1,
    );
    expect(sizes.sort()).toEqual([0, 0, 2]);
    const metadata: unknown = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8'));
    expect(metadata).toMatchObject({
      size: { pairs: 2 },
      processing: { parameters: { dev: 0.2 } },
    });
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    const loaded = [...card.matchAll(/^ {4}path: "(.*)"$/gm)].map(([, path = '']) => path);
    expect(loaded.map((path) => existsSync(join(folder, path)))).toEqual([true]);
    expect((await run(words)).code).toBe(73);
  });
});
