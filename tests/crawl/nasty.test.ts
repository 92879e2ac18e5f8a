import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { crawlAll } from './crawl-all.js';
import { type Handler, htmlPage, sendHtml, siteKeeper } from './nasty-site.js';

const site = siteKeeper();

const redirect =
  (location: string, status = 302): Handler =>
  (_request, response) => {
    response.writeHead(status, { location }).end();
    return true;
  };

describe('redirects', () => {
  test('loops end, each hop asked for once', async () => {
    const { url, paths } = await site({
      '/': htmlPage('首页', ['/a', '/self']),
      '/a': redirect('/b'),
      '/b': redirect('/c', 301),
      '/c': redirect('/a'),
      '/self': redirect('/self'),
    });
    const { reasonsFor } = await crawlAll(`${url}/`);
    expect(paths().slice(2).sort()).toEqual(['/', '/a', '/b', '/c', '/self']);
    expect(reasonsFor('/c')).toEqual(['redirect-loop']);
    expect(reasonsFor('/self')).toEqual(['redirect-loop']);
  });

  test('endless chains are cut after five hops', async () => {
    const { url, paths } = await site(
      { '/': htmlPage('首页', ['/hop/0']) },
      (_request, response, path) => {
        const hop = /^\/hop\/(\d+)$/.exec(path)?.[1];
        if (hop !== undefined)
          response.writeHead(302, { location: `/hop/${Number(hop) + 1}` }).end();
        return hop !== undefined;
      },
    );
    const { reasonsFor } = await crawlAll(`${url}/`);
    expect(paths().filter((path) => path.startsWith('/hop')).length).toBe(6);
    expect(reasonsFor('/hop/5')).toEqual(['too-many-redirects']);
  });

  test('a page found through them keeps the URL that was asked for, and where it ended', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/old']),
      '/old': redirect('/mid'),
      '/mid': redirect('/new.html', 308),
      '/new.html': htmlPage('新', []),
    });
    const { pages } = await crawlAll(`${url}/`);
    expect(pages[1]?.origin).toMatchObject({ location: `${url}/old`, finalUrl: `${url}/new.html` });
  });

  test('a slash added by the server is the same page, not a loop', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/news']),
      '/news': redirect('/news/'),
      '/news/': htmlPage('新闻', []),
    });
    expect((await crawlAll(`${url}/`)).paths).toEqual(['/', '/news/']);
  });
});

describe('what a server may not do to us', () => {
  test('slow bytes end in a timeout, and the next page still comes', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/drip', '/next']),
      '/drip': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('x'), 20);
        response.once('close', () => {
          clearInterval(timer);
        });
        return true;
      },
      '/next': htmlPage('next', []),
    });
    const { paths, rejects } = await crawlAll(`${url}/`, { maxRequestMs: 250, maxBackOffMs: 5 });
    expect(paths).toEqual(['/', '/next']);
    expect(rejects).toMatchObject([{ id: `${url}/drip`, reason: 'timeout' }]);
  });

  test('silence after the headers ends in a timeout', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/silent', '/next']),
      '/silent': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
        return true;
      },
      '/next': htmlPage('next', []),
    });
    const { paths, reasonsFor } = await crawlAll(`${url}/`, { maxRequestMs: 300, maxBackOffMs: 5 });
    expect(paths).toEqual(['/', '/next']);
    expect(reasonsFor('/silent')).toEqual(['timeout']);
  });

  test.each([
    ['too long', 500, ['connection']],
    ['too short', 5, []],
  ])('a content length that is %s does not poison the next page', async (_name, length, reason) => {
    const { url } = await site({
      '/': htmlPage('首页', ['/wrong', '/next']),
      '/wrong': (request, response) => {
        request.socket.end(
          `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\n\r\n<p>some text</p>`,
        );
        response.destroy();
        return true;
      },
      '/next': htmlPage('next', []),
    });
    const { paths, reasonsFor } = await crawlAll(`${url}/`, { maxBackOffMs: 5 });
    expect(paths).toContain('/next');
    expect(reasonsFor('/wrong')).toEqual(reason);
  });

  test('a gzip bomb is not unpacked beyond the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const { url } = await site({
      '/': htmlPage('首页', ['/bomb', '/next']),
      '/bomb': (_request, response) => {
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(bomb);
        return true;
      },
      '/next': htmlPage('next', []),
    });
    const before = process.memoryUsage.rss();
    const { paths, reasonsFor } = await crawlAll(`${url}/`);
    expect(paths).toEqual(['/', '/next']);
    expect(reasonsFor('/bomb')).toEqual(['too-large']);
    expect(process.memoryUsage.rss() - before).toBeLessThan(120_000_000);
  });

  test('an endless body is cut off at the cap', async () => {
    const { url } = await site({
      '/': htmlPage('首页', ['/endless', '/next']),
      '/endless': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const more = (): void => {
          if (!response.destroyed) response.write(Buffer.alloc(65_536, 120), more);
        };
        more();
        return true;
      },
      '/next': htmlPage('next', []),
    });
    const { paths, reasonsFor } = await crawlAll(`${url}/`, { maxBytes: 1_000_000 });
    expect(paths).toEqual(['/', '/next']);
    expect(reasonsFor('/endless')).toEqual(['too-large']);
  });

  test.each([
    [
      'a broken gzip stream',
      { 'content-encoding': 'gzip' },
      Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]),
      'bad-encoding',
    ],
    ['an unknown encoding', { 'content-encoding': 'zippy' }, Buffer.from('x'), 'bad-encoding'],
    ['a picture', { 'content-type': 'image/png' }, Buffer.from('x'), 'content-type'],
  ])('%s is refused with a reason', async (_name, headers, body, reason) => {
    const { url } = await site({
      '/': htmlPage('首页', ['/odd']),
      '/odd': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
        return true;
      },
    });
    const { paths, reasonsFor } = await crawlAll(`${url}/`);
    expect(paths).toEqual(['/']);
    expect(reasonsFor('/odd')).toEqual([reason]);
  });

  test('a name that turns private between check and connection is refused at the socket', async () => {
    const inner = await site({ '/secret': htmlPage('secret', []) });
    const port = new URL(inner.url).port;
    let asked = 0; // public when the seed is checked, private when the socket connects
    const resolve = () =>
      Promise.resolve([{ address: (asked += 1) === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }]);
    const { rejects, failure } = await crawlAll(`http://rebind.site.example:${port}/secret`, {
      allowPrivate: false,
      contact: 'corpus@example.org',
      resolve,
      maxBackOffMs: 1,
    });
    expect(inner.paths()).toEqual([]);
    expect(failure).toBe('crawl.unreachable');
    expect(rejects.some(({ reason }) => reason === 'host-stopped-private-address')).toBe(true);
  });

  test.each(['http://169.254.169.254/latest/', 'http://[::1]/', 'http://127.0.0.1:9/'])(
    '%s is not spoken to',
    async (seed) => {
      const options = { allowPrivate: false, contact: 'corpus@example.org' };
      await expect(crawlAll(seed, options)).rejects.toMatchObject({
        failure: { code: 'crawl.private-address' },
      });
    },
  );

  test('credentials in a link are neither sent nor kept', async () => {
    const { url, log } = await site({
      '/page': htmlPage('page', []),
      '/': (_request, response) => {
        sendHtml(response, htmlPage('首页', [url.replace('//', '//user:secret@') + '/page']));
        return true;
      },
    });
    const crawled = await crawlAll(`${url}/`);
    expect(crawled.paths).toEqual(['/', '/page']);
    expect(log.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
    expect(
      JSON.stringify([crawled.pages.map(({ origin }) => origin), crawled.rejects]),
    ).not.toContain('secret');
    await expect(crawlAll('http://user:secret@127.0.0.1/')).rejects.toMatchObject({
      failure: { code: 'crawl.credentials', message: expect.not.stringContaining('secret') },
    });
  });
});

describe('traps', () => {
  test('a calendar without end is left after a few months, and articles still come', async () => {
    const articles = Array.from({ length: 20 }, (_, i) => `/news/2024/art_${i}.html`);
    const { url, paths } = await site(
      { '/': htmlPage('首页', ['/calendar/2024/01', ...articles]) },
      (_request, response, path) => {
        const [, year, month] = /^\/calendar\/(\d{4})\/(\d\d)$/.exec(path) ?? [];
        if (year !== undefined) {
          const at = Number(year) * 12 + Number(month);
          const link = (n: number): string =>
            `/calendar/${Math.floor((n - 1) / 12)}/${String(((n - 1) % 12) + 1).padStart(2, '0')}`;
          const days = Array.from({ length: 30 }, (_, i) => `${i + 1}日 没有活动 no events`).join(
            ' ',
          );
          sendHtml(response, htmlPage(`${year}年${month}月`, [link(at - 1), link(at + 1)], days));
          return true;
        }
        const number = /art_(\d+)\.html$/.exec(path)?.[1];
        if (number === undefined) return false;
        const text = Array.from(
          { length: 60 },
          (_, i) => `第${number}篇文章的第${i * Number(number)}句话，各不相同。`,
        ).join('');
        sendHtml(response, htmlPage(`Article ${number}`, [], text));
        return true;
      },
    );
    const { progress } = await crawlAll(`${url}/`);
    expect(paths().filter((path) => path.startsWith('/calendar')).length).toBeLessThan(40);
    expect(paths().filter((path) => path.startsWith('/news')).length).toBe(20);
    expect(progress.hosts[0]?.queued).toBe(0);
  });

  test('session ids in the path or the query do not multiply pages', async () => {
    let session = 0;
    const { url, paths } = await site({}, (_request, response, path) => {
      const page = /^\/(?:p(\d))?(?:[;?].*)?$/.exec(path);
      if (page === null) return false;
      session += 1;
      const id = `ABCDEF0123456${session}`;
      const links = [1, 2, 3].map((n) =>
        n === 2 ? `/p${n}?PHPSESSID=${id}` : `/p${n};jsessionid=${id}`,
      );
      sendHtml(response, htmlPage(`page ${page[1] ?? '0'}`, links));
      return true;
    });
    const crawled = await crawlAll(`${url}/`);
    expect(paths().slice(2)).toEqual(['/', '/p1', '/p2', '/p3']);
    expect(crawled.pages.length).toBe(4);
  });

  test('relative links that grow forever stop growing', async () => {
    const { url, paths } = await site({}, (_request, response, path) => {
      if (/robots|well-known/.test(path)) return false;
      sendHtml(response, htmlPage(path, ['more/']));
      return true;
    });
    await crawlAll(`${url}/`);
    expect(paths().length).toBeLessThan(8);
  });
});

describe('the same thing twice', () => {
  test('equal bytes are handed on once; nearly equal text is handed on and marked', async () => {
    const text = Array.from({ length: 80 }, (_, i) => `第${i}句：会见了第${i * 7}位代表。`).join(
      '',
    );
    const { url } = await site({
      '/': htmlPage('首页', ['/one', '/two', '/three']),
      '/one': htmlPage('要闻', [], text),
      '/two': htmlPage('要闻', [], text),
      '/three': htmlPage('要闻', [], `${text}（图）`),
    });
    const { paths, reasonsFor } = await crawlAll(`${url}/`);
    expect(paths).toEqual(['/', '/one', '/three']);
    expect(reasonsFor('/two')).toEqual(['duplicate']);
  });
});

test('links of a GBK page that declares nothing are followed by their text', async () => {
  // 下一页 in GBK; the link itself holds 新闻 in GBK, percent-encoded as the page's bytes say
  const gbk = Buffer.concat([
    Buffer.from('<a href="/list?p=2">'),
    Buffer.from([0xcf, 0xc2, 0xd2, 0xbb, 0xd2, 0xb3]),
    Buffer.from('</a>'),
  ]);
  const { url } = await site({
    '/list?p=2': htmlPage('二', ['/only-here']),
    '/list': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(gbk);
      return true;
    },
    '/only-here': htmlPage('here', []),
  });
  const { paths } = await crawlAll(`${url}/list`, { maxDepth: 1 });
  expect(paths).toEqual(['/list', '/list?p=2', '/only-here']); // depth 1 only if page 2 is paging
});
