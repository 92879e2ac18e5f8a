import { describe, expect, test } from '@jest/globals';
import { crawlAll } from './crawl-all.js';
import { htmlPage, sendHtml, siteKeeper } from './nasty-site.js';

const site = siteKeeper();

/** A list of three pages, two articles each, whose further pages only a script names. */
async function listSite(page: (n: number) => string, script: (n: number) => string) {
  return site({}, (_request, response, path) => {
    const n = [1, 2, 3].find((number) => page(number) === path);
    if (n !== undefined) {
      const links = [`/art/${n}1.html`, `/art/${n}2.html`].map(
        (href) => `<a href="${href}">文</a>`,
      );
      sendHtml(
        response,
        `<nav><a href="/about.html">关于</a></nav>${links.join('')}<script>${script(n)}</script>`,
      );
      return true;
    }
    if (!/^\/(?:art\/|about)/.test(path)) return false;
    sendHtml(response, htmlPage(path, []));
    return true;
  });
}

const ARTICLES = [11, 12, 21, 22, 31, 32].map((n) => `/art/${n}.html`);

describe('every family of script paging, with both numberings', () => {
  test.each([
    [
      'total first, page 2 is _1',
      '/index.html',
      (n: number) => (n === 1 ? '/index.html' : `/index_${n - 1}.html`),
      (n: number) => `createPageHTML(3, ${n - 1}, "index", "html");`,
    ],
    [
      'total first, but page 2 is _2',
      '/index.html',
      (n: number) => (n === 1 ? '/index.html' : `/index_${n}.html`),
      (n: number) => `createPageHTML(3, ${n - 1}, "index", "html");`,
    ],
    [
      'element first, page 2 is _2',
      '/dezlist.shtml',
      (n: number) => (n === 1 ? '/dezlist.shtml' : `/dezlist_${n}.shtml`),
      (n: number) => `createPageHTML('page_div',3,${n},'dezlist','shtml',6);`,
    ],
    [
      'element first, but page 2 is _1',
      '/dezlist.shtml',
      (n: number) => (n === 1 ? '/dezlist.shtml' : `/dezlist_${n - 1}.shtml`),
      (n: number) => `createPageHTML('page_div',3,${n},'dezlist','shtml',6);`,
    ],
    [
      'countPage',
      '/index.html',
      (n: number) => (n === 1 ? '/index.html' : `/index_${n - 1}.html`),
      (n: number) => `var currentPage = ${n - 1}; var countPage = 3;`,
    ],
    [
      'column-index-N',
      '/column-index-1.shtml',
      (n: number) => `/column-index-${n}.shtml`,
      () => 'm_nRecordCount = "6"; m_nPageSize = 2;',
    ],
  ])('%s', async (_name, start, page, script) => {
    const { url, paths } = await listSite(page, script);
    const crawled = await crawlAll(`${url}${start}`);
    expect(crawled.paths.filter((path) => path.startsWith('/art')).sort()).toEqual(ARTICLES);
    const wrong = paths().filter(
      (path) => ![1, 2, 3].map(page).includes(path) && !/art|about|robots|tdmrep/.test(path),
    );
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

test('a list whose page 2 repeats page 1 is not followed to page 300', async () => {
  const { url, paths } = await site({}, (_request, response, path) => {
    if (!path.startsWith('/index')) return false;
    sendHtml(
      response,
      `<!-- ${path} --><a href="/index.html">1</a><script>createPageHTML(300, 0, "index", "html")</script>`,
    );
    return true;
  });
  await crawlAll(`${url}/index.html`);
  expect(paths().filter((path) => path.startsWith('/index_')).length).toBeLessThanOrEqual(2);
});

test('下一页 without end stops when it brings nothing new', async () => {
  const { url, paths } = await site({}, (_request, response, path) => {
    const page = Number(/^\/list\?pageNo=(\d+)$/.exec(path)?.[1] ?? (path === '/list' ? 1 : 0));
    if (page === 0) return false;
    const links = page <= 3 ? `<a href="/art/${page}.html">文</a>` : '';
    sendHtml(response, `${links}<p>${page}</p><a href="/list?pageNo=${page + 1}">下一页</a>`);
    return true;
  });
  await crawlAll(`${url}/list`);
  expect(paths().filter((path) => path.startsWith('/list')).length).toBeLessThanOrEqual(6);
  expect(paths()).toContain('/art/3.html');
});

test('the language switch leads to the other half, from a menu as from a link', async () => {
  const { url } = await site({
    '/zh/':
      '<select onchange="location.href=this.value"><option value="/en/">English</option></select>',
    '/en/': '<link rel="alternate" hreflang="zh-Hant" href="/tw/"><p>English</p>',
    '/tw/': '<p>繁體</p>',
  });
  expect((await crawlAll(`${url}/zh/`)).paths).toEqual(['/zh/', '/en/', '/tw/']);
});

test('sitemaps of sitemaps, gzipped, and feeds lead to pages no link names', async () => {
  const { gzipSync } = await import('node:zlib');
  const { url } = await site({
    '/robots.txt': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`Sitemap: ${url}/maps.xml`);
      return true;
    },
    '/': '<link rel="alternate" type="application/rss+xml" href="/feed"><p>首页</p>',
    '/maps.xml': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(`<sitemapindex><sitemap><loc>${url}/map1.xml.gz</loc></sitemap></sitemapindex>`);
      return true;
    },
    '/map1.xml.gz': (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-gzip' });
      response.end(
        gzipSync(`<urlset><url><loc>${url}/hidden.html?a=1&amp;b=2</loc></url></urlset>`),
      );
      return true;
    },
    '/feed': (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(`<rss><channel><item><link>${url}/item.html</link></item></channel></rss>`);
      return true;
    },
    '/hidden.html?a=1&b=2': htmlPage('hidden', []),
    '/item.html': htmlPage('item', []),
  });
  const { paths } = await crawlAll(`${url}/`);
  expect(paths.slice().sort()).toEqual(['/', '/hidden.html?a=1&b=2', '/item.html']);
});

test('a recipe hands on articles only, follows lists, and stays inside its patterns', async () => {
  const { url } = await site({
    '/': htmlPage('首页', ['/news/', '/about.html']),
    '/news/': htmlPage('新闻', ['/news/t2024_1.html', '/shop/t2024_2.html']),
    '/news/t2024_1.html': htmlPage('一', []),
    '/about.html': htmlPage('about', []),
  });
  const recipe = {
    name: '外事办',
    licence: 'with permission',
    start: [`${url}/`],
    article: ['/news/t*.html'],
    exclude: ['/shop/**'],
  };
  const { pages, paths, reasonsFor } = await crawlAll(`${url}/`, { seeds: [], recipe });
  expect(paths).toEqual(['/news/t2024_1.html']);
  expect(pages[0]?.origin).toMatchObject({ site: '外事办', licence: 'with permission' });
  expect(reasonsFor('/shop/t2024_2.html')).toEqual(['excluded']);
  expect(reasonsFor('/about.html')).toEqual(['not-an-article']);
});
