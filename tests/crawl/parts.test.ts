import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFeed, parseSitemap } from '../../src/crawl/feeds.js';
import { nearDistance, nearHash } from '../../src/crawl/near-hash.js';
import { Pace, retryAfterMs } from '../../src/crawl/pace.js';
import { parseQuietHours, quietUntil } from '../../src/crawl/quiet-hours.js';
import { outOfScope, scopeOf, siteOf, urlPattern } from '../../src/crawl/scope.js';
import { parseTdmRep, reservationByFile } from '../../src/crawl/tdm.js';
import { htmlText } from '../../src/crawl/html-text.js';

describe('near-hash', () => {
  const sentences = (from: number, to: number): string =>
    Array.from(
      { length: to - from },
      (_, i) => `第${from + i}条：会谈涉及${(from + i) * 37}个项目。`,
    ).join('');

  test('a caption more or less changes few bits; another article changes many', () => {
    const one = nearHash(sentences(0, 120));
    const caption = nearHash(`${sentences(0, 120)}（资料图片）`);
    const other = nearHash(sentences(500, 620).replaceAll('会谈涉及', '展览收到'));
    if (one === undefined || caption === undefined || other === undefined)
      throw new Error('too short');
    expect(nearDistance(one, caption)).toBeLessThanOrEqual(3);
    expect(nearDistance(one, other)).toBeGreaterThan(10);
  });

  test('white space does not count, and short texts have none', () => {
    const text = sentences(0, 50);
    expect(nearHash(text.replaceAll('。', '。 \n'))).toEqual(nearHash(text));
    expect(nearHash('短')).toBeUndefined();
  });

  test('distance is a count of bits', () => {
    const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(int, int, int, int, (a, b, c, d) => {
        const bits = [a ^ c, b ^ d]
          .map((x) => (x >>> 0).toString(2).replaceAll('0', '').length)
          .reduce((x, y) => x + y);
        expect(nearDistance({ high: a, low: b }, { high: c, low: d })).toBe(bits);
      }),
    );
  });
});

describe('pace', () => {
  test('doubles the pause with every failure up to the ceiling, and comes back slowly', () => {
    const pace = new Pace({ floorMs: 1_000, maxBackOffMs: 10_000 });
    const pauses = [1, 2, 3, 4, 5].map(() => pace.failed(0));
    expect(pauses).toEqual([2_000, 3_000, 5_000, 9_000, 11_000]);
    pace.succeeded(0, 10);
    expect(pace.delayMs).toBe(8_500);
    expect(pace.failures).toBe(0);
  });

  test('never goes below the floor or the Crawl-delay, whatever happens', () => {
    const step = fc.oneof(fc.constant('ok'), fc.constant('bad'));
    fc.assert(
      fc.property(fc.array(step), fc.nat(5_000), fc.nat(5_000), (steps, floorMs, crawlDelay) => {
        const pace = new Pace({ floorMs });
        pace.setCrawlDelay(crawlDelay);
        for (const what of steps) {
          if (what === 'ok') pace.succeeded(100, 5);
          else pace.failed(100);
          expect(pace.readyAt).toBeGreaterThanOrEqual(100 + Math.max(floorMs, crawlDelay));
        }
      }),
    );
  });

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['Mon, 18 Mar 2024 02:01:00 GMT', 60_000],
    ['Mon, 18 Mar 2024 01:00:00 GMT', 0],
    ['soon', 0],
    ['-5', 0],
    [undefined, 0],
  ])('Retry-After %s means %i ms', (value, ms) => {
    expect(retryAfterMs(value, Date.parse('2024-03-18T02:00:00Z'))).toBe(ms);
  });
});

describe('quiet hours', () => {
  const at = (text: string): number => Date.parse(text);

  test.each([
    ['08:00-20:00', '2024-03-18T01:00:00Z', '2024-03-18T12:00:00Z'], // 09:00 in China
    ['08:00-20:00', '2024-03-18T12:00:00Z', undefined],
    ['22:00-06:00', '2024-03-18T15:00:00Z', '2024-03-18T22:00:00Z'], // 23:00, over midnight
    ['22:00-06:00', '2024-03-17T20:00:00Z', '2024-03-17T22:00:00Z'], // 04:00
    ['08:00-20:00+00:00', '2024-03-18T19:59:00Z', '2024-03-18T20:00:00Z'],
    ['08:00-20:00-05:00', '2024-03-18T14:00:00Z', '2024-03-19T01:00:00Z'],
  ])('%s at %s last until %s', (hours, now, end) => {
    expect(quietUntil(parseQuietHours(hours), at(now))).toBe(
      end === undefined ? undefined : at(end),
    );
  });

  test.each(['8-20', '08:00', '25:00-26:00', ''])('"%s" is refused', (text) => {
    expect(() => parseQuietHours(text)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'crawl.bad-hours' }) }),
    );
  });
});

describe('scope', () => {
  test.each([
    ['http://fao.sz.gov.cn/x', 'sz.gov.cn'],
    ['https://www.bbc.co.uk/', 'bbc.co.uk'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['http://localhost:3000/', 'localhost:3000'],
  ])('%s belongs to %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });

  test.each([
    ['/news/*.html', 'https://a.cn/news/1.html', true],
    ['/news/*.html', 'https://a.cn/news/2024/1.html', false],
    ['/news/**', 'https://a.cn/news/2024/1.html', true],
    ['https://a.cn/en/**', 'https://b.cn/?u=https://a.cn/en/x', false],
    ['/\\/t\\d{8}_\\d+\\.html$/', 'https://a.cn/x/t20240318_12.html', true],
    ['/a?b', 'https://a.cn/a?b', true],
    ['/a.b', 'https://a.cn/axb', false],
  ])('pattern %s on %s: %s', (pattern, url, matches) => {
    expect(urlPattern(pattern).test(url)).toBe(matches);
  });

  test('a broken regular expression is named', () => {
    expect(() => urlPattern('/(/')).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'crawl.bad-pattern' }) }),
    );
  });

  const scope = scopeOf(['https://fao.sz.gov.cn/'], {
    include: [],
    exclude: ['/so/**'],
    maxDepth: 3,
  });
  test.each([
    ['https://www.sz.gov.cn/en/', 1, undefined],
    ['https://sz.gov.cn.evil.example/', 1, 'other-site'],
    ['https://fao.sz.gov.cn/a.JPG', 1, 'media-file'],
    ['https://fao.sz.gov.cn/a.pdf', 1, 'office-file'],
    ['https://fao.sz.gov.cn/so/x', 1, 'excluded'],
    ['https://fao.sz.gov.cn/x', 4, 'too-deep'],
    [`https://fao.sz.gov.cn/${'x'.repeat(1_100)}`, 1, 'url-too-long'],
    ['https://fao.sz.gov.cn/a/b/a/b/a/b/a/b', 1, 'path-repeats'],
  ])('%s at depth %i: %s', (url, depth, reason) => {
    expect(outOfScope(url, depth, scope, false)).toBe(reason);
  });
});

describe('sitemaps and feeds', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('a sitemap, plain or gzipped, with entities and namespaces', () => {
    const xml =
      '<s:urlset xmlns:s="x"><s:url><s:loc> https://a.cn/?a=1&amp;b=2 </s:loc></s:url></s:urlset>';
    const expected = { sitemaps: [], pages: ['https://a.cn/?a=1&b=2'] };
    expect(parseSitemap(bytes(xml), 10_000)).toEqual(expected);
    expect(parseSitemap(gzipSync(xml), 10_000)).toEqual(expected);
  });

  test('a gzip bomb in the place of a sitemap is refused', () => {
    expect(parseSitemap(gzipSync(Buffer.alloc(1_000_000)), 10_000)).toBeUndefined();
  });

  test('an index names sitemaps; a list of lines is a sitemap; HTML is none', () => {
    const index = '<sitemapindex><sitemap><loc>https://a.cn/1.xml</loc></sitemap></sitemapindex>';
    expect(parseSitemap(bytes(index), 10_000)?.sitemaps).toEqual(['https://a.cn/1.xml']);
    expect(parseSitemap(bytes('https://a.cn/1\r\nhttps://a.cn/2\n'), 10_000)?.pages.length).toBe(2);
    expect(parseSitemap(bytes('<html><loc>x</loc></html>'), 10_000)).toBeUndefined();
  });

  test('RSS and Atom links, alternates only', () => {
    const rss =
      '<rss><channel><item><link><![CDATA[https://a.cn/1]]></link></item></channel></rss>';
    const atom =
      '<feed><entry><link rel="self" href="/s"/><link rel="alternate" href="/e?x=1&amp;y"/></entry></feed>';
    expect(parseFeed(bytes(rss))).toEqual(['https://a.cn/1']);
    expect(parseFeed(bytes(atom))).toEqual(['/e?x=1&y']);
  });
});

describe('tdmrep.json', () => {
  const entries = parseTdmRep(
    JSON.stringify([
      { location: '/free/*', 'tdm-reservation': 0 },
      { location: '/paid*.html$', 'tdm-reservation': '1', 'tdm-policy': 'https://a.cn/policy' },
      { location: 7 },
      'nonsense',
    ]),
  );

  test.each([
    ['https://a.cn/free/x', { reserved: false, saidBy: 'tdmrep.json' }],
    [
      'https://a.cn/paid/1.html',
      { reserved: true, saidBy: 'tdmrep.json', policy: 'https://a.cn/policy' },
    ],
    ['https://a.cn/paid/1.html?x', undefined],
    ['https://a.cn/other', undefined],
  ])('%s: %j', (url, expected) => {
    expect(reservationByFile(entries, url)).toEqual(expected);
  });

  test.each(['', '{}', '<html>', 'null', '[{"location":"/"}]'])('%j reserves nothing', (text) => {
    expect(reservationByFile(parseTdmRep(text), 'https://a.cn/')?.reserved ?? false).toBe(false);
  });
});

describe('text of a page, for its links', () => {
  const gbk = Buffer.from([0xcf, 0xc2, 0xd2, 0xbb, 0xd2, 0xb3]); // 下一页
  const big5 = Buffer.from([0xa4, 0x55, 0xa4, 0x40, 0xad, 0xb6]); // 下一頁

  test.each([
    ['GBK, nothing declared', gbk, '', '下一页'],
    ['GBK, declared as UTF-8', gbk, 'text/html; charset=utf-8', '下一页'],
    ['UTF-8, declared as GBK', Buffer.from('下一页'), 'text/html; charset=gbk', '下一页'],
    ['Big5 by the header', big5, 'text/html; charset=big5', '下一頁'],
    ['an unknown charset', gbk, 'text/html; charset=klingon', '下一页'],
  ])('%s', (_name, bytes, type, text) => {
    expect(htmlText(bytes, type)).toBe(text);
  });
});
