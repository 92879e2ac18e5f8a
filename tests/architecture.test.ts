import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

interface Room {
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
}

/** Rooms any file may be entered of: their files are single ideas without inner secrets. */
const OPEN = ['kit', 'model'];
const SHARED: Readonly<Record<string, readonly string[]>> = {
  saxes: ['split'],
  libsql: ['crawl'],
  cheerio: ['crawl'],
};

const rooms = readTable(readFileSync('src/README.md', 'utf8'));

test('every room of the table exists and every folder is in the table', () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...rooms.keys()].sort());
});

test('every room has a door', () => {
  const doorless = [...rooms.keys()].filter((room) => !existsSync(join('src', room, 'index.ts')));
  expect(doorless.filter((room) => room !== 'cli')).toEqual([]);
});

test('imports follow the table', () => {
  expect(imports().flatMap(brokenRule)).toEqual([]);
});

test('the package offers the root and every room but the command line', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { default: string }>;
  };
  const offered = [...rooms.keys()].filter((room) => room !== 'cli');
  expect(Object.keys(exports).sort()).toEqual(['.', ...offered.map((room) => `./${room}`)].sort());
  const missing = Object.values(exports).filter(
    ({ default: file }) => !existsSync(file.replace('./dist/', './').replace(/js$/, 'ts')),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['src/kit/x.ts', '../text/index.js', 'kit may not import text'],
  ['src/align/x.ts', '../split/index.js', 'align may not import split'],
  ['src/split/x.ts', '../text/numerals.js', 'enter text by its index'],
  ['src/align/x.ts', 'cheerio', 'cheerio belongs to extract'],
  ['src/align/x.ts', 'left-pad', 'left-pad belongs to nobody'],
])('%s importing %s is refused', (file, target, complaint) => {
  expect(brokenRule({ file, target })[0]).toContain(complaint);
});

interface Import {
  readonly file: string;
  readonly target: string;
}

function brokenRule({ file, target }: Import): string[] {
  const room = file.split(sep)[1] ?? '';
  if (room.endsWith('.ts')) return []; // the root door
  if (target.startsWith('node:')) return [];
  if (!target.startsWith('.')) return packageRule(file, room, target);
  const path = normalize(join(dirname(file), target)).split(sep);
  const other = path[1] ?? '';
  if (path[0] !== 'src' || other === room) return [];
  const allowed = rooms.get(room)?.mayImport ?? [];
  if (!allowed.includes(other)) return [`${file}: ${room} may not import ${other}`];
  const byDoor = path.length === 3 && path[2] === 'index.js';
  return byDoor || OPEN.includes(other) ? [] : [`${file}: enter ${other} by its index`];
}

function packageRule(file: string, room: string, target: string): string[] {
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  if (rooms.get(room)?.packages.includes(name) === true) return [];
  if (SHARED[name]?.includes(room) === true) return [];
  const owner = [...rooms].find(([, { packages }]) => packages.includes(name))?.[0] ?? 'nobody';
  return [`${file}: ${name} belongs to ${owner}`];
}

/** Every static and dynamic import, re-export and require in `src`. */
function imports(): Import[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', file))
    .flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:^|\n|\s)(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\brequire\(\s*'([^']+)'/g,
        ),
      ].map(([, a, b, c, d]) => ({ file, target: a ?? b ?? c ?? d ?? '' })),
    );
}

function readTable(markdown: string): Map<string, Room> {
  const rows = [...markdown.matchAll(/^\| `(\w+)` \| [^|]* \| ([^|]*) \| ([^|]*) \|$/gm)];
  const names = rows.map(([, name = '']) => name);
  return new Map(
    rows.map(([, name = '', allowed = '', owned = '']) => [
      name,
      {
        mayImport: allowed.trim() === 'every door' ? names : words(allowed),
        packages: words(owned),
      },
    ]),
  );
}

function words(cell: string): string[] {
  return cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== '–');
}
