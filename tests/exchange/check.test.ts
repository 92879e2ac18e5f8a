import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkFile,
  fixFile,
  loadPairs,
  savePairs,
  type CheckTarget,
  type Problem,
} from '../../src/exchange/index.js';
import { collect, tracedPair } from './samples.js';

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-check-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function problemsOf(file: string, target: CheckTarget): Promise<Problem[]> {
  const problems: Problem[] = [];
  await checkFile(file, { target, onProblem: (problem) => problems.push(problem) });
  return problems;
}

/** Rules and lines of the problems of a TMX text, and those left after mending. */
async function examine(text: string, target: CheckTarget) {
  return inFolder(async (folder) => {
    const [file, mended] = [join(folder, 'a.tmx'), join(folder, 'b.tmx')];
    await writeFile(file, text);
    const found = await problemsOf(file, target);
    await fixFile(file, mended, { target });
    const left = await problemsOf(mended, target);
    return {
      found: found.map(({ rule, line, severity }) => `${line ?? 0} ${rule} ${severity}`),
      left: left.map(({ rule }) => rule),
      mended: await readFile(mended, 'utf8'),
    };
  });
}

const HEADER =
  '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>';
const ZH = '<tuv xml:lang="zh-CN"><seg>好</seg></tuv>';
const EN = '<tuv xml:lang="en-US"><seg>good</seg></tuv>';

function file(unit: string, header = HEADER): string {
  return `<tmx version="1.4">\n${header}\n<body>\n${unit}\n</body></tmx>`;
}

describe('checking TMX', () => {
  test.each([
    ['version', file('').replace('1.4', '1.1'), 'omegat', '1 version error'],
    [
      'missing header attributes',
      file(`<tu>${ZH}${EN}</tu>`, HEADER.replace(' o-tmf="x"', '')),
      'generic',
      '2 header-attribute-missing error',
    ],
    ['segtype', file('', HEADER.replace('sentence', 'line')), 'generic', '2 segtype error'],
    ['own attributes', file(`<tu own="1">${ZH}${EN}</tu>`), 'omegat', '4 unknown-attribute error'],
    ['lang', file(`<tu>${ZH.replace('xml:', '')}${EN}</tu>`), 'omegat', '4 lang-attribute error'],
    [
      'underscores in codes',
      file(`<tu>${ZH.replace('-', '_')}${EN}</tu>`),
      'omegat',
      '4 language-code error',
    ],
    [
      'case of codes',
      file(`<tu>${ZH.replace('zh-CN', 'ZH-cn')}${EN}</tu>`),
      'heartsome',
      '4 language-code-case error',
    ],
    [
      'no code',
      file(`<tu>${ZH}<tuv><seg>x</seg></tuv>${EN}</tu>`),
      'generic',
      '4 language-missing error',
    ],
    [
      'no segment',
      file(`<tu>${ZH}<tuv xml:lang="en"/>${EN}</tu>`),
      'generic',
      '4 segment-missing error',
    ],
    [
      'two segments',
      file(`<tu><tuv xml:lang="zh-CN"><seg>a</seg><seg>b</seg></tuv>${EN}</tu>`),
      'generic',
      '4 several-segments error',
    ],
    ['no variant', file(`<tu>${ZH}${EN}</tu><tu/>`), 'generic', '4 unit-empty error'],
    [
      'property after variant',
      file(`<tu>${ZH}${EN}<prop type="x-a">b</prop></tu>`),
      'omegat',
      '4 property-order error',
    ],
    [
      'identity keys',
      file(`<tu><prop type="id">1</prop>${ZH}${EN}</tu>`),
      'omegat',
      '4 identity-property warning',
    ],
    [
      'times',
      file(`<tu creationdate="2024-03-18">${ZH}${EN}</tu>`),
      'generic',
      '4 time-format error',
    ],
    [
      'codes that do not pair',
      file(`<tu><tuv xml:lang="zh-CN"><seg>a<ept i="1"/></seg></tuv>${EN}</tu>`),
      'generic',
      '4 inline-codes error',
    ],
    [
      'unknown elements',
      file(`<tu><tuv xml:lang="zh-CN"><seg>a<b>c</b></seg></tuv>${EN}</tu>`),
      'omegat',
      '4 unknown-element error',
    ],
    [
      'characters outside XML',
      file(`<tu>${ZH.replace('好', '好\u000B&#x1;')}${EN}</tu>`),
      'generic',
      '4 not-xml-character error,4 not-xml-character error',
    ],
    [
      'segments Trados cannot take',
      file(`<tu>${ZH.replace('好', '好'.repeat(2_001))}${EN}</tu><tu>${ZH}${EN}</tu>`),
      'trados',
      '4 too-long error',
    ],
    [
      'a source language in no unit',
      file(`<tu>${ZH}${EN}</tu>`, HEADER.replace('zh-CN', 'zh')),
      'heartsome',
      '4 source-missing error,2 source-language error',
    ],
    [
      'a header too many',
      file(`<tu>${ZH}${EN}</tu>`, HEADER + HEADER),
      'generic',
      '2 header-repeated error',
    ],
    ['no header', file(`<tu>${ZH}${EN}</tu>`, ''), 'generic', '3 header-missing error'],
    ['no body', `<tmx version="1.4">${HEADER}</tmx>`, 'generic', '1 body-missing error'],
    [
      'two bodies',
      file(`<tu>${ZH}${EN}</tu>`).replace('</body>', '</body>\n<body/>'),
      'generic',
      '6 body-repeated error',
    ],
    [
      'a unit outside the body',
      file('').replace('<body>', `<tu>${ZH}${EN}</tu>\n<body>`),
      'generic',
      '3 unit-outside-body error',
    ],
    ['text where none may stand', file(`x<tu>${ZH}${EN}</tu>`), 'generic', '4 stray-text error'],
    ['text in a unit', file(`<tu>x${ZH}${EN}</tu>`), 'omegat', '4 stray-text error'],
    [
      'an attribute that is needed',
      file(`<tu><prop>a</prop>${ZH}${EN}</tu>`),
      'omegat',
      '4 attribute-missing error',
    ],
    [
      'a value that is none',
      file(`<tu segtype="line">${ZH}${EN}</tu>`),
      'omegat',
      '4 attribute-value error',
    ],
    [
      'an & that begins nothing',
      file(`<tu>${ZH}${EN.replace('good', 'Q&A &nbsp;&foo;')}</tu>`),
      'generic',
      '4 bare-ampersand error,4 unknown-entity error,4 unknown-entity error',
    ],
    [
      'a < that begins no tag, and a character named by its halves',
      file(`<tu>${ZH}${EN.replace('good', 'a < b &#xD83D;&#xDE00; <中')}</tu>`),
      'generic',
      '4 bare-less-than error,4 surrogate-references error,4 bare-less-than error',
    ],
    [
      'capitals',
      `<TMX VERSION="1.4">\n${HEADER.replace('<header', '<HEADER')}<BODY>\n<TU>${ZH}<TUV LANG="en-US"><SEG>a</SEG></TUV></TU></BODY></TMX>`,
      'generic',
      '1 name-case error,2 name-case error,2 name-case error,3 name-case error,3 name-case error,3 attribute-name error,3 name-case error',
    ],
    [
      'names where codes should be',
      file(`<tu>${ZH}${EN.replace('en-US', 'English')}</tu>`),
      'generic',
      '4 language-code error',
    ],
    [
      'white space before the declaration',
      `\n<?xml version="1.0"?>${file(`<tu>${ZH}${EN}</tu>`)}`,
      'generic',
      '1 space-before-declaration error',
    ],
    [
      'a prefix on every name',
      `<t:tmx xmlns:t="urn:x" version="1.4"><t:header ${HEADER.slice(8)}<t:body/></t:tmx>`,
      'omegat',
      '1 namespace-prefix error,1 unknown-attribute error',
    ],
  ] as const)('finds and mends: %s', async (_, text, target, expected) => {
    const { found, left } = await examine(text, target);
    expect(found.join(',')).toBe(expected);
    expect(left).toEqual([]);
  });

  test('a mended copy keeps texts, other languages, notes and properties', async () => {
    const unit = `<tu tuid="7" own="x">${ZH}<tuv xml:lang="de"><note>n</note><seg>g<ph x="1"/>ut</seg></tuv>${EN}<prop type="x-a">b</prop></tu>`;
    const { mended } = await examine(file(unit), 'omegat');
    expect(mended).toContain(
      `<tu tuid="7"><prop type="x-a">b</prop>${ZH}<tuv xml:lang="de"><note>n</note><seg>g<ph x="1"/>ut</seg></tuv>${EN}</tu>`,
    );
  });

  test('an & is left alone where it means itself', async () => {
    const { found, mended } = await examine(
      file(`<!-- Q&A --><tu>${ZH}${EN.replace('good', '<![CDATA[Q&A]]>')}</tu>`),
      'generic',
    );
    expect(found).toEqual([]);
    expect(mended).toContain('<seg>Q&amp;A</seg>');
  });

  test('UTF-8 that calls itself something else is told, and mended', async () => {
    const { found, left, mended } = await examine(
      `<?xml version="1.0" encoding="ISO-8859-1"?>\n${file(`<tu>${ZH}${EN}</tu>`)}`,
      'generic',
    );
    expect([found, left]).toEqual([['1 encoding-declaration error'], []]);
    expect(mended).toContain('好');
  });

  test('units that translate nothing are told', async () => {
    const { found } = await examine(
      file(`<tu>${ZH}</tu>\n<tu>${EN}${EN.replace('en-US', 'fr')}</tu>`),
      'omegat',
    );
    expect(found).toEqual(['4 one-language warning', '5 source-missing warning']);
  });

  test('several texts in one language are told', async () => {
    const { found } = await examine(
      file(`<tu>${ZH}${EN}${EN.replace('good', 'fine')}</tu>`),
      'generic',
    );
    expect(found).toEqual(['4 variant-repeated warning']);
  });

  test('a language that cannot be one is told', async () => {
    const { found } = await examine(
      file(`<tu>${ZH}${EN.replace('en-US', '1033')}</tu>`),
      'generic',
    );
    expect(found).toEqual(['4 language-code error']);
  });

  test('of what is no TMX no copy is written', async () => {
    await inFolder(async (folder) => {
      const [path, mended] = [join(folder, 'a.tmx'), join(folder, 'b.tmx')];
      await writeFile(path, '<html></html>');
      await expect(fixFile(path, mended, {})).rejects.toMatchObject({
        failure: { code: 'check.beyond-repair' },
      });
      expect(await readdir(folder)).toEqual(['a.tmx']);
    });
  });

  test('behind markup that does not fit it goes on with the next unit, counting lines on', async () => {
    const unit = `<tu>${ZH}${EN}</tu>\n`;
    const many = unit.repeat(2_000); // more than one piece of the file
    const broken = `${unit}<tu><tuv xml:lang="zh-CN"><seg>坏</tuv></seg></tu>\n${many}<tu>${ZH}<b></tu>\n${unit}`;
    const text = `${file(broken)}\n${file(`${unit}<tu segtype="line">${ZH}${EN}</tu>`)}`;
    const { found, mended } = await examine(text, 'omegat');
    expect(found).toEqual([
      '5 xml-malformed error',
      '2006 xml-malformed error',
      '2010 xml-malformed error',
      '2014 attribute-value error',
    ]);
    expect(mended.match(/<tu>/g)).toHaveLength(1 + 2_000 + 1 + 2);
    expect(mended.match(/<body>/g)).toHaveLength(1);
  });

  test('a file cut off is mended up to the cut', async () => {
    const { found, mended } = await examine(
      file(`<tu>${ZH}${EN}</tu>\n<tu>${ZH}`).slice(0, -17),
      'generic',
    );
    expect(found).toEqual(['5 xml-malformed error']);
    expect(mended).toContain(`<tu>${ZH}${EN}</tu>\n</body>`);
  });

  test.each(['generic', 'omegat', 'trados', 'memoq', 'heartsome'] as const)(
    'finds nothing in what we write for %s',
    async (profile) => {
      await inFolder(async (folder) => {
        const path = join(folder, 'a.tmx.gz');
        await savePairs(path, [tracedPair('你好 <&>', 'Hello')], { profile, context: true });
        expect(await problemsOf(path, profile)).toEqual([]);
      });
    },
  );

  test('a missing file is missing, not wrong', async () => {
    await expect(problemsOf('/nowhere/a.tmx', 'omegat')).rejects.toMatchObject({
      failure: { code: 'file.missing', exit: 'missingInput' },
    });
  });
});

describe('checking tables', () => {
  test('finds formulas and a missing byte order mark for Excel, and mends both', async () => {
    await inFolder(async (folder) => {
      const [path, mended] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
      const pairs = [
        { zh: '=1+1', en: 'x' },
        { zh: '好', en: '' },
      ];
      await savePairs(path, pairs);
      const found = await problemsOf(path, 'excel');
      expect(found.map(({ rule, line }) => `${line ?? 0} ${rule}`)).toEqual([
        '1 no-byte-order-mark',
        '2 formula',
        '3 one-sided',
      ]);
      await fixFile(path, mended, { target: 'excel' });
      expect((await problemsOf(mended, 'excel')).map(({ rule }) => rule)).toEqual(['one-sided']);
      expect(await collect(loadPairs(mended))).toEqual(pairs);
    });
  });

  test('says in which line JSON Lines are broken', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'a.jsonl');
      await writeFile(path, '{"zh":"好","en":"good"}\n{"zh":1}\n');
      const [problem] = await problemsOf(path, 'generic');
      expect(problem).toMatchObject({ rule: 'jsonl-not-a-pair', severity: 'error', line: 2 });
    });
  });
});
