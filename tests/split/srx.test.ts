import { describe, expect, test } from '@jest/globals';
import { DuizhaoError } from '../../src/kit/index.js';
import type { Lang } from '../../src/model/index.js';
import { readSrx, splitSentences } from '../../src/split/index.js';

interface RuleText {
  readonly breaks: boolean;
  readonly before?: string;
  readonly after?: string;
}

/** An SRX file with one set of rules for Chinese, one for English and one for all. */
function srxFile(
  rules: { zh?: readonly RuleText[]; en?: readonly RuleText[]; all?: readonly RuleText[] },
  cascade = 'yes',
): string {
  const sets = Object.entries({ zh: rules.zh ?? [], en: rules.en ?? [], all: rules.all ?? [] });
  return `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="${cascade}"><formathandle type="start" include="no"/></header>
  <body>
    <languagerules>${sets.map(([name, list]) => `<languagerule languagerulename="${name}">${list.map(ruleXml).join('')}</languagerule>`).join('')}</languagerules>
    <maprules>
      <languagemap languagepattern="ZH.*" languagerulename="zh"/>
      <languagemap languagepattern="EN.*" languagerulename="en"/>
      <languagemap languagepattern=".*" languagerulename="all"/>
    </maprules>
  </body>
</srx>`;
}

function ruleXml({ breaks, before, after }: RuleText): string {
  const part = (name: string, pattern: string | undefined): string =>
    pattern === undefined ? '' : `<${name}><![CDATA[${pattern}]]></${name}>`;
  return `<rule break="${breaks ? 'yes' : 'no'}">${part('beforebreak', before)}${part('afterbreak', after)}</rule>`;
}

function cut(text: string, lang: Lang, xml: string): string[] {
  const srx = readSrx(xml, 'rules.srx');
  return splitSentences(text, lang, { srx }).map(({ start, end }) => text.slice(start, end));
}

function failureOf(work: () => unknown): { code: string; line: number | undefined } {
  try {
    work();
  } catch (error) {
    if (error instanceof DuizhaoError)
      return { code: error.failure.code, line: error.failure.at?.line };
    throw error;
  }
  return { code: 'none', line: undefined };
}

const BREAK = { breaks: true, before: '[.?!]+', after: '\\s' };

describe('rules of an SRX 2.0 file', () => {
  test('the first rule that speaks about a place decides', () => {
    const xml = srxFile({ en: [{ breaks: false, before: '\\bMr\\.', after: '\\s' }, BREAK] });
    expect(cut('Mr. Li came. He left.', 'en', xml)).toEqual(['Mr. Li came.', 'He left.']);
    const late = srxFile({ en: [BREAK, { breaks: false, before: '\\bMr\\.', after: '\\s' }] });
    expect(cut('Mr. Li came.', 'en', late)).toEqual(['Mr.', 'Li came.']);
  });

  test('languages are told apart by their maps, case ignored', () => {
    const xml = srxFile({ zh: [{ breaks: true, before: '。' }], en: [BREAK] });
    expect(cut('好。走. 吧', 'zh', xml)).toEqual(['好。', '走. 吧']);
    expect(cut('好。走. 吧', 'en', xml)).toEqual(['好。走.', '吧']);
  });

  test('cascade adds the rules of every map that fits, no cascade only the first', () => {
    const rules = { zh: [{ breaks: true, before: '。' }], all: [BREAK] };
    expect(cut('好。走. 吧', 'zh', srxFile(rules))).toEqual(['好。', '走.', '吧']);
    expect(cut('好。走. 吧', 'zh', srxFile(rules, 'no'))).toEqual(['好。', '走. 吧']);
  });

  test('a rule without one of its patterns matches anything there', () => {
    expect(cut('one;two', 'en', srxFile({ en: [{ breaks: true, before: ';' }] }))).toEqual([
      'one;',
      'two',
    ]);
    expect(cut('one•two', 'en', srxFile({ en: [{ breaks: true, after: '•' }] }))).toEqual([
      'one',
      '•two',
    ]);
  });

  test('every line is a paragraph', () => {
    const xml = srxFile({ en: [{ breaks: true, before: '^\\d+\\.', after: '\\s' }] });
    expect(cut('1. one 2. two\n3. three', 'en', xml)).toEqual(['1.', 'one 2. two', '3.', 'three']);
  });

  test.each([
    ['(?i)no\\.', 'See NO. 5. It', ['See NO.', '5. It']],
    ['\\p{Lu}\\.', 'plan É. It', ['plan É.', 'It']],
    ['\\pL\\.', 'plan b. It', ['plan b.', 'It']],
    ['\\p{IsHan}\\.', '好. It', ['好.', 'It']],
    ['\\p{script=Han}\\.', '好. It', ['好.', 'It']],
    ['[[:alpha:]]\\.', 'b. It', ['b.', 'It']],
    ['\\p{Alpha}[\\.\\]\\-]', 'b. It', ['b.', 'It']],
    ['\\Qa.b\\E\\.', 'a.b. It', ['a.b.', 'It']],
    ['\\x{3002}', '好。 It', ['好。', 'It']],
    ['\\u3002', '好。 It', ['好。', 'It']],
    ['a{2}\\h?\\.', 'aa. It', ['aa.', 'It']],
    ['{', 'a{ It', ['a{', 'It']],
    ['\\"\\:\\,\\;\\%', '":,;% It', ['":,;%', 'It']],
    ['(?<!Mr)(?:\\.)', 'Mr. b. It', ['Mr. b.', 'It']],
    ['[.]+?', 'a.. It', ['a..', 'It']],
  ])('the pattern %s is understood', (before, text, expected) => {
    const xml = srxFile({ en: [{ breaks: true, before, after: '\\s' }] });
    expect(cut(text, 'en', xml)).toEqual(expected);
  });

  test.each([
    'a++',
    '(?>a)',
    '[a-z&&[^b]]',
    '[a[b]]',
    'a(?i)b',
    '\\p{InGreek}',
    '\\N{BULLET}',
    '(a',
    'a**',
  ])('the pattern %s is refused, with its line', (before) => {
    const xml = srxFile({ en: [{ breaks: true, before, after: '\\s' }] });
    expect(failureOf(() => readSrx(xml, 'rules.srx'))).toEqual({
      code: 'split.srx-unsupported',
      line: 5,
    });
  });

  test.each([
    ['not XML', 'rules', 1],
    ['no SRX', '<tmx version="1.4"></tmx>', 1],
    ['another version', '<srx version="1.0"></srx>', 1],
    ['cut off', srxFile({}).split('<languagerules>').slice(0, 1).join(''), 5],
    ['no map', '<srx version="2.0"><body/></srx>', 1],
    [
      'a map to nothing',
      srxFile({}).replace('languagerulename="zh"/>', 'languagerulename="ja"/>'),
      1,
    ],
    ['an entity of its own', `<!DOCTYPE srx [<!ENTITY x "y">]><srx version="2.0">&x;</srx>`, 1],
  ])('a file that is %s is refused, with its line', (_what, xml, line) => {
    expect(failureOf(() => readSrx(xml, 'rules.srx'))).toEqual({ code: 'split.srx-invalid', line });
  });

  test('rules are plain data: a copy cuts the same', () => {
    const srx = readSrx(srxFile({ en: [BREAK] }), 'rules.srx');
    expect(splitSentences('A. B.', 'en', { srx: structuredClone(srx) })).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]);
  });
});
