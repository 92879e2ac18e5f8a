/**
 * Makes a fresh clone ready: installs packages if they are missing or stale, builds if the
 * sources are newer than the build. Plain Node, because nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs and builds what is missing; throws with a sentence for a person if it cannot. */
export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: duizhao needs Node 20.19 or newer`);
  }
  if (!isInstalled()) npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  if (!isBuilt()) npm('run', '--silent', 'build');
}

/** npm writes `.package-lock.json` last, so it stands for a complete install. */
function isInstalled() {
  const mark = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(mark)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(mark, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

function isBuilt() {
  const mark = join(root, 'dist', 'lexicon', 'cedict.bin');
  const info = join(root, 'dist', '.tsbuildinfo');
  if (!existsSync(mark) || !existsSync(info)) return false;
  const built = statSync(info).mtimeMs;
  return ['src', 'scripts'].every((folder) => newest(join(root, folder)) <= built);
}

function newest(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => statSync(join(folder, file)).mtimeMs),
  );
}

function npm(...words) {
  console.error(`npm ${words.filter((word) => !word.startsWith('--')).join(' ')} …`);
  const { status } = spawnSync('npm', words, {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`"npm ${words.join(' ')}" failed; its message is above`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    prepare();
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}
