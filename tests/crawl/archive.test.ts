import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../src/model/index.js';
import type { Reject } from '../../src/kit/index.js';
import {
  checkArchive,
  crawlSite,
  forgetPages,
  listForgotten,
  readWarc,
  whyNot,
} from '../../src/crawl/index.js';
import { crawlAll } from './crawl-all.js';
import { htmlPage, sendHtml, siteKeeper } from './nasty-site.js';

const site = siteKeeper();
const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-crawl-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function warcPages(file: string): Promise<{ pages: Page[]; rejects: Reject[] }> {
  const rejects: Reject[] = [];
  const run = {
    signal: new AbortController().signal,
    onReject: (reject: Reject) => rejects.push(reject),
  };
  const pages: Page[] = [];
  for await (const page of readWarc(file, run)) pages.push(page);
  return { pages, rejects };
}

const four = {
  '/': htmlPage('首页', ['/a', '/b', '/c']),
  '/a': htmlPage('A', []),
  '/b': htmlPage('B', []),
  '/c': htmlPage('C', []),
};
const FIRST = 'crawl-00001.warc.gz';

describe('the archive', () => {
  test('holds a response, a request and a metadata record for every answer, and agrees with its counts', async () => {
    const folder = newFolder();
    const { url } = await site({ ...four, '/': htmlPage('首页', ['/a', '/gone']) });
    await crawlAll(`${url}/`, { folder });
    const [check] = await checkArchive(folder);
    expect(check?.problems).toEqual([]);
    expect(check?.types).toEqual({ warcinfo: 1, response: 3, request: 3, metadata: 3 });
  });

  test('gives back the same pages through readWarc', async () => {
    const folder = newFolder();
    const { url } = await site({
      ...four,
      '/b': (_request, response) => {
        const body = gzipSync(htmlPage('B', []));
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(body);
        return true;
      },
    });
    const crawled = await crawlAll(`${url}/`, { folder });
    const { pages } = await warcPages(join(folder, 'archive', FIRST));
    expect(pages.map(({ origin }) => origin)).toEqual(crawled.pages.map(({ origin }) => origin));
    expect(pages.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
      crawled.pages.map(({ bytes }) => Buffer.from(bytes).toString()),
    );
  });

  test('begins a new file when one is full', async () => {
    const folder = newFolder();
    const { url } = await site(four);
    await crawlAll(`${url}/`, { folder, warcBytes: 2_000 });
    const checks = await checkArchive(folder);
    expect(checks.length).toBeGreaterThan(1);
    expect(checks.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('credentials, cookies and keys are nowhere in it', async () => {
    const folder = newFolder();
    const { url } = await site({
      '/': (_request, response) => {
        sendHtml(response, htmlPage('首页', [`${url.replace('//', '//user:secret@')}/a`]));
        return true;
      },
      '/a': htmlPage('A', []),
    });
    await crawlAll(`${url}/`, { folder });
    const bytes = readFileSync(join(folder, 'crawl.db')).toString('latin1');
    expect(bytes).not.toContain('secret');
    expect(whyNot(folder, `${url}/a`).foundOn).toEqual([`${url}/`]);
  });
});

describe('after a kill or a power cut', () => {
  test('a torn tail is cut off and its page fetched again', async () => {
    const folder = newFolder();
    const { url } = await site(four);
    await crawlAll(`${url}/`, { folder, maxPages: 2 });
    const file = join(folder, 'archive', FIRST);
    appendFileSync(file, gunzipSync(readFileSync(file)).subarray(0, 300));
    const again = await crawlAll(`${url}/`, { folder });
    expect(again.rejects.map(({ reason }) => reason)).toContain('archive-repaired');
    expect(again.paths).toEqual(['/b', '/c']);
    expect((await checkArchive(folder)).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('pages whose records were lost are fetched again', async () => {
    const folder = newFolder();
    const { url, paths } = await site(four);
    await crawlAll(`${url}/`, { folder });
    const file = join(folder, 'archive', FIRST);
    truncateSync(file, Math.floor(readFileSync(file).length * 0.6));
    const again = await crawlAll(`${url}/`, { folder });
    expect(again.paths.length).toBeGreaterThan(0);
    expect(paths().filter((path) => path === '/c').length).toBe(2);
    expect((await checkArchive(folder)).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('a page that was fetched but not handed on comes again, without a request', async () => {
    const folder = newFolder();
    const { url, paths } = await site(four);
    const run = { signal: new AbortController().signal, onReject: () => undefined };
    const options = { seeds: [`${url}/`], folder, allowPrivate: true, delayMs: 0 };
    const iterator = crawlSite(options, run)[Symbol.asyncIterator]();
    const first = await iterator.next(); // taken, but its reader "dies" before asking for the next
    await iterator.return?.();
    const before = paths().filter((path) => path === '/').length;
    const again = await crawlAll(`${url}/`, { folder });
    expect(first.done).toBe(false);
    expect(again.paths.slice().sort()).toEqual(['/', '/a', '/b', '/c']);
    expect(paths().filter((path) => path === '/').length).toBe(before);
  });

  test('killed by SIGKILL again and again, nothing is lost and next to nothing asked twice', () => {
    const script = join(process.cwd(), 'dist', 'scripts', 'kill-crawl.js');
    const out = execFileSync(process.execPath, [script, '--pages', '30', '--kills', '3'], {
      encoding: 'utf8',
    });
    const result: unknown = JSON.parse(out);
    expect(result).toMatchObject({ fetched: 30, stored: 30, kills: 3, problems: [] });
  });

  test('two crawls into one folder: the second is told to wait', async () => {
    const folder = newFolder();
    const { url } = await site(four);
    const run = { signal: new AbortController().signal, onReject: () => undefined };
    const options = { seeds: [`${url}/`], folder, allowPrivate: true, delayMs: 0 };
    const iterator = crawlSite(options, run)[Symbol.asyncIterator]();
    await iterator.next();
    await expect(crawlAll(`${url}/`, { folder })).rejects.toMatchObject({
      failure: { code: 'crawl.busy' },
    });
    await iterator.return?.();
    expect((await crawlAll(`${url}/`, { folder })).pages.length).toBe(4);
  });
});

describe('a crawl again', () => {
  test('asks with ETag and Last-Modified, hands on what changed, and tells what is gone', async () => {
    const folder = newFolder();
    let version = 1;
    const { url, log } = await site({
      '/': (_request, response) => {
        sendHtml(
          response,
          htmlPage(
            '首页',
            version === 1 ? ['/etag', '/date', '/plain', '/gone'] : ['/etag', '/new'],
          ),
        );
        return true;
      },
      '/etag': (request, response) => {
        if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
        else sendHtml(response, htmlPage('etag', []), { etag: '"v1"' });
        return true;
      },
      '/date': (request, response) => {
        const date = 'Mon, 18 Mar 2024 02:00:00 GMT';
        if (request.headers['if-modified-since'] === date) response.writeHead(304).end();
        else sendHtml(response, htmlPage('date', []), { 'last-modified': date });
        return true;
      },
      '/plain': htmlPage('plain', []),
      '/gone': (_request, response) => {
        if (version === 1) sendHtml(response, htmlPage('gone', []));
        else response.writeHead(410).end();
        return true;
      },
      '/new': htmlPage('new', []),
    });
    await crawlAll(`${url}/`, { folder });
    version = 2;
    const before = log.length;
    const again = await crawlAll(`${url}/`, { folder, update: true });
    expect(again.paths).toEqual(['/', '/new']);
    expect(again.progress.hosts[0]).toMatchObject({ fresh: 1, changed: 1, unchanged: 3, gone: 1 });
    expect(again.reasonsFor('/gone')).toEqual(['gone']);
    expect(log.slice(before).filter(({ path }) => path === '/robots.txt')).toEqual([]);
    const [check] = await checkArchive(folder);
    expect(check?.problems).toEqual([]);
    expect(check?.types).toMatchObject({ revisit: 3 });
    expect(whyNot(folder, `${url}/`).visits.map(({ outcome }) => outcome)).toEqual([
      'fresh',
      'changed',
    ]);
    expect(whyNot(folder, `${url}/gone`)).toMatchObject({ state: 'gone', reason: 'gone' });
  });

  test('without --update asks for nothing that is known', async () => {
    const folder = newFolder();
    const { url, log } = await site(four);
    await crawlAll(`${url}/`, { folder });
    const before = log.length;
    expect((await crawlAll(`${url}/`, { folder })).pages).toEqual([]);
    expect(log.length).toBe(before);
  });
});

describe('why was this URL not fetched?', () => {
  test.each([
    [
      '/private/x',
      { state: 'refused', reason: 'robots', note: 'line 2 of robots.txt: Disallow: /private' },
    ],
    ['/photo.jpg', { state: 'refused', reason: 'media-file' }],
    ['/missing', { state: 'failed', reason: 'http-404' }],
    ['/nobody-links-here', { state: 'unknown', reason: '' }],
    ['/a', { state: 'done', reason: '' }],
  ])('%s', async (path, expected) => {
    const folder = newFolder();
    const { url } = await site({
      ...four,
      '/robots.txt': 'User-agent: *\nDisallow: /private',
      '/': htmlPage('首页', ['/private/x', '/photo.jpg', '/missing', '/a']),
    });
    await crawlAll(`${url}/`, { folder });
    expect(whyNot(folder, url + path)).toMatchObject(expected);
  });

  test('a folder without a crawl says so', () => {
    expect(() => whyNot(newFolder(), 'https://a.example/')).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'crawl.none' }) }),
    );
  });
});

describe('a takedown', () => {
  test('removes a page from archive and frontier for good, and nothing else', async () => {
    const folder = newFolder();
    const { url, log } = await site({ ...four, '/b': htmlPage('B', [], '要撤下的文字') });
    await crawlAll(`${url}/`, { folder });
    const forgotten = forgetPages(folder, `${url}/b`);
    expect(forgotten).toMatchObject({ pages: 1, records: 3 });
    const [check] = await checkArchive(folder);
    expect(check?.problems).toEqual([]);
    expect(readdirSync(join(folder, 'archive')).length).toBe(1);
    const left = readFileSync(join(folder, 'archive', check?.file ?? ''));
    expect(gunzipSync(left).toString()).not.toContain('要撤下的文字');
    const before = log.length;
    await crawlAll(`${url}/`, { folder, update: true });
    expect(log.slice(before).map(({ path }) => path)).not.toContain('/b');
    expect(whyNot(folder, `${url}/b`)).toMatchObject({
      state: 'refused',
      reason: 'forgotten',
      visits: [],
    });
    expect(listForgotten(folder)).toMatchObject([{ target: `${url}/b`, pages: 1, records: 3 }]);
  });

  test('of a site takes all its hosts', async () => {
    const folder = newFolder();
    const [one, other] = await Promise.all([site(four), site(four)]);
    await crawlAll(`${one.url}/`, { folder, seeds: [`${one.url}/`, `${other.url}/`] });
    const { host } = new URL(one.url);
    forgetPages(folder, host);
    const { pages } = await warcPages(join(folder, 'archive', 'crawl-00002.warc.gz'));
    expect(pages.every(({ origin }) => new URL(origin.location).host !== host)).toBe(true);
    expect(whyNot(folder, `${one.url}/a`).reason).toBe('forgotten');
    expect(whyNot(folder, `${other.url}/a`).reason).not.toBe('forgotten');
  });
});

describe('WARC files of other tools', () => {
  test('a file cut off in a record tells so and gives the whole ones', async () => {
    const folder = newFolder();
    const { url } = await site(four);
    await crawlAll(`${url}/`, { folder });
    const whole = gunzipSync(readFileSync(join(folder, 'archive', FIRST)));
    const cut = join(folder, 'cut.warc');
    const last = whole.lastIndexOf('WARC-Type: response');
    writeFileSync(cut, whole.subarray(0, whole.indexOf('HTTP/1.1', last) + 30));
    const { pages, rejects } = await warcPages(cut);
    expect(pages.length).toBe(3);
    expect(rejects.map(({ reason }) => reason)).toContain('warc-truncated');
  });

  test.each(['', 'plain text, no WARC', '\u001f\u008bno gzip either'])(
    '%j is no WARC file',
    async (content) => {
      const file = join(newFolder(), 'x.warc');
      writeFileSync(file, content, 'latin1');
      await expect(warcPages(file)).rejects.toMatchObject({ failure: { code: 'crawl.not-warc' } });
    },
  );

  test('a file that is not there says so', async () => {
    await expect(warcPages(join(newFolder(), 'none.warc'))).rejects.toMatchObject({
      failure: { code: 'file.missing' },
    });
  });
});

test('interrupted, it stops at once, and the same call goes on where it stopped', async () => {
  const folder = newFolder();
  const links = Array.from({ length: 20 }, (_, i) => `/${i}`);
  const { url, paths } = await site(
    { '/': htmlPage('首页', links) },
    (_request, response, path) => {
      if (!/^\/\d+$/.test(path)) return false;
      sendHtml(response, htmlPage(path, []));
      return true;
    },
  );
  const stop = new AbortController();
  const run = { signal: stop.signal, onReject: () => undefined };
  const options = { seeds: [`${url}/`], folder, allowPrivate: true, delayMs: 0 };
  const seen: string[] = [];
  const interrupted = (async () => {
    for await (const { origin } of crawlSite(options, run)) {
      seen.push(new URL(origin.location).pathname);
      if (seen.length === 5) stop.abort(new Error('interrupted'));
    }
  })();
  await expect(interrupted).rejects.toThrow('interrupted');
  seen.push(...(await crawlAll(`${url}/`, { folder })).paths);
  expect(new Set(seen)).toEqual(new Set(['/', ...links]));
  const pages = paths().filter((path) => /^\/\d*$/.test(path));
  expect(pages.length - new Set(pages).size).toBeLessThanOrEqual(1);
});
