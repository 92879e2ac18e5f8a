/**
 * Feeds damaged copies of pages and files to `read` and `extract`.
 *
 *     node dist/scripts/fuzz-extract.js FOLDER [--cases 5000] [--seed 1]
 *
 * Each case takes a file of FOLDER, cuts, doubles, swaps or overwrites parts of it, and checks
 * that the answer is a document or a foreseen error, within a second of CPU, with every letter and digit
 * of the visible text either in a block or set aside.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage, visibleText } from '../src/extract/index.js';
import { DuizhaoError, seededRng, type Rng } from '../src/kit/index.js';
import type { Document, Page } from '../src/model/index.js';
import { readText } from '../src/read/index.js';
import { decodeBytes } from '../src/text/index.js';
import { lostLetters } from './fuzz/letters.js';

const MAX_MS = 1_000;
const MAX_BYTES = 400_000;
const SCRAPS = [
  '<',
  '>',
  '</div>',
  '<div>',
  '<p>',
  '<br>',
  '</p>',
  '<table><tr><td>',
  '</td>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '&nbsp;',
  '&#x4e2d;',
  '"',
  "'",
  '=',
  '\u0000',
  '中文',
  ' English text ',
  '<select><option>',
  '<a href="#">',
  '</a>',
  '<pre>',
  '\uFEFF',
  '\uD800',
  '<title>',
];

const [folder = '', ...flags] = process.argv.slice(2);
if (!existsSync(folder)) {
  console.error(`no such folder: "${folder}"`);
  process.exit(66);
}
const cases = numberAfter('--cases', 5_000);
const seed = numberAfter('--seed', 1);
const rng = seededRng(seed);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((file) => /\.(?:html?|shtml|md|txt)$/u.test(file) && statSync(file).size < MAX_BYTES * 2)
  .sort();
const counts = { documents: 0, refused: 0, slow: 0, lost: 0, crashed: 0 };
let slowest = 0;
for (let i = 0; i < cases; i++) {
  const file = pick(files);
  tryOne(file, damage(readFileSync(file)), i);
}
console.log(
  `${cases} cases from ${files.length} files, seed ${seed}: ${JSON.stringify(counts)}, slowest ${slowest.toFixed(0)} ms`,
);
process.exitCode = counts.slow + counts.lost + counts.crashed === 0 ? 0 : 1;

function tryOne(file: string, bytes: Uint8Array, number: number): void {
  const start = process.cpuUsage();
  try {
    const { document, visible } = understand(file, bytes);
    counts.documents += 1;
    const missing = lostLetters(
      visible,
      [...document.blocks, ...document.setAside].map(({ text }) => text).join(' '),
    );
    if (missing !== '') {
      counts.lost += 1;
      console.log(`case ${number} ${file}: lost ${JSON.stringify(missing.slice(0, 80))}`);
    }
  } catch (error) {
    if (error instanceof DuizhaoError) counts.refused += 1;
    else {
      counts.crashed += 1;
      console.log(
        `case ${number} ${file}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
    }
  }
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1_000;
  slowest = Math.max(slowest, took);
  if (took > MAX_MS) {
    counts.slow += 1;
    console.log(`case ${number} ${file}: ${took.toFixed(0)} ms`);
  }
}

function understand(file: string, bytes: Uint8Array): { document: Document; visible: string } {
  const origin = { kind: 'path', location: file, sha256: '' } as const;
  if (/\.(?:html?|shtml)$/u.test(file)) {
    const page: Page = { origin, bytes };
    return { document: extractPage(page), visible: visibleText(page) };
  }
  const visible = file.endsWith('.txt') ? decodeBytes(bytes).text : '';
  return { document: readText(origin, bytes), visible };
}

/** One to four random changes. */
function damage(source: Uint8Array): Uint8Array {
  let bytes: Buffer = Buffer.from(source).subarray(0, MAX_BYTES);
  for (let n = 1 + Math.floor(rng() * 4); n > 0; n--) bytes = change(bytes);
  return bytes;
}

function change(bytes: Buffer): Buffer {
  const at = Math.floor(rng() * bytes.length);
  const to = Math.min(bytes.length, at + Math.floor(rng() * rng() * bytes.length));
  switch (Math.floor(rng() * 6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    case 2:
      return Buffer.concat([
        bytes.subarray(0, to),
        bytes.subarray(at, Math.min(to, at + 5_000)),
        bytes.subarray(to),
      ]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(SCRAPS)), bytes.subarray(at)]);
    case 4: {
      const scrap = pick(SCRAPS).repeat(1 + Math.floor(rng() * 2_000));
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(scrap), bytes.subarray(at)]);
    }
    default: {
      const copy = Buffer.from(bytes);
      for (let k = 0; k < 20; k++) copy[Math.floor(rng() * copy.length)] = Math.floor(rng() * 256);
      return copy;
    }
  }
}

function pick<T>(items: readonly T[], random: Rng = rng): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function numberAfter(flag: string, fallback: number): number {
  const at = flags.indexOf(flag);
  return at < 0 ? fallback : Number(flags[at + 1]);
}
