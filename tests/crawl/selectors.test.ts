import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CRAWL_DEFAULTS, parseRecipe, readRecipe } from '../../src/crawl/index.js';
import { crawlAll } from './crawl-all.js';
import { htmlPage, siteKeeper } from './nasty-site.js';

const site = siteKeeper();

describe('selectors of a recipe', () => {
  test('are read, one or several to remove', () => {
    const { selectors } = parseRecipe('selectors:\n  content: "#zoom"\n  remove: .ad\n', 'x');
    expect(selectors).toEqual({ content: '#zoom', remove: ['.ad'] });
  });

  test.each([
    ['selectors:\n  title: h1\n  content: "div[["\n', 3],
    ['name: x\nselectors:\n  remove:\n    - .ad\n    - ":nonsense"\n', 5],
    ['selectors:\n  date: ""\n', 2],
    ['selectors:\n  content: .a\n  body: .b\n', 3],
  ])('%j is refused with its line', (text, line) => {
    expect(() => parseRecipe(text, 'site.yaml')).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          code: 'config.invalid',
          exit: 'badConfig',
          at: { file: 'site.yaml', line },
        }),
      }),
    );
  });

  test('go with every page; other ones bring the pages again, without asking the site', async () => {
    const { url, paths } = await site({
      '/robots.txt': '',
      '/': htmlPage('首页', ['/a.html']),
      '/a.html': htmlPage('甲', []),
    });
    const folder = mkdtempSync(join(tmpdir(), 'duizhao-selectors-'));
    const crawl = async (yaml?: string): Promise<unknown> => {
      const recipe = yaml === undefined ? {} : { recipe: parseRecipe(yaml, 'site.yaml') };
      const { pages } = await crawlAll(`${url}/`, { folder, ...recipe });
      return pages.map(({ hints, bytes }) => [bytes.length > 0, hints]);
    };
    try {
      const first = { content: '.a', remove: ['.b'] };
      expect(await crawl('selectors: {content: .a, remove: [.b]}')).toEqual([
        [true, first],
        [true, first],
      ]);
      const asked = paths().length;
      expect(await crawl('selectors: {remove: [.b], content: .a}')).toEqual([]);
      expect(await crawl()).toEqual([]);
      expect(await crawl('selectors: {content: .c}')).toEqual([
        [true, { content: '.c' }],
        [true, { content: '.c' }],
      ]);
      expect(await crawl('name: 甲')).toEqual([
        [true, undefined],
        [true, undefined],
      ]);
      expect(paths()).toHaveLength(asked);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('corpus/recipes/README.md', () => {
  const text = readFileSync('corpus/recipes/README.md', 'utf8');

  test('shows a recipe that is valid', () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    expect(parseRecipe(yaml, 'x').selectors?.remove).toEqual(['.share', '.pic_txt']);
  });

  test('has a row for every key, and none that is refused', () => {
    const keys = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect(keys).toEqual([
      ...['name', 'licence', 'start', 'list', 'article', 'include', 'exclude', 'delay', 'depth'],
      ...[
        'daily',
        'dailyMegabytes',
        'quiet',
        'sitemaps',
        'selectors',
        'content',
        'title',
        'date',
        'remove',
      ],
    ]);
  });

  test('gives the defaults as they are', () => {
    const { delayMs, maxDepth, dailyPages, dailyBytes } = CRAWL_DEFAULTS;
    const last = (key: string): string | undefined =>
      new RegExp(`^\\| \`${key}\` .* \\| (\\d+) \\|$`, 'm').exec(text)?.[1];
    expect(['delay', 'depth', 'daily', 'dailyMegabytes'].map(last)).toEqual(
      [delayMs / 1_000, maxDepth, dailyPages, dailyBytes / 1e6].map(String),
    );
  });
});

test('the recipe that ships is valid', async () => {
  const recipe = await readRecipe('foreign-affairs-office');
  expect(recipe.article?.length).toBeGreaterThan(0);
  expect(recipe.start).toBeUndefined();
});
