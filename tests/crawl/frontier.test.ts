import { expect, test } from '@jest/globals';
import { canonicalUrl } from '../../src/crawl/canonical.js';
import { Frontier, QUERIES } from '../../src/crawl/frontier.js';

function add(frontier: Frontier, url: string, depth = 0): boolean {
  const canonical = canonicalUrl(url);
  if (canonical === undefined) throw new Error(url);
  return frontier.add({ canonical, asked: url, depth, kind: 'link', state: 'queued', via: 0 });
}

test.each(Object.entries(QUERIES))(
  '%s is answered from an index, however many URLs',
  (_name, sql) => {
    const frontier = Frontier.open(':memory:');
    const plan = frontier.connection
      .prepare(`explain query plan ${sql.replaceAll('?', "'1'")}`)
      .all();
    expect(JSON.stringify(plan)).toMatch(/USING (?:COVERING )?INDEX page_/);
    frontier.close();
  },
);

test('gives URLs nearest to the seeds first, then in the order they were seen, each once', () => {
  const frontier = Frontier.open(':memory:');
  expect(add(frontier, 'http://a.cn/deep', 2)).toBe(true);
  expect(add(frontier, 'http://a.cn/1', 1)).toBe(true);
  expect(add(frontier, 'https://a.cn/1/', 1)).toBe(false); // its twin
  expect(add(frontier, 'http://a.cn/2', 1)).toBe(true);
  const order: string[] = [];
  for (let at = frontier.next('a.cn'); at !== undefined; at = frontier.next('a.cn')) {
    order.push(at.url);
    frontier.settle(at.id, { state: 'done' });
  }
  expect(order).toEqual(['http://a.cn/1', 'http://a.cn/2', 'http://a.cn/deep']);
  frontier.close();
});

test('a transaction that fails leaves nothing behind, not even in memory', () => {
  const frontier = Frontier.open(':memory:');
  expect(() =>
    frontier.transact(() => {
      add(frontier, 'http://a.cn/1');
      throw new Error('power');
    }),
  ).toThrow('power');
  expect(frontier.next('a.cn')).toBeUndefined();
  expect(add(frontier, 'http://a.cn/1')).toBe(true);
  frontier.close();
});
