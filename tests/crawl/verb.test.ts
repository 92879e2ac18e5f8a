import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseRecipe, readRecipe } from '../../src/crawl/index.js';
import { main } from '../../src/cli/main.js';
import { io, run } from '../support/io.js';
import { htmlPage, siteKeeper } from './nasty-site.js';

const site = siteKeeper();
const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-verb-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const pages = {
  '/robots.txt': 'User-agent: duizhao\nDisallow: /private\nCrawl-delay: 0.01\n',
  '/': htmlPage('首页', ['/a.html', '/private/b.html', '/missing.html']),
  '/a.html': htmlPage('A', []),
};

describe('duizhao crawl', () => {
  test('fetches into the corpus, counts by host, and says what was not fetched', async () => {
    const { url } = await site(pages);
    const folder = newFolder();
    const { code, out } = await run(
      `crawl ${url}/ -C ${folder} --allow-private --delay 0 -q --json`,
    );
    expect(code).toBe(0);
    const result: unknown = JSON.parse(out);
    expect(result).toMatchObject({
      pages: { new: 2, changed: 0, unchanged: 0 },
      hosts: [{ fetched: 2, fresh: 2, refused: 1, failed: 1, queued: 0 }],
    });
    expect(JSON.stringify(result)).toContain('line 2 of robots.txt: Disallow: /private');
  });

  test('shows a table to a person', async () => {
    const { url } = await site(pages);
    const { err } = await run(`crawl ${url}/ -C ${newFolder()} --allow-private --delay 0`);
    expect(err).toContain(new URL(url).host);
    expect(err).toMatch(/1 http-404: .*missing\.html/);
    expect(err).toContain('next: duizhao build');
  });

  test('--dry-run shows the rules and fetches no page', async () => {
    const { url, paths } = await site(pages);
    const folder = newFolder();
    const { code, out } = await run(
      `crawl ${url}/ -C ${folder} --allow-private --delay 0 --dry-run`,
    );
    expect(code).toBe(0);
    expect(out).toContain('line 2: Disallow: /private');
    expect(out).toContain('(Crawl-delay 0.01 s)');
    expect(paths()).toEqual(['/robots.txt', '/.well-known/tdmrep.json']);
    expect(existsSync(join(folder, 'crawl.db'))).toBe(false);
  });

  test('--why answers with the robots line and where the link was found', async () => {
    const { url } = await site(pages);
    const folder = newFolder();
    await run(`crawl ${url}/ -C ${folder} --allow-private --delay 0 -q`);
    const { code, out } = await run(`crawl --why ${url}/private/b.html -C ${folder}`);
    expect(code).toBe(1);
    expect(out).toContain('refused (robots)');
    expect(out).toContain(`found on ${url}/`);
    expect((await run(`crawl --why ${url}/a.html -C ${folder}`)).code).toBe(0);
  });

  test('where everything is fetched, a second crawl says how to ask again', async () => {
    const { url } = await site(pages);
    const crawl = `crawl ${url}/ -C ${newFolder()} --allow-private --delay 0 -q`;
    await run(crawl);
    expect((await run(crawl)).err).toBe(
      'nothing is waiting to be fetched; --update asks again for everything known\n',
    );
  });

  test.each([
    ['crawl https://www.example.org/', 64], // nobody to turn to
    ['crawl', 64], // nothing to begin with
    ['crawl nonsense', 64],
    ['crawl https://www.example.org/ --contact nobody', 78],
    ['crawl no-such-site.yaml', 66],
    ['crawl --why https://www.example.org/', 66], // nothing was crawled
  ])('%s exits with %i', async (command, code) => {
    const folder = newFolder();
    expect((await run(`${command} -C ${folder}`)).code).toBe(code);
    expect(existsSync(join(folder, 'crawl.db'))).toBe(false);
  });

  test('a host that gives nothing away is unreachable', async () => {
    const { url } = await site({
      '/robots.txt': (_request, response) => {
        response.writeHead(503, { 'retry-after': '7200' }).end();
        return true;
      },
    });
    expect((await run(`crawl ${url}/ -C ${newFolder()} --allow-private --delay 0 -q`)).code).toBe(
      69,
    );
  });

  test('--learn proposes a recipe that is a recipe, with lists and articles in it', async () => {
    const articles = Array.from({ length: 8 }, (_, i) => `/news/202403/t20240318_10${i}.html`);
    const { url } = await site(
      { '/': htmlPage('首页', ['/news/']), '/news/': htmlPage('新闻', articles) },
      (_request, response, path) => {
        if (!path.startsWith('/news/2024')) return false;
        response.writeHead(200, { 'content-type': 'text/html' }).end(htmlPage(path, []));
        return true;
      },
    );
    const { code, out } = await run(
      `crawl --learn ${url}/ -C ${newFolder()} --allow-private --delay 0`,
    );
    expect(code).toBe(0);
    expect(parseRecipe(out, 'site.yaml')).toMatchObject({
      start: [`${url}/news/`],
      list: ['/news/'],
      article: ['/news/*/t*.html'],
    });
  });
});

describe('site.yaml', () => {
  test('the recipe for foreign-affairs offices ships, is valid, and knows articles from lists', async () => {
    const recipe = await readRecipe('foreign-affairs-office');
    expect(recipe.article?.length).toBeGreaterThan(3);
    const { url } = await site({
      '/': htmlPage('首页', ['/xw/content/post_11185723.html', '/xw/index_1.html', '/so/s?q=1']),
      '/xw/content/post_11185723.html': htmlPage('文', []),
      '/xw/index_1.html': htmlPage('表', []),
    });
    const command = `crawl ${url}/ --recipe foreign-affairs-office --quiet-hours 00:00-00:00`;
    const { out } = await run(`${command} -C ${newFolder()} --allow-private --delay 0 -q --json`);
    expect(JSON.parse(out)).toMatchObject({ pages: { new: 1 } });
  });

  test.each([
    ['speed: 11', 'config.invalid'],
    ['delay: fast', 'config.invalid'],
    ['start: [not a url]', 'config.invalid'],
    ['start: [ftp://a.example/]', 'config.invalid'],
    ['name: [', 'config.not-yaml'],
  ])('"%s" is refused with its line', (text, code) => {
    expect(() =>
      parseRecipe(`name: x\n${text.replace('name: [', 'list: [')}\n`, 'site.yaml'),
    ).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          code,
          at: { file: 'site.yaml', line: expect.any(Number) },
        }),
      }),
    );
  });

  test('a recipe file is given like a URL', async () => {
    const { url } = await site(pages);
    const folder = newFolder();
    const file = join(folder, 'site.yaml');
    writeFileSync(
      file,
      `name: 外事办\nlicence: with permission\nstart: ["${url}/"]\narticle: ["/a.html"]\n`,
    );
    const { out } = await run(`crawl ${file} -C ${folder} --allow-private --delay 0 -q --json`);
    expect(JSON.parse(out)).toMatchObject({ pages: { new: 1 } });
  });
});

describe('duizhao run', () => {
  test('takes a recipe, whose patterns and licence hold', async () => {
    const { url } = await site(pages);
    const folder = newFolder();
    const file = join(folder, 'site.yaml');
    writeFileSync(file, `licence: with permission\nstart: ["${url}/"]\narticle: ["/a.html"]\n`);
    const out = join(folder, 'corpus');
    const ran = await run(`run ${file} -o ${out} --allow-private --delay 0 --workers 1 -q --json`);
    expect(JSON.parse(ran.out)).toMatchObject({ added: { new: 1 } });
    const again = await run(`crawl --why ${url}/ -C ${out}`);
    expect(again.out).toContain('done (not-an-article)');
    const other = join(folder, 'other');
    const named = `run ${url}/ --recipe ${file} -o ${other} --allow-private --delay 0 --workers 1`;
    expect(JSON.parse((await run(`${named} -q --json`)).out)).toMatchObject({ added: { new: 1 } });
  });

  test.each([
    ['no-such.yaml', 66],
    ['http://bob:secret@127.0.0.1:1/', 64],
    ['http:bob:secret@127.0.0.1:1/', 64],
  ])('%s is refused before a folder is made or a run recorded: %i', async (input, code) => {
    const out = join(newFolder(), 'corpus');
    const ran = await run(`run ${input} -o ${out} --allow-private`);
    expect([ran.code, existsSync(out)]).toEqual([code, false]);
    expect(ran.err).not.toContain('secret');
  });
});

describe('settings and budgets', () => {
  test('duizhao.yaml and flags set the budgets of the day; flags go first', async () => {
    const { url, paths } = await site(pages);
    const folder = newFolder();
    writeFileSync(join(folder, 'duizhao.yaml'), 'crawl:\n  dailyPages: 3\n');
    const crawl = `crawl ${url}/ -C ${folder} --allow-private --delay 0 -q --json`;
    const result: unknown = JSON.parse((await run(crawl)).out);
    expect(result).toMatchObject({ hosts: [{ stopped: 'daily-budget', requests: 3 }] });
    expect(paths().length).toBe(3); // robots.txt, tdmrep.json, one page
    const more: unknown = JSON.parse((await run(`${crawl} --daily-pages 4`)).out);
    expect(more).toMatchObject({ hosts: [{ stopped: 'daily-budget', requests: 1 }] });
  });

  test('the plan shows patterns, quiet hours and budgets', async () => {
    const { url } = await site(pages);
    const folder = newFolder();
    const flags = '--include /a* --quiet-hours 00:00-23:59 --daily-megabytes 7';
    const { out } = await run(`crawl ${url}/ -C ${folder} --allow-private --dry-run ${flags}`);
    expect(out).toContain('only: \\/a[^/]*$');
    expect(out).toMatch(/quiet hours: 00:00-23:59\+08:00; they hold now, until 20\d\d-/);
    expect(out).toContain('a day from a host: 20000 requests, 7 MB');
  });

  test.each([
    ['--reserved perhaps', 64],
    ['--quiet-hours noon', 78],
  ])('%s is refused: %i', async (flag, code) => {
    expect((await run(`crawl http://127.0.0.1:1/ -C ${newFolder()} ${flag}`)).code).toBe(code);
  });

  test('two recipes at once are refused, not half obeyed', async () => {
    const folder = newFolder();
    const files = ['a', 'b'].map((name) => join(folder, `${name}.yaml`));
    for (const file of files) writeFileSync(file, 'start: ["http://127.0.0.1:1/"]\n');
    const { code, err } = await run(`crawl ${files.join(' ')} -C ${folder}`);
    expect(code).toBe(64);
    expect(err).toContain('b.yaml');
  });

  test('progress is shown by host, with the reasons of each', async () => {
    const { url } = await site(pages);
    const world = io();
    const words = `crawl ${url}/ -C ${newFolder()} --allow-private --delay 0`.split(' ');
    await main(words, { ...world, isTerminal: true });
    const { host } = new URL(url);
    expect(world.outcome().err).toContain(
      `${host}     2 fetched, 2 new, 1 refused, 1 failed (1 http-404, 1 robots)`,
    );
  });
});

describe('duizhao forget', () => {
  test('takes a page out of corpus, archive and frontier', async () => {
    const { url } = await site(pages);
    const folder = newFolder();
    await run(`crawl ${url}/ -C ${folder} --allow-private --delay 0 -q`);
    const { code, out } = await run(`forget ${url}/a.html -C ${folder} --by legal --json`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ records: 3, locations: [`${url}/a.html`] });
    expect((await run(`crawl --why ${url}/a.html -C ${folder}`)).out).toContain(
      'refused (forgotten)',
    );
    expect((await run(`forget --list -C ${folder}`)).out).toContain(`${url}/a.html: 1 page,`);
    expect((await run(`forget ${url}/a.html -C ${folder}`)).code).toBe(1);
  });

  test.each([
    ['with its port', (host: string) => host],
    ['without it', (host: string) => host.replace(/:.*/, '')],
  ])('takes down a site named %s: corpus, archive and frontier', async (_name, named) => {
    const { url } = await site(pages);
    const other = await site({ '/': htmlPage('另一', []) });
    const folder = newFolder();
    const crawl = `crawl ${url}/ ${other.url}/ -C ${folder} --allow-private --delay 0 -q`;
    await run(crawl);
    const target = named(new URL(url).host);
    const removed = JSON.parse((await run(`forget ${target} -C ${folder} --json`)).out) as {
      locations: string[];
    };
    const both = [`${other.url}/`, `${url}/`, `${url}/a.html`];
    const own = target.includes(':') ? both.slice(1) : both;
    expect([...removed.locations].sort()).toEqual([...own].sort());
    expect((await run(`crawl --why ${url}/a.html -C ${folder}`)).out).toContain('(forgotten)');
    const [warc = ''] = readdirSync(join(folder, 'archive'));
    const text = gunzipSync(readFileSync(join(folder, 'archive', warc))).toString('latin1');
    expect([text.includes(`${url}/`), text.includes(`${other.url}/`)]).toEqual([
      false,
      target.includes(':'),
    ]);
  });

  test('what was taken down does not come back by itself, until it is allowed again', async () => {
    const { url, paths } = await site(pages);
    const folder = newFolder();
    const crawl = `crawl ${url}/ -C ${folder} --allow-private --delay 0 -q --json`;
    await run(crawl);
    await run(`forget ${url}/a.html -C ${folder}`);
    const asked = (): number => paths().filter((path) => path === '/a.html').length;
    rmSync(join(folder, 'crawl.db')); // another machine, or a restored backup
    expect(JSON.parse((await run(crawl)).out)).toMatchObject({ pages: { new: 0, unchanged: 1 } });
    expect(asked()).toBe(1);
    const { code, err } = await run(`forget --allow ${url}/a.html -C ${folder}`);
    expect([code, err]).toEqual([0, '1 takedowns lifted, 1 URLs in the queue again\n']);
    expect((await run(`forget --allow ${url}/a.html -C ${folder}`)).code).toBe(1);
    expect(JSON.parse((await run(crawl)).out)).toMatchObject({ pages: { new: 1 } });
    expect(asked()).toBe(2);
    expect((await run(`forget --list -C ${folder}`)).out).toMatch(/; allowed again 20/);
  });

  test('a page that was taken down is passed over when an archive brings it', async () => {
    const { url } = await site(pages);
    const [folder, other] = [newFolder(), newFolder()];
    for (const each of [folder, other])
      await run(`crawl ${url}/ -C ${each} --allow-private --delay 0 -q`);
    await run(`forget ${url}/a.html -C ${folder}`);
    const [warc = ''] = readdirSync(join(other, 'archive')).filter((name) =>
      name.includes('.warc'),
    );
    const add = `add ${join(other, 'archive', warc)} -C ${folder}`;
    const { code, err } = await run(add);
    expect(code).toBe(0);
    expect(err).toContain(`duizhao forget --allow ${url}/a.html`);
    expect(err).toContain('0 new, 0 changed, 1 known already');
    await run(`forget --allow ${url}/a.html -C ${folder}`);
    expect((await run(add)).err).toContain('1 new, 0 changed, 1 known already');
  });

  test.each(['nonsense/with/slashes', 'ftp://a.example/'])('%s is no target', async (target) => {
    expect((await run(`forget ${target} -C ${newFolder()}`)).code).toBe(64);
  });
});
