import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/crawl/index.js';
import { crawlAll } from './crawl-all.js';
import { htmlPage, type Logged, sendHtml, siteKeeper } from './nasty-site.js';

const site = siteKeeper();

/** Pauses between the end of one answer and the start of the next request, in milliseconds. */
function pauses(log: readonly Logged[]): number[] {
  return log.slice(1).map(({ at }, i) => at - (log[i]?.endedAt() ?? 0));
}

describe('robots.txt, judged from the log of the server', () => {
  test('nothing it forbids is asked for, by link, redirect, sitemap or seed', async () => {
    const robots = 'User-agent: *\nDisallow: /private\nAllow: /private/open\nSitemap: /map.xml';
    const { url, paths } = await site({
      '/robots.txt': robots,
      '/': htmlPage('首页', ['/private/a', '/private/open/b', '/go', '/Private/c']),
      '/go': (_request, response) => {
        response.writeHead(302, { location: '/private/target' }).end();
        return true;
      },
      '/map.xml': (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/xml' });
        response.end(
          '<urlset><url><loc>/private/m</loc></url><url><loc>/m.html</loc></url></urlset>',
        );
        return true;
      },
      '/m.html': htmlPage('M', []),
      '/private/open/b': htmlPage('B', []),
    });
    const { reasonsFor } = await crawlAll(`${url}/`);
    expect(paths().filter((path) => /^\/private(?!\/open)/.test(path))).toEqual([]);
    expect(paths()).toEqual(expect.arrayContaining(['/private/open/b', '/m.html', '/Private/c']));
    expect(reasonsFor('/private/target')).toEqual(['robots']);
    expect(reasonsFor('/private/m')).toEqual(['robots']);
  });

  test('a robots.txt that changes in the middle holds from when it is read again', async () => {
    let robots = 'User-agent: *\nAllow: /';
    let now = 1_700_000_000_000;
    const { url, paths } = await site({
      '/robots.txt': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
        return true;
      },
      '/': (_request, response) => {
        robots = 'User-agent: *\nDisallow: /late';
        now += 25 * 3_600_000;
        sendHtml(response, htmlPage('首页', ['/early', '/late/1', '/late/2']));
        return true;
      },
      '/early': htmlPage('early', []),
    });
    const clock = { ...systemClock, now: () => now };
    await crawlAll(`${url}/`, { clock });
    expect(paths().filter((path) => path.startsWith('/late'))).toEqual([]);
    expect(paths().filter((path) => path === '/robots.txt').length).toBe(2);
  });

  test.each([503, 500, 429])('while it answers %i, nothing else is asked for', async (status) => {
    const { url, paths } = await site({
      '/robots.txt': (_request, response) => {
        response.writeHead(status).end();
        return true;
      },
      '/': htmlPage('首页', []),
    });
    const { rejects, pages } = await crawlAll(`${url}/`, { maxBackOffMs: 10 });
    expect(pages).toEqual([]);
    expect(new Set(paths())).toEqual(new Set(['/robots.txt']));
    expect(rejects.map(({ reason }) => reason)).toEqual(['host-stopped-robots']);
  });

  test.each([404, 403, 401])('when it answers %i, everything is allowed', async (status) => {
    const { url } = await site({
      '/robots.txt': (_request, response) => {
        response.writeHead(status).end();
        return true;
      },
      '/': htmlPage('首页', []),
    });
    expect((await crawlAll(`${url}/`)).paths).toEqual(['/']);
  });

  test('redirects of robots.txt are followed, to another host too', async () => {
    const other = await site({ '/r.txt': 'User-agent: *\nDisallow: /no' });
    const { url, paths } = await site({
      '/robots.txt': (_request, response) => {
        response.writeHead(301, { location: '/hop' }).end();
        return true;
      },
      '/hop': (_request, response) => {
        response.writeHead(302, { location: `${other.url}/r.txt` }).end();
        return true;
      },
      '/': htmlPage('首页', ['/no/1', '/yes']),
      '/yes': htmlPage('yes', []),
    });
    await crawlAll(`${url}/`);
    expect(paths()).not.toContain('/no/1');
    expect(paths()).toContain('/yes');
  });

  test('a NUL in it does not hide the rules that follow', async () => {
    const robots = 'User-agent: *\n# \0\nDisallow: /hidden';
    const { url, paths } = await site({
      '/robots.txt': robots,
      '/': htmlPage('首页', ['/hidden']),
    });
    await crawlAll(`${url}/`);
    expect(paths()).not.toContain('/hidden');
  });

  test('rules beyond 500 KiB need not be read, those within are', async () => {
    const filler = '# filler\n'.repeat(56_000);
    const robots = `User-agent: *\nDisallow: /early\n${filler}`;
    const { url, paths } = await site({ '/robots.txt': robots, '/': htmlPage('首页', ['/early']) });
    await crawlAll(`${url}/`);
    expect(paths()).not.toContain('/early');
  });
});

describe('pace', () => {
  test('one request at a time, and the pause is kept after each answer', async () => {
    const links = Array.from({ length: 8 }, (_, i) => `/${i}`);
    const { url, log, mostAtOnce } = await site({ '/': htmlPage('首页', links) });
    await crawlAll(`${url}/`, { delayMs: 60 });
    expect(log.length).toBe(11);
    expect(mostAtOnce()).toBe(1);
    expect(Math.min(...pauses(log))).toBeGreaterThanOrEqual(60);
  });

  test('Crawl-delay outweighs a shorter pause of one’s own', async () => {
    const { url, log } = await site({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 0.2',
      '/': htmlPage('首页', ['/1', '/2']),
    });
    await crawlAll(`${url}/`, { delayMs: 5 });
    expect(Math.min(...pauses(log.slice(1)))).toBeGreaterThanOrEqual(200);
  });

  test('hosts are asked side by side, each at its own pace', async () => {
    const links = Array.from({ length: 5 }, (_, i) => `/${i}`);
    const [slow, fast] = await Promise.all([
      site({ '/robots.txt': 'User-agent: *\nCrawl-delay: 0.3', '/': htmlPage('慢', links) }),
      site({ '/': htmlPage('快', links) }),
    ]);
    await crawlAll(`${slow.url}/`, { seeds: [`${slow.url}/`, `${fast.url}/`], delayMs: 20 });
    const span = (log: readonly Logged[]): number => (log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0);
    expect(Math.min(...pauses(slow.log.slice(1)))).toBeGreaterThanOrEqual(300);
    expect(span(fast.log)).toBeLessThan(span(slow.log) / 2);
    expect([slow.mostAtOnce(), fast.mostAtOnce()]).toEqual([1, 1]);
  });

  test('429 with Retry-After is obeyed to the second, and the page comes in the end', async () => {
    let asked = 0;
    const { url, log } = await site({
      '/': (_request, response) => {
        asked += 1;
        if (asked === 1) response.writeHead(429, { 'retry-after': '1' }).end();
        else sendHtml(response, htmlPage('首页', []));
        return true;
      },
    });
    const { paths } = await crawlAll(`${url}/`);
    expect(paths).toEqual(['/']);
    expect(pauses(log).at(-1)).toBeGreaterThanOrEqual(1_000);
  });

  test('a Retry-After of an hour ends the host’s turn, and the next run still honours it', async () => {
    const { url, log } = await site({
      '/': (_request, response) => {
        response.writeHead(503, { 'retry-after': '3600' }).end();
        return true;
      },
    });
    const { rejects, progress } = await crawlAll(`${url}/`);
    expect(rejects.map(({ reason }) => reason)).toEqual(['host-stopped-retry-after']);
    expect(progress.hosts[0]).toMatchObject({ queued: 1, stopped: 'retry-after' });
    expect(log.length).toBe(3);
  });

  test('a burst of 503 slows the crawl down, then it goes on where it was', async () => {
    let bad = 3;
    const links = Array.from({ length: 6 }, (_, i) => `/${i}`);
    const { url, log, paths } = await site(
      { '/': htmlPage('首页', links) },
      (_request, response, path) => {
        if (!/^\/\d$/.test(path)) return false;
        if (bad > 0) {
          bad -= 1;
          response.writeHead(503).end();
        } else sendHtml(response, htmlPage(path, []));
        return true;
      },
    );
    const crawled = await crawlAll(`${url}/`, { maxBackOffMs: 300 });
    expect(crawled.paths.length).toBe(7);
    expect(paths().filter((path) => /^\/\d$/.test(path)).length).toBe(9);
    expect(Math.max(...pauses(log))).toBeGreaterThanOrEqual(300);
  });

  test('a host that only fails is left alone after eight failures, its queue kept', async () => {
    const links = Array.from({ length: 30 }, (_, i) => `/${i}`);
    const { url, log } = await site(
      { '/': htmlPage('首页', links) },
      (_request, response, path) => {
        if (!/^\/\d/.test(path)) return false;
        response.writeHead(500).end();
        return true;
      },
    );
    const { progress } = await crawlAll(`${url}/`, { maxBackOffMs: 5 });
    expect(log.length).toBe(3 + 8);
    expect(progress.hosts[0]).toMatchObject({ stopped: 'errors', queued: 30 });
  });

  test('the budget of a day stops a host; the next day it goes on', async () => {
    const links = Array.from({ length: 6 }, (_, i) => `/${i}`);
    const { url, log } = await site({ '/': htmlPage('首页', links) });
    const { progress } = await crawlAll(`${url}/`, { dailyPages: 5 });
    expect(log.length).toBe(5);
    expect(progress.hosts[0]).toMatchObject({ stopped: 'daily-budget', queued: 4 });
  });

  test('quiet hours are slept through', async () => {
    const { url } = await site({ '/': htmlPage('首页', []) });
    let now = Date.parse('2024-03-18T01:00:00Z'); // 09:00 in China
    const slept: number[] = [];
    const clock = {
      now: () => now,
      sleep: (ms: number) => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      },
    };
    const { paths } = await crawlAll(`${url}/`, { clock, quietHours: '08:00-20:00' });
    expect(paths).toEqual(['/']);
    expect(slept[0]).toBe(11 * 3_600_000);
  });
});

describe('who is asking', () => {
  test('every request carries the same honest user agent and no cookie', async () => {
    const { url, log } = await site({
      '/': (_request, response) => {
        sendHtml(response, htmlPage('首页', ['/2']), { 'set-cookie': 'id=1' });
        return true;
      },
    });
    await crawlAll(`${url}/`, { contact: 'corpus@example.org' });
    const agents = new Set(log.map(({ headers }) => headers['user-agent']));
    expect([...agents]).toEqual([
      expect.stringMatching(/^duizhao\/\d+\.\d+\.\d+ \(\+corpus@example\.org\)$/),
    ]);
    expect(log.some(({ headers }) => headers.cookie !== undefined)).toBe(false);
  });

  test.each([
    [{ contact: undefined }, 'crawl.no-contact'],
    [{ contact: 'nobody' }, 'crawl.bad-contact'],
    [{ userAgent: 'Mozilla/5.0 (X11)' }, 'crawl.bad-agent'],
  ])('a public site with %j is refused before any request: %s', async (options, code) => {
    const resolve = () => Promise.resolve([{ address: '8.8.8.8', family: 4 }]);
    const { contact, ...rest } = { contact: undefined, ...options };
    const given = { ...rest, ...(contact === undefined ? {} : { contact }), resolve };
    await expect(crawlAll('https://public.example/', given)).rejects.toMatchObject({
      failure: { code },
    });
  });
});

describe('rights reserved against mining', () => {
  const reserved = {
    '/': htmlPage('首页', ['/file/1', '/head', '/meta', '/free']),
    '/.well-known/tdmrep.json': JSON.stringify([{ location: '/file/*', 'tdm-reservation': 1 }]),
    '/file/1': htmlPage('file', []),
    '/head': (_request: unknown, response: Parameters<typeof sendHtml>[0]) => {
      sendHtml(response, htmlPage('head', []), { 'tdm-reservation': '1' });
      return true;
    },
    '/meta': '<meta name="tdm-reservation" content="1"><p>meta</p>',
    '/free': htmlPage('free', []),
  };

  test('are honoured from file, header and meta; the file even before the request', async () => {
    const { url, paths } = await site(reserved);
    const crawled = await crawlAll(`${url}/`);
    expect(crawled.paths).toEqual(['/', '/free']);
    expect(['/file/1', '/head', '/meta'].flatMap(crawled.reasonsFor)).toEqual(
      Array(3).fill('tdm-reserved'),
    );
    expect(paths()).not.toContain('/file/1');
  });

  test('are only marked when that is asked for', async () => {
    const { url } = await site(reserved);
    const crawled = await crawlAll(`${url}/`, { reserved: 'mark' });
    expect(crawled.paths).toEqual(['/', '/file/1', '/head', '/meta', '/free']);
  });
});

test('gzip is asked for, and understood', async () => {
  const { url, log } = await site({
    '/': (_request, response) => {
      const body = gzipSync(htmlPage('首页', ['/2']));
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(body);
      return true;
    },
    '/2': htmlPage('二', []),
  });
  expect((await crawlAll(`${url}/`)).paths).toEqual(['/', '/2']);
  expect(log.at(-1)?.headers['accept-encoding']).toContain('gzip');
});
