import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import {
  bundleFiles,
  countingPairs,
  type BundleCounts,
  type BundledFile,
  type BundleFacts,
  type PairRecord,
} from '../../src/exchange/index.js';
import { hubLicence, HUB_LICENCES } from '../../src/exchange/bundle/hub-licence.js';
import { alignmentUnit } from '../../src/exchange/bundle/alignment-unit.js';
import { collect } from './samples.js';

async function countsOf(pairs: readonly PairRecord[]): Promise<BundleCounts> {
  const { pairs: through, counts } = countingPairs(pairs);
  expect(await collect(through)).toEqual(pairs);
  return counts();
}

const GREETING = { zh: '你 好𠮷', en: 'Hello there', doc: 'a', shape: '1-1', state: 'new' };

function bundled(name: string, more: Partial<BundledFile> = {}): BundledFile {
  return { name, format: 'csv', pairs: 2, bytes: 10, sha256: 'f'.repeat(64), ...more };
}

const facts: BundleFacts = {
  title: 'T "quoted": #1',
  madeAt: '2026-01-02T03:04:05Z',
  files: [bundled('a.csv')],
  parameters: { seed: 1 },
};

/** The metadata block of the card, as the hub's YAML reader sees it. */
async function hubOf(
  changes: Partial<BundleFacts>,
  pairs: readonly PairRecord[] = [GREETING],
): Promise<Record<string, unknown>> {
  const [card] = bundleFiles({ ...facts, ...changes }, await countsOf(pairs));
  const block = /^---\n([\s\S]*?)\n---\n/.exec(card?.text ?? '')?.[1] ?? '';
  return parse(block) as Record<string, unknown>;
}

describe('a bundle', () => {
  test('counts what went through', async () => {
    expect(
      await countsOf([
        {
          ...GREETING,
          date: '2024-03-18',
          site: 's',
          licence: 'CC BY',
          score: 0.5,
          repairs: 'a b',
        },
        { zh: '再见', en: '', doc: 'a', date: '2023-01-01', site: 's', repairs: 'a' },
      ]),
    ).toEqual({
      pairs: 2,
      documents: 1,
      zhCharacters: 5,
      enWords: 2,
      from: '2023-01-01',
      until: '2024-03-18',
      sites: { s: 2 },
      licences: { 'CC BY': 1, unknown: 1 },
      units: { sentence: 2, paragraph: 0 },
      shapes: { '1-1': 1, unknown: 1 },
      states: { new: 1, unknown: 1 },
      layouts: { unknown: 2 },
      repairs: { a: 2, b: 1 },
      repairedPairs: 2,
      oneSided: 1,
      meanScore: 0.5,
    });
  });

  test('describes the corpus field by field, each with its Chinese name and where it is from', async () => {
    const about = { domain: 'news', original: 'en', creator: 'Li Hua' } as const;
    const [, metadata] = bundleFiles({ ...facts, about }, await countsOf([GREETING]));
    const { description, ...rest } = JSON.parse(metadata?.text ?? '') as {
      description: { field: string; name: string; value: unknown; basis: string[] }[];
    };
    expect(rest).toMatchObject({
      alignmentLevel: 'sentence',
      size: { pairs: 1, zhCharacters: 3, leftOut: 0 },
      processing: { tool: 'duizhao', madeAt: '2026-01-02T03:04:05Z', parameters: { seed: 1 } },
    });
    const valueOf = (name: string) => description.find((field) => field.name === name)?.value;
    expect(['语料名称', '领域', '原文语种', '译文语种', '加工者', '版本'].map(valueOf)).toEqual([
      facts.title,
      'news',
      'en-US',
      'zh-CN',
      'Li Hua',
      null,
    ]);
    const steps = ['语料准备', '清洗', '去重', '脱敏', '语料对齐', '语料审核'];
    expect(steps.map((name) => description.find((field) => field.name === name)?.basis[0])).toEqual(
      ['6.1.1', '6.1.2', '6.1.3', '6.1.4', '6.2', '6.3'].map((n) => `GB/T 40035—2021 §${n}`),
    );
    expect(new Set(description.map(({ field }) => field)).size).toBe(description.length);
    expect(description.every(({ basis }) => basis.length > 0)).toBe(true);
  });

  test('a table in the card holds any name', async () => {
    const [card] = bundleFiles(
      { ...facts, about: { creator: 'A|B\n<script>' } },
      await countsOf([{ ...GREETING, site: 'a|b' }]),
    );
    expect(card?.text).toContain('| a\\|b | 1 |');
    expect(card?.text).toContain('A\\|B &lt;script>');
  });
});

describe('what a pair is aligned by', () => {
  test.each<[string, string, string | undefined, string]>([
    ['他来了。', 'He came.', undefined, 'sentence'],
    ['他来了。她走了。我们都在这里。', 'He came. She left. We stayed.', undefined, 'paragraph'],
    ['他来了。她走了。', 'He came. She left.', '2-2', 'sentence'],
    ['他来了，她走了。', 'He came. She left.', undefined, 'sentence'],
    ['他说：“来了。走吧。”', 'He said, “Come. Let us go.”', '1-1', 'sentence'],
    ['第一行的内容\n第二行的内容', 'the first line\nthe second line', '1-1', 'paragraph'],
    ['张先生来了，他很高兴。', 'Mr. Zhang came. He was glad.', '1-1', 'sentence'],
    ['他来了。她走了。我们都在这里。', '', '1-0', 'paragraph'],
  ])('%s / %s (%s): %s', (zh, en, shape, expected) => {
    expect(alignmentUnit({ zh, en, ...(shape === undefined ? {} : { shape }) })).toBe(expected);
  });
});

test.each([
  [['sentence', 'paragraph'], 'mixed'],
  [['paragraph'], 'paragraph'],
  [['sentence'], 'sentence'],
] as const)('a corpus of pairs by %j is aligned by %s', async (units, level) => {
  const paragraph = { zh: '他来了。她走了。我们在。', en: 'He came. She left. We stayed.' };
  const pairs = units.map((unit) => (unit === 'paragraph' ? paragraph : GREETING));
  const [, metadata] = bundleFiles(facts, await countsOf(pairs));
  expect(JSON.parse(metadata?.text ?? '')).toMatchObject({ alignmentLevel: level });
});

describe('the dataset card', () => {
  test('has the fields and values that the hub knows', async () => {
    expect(await hubOf({})).toEqual({
      pretty_name: facts.title,
      language: ['zh', 'en'],
      language_details: ['zh-CN', 'en-US'],
      license: 'unknown',
      multilinguality: ['translation'],
      language_creators: ['found'],
      annotations_creators: ['machine-generated'],
      source_datasets: ['original'],
      task_categories: ['translation'],
      size_categories: ['n<1K'],
      tags: ['parallel-corpus', 'bitext'],
      configs: [{ config_name: 'default', data_files: [{ split: 'train', path: 'a.csv' }] }],
    });
  });

  test('names each part as a split, leaves out empty ones, and matches no other file', async () => {
    const files = [
      bundled('a[1].train.tsv', { format: 'tsv', part: 'train' }),
      bundled('a[1].dev.tsv', { format: 'tsv', part: 'dev' }),
      bundled('a[1].test.tsv', { format: 'tsv', part: 'test', pairs: 0 }),
    ];
    expect((await hubOf({ files }))['configs']).toEqual([
      {
        config_name: 'default',
        sep: '\t',
        data_files: [
          { split: 'train', path: 'a[[]1].train.tsv' },
          { split: 'validation', path: 'a[[]1].dev.tsv' },
        ],
      },
    ]);
  });

  test('turns the viewer off for files the hub cannot load', async () => {
    const hub = await hubOf({ files: [bundled('a.tmx', { format: 'tmx' })] });
    expect([hub['viewer'], hub['configs']]).toEqual([false, undefined]);
  });

  test.each<[readonly (string | undefined)[], string | undefined, unknown, unknown]>([
    [[undefined], undefined, 'unknown', undefined],
    [['CC BY 4.0'], undefined, 'cc-by-4.0', undefined],
    [['CC BY 4.0', 'CC0 1.0'], undefined, ['cc-by-4.0', 'cc0-1.0'], undefined],
    [['CC BY 4.0', undefined], undefined, 'other', 'see-rights'],
    [['all rights reserved'], undefined, 'other', 'see-rights'],
    [[undefined], 'CC BY-NC-SA 4.0', 'cc-by-nc-sa-4.0', undefined],
  ])('licences %p, collection %p → %p', async (of, licence, license, name) => {
    const pairs = of.map((known) =>
      known === undefined ? GREETING : { ...GREETING, licence: known },
    );
    const hub = await hubOf(licence === undefined ? {} : { about: { licence } }, pairs);
    expect([hub['license'], hub['license_name']]).toEqual([license, name]);
    expect([hub['license']].flat().every((id) => HUB_LICENCES.has(String(id)))).toBe(true);
  });

  test.each([
    ['CC BY-SA 3.0', 'cc-by-sa-3.0'],
    ['https://creativecommons.org/licenses/by-nc/4.0/deed.zh', 'cc-by-nc-4.0'],
    ['http://creativecommons.org/publicdomain/zero/1.0/', 'cc0-1.0'],
    ['CC0', 'cc0-1.0'],
    ['Apache-2.0', 'apache-2.0'],
    ['CC BY 9.0', undefined],
    ['版权所有', undefined],
  ])('%s → %s', (given, id) => {
    expect(hubLicence(given)).toBe(id);
  });

  test('says that people have looked at every pair only when they have', async () => {
    const accepted = { ...GREETING, state: 'accepted' };
    expect((await hubOf({}, [accepted]))['annotations_creators']).toEqual(['expert-generated']);
    expect((await hubOf({}, [accepted, GREETING]))['annotations_creators']).toEqual([
      'machine-generated',
    ]);
  });
});
