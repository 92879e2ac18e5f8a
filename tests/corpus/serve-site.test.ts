import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { serveSite } from '../../scripts/serve-site.mjs';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** Status of a request whose path is sent as it is; `fetch` would tidy it. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the sample site on loopback', () => {
  test('names the charset of UTF-8 pages and leaves the GBK page to its meta tag', async () => {
    const typeOf = async (path: string): Promise<string | null> =>
      (await fetch(site.url + path)).headers.get('content-type');
    expect(await typeOf('/')).toBe('text/html; charset=utf-8');
    expect(await typeOf('/news/list.shtml')).toBe('text/html; charset=utf-8');
    expect(await typeOf('/zwgk/yw/201911/t20191122_0412.html')).toBe('text/html');
  });

  test('answers a conditional request with 304', async () => {
    const { headers } = await fetch(`${site.url}/`);
    const etag = headers.get('etag') ?? '';
    const modified = headers.get('last-modified') ?? '';
    const status = async (header: string, value: string): Promise<number> =>
      (await fetch(`${site.url}/`, { headers: { [header]: value } })).status;
    expect(await status('if-none-match', etag)).toBe(304);
    expect(await status('if-none-match', '"another"')).toBe(200);
    expect(await status('if-modified-since', modified)).toBe(304);
  });

  test('names itself in robots.txt and the sitemap', async () => {
    const robots = await (await fetch(`${site.url}/robots.txt`)).text();
    expect(robots).toContain('Disallow: /private/');
    expect(robots).toContain(`Sitemap: ${site.url}/sitemap.xml`);
    const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
    expect(sitemap).toContain(`<loc>${site.url}/</loc>`);
  });

  test.each([
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/%00',
    '/%ff',
    '/ztzl/2019/index.html',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  test('refuses to be written to', async () => {
    expect((await fetch(site.url, { method: 'POST', body: 'x' })).status).toBe(405);
  });
});
