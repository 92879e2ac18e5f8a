import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile, pathsOf, formatFor, savePairs } from '../../src/exchange/index.js';
import { XML_RULES } from '../../src/exchange/check/rules/index.js';
import { examineXml } from '../../src/exchange/check/xml-rules.js';
import { awkward, tracedPair } from './samples.js';

/** Rules and lines of what is wrong with a file of ours, before and after a change to its text. */
async function examine(name: string, change: (text: string) => string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-check-xml-'));
  try {
    const path = join(folder, name);
    const pairs = awkward
      .filter((text) => text.trim() !== '')
      .map((text, index) => tracedPair(text, `en ${text}`, { position: index + 1 }));
    await savePairs(path, pairs);
    expect(await problemsOf(path)).toEqual([]);
    const [last = path] = pathsOf(formatFor(path), path).slice(-1);
    await writeFile(last, change(await readFile(last, 'utf8')));
    return await problemsOf(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function problemsOf(path: string): Promise<string[]> {
  const found: string[] = [];
  await checkFile(path, {
    onProblem: ({ line, rule }) => found.push(`${line ?? 0} ${rule}`),
  });
  return found;
}

describe('checking XML formats by the rules of their standards', () => {
  test.each([
    [
      'a.xlf',
      'an attribute missing',
      [' original="https://example.org/1.html"', ''],
      '3 attribute-missing',
    ],
    ['a.xlf', 'an id twice', ['id="2"', 'id="1"'], '7 id-repeated'],
    ['a.xlf', 'a second target', ['</target>', '</target><target/>'], '6 element-repeated'],
    ['a.xlf', 'no source', [/<source>.*?<\/source>/s, ''], '6 element-missing'],
    ['a.xlf', 'a stranger', ['<source>', '<b/><source>'], '6 unknown-element'],
    ['a.xlf2', 'another namespace', ['document:2.0', 'document:3.0'], '2 namespace'],
    ['a.xlf2', 'a state that is none', ['"translated"', '"done"'], '4 attribute-value'],
    ['a.xlf2', 'text outside segments', ['<segment', 'x<segment'], '4 stray-text'],
    ['a.xlf2', 'an unknown attribute', ['<unit ', '<unit colour="red" '], '4 unknown-attribute'],
    [
      'a.tei',
      'no statement of the source',
      [/<sourceDesc>.*<\/sourceDesc>/, ''],
      '8 element-missing',
    ],
    ['a.tei', 'an id twice', ['xml:id="en1"', 'xml:id="zh1"'], '13 id-repeated'],
    ['a.html', 'a script', ['<main>', '<main><script/>'], '22 unknown-element'],
    ['a.html', 'broken markup', ['<td ', '<td'], '29 xml-malformed'],
    [
      'a.intertext',
      'a link without its half',
      ['xtargets="1:1;1:1"', 'xtargets="1:1"'],
      '3 attribute-value',
    ],
    [
      'a.intertext',
      'a link to nothing',
      ['xtargets="1:1;1:1"', 'xtargets="1:1;0:0"'],
      '0 no-such-sentence',
    ],
  ] as const)('%s: %s', async (name, _, [from, to], expected) => {
    expect((await examine(name, (text) => text.replace(from, to))).join(',')).toContain(expected);
  });

  test('what other namespaces add is not judged', async () => {
    const extended = (text: string) =>
      text
        .replace('<xliff ', '<xliff xmlns:my="urn:my" my:x="1" ')
        .replace('<segment', '<my:data><source>x</source></my:data><segment');
    expect(await examine('a.xlf2', extended)).toEqual([]);
  });

  test('a file of any size is examined to its end', async () => {
    const cell = `<tr><td>${'a'.repeat(4_000_000)}</td></tr>`;
    async function* page(): AsyncIterable<string> {
      yield '<html><head><title>t</title></head><body><main><table><tbody>';
      for (let rows = 0; rows < 18; rows += 1) yield await Promise.resolve(cell);
      yield '<tr><td/><script/></tr></tbody></table></main></body></html>';
    }
    const found: string[] = [];
    const rulesFor = XML_RULES['html'] ?? (() => undefined);
    await examineXml(page(), 'x.html', rulesFor, ({ rule }) => found.push(rule));
    expect(found).toEqual(['unknown-element']);
  });
});
