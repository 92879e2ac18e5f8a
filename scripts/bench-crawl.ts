/**
 * Crawls many pages from loopback without pauses, with archive and frontier on disk.
 *
 *   node dist/scripts/bench-crawl.js [--pages 50000] [--hosts 4]
 *
 * The server is a process of its own. Prints one JSON object: pages a second over the whole run
 * and in each tenth of it (a frontier that slows down would show there), processor time a page
 * (which other work on the machine does not change much), and the greatest resident memory.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
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
const pages = argument('pages', 50_000);
const hosts = argument('hosts', 4);
const perHost = Math.floor(pages / hosts);

if (process.argv[2] === 'serve') await serve();
else await main();

/** Virtual hosts on ports of their own; each a tree of pages with ten branches. */
async function serve(): Promise<void> {
  const ports: number[] = [];
  for (let host = 0; host < hosts; host++) {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      const n = path === '/' ? 0 : Number(/^\/p(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN);
      if (Number.isNaN(n)) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(pageText(host, n));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (typeof address === 'object' && address !== null) ports.push(address.port);
  }
  process.send?.(ports);
}

/** About 5 KB: a menu, an article of 700 characters of each language's kind, links. */
function pageText(host: number, n: number): string {
  const rng = seededRng(host * 1_000_003 + n);
  const han = Array.from({ length: 700 }, () =>
    String.fromCharCode(0x4e00 + Math.floor(rng() * 3_000)),
  );
  const words = Array.from({ length: 200 }, () => Math.floor(rng() * 1e8).toString(36));
  const links = Array.from({ length: 10 }, (_, i) => n * 10 + i + 1).filter((k) => k < perHost);
  const menu = Array.from(
    { length: 10 },
    (_, i) => `<li><a href="/p${i}.html">栏目${i}</a></li>`,
  ).join('');
  const anchors = links.map((k) => `<a href="/p${k}.html">第${k}页</a>`).join('\n');
  return `<!doctype html><html><head><title>${n}</title></head><body><ul>${menu}</ul><p>${han.join('')}</p><p>${words.join(' ')}</p>${anchors}</body></html>`;
}

/** Processor time of this process so far, in milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-crawl-bench-'));
  const self = fileURLToPath(import.meta.url);
  const server = fork(self, ['serve', '--pages', String(pages), '--hosts', String(hosts)]);
  const ports = await new Promise<number[]>((done) => {
    server.once('message', (message) => {
      done(Array.isArray(message) ? message.map(Number) : []);
    });
  });
  const seeds = ports.map((port) => `http://127.0.0.1:${port}/`);
  const limits = { dailyPages: 10_000_000, dailyBytes: 1e12 };
  const run = { signal: new AbortController().signal, onReject: () => undefined };
  const tenths: { pagesPerSecond: number; cpuMsPerPage: number; rssMb: number }[] = [];
  const started = performance.now();
  let [count, rss, tenthStart, cpuStart] = [0, 0, started, cpuMs()];
  for await (const page of crawlSite(
    { seeds, folder, allowPrivate: true, delayMs: 0, ...limits },
    run,
  )) {
    count += page.bytes.length > 0 ? 1 : 0;
    if (count % 100 === 0) rss = Math.max(rss, process.memoryUsage.rss());
    if (count % Math.floor(pages / 10) !== 0) continue;
    const now = performance.now();
    const rate = (pages / 10 / (now - tenthStart)) * 1_000;
    const cpuMsPerPage = Math.round(((cpuMs() - cpuStart) / (pages / 10)) * 100) / 100;
    tenths.push({ pagesPerSecond: Math.round(rate), cpuMsPerPage, rssMb: Math.round(rss / 1e6) });
    [rss, tenthStart, cpuStart] = [0, now, cpuMs()];
    console.error(JSON.stringify(tenths.at(-1)));
  }
  const seconds = (performance.now() - started) / 1_000;
  server.kill();
  const checks = await checkArchive(folder);
  const result = {
    pages: count,
    hosts,
    seconds: Math.round(seconds * 10) / 10,
    pagesPerSecond: Math.round(count / seconds),
    greatestRssMb: Math.max(...tenths.map(({ rssMb }) => rssMb)),
    tenths,
    frontierMb: Math.round(statSync(join(folder, 'crawl.db')).size / 1e6),
    archiveMb: Math.round(checks.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
    records: checks.reduce((sum, { records }) => sum + records, 0),
    problems: checks.flatMap(({ problems }) => problems),
  };
  console.log(JSON.stringify(result));
  rmSync(folder, { recursive: true });
}
