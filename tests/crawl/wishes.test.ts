/** What a webmaster or a user would ask of a crawl, judged from the server's log. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { whyNot } from '../../src/crawl/index.js';
import { crawlAll } from './crawl-all.js';
import { type Handler, htmlPage, sendHtml, siteKeeper } from './nasty-site.js';

const site = siteKeeper();
const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-wishes-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const answer =
  (status: number, headers: Readonly<Record<string, string>>, body = ''): Handler =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  };

describe('manners', () => {
  test('a robots.txt that leads to another host keeps that host’s pace too', async () => {
    const links = Array.from({ length: 6 }, (_, i) => `/${i}.html`);
    const pages = Object.fromEntries(links.map((link) => [link, htmlPage(link, [])]));
    const busy = await site({ '/robots.txt': '', '/': htmlPage('忙', links), ...pages });
    const others = await Promise.all(
      [1, 2].map(() =>
        site({
          '/robots.txt': answer(301, { location: `${busy.url}/robots.txt` }),
          '/': htmlPage('乙', []),
        }),
      ),
    );
    const seeds = [busy.url, ...others.map(({ url }) => url)].map((url) => `${url}/`);
    await crawlAll(seeds[0] ?? '', { seeds, delayMs: 60 });
    expect(busy.paths().filter((path) => path === '/robots.txt').length).toBe(3);
    expect(busy.mostAtOnce()).toBe(1);
    const gaps = busy.log.slice(1).map(({ at }, i) => at - (busy.log[i]?.endedAt() ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(55); // the log is written a moment after
  });

  test('a host that keeps answering 403 is left alone, its queue kept', async () => {
    const links = Array.from({ length: 60 }, (_, i) => `/${i}.html`);
    const { url, paths } = await site({ '/': htmlPage('首页', links) }, answer(403, {}));
    const { progress } = await crawlAll(`${url}/`);
    expect(paths().filter((path) => path.endsWith('.html')).length).toBe(20);
    expect(progress.hosts).toMatchObject([{ stopped: 'blocked', queued: 40, failed: 20 }]);
  });

  test('a film is not downloaded to find out that it is one', async () => {
    let sent = 0;
    const { url } = await site({
      '/': htmlPage('首页', ['/download?id=1', '/huge', '/next']),
      '/download': (_request, response) => {
        response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': 30_000_000 });
        const more = (): void => {
          if (response.destroyed || sent >= 30_000_000) return;
          sent += 65_536;
          response.write(Buffer.alloc(65_536), more);
        };
        more();
        return true;
      },
      '/huge': answer(200, { 'content-type': 'text/html', 'content-length': '99000000' }),
      '/next': htmlPage('next', []),
    });
    const { paths, reasonsFor, progress } = await crawlAll(`${url}/`);
    expect(paths).toEqual(['/', '/next']);
    expect(reasonsFor('/download?id=1')).toEqual(['content-type']);
    expect(reasonsFor('/huge')).toEqual(['too-large']);
    expect(sent).toBeLessThan(8_000_000); // what fits into the buffers of two sockets
    expect(progress.hosts[0]?.bytes).toBeLessThan(10_000);
  });

  test('the bytes of an answer that was cut off count for the budget', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/long', '/next']),
      '/long': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(Buffer.alloc(300_000, 120));
        return true;
      },
      '/next': htmlPage('next', []),
    });
    const limits = { maxBytes: 200_000, dailyBytes: 200_000 };
    const { paths, progress } = await crawlAll(`${url}/`, limits);
    expect(paths).toEqual(['/']);
    expect(progress.hosts).toMatchObject([{ stopped: 'daily-budget', queued: 1 }]);
  });

  test('links of a page are not followed when its header says so', async () => {
    const page = (links: string[], tag: string): Handler => {
      const headers = { 'content-type': 'text/html', 'x-robots-tag': tag };
      return answer(200, headers, htmlPage(tag, links));
    };
    const { url } = await site({
      '/': htmlPage('首页', ['/all', '/theirs']),
      '/all': page(['/hidden'], 'noindex, nofollow'),
      '/theirs': page(['/shown'], 'otherbot: nofollow'),
      '/hidden': htmlPage('hidden', []),
      '/shown': htmlPage('shown', []),
    });
    expect((await crawlAll(`${url}/`)).paths).toEqual(['/', '/all', '/theirs', '/shown']);
  });

  test('rights reserved by a header hold for plain text too, and its body is not asked for', async () => {
    const headers = { 'content-type': 'text/plain', 'tdm-reservation': '1' };
    const { url } = await site({
      '/': htmlPage('首页', ['/a.txt']),
      '/a.txt': answer(200, headers, '文字 text'),
    });
    const { paths, reasonsFor } = await crawlAll(`${url}/`);
    expect(paths).toEqual(['/']);
    expect(reasonsFor('/a.txt')).toEqual(['tdm-reserved']);
    expect((await crawlAll(`${url}/`, { reserved: 'mark' })).paths).toEqual(['/', '/a.txt']);
  });

  test('an update asks for sitemaps and feeds with conditions', async () => {
    const asked: (string | undefined)[] = [];
    const feed = (type: string, body: string): Handler => {
      return (request, response) => {
        asked.push(request.headers['if-none-match']);
        const isKnown = request.headers['if-none-match'] === '"v1"';
        response.writeHead(isKnown ? 304 : 200, { 'content-type': type, etag: '"v1"' });
        response.end(isKnown ? '' : body);
        return true;
      };
    };
    const pages: Record<string, string | Handler> = {
      '/': htmlPage('首页', ['/feed.xml']),
      '/a.html': htmlPage('甲', []),
      '/b.html': htmlPage('乙', []),
    };
    const { url } = await site(pages, (request, response, path) => {
      if (path === '/robots.txt')
        return answer(200, {}, `Sitemap: ${url}/map.xml`)(request, response, path);
      const map = `<urlset><url><loc>${url}/a.html</loc></url></urlset>`;
      const rss = `<rss><channel><item><link>${url}/b.html</link></item></channel></rss>`;
      if (path === '/map.xml') return feed('text/xml', map)(request, response, path);
      if (path === '/feed.xml') return feed('application/rss+xml', rss)(request, response, path);
      return false;
    });
    const folder = newFolder();
    const first = await crawlAll(`${url}/`, { folder });
    expect([...first.paths].sort()).toEqual(['/', '/a.html', '/b.html']);
    const { progress } = await crawlAll(`${url}/`, { folder, update: true });
    expect(asked).toEqual([undefined, undefined, '"v1"', '"v1"']);
    expect(progress.hosts).toMatchObject([{ fetched: 3, unchanged: 3, failed: 0 }]);
    expect(whyNot(folder, `${url}/map.xml`)).toMatchObject({ state: 'done', reason: 'sitemap' });
  });
});

describe('what a user expects', () => {
  test('a start is fetched although no include pattern matches it', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/en/a.html', '/zh/b.html']),
      '/en/a.html': htmlPage('A', []),
      '/zh/b.html': htmlPage('B', []),
    });
    const folder = newFolder();
    const { paths } = await crawlAll(`${url}/`, { folder, include: ['/en/**'] });
    expect(paths).toEqual(['/', '/en/a.html']);
    const named = await crawlAll(`${url}/zh/b.html`, { folder, include: ['/en/**'] });
    expect(named.paths).toEqual(['/zh/b.html']); // refused as a link, and now named
  });

  test('a packed sitemap may be the start', async () => {
    const { gzipSync } = await import('node:zlib');
    const { url } = await site({ '/a.html': htmlPage('甲', []) }, (_request, response, path) => {
      if (path !== '/sitemap.xml.gz') return false;
      const xml = `<urlset><url><loc>${url}/a.html</loc></url></urlset>`;
      response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(xml));
      return true;
    });
    expect((await crawlAll(`${url}/sitemap.xml.gz`)).paths).toEqual(['/a.html']);
  });

  test('a crawl leaves the queue and the pages of other sites in its folder alone', async () => {
    const pages = (name: string): Record<string, string> => ({
      '/': htmlPage(name, ['/1', '/2', '/3']),
      '/1': htmlPage(`${name} 1`, []),
      '/2': htmlPage(`${name} 2`, []),
      '/3': htmlPage(`${name} 3`, []),
    });
    const [one, two] = [await site(pages('甲')), await site(pages('乙'))];
    const folder = newFolder();
    await crawlAll(`${one.url}/`, { folder, maxPages: 2 });
    const asked = one.paths().length;
    await crawlAll(`${two.url}/`, { folder });
    const { progress, rejects } = await crawlAll(`${two.url}/`, { folder, update: true });
    expect(progress.hosts).toMatchObject([{ unchanged: 4 }]);
    expect(rejects).toEqual([]);
    expect(one.paths().length).toBe(asked);
    expect(whyNot(folder, `${one.url}/`).state).toBe('done');
    expect(whyNot(folder, `${one.url}/3`).state).toBe('queued');
    expect((await crawlAll(`${one.url}/`, { folder })).paths).toEqual(['/2', '/3']);
  });

  test('reasons are counted by host', async () => {
    const links = ['/private/1', '/private/2', '/gone.html', '/film.mp4'];
    const one = await site({
      '/robots.txt': 'User-agent: *\nDisallow: /private',
      '/': htmlPage('甲', links),
    });
    const two = await site({ '/': htmlPage('乙', ['/x.html']) });
    const { progress } = await crawlAll(`${one.url}/`, { seeds: [`${one.url}/`, `${two.url}/`] });
    const byHost = new Map(progress.hosts.map(({ host, reasons }) => [host, reasons]));
    expect(byHost.get(new URL(one.url).host)).toEqual({
      robots: 2,
      'http-404': 1,
      'media-file': 1,
    });
    expect(byHost.get(new URL(two.url).host)).toEqual({ 'http-404': 1 });
  });

  test.each<[string, Record<string, string | Handler>, string]>([
    ['is not there', {}, '404'],
    ['is forbidden', { '/robots.txt': 'User-agent: *\nDisallow: /' }, 'robots'],
    [
      'leads to another site',
      { '/': answer(301, { location: 'https://other.example/' }) },
      'another',
    ],
  ])('a start that %s is no empty success', async (_name, pages, word) => {
    const { url } = await site(pages);
    const { failure, message } = await crawlAll(`${url}/`);
    expect(failure).toBe('crawl.unreachable');
    expect(message).toContain(word);
  });

  test('--why of a waiting URL tells that its host was left alone', async () => {
    const { url } = await site({ '/': htmlPage('首页', ['/1', '/2', '/3']) });
    const folder = newFolder();
    await crawlAll(`${url}/`, { folder, dailyPages: 3 });
    expect(whyNot(folder, `${url}/3`)).toMatchObject({
      state: 'queued',
      explanation: expect.stringContaining("the day's budget"),
    });
  });

  test('credentials are kept nowhere: not of links, redirects or starts', async () => {
    const secret = 'hun@ter2';
    const { url } = await site({
      '/': (_request, response) => {
        sendHtml(response, htmlPage('首页', ['/away', '/mail', '/a.html']));
        return true;
      },
      '/away': answer(302, { location: `ftp://bob:${secret}@files.example/` }),
      '/mail': answer(302, { location: url0() }),
      '/a.html': htmlPage('甲', []),
    });
    function url0(): string {
      return `//bob:${secret}@127.0.0.1:1/`;
    }
    const folder = newFolder();
    const crawled = await crawlAll(`${url}/`, { folder });
    const kept = readFileSync(join(folder, 'crawl.db'), 'latin1');
    expect(kept).not.toContain('ter2');
    expect(JSON.stringify([crawled.rejects, whyNot(folder, `${url}/away`)])).not.toContain('ter2');
    for (const start of [
      'http://bob:hun@ter2@a.cn/',
      'http:bob:ter2@a.cn',
      'http://b:hun/ter2@a.cn',
    ])
      await expect(crawlAll(start)).rejects.toMatchObject({
        failure: { message: expect.not.stringContaining('ter2') },
      });
  });
});
