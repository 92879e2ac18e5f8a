/**
 * Feeds damaged copies of packed files to `read`.
 *
 *     node dist/scripts/fuzz-read.js FOLDER [--cases 1000] [--seed 1]
 *
 * Each case takes a DOCX, PDF, EPUB, SRT, VTT or ZIP file of FOLDER, cuts it or overwrites parts of
 * it or of a file packed in it, and checks that the answer is a document or a foreseen error, within five seconds.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { DuizhaoError, seededRng } from '../src/kit/index.js';
import { readBytes, readPaths } from '../src/read/index.js';

const MAX_MS = 5_000;
const MAX_BYTES = 4_000_000;

const [folder = '', ...flags] = process.argv.slice(2);
if (!existsSync(folder)) {
  console.error(`no such folder: "${folder}"`);
  process.exit(66);
}
const cases = numberAfter('--cases', 1_000);
const seed = numberAfter('--seed', 1);
const rng = seededRng(seed);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((file) => /\.(?:docx|pdf|epub|srt|vtt|zip)$/u.test(file))
  .filter((file) => readFileSync(file).length < MAX_BYTES)
  .sort();
const workFolder = mkdtempSync(join(tmpdir(), 'duizhao-fuzz-'));
const counts = { documents: 0, refused: 0, slow: 0, crashed: 0 };
let slowest = 0;
for (let i = 0; i < cases; i++) {
  const file = files[Math.floor(rng() * files.length)];
  if (file === undefined) throw new Error(`no file to damage in "${folder}"`);
  await tryOne(file, damage(readFileSync(file)), i);
}
rmSync(workFolder, { recursive: true });
console.log(
  `${cases} cases from ${files.length} files, seed ${seed}: ${JSON.stringify(counts)}, slowest ${slowest.toFixed(0)} ms`,
);
process.exitCode = counts.slow + counts.crashed === 0 ? 0 : 1;

async function tryOne(file: string, bytes: Uint8Array, number: number): Promise<void> {
  const start = performance.now();
  try {
    await understand(file, bytes);
    counts.documents += 1;
  } catch (error) {
    if (error instanceof DuizhaoError) counts.refused += 1;
    else {
      counts.crashed += 1;
      const detail = error instanceof Error ? (error.stack ?? '') : String(error);
      console.log(`case ${number} ${file}: ${detail}`);
    }
  }
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took <= MAX_MS) return;
  counts.slow += 1;
  console.log(`case ${number} ${file}: ${took.toFixed(0)} ms`);
}

/** Archives are read from disk, everything else from memory. */
async function understand(file: string, bytes: Uint8Array): Promise<void> {
  if (!file.endsWith('.zip')) {
    await readBytes({ kind: 'path', location: file, sha256: '' }, bytes);
    return;
  }
  const path = join(workFolder, basename(file));
  writeFileSync(path, bytes);
  const run = { signal: new AbortController().signal, onReject: () => undefined };
  for await (const item of readPaths([path], run)) {
    if (item.kind === 'page') await readBytes(item.page.origin, item.page.bytes);
  }
}

/** One to three random changes, half of the time inside a packed file. */
function damage(source: Uint8Array): Uint8Array {
  const isPacked = source[0] === 0x50 && source[1] === 0x4b;
  return isPacked && rng() < 0.5 ? damageInside(source) : damageBytes(source);
}

/** A whole packet with one damaged part. */
function damageInside(source: Uint8Array): Uint8Array {
  const parts = unzipSync(source);
  const names = Object.keys(parts).sort();
  const name = names[Math.floor(rng() * names.length)] ?? '';
  return zipSync({ ...parts, [name]: damageBytes(parts[name] ?? new Uint8Array()) });
}

function damageBytes(source: Uint8Array): Uint8Array {
  let bytes: Buffer = Buffer.from(source);
  for (let n = 1 + Math.floor(rng() * 3); n > 0; n--) bytes = change(bytes);
  return bytes;
}

function change(bytes: Buffer): Buffer {
  const at = Math.floor(rng() * bytes.length);
  const to = Math.min(bytes.length, at + Math.floor(rng() * rng() * bytes.length));
  switch (Math.floor(rng() * 5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    default: {
      const copy = Buffer.from(bytes);
      const count = 1 + Math.floor(rng() * rng() * 40);
      for (let k = 0; k < count; k++)
        copy[Math.floor(rng() * copy.length)] = Math.floor(rng() * 256);
      return copy;
    }
  }
}

function numberAfter(flag: string, fallback: number): number {
  const at = flags.indexOf(flag);
  return at < 0 ? fallback : Number(flags[at + 1]);
}
