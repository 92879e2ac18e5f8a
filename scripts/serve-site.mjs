/**
 * Serves `corpus/site` on 127.0.0.1, for the demo and the tests.
 *
 *     node scripts/serve-site.mjs [PORT] [FOLDER]
 *
 * Without a port, or with 0, a free one is taken; the address is printed on stdout.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('../corpus/site', import.meta.url));

/** The address the shipped files name. */
const SITE_ORIGIN = 'https://fao.lanjiang.example';

const TYPES = {
  '.html': 'text/html',
  '.shtml': 'text/html',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** Starts the server; `url` has no slash at its end, `close()` ends every connection. */
export async function serveSite({ port = 0, root = SITE } = {}) {
  const server = createServer((request, response) => {
    answer(request, resolve(root))
      .catch((error) => plain(500, String(error)))
      .then(({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request, root) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'GET and HEAD only');
  const file = await fileFor(request.url ?? '/', root);
  if (file === undefined) return plain(404, 'Not found');
  if (file.redirect !== undefined) {
    return { status: 301, headers: { location: file.redirect }, body: '' };
  }
  const body = withOrigin(file.path, await readFile(file.path), request.headers.host);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const modified = new Date(Math.floor(file.mtimeMs / 1000) * 1000);
  const validators = { etag, 'last-modified': modified.toUTCString() };
  if (isFresh(request.headers, etag, modified)) return { status: 304, headers: validators };
  const headers = {
    ...validators,
    'content-type': contentType(file.path, body),
    'content-length': body.length,
  };
  return { status: 200, headers, body };
}

/** robots.txt and the sitemap must name whole addresses: ours, not the invented domain's. */
function withOrigin(path, body, host) {
  if (host === undefined || !/(?:robots\.txt|sitemap\.xml)$/.test(path)) return body;
  return Buffer.from(body.toString('utf8').replaceAll(SITE_ORIGIN, `http://${host}`));
}

/** The file behind a request path; nothing outside the root, whatever the path says. */
async function fileFor(target, root) {
  const path = decodedPath(target);
  if (path === undefined || path.includes('\0')) return undefined;
  const full = resolve(root, `.${path}`);
  if (full !== root && !full.startsWith(root + sep)) return undefined;
  const found = await statOrNothing(full);
  if (found?.isFile()) return { path: full, mtimeMs: found.mtimeMs };
  if (!found?.isDirectory()) return undefined;
  if (!path.endsWith('/')) return { redirect: `${encodeURI(path)}/` };
  const index = resolve(full, 'index.html');
  const inside = await statOrNothing(index);
  return inside?.isFile() ? { path: index, mtimeMs: inside.mtimeMs } : undefined;
}

function decodedPath(target) {
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\')
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}

async function statOrNothing(path) {
  return stat(path).catch(() => undefined);
}

function isFresh(headers, etag, modified) {
  const match = headers['if-none-match'];
  if (match !== undefined) {
    return match === '*' || match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && modified.getTime() <= since;
}

/** A page in another charset than UTF-8 is sent without one: only its own meta tag tells. */
function contentType(path, body) {
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  if (type !== 'text/html') return type;
  const declared = /<meta[^>]+charset=["']?([\w-]+)/i.exec(
    body.subarray(0, 1024).toString('latin1'),
  );
  const isUtf8 = /^utf-?8$/i.test(declared?.[1] ?? 'utf-8');
  return isUtf8 ? 'text/html; charset=utf-8' : 'text/html';
}

function plain(status, text) {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [port = '0', root = SITE] = process.argv.slice(2);
  const { url, close } = await serveSite({ port: Number(port), root });
  console.log(url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
}
