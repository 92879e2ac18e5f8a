import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readWarc } from '../../src/crawl/index.js';
import { htmlPage, siteKeeper } from '../crawl/nasty-site.js';
import { collect } from '../support/collect.js';
import { emptyFolder } from '../support/folder.js';

const site = siteKeeper();

test('what wget archived is read, its bytes unchanged', async () => {
  const folder = emptyFolder();
  const { url } = await site({
    '/': htmlPage('Start', ['/a', '/c']),
    '/a': htmlPage('A', []),
    '/c': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }); // no length: sent in chunks
      response.write('<p>chunk one</p>');
      response.end('<p>chunk two</p>');
      return true;
    },
  });
  const args = ['-q', '-r', '-l', '2', '--warc-file=out', `${url}/`];
  const code = await new Promise((done, fail) => {
    spawn('wget', args, { cwd: folder }).on('exit', done).on('error', fail);
  });
  expect([0, 8]).toContain(code); // 8: some answer was a 404
  const run = { signal: new AbortController().signal, onReject: () => undefined };
  const pages = await collect(readWarc(join(folder, 'out.warc.gz'), run));
  const found = new Map(
    pages.map(({ origin, bytes }) => [origin.location, Buffer.from(bytes).toString()]),
  );
  expect(found.get(`${url}/a`)).toBe(htmlPage('A', []));
  expect(found.get(`${url}/c`)).toBe('<p>chunk one</p><p>chunk two</p>');
});
