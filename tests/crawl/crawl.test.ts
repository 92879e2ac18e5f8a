import { describe, expect, test } from '@jest/globals';
import { crawlAll } from './crawl-all.js';
import { htmlPage, siteKeeper } from './nasty-site.js';

const site = siteKeeper();

describe('a plain site', () => {
  test('is fetched whole, breadth first, robots.txt before anything else', async () => {
    const { url, paths } = await site({
      '/': htmlPage('首页', ['/a.html', 'b.html', 'https://other.example/x.html']),
      '/a.html': htmlPage('A', ['/', '/c.html']),
      '/b.html': htmlPage('B', ['/c.html#part']),
      '/c.html': htmlPage('C', []),
    });
    const crawled = await crawlAll(`${url}/`);
    expect(crawled.paths).toEqual(['/', '/a.html', '/b.html', '/c.html']);
    expect(paths()).toEqual([
      '/robots.txt',
      '/.well-known/tdmrep.json',
      '/',
      '/a.html',
      '/b.html',
      '/c.html',
    ]);
    expect(crawled.rejects).toEqual([
      { stage: 'crawl', id: 'https://other.example/x.html', reason: 'other-site' },
    ]);
  });
});
