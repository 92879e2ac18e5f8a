/**
 * The main job on the bundled sample site: install, build, serve, run, show.
 * Plain Node, because on a fresh clone nothing else is there yet.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

/** Fixed, so that a second run meets the same URLs; the next ones are tried if it is taken. */
const FIRST_PORT = 18_623;
const PORTS = 10;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

try {
  prepare();
  process.exitCode = await demo();
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

async function demo() {
  const { serveSite } = await import('./serve-site.mjs');
  const site = await serveOnFreePort(serveSite);
  try {
    console.log(`The sample site is served at ${site.url}\n`);
    return await duizhao(
      'run',
      site.url,
      ...['-o', 'out', '--name', 'demo'],
      // The site is this machine's own, so it may be asked quickly; the default is seconds.
      ...['--allow-private', '--delay', '20'],
    );
  } finally {
    await site.close();
  }
}

async function serveOnFreePort(serveSite) {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
    try {
      return await serveSite({ port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(
    `ports ${FIRST_PORT} to ${FIRST_PORT + PORTS - 1} are all in use: free one and try again`,
  );
}

/** Runs the command line tool and gives its exit code. */
function duizhao(...words) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'bin', 'duizhao.js'), ...words], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}
