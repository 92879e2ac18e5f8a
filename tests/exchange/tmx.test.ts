import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatFor,
  readTmxUnits,
  type Loss,
  type VariantChoice,
} from '../../src/exchange/index.js';
import { anyText, collect, once, readBack, tracedPair, written } from './samples.js';

const tmx = formatFor('tmx');

function file(body: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string {
  return `${head}<tmx version="1.4"><header srclang="zh-CN"/><body>${body}</body></tmx>`;
}

/** Bytes that declare an encoding of themselves. */
function saying(encoding: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>\n`), bytes]);
}

/** 你好 in GBK; the rest is ASCII. */
function gbk(text: string): Buffer {
  const [before = '', after = ''] = text.split('你好');
  return Buffer.concat([
    Buffer.from(before),
    Buffer.of(0xc4, 0xe3, 0xba, 0xc3),
    Buffer.from(after),
  ]);
}

function utf32(text: string, isLittle: boolean): Buffer {
  const view = new DataView(new ArrayBuffer([...text].length * 4));
  for (const [index, character] of [...text].entries()) {
    view.setUint32(index * 4, character.codePointAt(0) ?? 0, isLittle);
  }
  return Buffer.from(view.buffer);
}

const unit =
  '<tu><tuv xml:lang="zh-CN"><seg>你好</seg></tuv><tuv xml:lang="en-US"><seg>Hello</seg></tuv></tu>';

describe('writing TMX', () => {
  test('writes what the standard and OmegaT ask for, properties before variants', async () => {
    const text = new TextDecoder().decode(await written(tmx, [tracedPair('你好', 'Hello')]));
    expect(text).toContain('<tmx version="1.4">');
    expect(text).toContain('srclang="zh-CN"');
    expect(text).toContain('<tu creationdate="20240318T020000Z">');
    expect(text).toContain('<prop type="x-url-or-path">https://example.org/1.html</prop>');
    expect(text).toMatch(
      /<\/prop>\n<tuv xml:lang="zh-CN"><seg>你好<\/seg><\/tuv>\n<tuv xml:lang="en-US">/,
    );
    expect(text).not.toMatch(/DOCTYPE|\slang=|type="(?:id|file|prev|next|path|tuid)"/);
  });

  test('says which pairs it left out and why', async () => {
    const losses: Loss[] = [];
    const pairs = [
      { zh: '只有中文', en: '' },
      { zh: '长'.repeat(2_001), en: 'long', id: 'abc' },
      { zh: '好', en: 'good' },
    ];
    const bytes = await written(tmx, pairs, {
      profile: 'trados',
      onLoss: (loss) => losses.push(loss),
    });
    expect(await readBack(tmx, bytes)).toEqual([{ zh: '好', en: 'good' }]);
    expect(losses).toEqual([
      { kind: 'pair', reason: 'one-sided', ordinal: 1, count: 1 },
      { kind: 'pair', reason: 'too-long', ordinal: 2, count: 1, id: 'abc' },
    ]);
  });

  test('gives memoQ the neighbours in the same document, and nobody else', async () => {
    const pairs = [
      { zh: '一', en: 'one', doc: 'd' },
      { zh: '二', en: 'two', doc: 'd' },
      { zh: '三', en: 'three', doc: 'e' },
    ];
    const memoq = new TextDecoder().decode(
      await written(tmx, pairs, { profile: 'memoq', context: true }),
    );
    expect(memoq.match(/x-context-(?:pre|post)">[^<]*/g)).toEqual([
      'x-context-post">&lt;seg&gt;二&lt;/seg&gt;',
      'x-context-pre">&lt;seg&gt;一&lt;/seg&gt;',
    ]);
    const generic = new TextDecoder().decode(await written(tmx, pairs, { context: true }));
    expect(generic).not.toContain('x-context');
  });

  test('puts the English first when it is the source', async () => {
    const text = new TextDecoder().decode(
      await written(tmx, [{ zh: '好', en: 'good' }], { source: 'en' }),
    );
    expect(text).toContain('srclang="en-US"');
    expect(text.indexOf('en-US"><seg>')).toBeLessThan(text.indexOf('zh-CN"><seg>'));
  });
});

describe('reading TMX', () => {
  const declared = file(unit, '<?xml version="1.0" encoding="UTF-16"?>\n');
  const utf16le = Buffer.from(`\uFEFF${declared}`, 'utf16le');
  test.each([
    ['UTF-8 without a mark', Buffer.from(file(unit))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${file(unit)}`)],
    ['UTF-16, little end first, with a mark', utf16le],
    ['UTF-16, little end first, without a mark', utf16le.subarray(2)],
    ['UTF-16, big end first', Buffer.from(utf16le).swap16()],
    ['UTF-8 that calls itself UTF-16', Buffer.from(declared)],
    ['UTF-8 that calls itself Latin-1', saying('ISO-8859-1', Buffer.from(file(unit, '')))],
    ['UTF-8 that calls itself GBK', saying('GBK', Buffer.from(file(unit, '')))],
    ['UTF-32, little end first, with a mark', utf32(`\uFEFF${declared}`, true)],
    ['UTF-32, big end first, without a mark', utf32(declared, false)],
    ['GBK by the name Windows has for it', saying('cp936', gbk(file(unit, '')))],
    ['GB18030', saying('GB18030', gbk(file(unit, '')))],
    ['white space around language codes', Buffer.from(file(unit.replace('zh-CN', ' zh-CN ')))],
    [
      'a prefix on every element',
      Buffer.from(
        file(unit)
          .replace(/<(\/?)/g, '<$1t:')
          .replace('<t:?', '<?'),
      ),
    ],
    [
      'a second segment in a variant',
      Buffer.from(file(unit.replace('Hello</seg>', 'Hello</seg><seg>x</seg>'))),
    ],
  ])('reads %s', async (_, bytes) => {
    expect(await readBack(tmx, bytes)).toEqual([{ zh: '你好', en: 'Hello' }]);
  });

  test('does not depend on where the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }),
        fc.array(fc.nat(40)),
        async (texts, sizes) => {
          const pairs = texts.map(([zh, en]) => ({ zh: `中${zh}`, en: `e${en}` }));
          const bytes = await written(tmx, pairs);
          const pieces: Uint8Array[] = [];
          let at = 0;
          for (const size of sizes) pieces.push(bytes.subarray(at, (at += size)));
          pieces.push(bytes.subarray(at));
          const whole = await collect(readTmxUnits(once(bytes), { file: 'x' }));
          const cut = await collect(readTmxUnits(once(...pieces), { file: 'x' }));
          expect(cut).toEqual(whole);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('finds Chinese and English among many languages, old attributes and any case', async () => {
    const body =
      '<tu><tuv lang="DE"><seg>x</seg></tuv><tuv lang="EN_us"><seg>US</seg></tuv>' +
      '<tuv lang="en-GB"><seg>GB</seg></tuv><tuv lang="ZH-TW"><seg>臺</seg></tuv><tuv lang="zh-CN"><seg>台</seg></tuv></tu>';
    const read = tmx.kind === 'file' ? tmx.read : undefined;
    expect(await collect(read?.(once(file(body)), { file: 'x' }) ?? once())).toEqual([
      { zh: '臺', en: 'US' },
    ]);
    const wanted = { file: 'x', zhCode: 'zh-CN', enCode: 'en-GB' };
    expect(await collect(read?.(once(file(body)), wanted) ?? once())).toEqual([
      { zh: '台', en: 'GB' },
    ]);
  });

  test('of several texts in a language the first is taken and told, or each with each', async () => {
    const variant = (lang: string, text: string) =>
      `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`;
    const body =
      `<tu><prop type="x-id">7</prop>${variant('zh', '甲')}${variant('zh', '乙')}${variant('en', 'a')}${variant('en', 'b')}</tu>` +
      `\n<tu>${variant('zh', '同')}${variant('zh-CN', '同')}${variant('zh', ' ')}${variant('en', 'same')}</tu>`;
    const read = tmx.kind === 'file' ? tmx.read : undefined;
    const choices: VariantChoice[] = [];
    const onVariants = (choice: VariantChoice): void => void choices.push(choice);
    const options = { file: 'x', onVariants };
    const same = { zh: '同', en: 'same' };
    expect(await collect(read?.(once(file(body)), options) ?? once())).toEqual([
      { zh: '甲', en: 'a', id: '7' },
      same,
    ]);
    expect(choices).toEqual([{ at: 1, line: 2, zh: 2, en: 2 }]);
    const each = { ...options, variants: 'each' as const };
    expect(await collect(read?.(once(file(body)), each) ?? once())).toEqual([
      { zh: '甲', en: 'a', id: '7' },
      { zh: '甲', en: 'b' },
      { zh: '乙', en: 'a' },
      { zh: '乙', en: 'b' },
      same,
    ]);
    expect(choices).toHaveLength(1);
  });

  test.each([
    [
      'capitals',
      '<TMX><BODY><TU><TUV LANG="ZH-CN"><SEG>好</SEG></TUV><TUV LANG="EN-US"><SEG>good</SEG></TUV></TU></BODY></TMX>',
    ],
    [
      'an odd spelling of the attribute',
      file('<tu><tuv XML:LANG="zh"><seg>好</seg></tuv><tuv x:Lang="en"><seg>good</seg></tuv></tu>'),
    ],
    [
      'names of languages',
      file(
        '<tu><tuv xml:lang="Chinese (PRC)"><seg>好</seg></tuv><tuv xml:lang="English"><seg>good</seg></tuv></tu>',
      ),
    ],
    [
      'codes of Windows',
      file(
        '<tu><tuv xml:lang="CHS"><seg>好</seg></tuv><tuv xml:lang="ENU"><seg>good</seg></tuv></tu>',
      ),
    ],
    [
      'CDATA, comments and instructions in a segment',
      file(
        '<tu><tuv xml:lang="zh"><seg><!-- c --><![CDATA[好]]></seg></tuv><tuv xml:lang="en"><seg>go<?x y?>od</seg></tuv></tu>',
      ),
    ],
  ])('reads %s', async (_, text) => {
    expect(await readBack(tmx, text)).toEqual([{ zh: '好', en: 'good' }]);
  });

  const codes =
    'a<bpt i="1">&lt;b></bpt>b<hi>c</hi><ept i="1">&lt;/b></ept><ph x="1"/>d<ph>&lt;img alt="<sub>e</sub>"></ph>';
  test.each([
    ['drop', 'abcd'],
    ['keep', 'a<b>bc</b><ph x="1"/>d<img alt="e">'],
  ] as const)('inline tags: %s', async (inlineTags, expected) => {
    const body = `<tu><tuv xml:lang="zh"><seg>${codes}</seg></tuv></tu>`;
    const [found] = await collect(readTmxUnits(once(file(body)), { file: 'x', inlineTags }));
    expect(found?.variants).toEqual([{ lang: 'zh', text: expected }]);
  });

  test('units without both languages are handed to onSkip, none vanishes', async () => {
    const body =
      '<tu/><tu><tuv xml:lang="zh"><seg>甲</seg></tuv></tu><tu><tuv xml:lang="zh"><seg/></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>' +
      unit;
    const skips: unknown[] = [];
    const read = tmx.kind === 'file' ? tmx.read : undefined;
    const pairs = await collect(
      read?.(once(file(body)), { file: 'x', onSkip: (skip) => skips.push(skip) }) ?? once(),
    );
    expect(pairs).toHaveLength(1);
    expect(skips).toEqual([
      { at: 1, reason: 'no-zh' },
      { at: 2, reason: 'no-en' },
      { at: 3, reason: 'empty' },
    ]);
  });

  test.each([
    ['an empty file', '', 'xml.malformed', 1],
    ['a file cut off', file(unit).slice(0, -20), 'xml.malformed', 2],
    ['another kind of XML', '<html></html>', 'tmx.not-tmx', 1],
    [
      'an entity of its own',
      `<!DOCTYPE tmx [<!ENTITY a "b">]>\n${file('<tu><tuv xml:lang="zh"><seg>&a;</seg></tuv></tu>', '')}`,
      'xml.entity',
      2,
    ],
    ['a character outside XML', file('\u000B'), 'xml.character', 2],
    ['elements without end', `<tmx>\n${'<hi>'.repeat(100_000)}`, 'xml.too-deep', 2],
    ['a text without end', `<tmx>\n<x>${'a'.repeat(5_000_000)}`, 'xml.too-long', 2],
    [
      'attributes without end',
      `<tmx>\n<x ${Array.from({ length: 999 }, (_, i) => `a${i}=""`).join(' ')}/>`,
      'xml.too-many-attributes',
      2,
    ],
    [
      'languages without end',
      `<tmx>\n<tu>${'<tuv xml:lang="zh"><seg/></tuv>'.repeat(2_000)}`,
      'tmx.too-many-variants',
      2,
    ],
    [
      'an & that begins nothing, lines before the parser sees it',
      `<tmx>\n<x/>\n<tu>Q&A\n\n${'<seg/>'.repeat(3)}\n</tu></tmx>`,
      'xml.ampersand',
      3,
    ],
    [
      'a < that begins no tag',
      `<tmx>\n<x/>\n<tu><tuv xml:lang="zh"><seg>a < b</seg></tuv></tu></tmx>`,
      'xml.less-than',
      3,
    ],
    [
      'elements without end in a unit',
      `<tmx>\n<tu>${'<prop type="x"/>'.repeat(100_001)}`,
      'tmx.too-many-elements',
      2,
    ],
  ])('refuses %s, saying where', async (_, text, code, line) => {
    await expect(readBack(tmx, text)).rejects.toMatchObject({
      failure: { code, exit: 'badInput', at: { file: 'test', line } },
    });
  });

  test('refuses bytes that are not in the encoding declared', async () => {
    const gb = Uint8Array.of(...Buffer.from('<tmx>'), 0xc4, 0xe3);
    await expect(readBack(tmx, gb)).rejects.toMatchObject({
      failure: {
        code: 'xml.encoding',
        at: { line: 1, column: 6 },
        hint: expect.stringContaining('gb18030'),
      },
    });
  });

  test('hands on what came before a fault', async () => {
    const found: unknown[] = [];
    const units = readTmxUnits(once(`${file(unit)}rubbish`), { file: 'x' });
    await expect(
      (async () => {
        for await (const { number } of units) found.push(number);
      })(),
    ).rejects.toMatchObject({ failure: { code: 'xml.malformed' } });
    expect(found).toEqual([1]);
  });

  test('an error in the source reaches the reader', async () => {
    async function* broken(): AsyncIterable<string> {
      yield await Promise.resolve('<tmx>');
      throw new Error('disk');
    }
    await expect(collect(readTmxUnits(broken(), { file: 'x' }))).rejects.toThrow('disk');
  });
});
