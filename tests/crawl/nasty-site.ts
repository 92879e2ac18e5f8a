import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';

/** One request as the server saw it. */
export interface Logged {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Milliseconds, by the server's monotonic clock. */
  readonly at: number;
  readonly endedAt: () => number;
}

/** Answers one request; what it does not answer is a 404. */
export type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** A real HTTP server on loopback and its log. */
export interface Site {
  readonly url: string;
  readonly log: readonly Logged[];
  readonly paths: () => string[];
  /** Greatest number of requests that were open at the same moment. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

/** Pages by path; a value may be HTML or a handler. */
export type Pages = Readonly<Record<string, string | Handler>>;

/** Starts a site; `pages` is asked by path with query, then by path, then `fallback`. */
export async function startSite(pages: Pages, fallback?: Handler): Promise<Site> {
  const log: Logged[] = [];
  let open = 0;
  let most = 0;
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    let endedAt = Number.POSITIVE_INFINITY;
    log.push({ path, headers: request.headers, at: performance.now(), endedAt: () => endedAt });
    open += 1;
    most = Math.max(most, open);
    const end = (): void => {
      endedAt = Math.min(endedAt, performance.now());
    };
    response.once('prefinish', end); // inside `end()`: the client cannot have read it all sooner
    response.once('close', () => {
      open -= 1;
      end();
    });
    const page = pages[path] ?? pages[path.split('?')[0] ?? ''];
    if (typeof page === 'string') sendText(response, path, page);
    else if (
      page?.(request, response, path) !== true &&
      fallback?.(request, response, path) !== true
    ) {
      if (!response.headersSent)
        response.writeHead(404, { 'content-type': 'text/html' }).end('not here');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    paths: () => log.map(({ path }) => path),
    mostAtOnce: () => most,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

/** Files by their names, pages as HTML. */
function sendText(response: ServerResponse, path: string, body: string): void {
  const type = path.endsWith('.txt')
    ? 'text/plain'
    : path.endsWith('.json')
      ? 'application/json'
      : '';
  sendHtml(response, body, type === '' ? {} : { 'content-type': type });
}

/** Sends UTF-8 HTML with status 200 and whatever headers are given. */
export function sendHtml(
  response: ServerResponse,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}

/** A page with links and a text of its own. */
export function htmlPage(title: string, links: readonly string[], text = ''): string {
  const anchors = links.map((href) => `<a href="${href}">${href}</a>`).join('\n');
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p>${anchors}</body></html>`;
}

/** Starts sites that are closed after each test. */
export function siteKeeper(): typeof startSite {
  const sites: Site[] = [];
  afterEach(async () => {
    await Promise.all(sites.splice(0).map(({ close }) => close()));
  });
  return async (pages, fallback) => {
    const site = await startSite(pages, fallback);
    sites.push(site);
    return site;
  };
}
