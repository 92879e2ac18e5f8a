/**
 * Kills a crawl with SIGKILL at random points, starts it again, and counts what it cost.
 *
 *   node dist/scripts/kill-crawl.js [--pages 500] [--kills 50] [--seed 1]
 *
 * Prints one JSON object; exit code 1 when a promise is broken: every page fetched and handed
 * on, at most one request too many a kill, archive valid by its reader and by its counts.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkArchive, crawlSite } from '../src/crawl/index.js';
import { seededRng } from '../src/kit/index.js';

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

if (process.argv[2] === 'child') await child(process.argv[3] ?? '', process.argv[4] ?? '');
else process.exitCode = await main();

/** One crawl; a page counts as stored when its URL is in the log, written before the next. */
async function child(folder: string, url: string): Promise<void> {
  const run = { signal: new AbortController().signal, onReject: () => undefined };
  const crawl = crawlSite({ seeds: [url], folder, allowPrivate: true, delayMs: 0 }, run);
  for await (const { origin } of crawl) {
    appendFileSync(join(folder, 'stored.log'), `${origin.location}\n`);
  }
}

async function main(): Promise<number> {
  const [pages, kills] = [argument('pages', 500), argument('kills', 50)];
  const rng = seededRng(argument('seed', 1));
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-kill-'));
  const asked = new Map<string, number>();
  let served = 0;
  let killAt = 0;
  let kill: () => void = () => undefined;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    served += 1;
    if (served === killAt)
      setTimeout(() => {
        kill();
      }, rng() * 6);
    const n = path === '/' ? 0 : Number(/^\/p(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN);
    if (Number.isNaN(n)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pageText(n, pages));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}/`;

  let killed = 0;
  let exits = 0;
  for (let finished = false; !finished;) {
    const every = Math.max(1, Math.floor((pages * 0.9) / kills));
    killAt = killed < kills ? served + 1 + Math.floor(rng() * every) : 0;
    const self = fileURLToPath(import.meta.url);
    const crawler = spawn(process.execPath, [self, 'child', folder, url], { stdio: 'inherit' });
    kill = () => crawler.kill('SIGKILL');
    const signal = await new Promise<string | null>((done) => {
      crawler.on('exit', (_code, by) => {
        done(by);
      });
    });
    if (signal === 'SIGKILL') killed += 1;
    else exits += 1;
    finished = signal === null && (killed >= kills || exits > 1);
  }
  server.close();

  const checks = await checkArchive(folder);
  const stored = readFileSync(join(folder, 'stored.log'), 'utf8').trim().split('\n');
  const wanted = [...asked].filter(([path]) => path === '/' || path.startsWith('/p'));
  const extra = wanted.reduce((sum, [, times]) => sum + times - 1, 0);
  const result = {
    pages,
    kills: killed,
    fetched: wanted.length,
    stored: new Set(stored).size,
    storedTwice: stored.length - new Set(stored).size,
    requestsTooMany: extra,
    records: checks.reduce((sum, { records }) => sum + records, 0),
    problems: checks.flatMap(({ problems }) => problems),
  };
  console.log(JSON.stringify(result));
  rmSync(folder, { recursive: true });
  const isWell =
    result.fetched === pages &&
    result.stored === pages &&
    extra <= killed &&
    result.problems.length === 0;
  return isWell ? 0 : 1;
}

/** Page n of a tree with ten branches; its text is its own, or it would pass for a calendar. */
function pageText(n: number, pages: number): string {
  const links = Array.from({ length: 10 }, (_, i) => n * 10 + i + 1).filter((k) => k < pages);
  const anchors = links.map((k) => `<a href="/p${k}.html">${k}</a>`).join('');
  const rng = seededRng(n + 1);
  const text = Array.from({ length: 300 }, () =>
    String.fromCharCode(0x4e00 + Math.floor(rng() * 3_000)),
  );
  return `<!doctype html><title>${n}</title><p>${text.join('')}</p>${anchors}`;
}
