/**
 * Feeds packed files to `read`, sound ones with odd text in them and damaged ones.
 *
 *     node dist/scripts/fuzz-read.js FOLDER [--cases 1000] [--seed 1] [--from 0]
 *
 * Texts are the lines of the pages and text files of FOLDER. Each case packs some of them into a
 * DOCX, EPUB, PDF, SRT, VTT or ZIP file. A third of the cases change the text before packing it and
 * demand that every letter and digit comes back, in a block or set aside. A third damage the file,
 * or a file packed in it, and demand a document or a foreseen error. A third damage a text inside a
 * sound packet, the list of a book's chapters, a PDF or subtitles, and demand what still stands in it, or a
 * foreseen error. Packed files that
 * lie in FOLDER are damaged as well. No case may take more than five seconds of CPU. `--from` begins at a later case of the same seed.
 */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { extractPage, visibleText } from '../src/extract/index.js';
import { DuizhaoError, seededRng } from '../src/kit/index.js';
import type { Document } from '../src/model/index.js';
import { readBytes, readPaths, type ReadItem } from '../src/read/index.js';
import { decodeBytes } from '../src/text/index.js';
import { heldText } from './fuzz/held.js';
import { lostLetters } from './fuzz/letters.js';
import { fitForPdf, pack, PACKED_KINDS } from './fuzz/pack.js';

const MAX_MS = 5_000;
const MAX_BYTES = 4_000_000;
/** Text put between letters: other scripts, marks of the formats, characters of no meaning. */
const SCRAPS = [
  'é',
  'ß',
  '한국',
  'Ωμ',
  '𠮷',
  '😀',
  '&amp;',
  '<b>',
  ']]>',
  '{\\an8}',
  '0',
  '１２',
  '\u200b',
  '\u00ad',
  '“',
  '  ',
  '　',
  '-->',
  'NOTE',
  '中文',
  'word',
];

const [folder = '', ...flags] = process.argv.slice(2);
if (!existsSync(folder)) {
  console.error(`no such folder: "${folder}"`);
  process.exit(66);
}
const cases = numberAfter('--cases', 1_000);
const seed = numberAfter('--seed', 1);
const first = numberAfter('--from', 0);
const rng = seededRng(seed);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((file) => statSync(file).isFile() && statSync(file).size < MAX_BYTES)
  .sort();
const packed = files.filter((file) => /\.(?:docx|pdf|epub|srt|vtt|zip)$/u.test(file));
const pool = files.filter((file) => /\.(?:html?|md|txt)$/u.test(file)).flatMap(linesOf);
const workFolder = mkdtempSync(join(tmpdir(), 'duizhao-fuzz-'));
const counts = { documents: 0, refused: 0, slow: 0, lost: 0, crashed: 0 };
let slowest = 0;
for (let i = 0; i < cases; i++) {
  if (i % 3 === 0) await tryText(i);
  else if (i % 3 === 1) await tryDamage(i);
  else await tryPart(i);
}
rmSync(workFolder, { recursive: true });
console.log(
  `${cases} cases from ${pool.length} lines and ${packed.length} packed files, seed ${seed}: ${JSON.stringify(counts)}, slowest ${slowest.toFixed(0)} ms`,
);
process.exitCode = counts.slow + counts.lost + counts.crashed === 0 ? 0 : 1;

/** A sound file whose text is odd: nothing of it may be lost. */
async function tryText(number: number): Promise<void> {
  const kind = pick(PACKED_KINDS);
  const changed = someLines().map((line) => (rng() < 0.3 ? odd(line) : line));
  const lines = kind === 'pdf' ? changed.map(fitForPdf) : changed;
  const bytes = await pack(kind, lines, rng);
  const documents = await timed(number, `text.${kind}`, bytes);
  if (documents.length === 0) return;
  const got = documents.flatMap(({ blocks, setAside }) => [...blocks, ...setAside]);
  // Marks of a subtitle format are taken for what they are, wherever they stand.
  const wanted = kind === 'srt' || kind === 'vtt' ? lines.map(withoutMarks) : lines;
  report(number, kind, lostLetters(wanted.join(' '), got.map(({ text }) => text).join(' ')));
}

/** A damaged file: a document or a foreseen error. */
async function tryDamage(number: number): Promise<void> {
  const file = packed.length > 0 && rng() < 0.5 ? pick(packed) : undefined;
  const kind = pick(PACKED_KINDS);
  const sound = file === undefined ? await pack(kind, someLines(), rng) : readFileSync(file);
  await timed(number, file ?? `damaged.${kind}`, damage(sound));
}

/** A packet with one damaged text: what still stands in it comes back, or the file is refused. */
async function tryPart(number: number): Promise<void> {
  const kind = pick(['docx', 'epub', 'zip', 'pdf', 'srt', 'vtt'] as const);
  const lines = someLines();
  const sound = await pack(kind, kind === 'pdf' ? lines.map(fitForPdf) : lines, rng);
  const bytes = /^(?:docx|epub|zip)$/u.test(kind) ? withDamagedPart(sound) : damageBytes(sound);
  const documents = await timed(number, `part.${kind}`, bytes);
  const held = await heldText(kind, bytes);
  if (documents.length === 0 || held === undefined) return;
  const got = documents.flatMap(({ blocks, setAside }) => [...blocks, ...setAside]);
  const missing = lostLetters(held, got.map(({ text }) => text).join(' '));
  // Two parsers read the rest of a broken tag differently: its name is no text.
  if (!/^[a-z\d]{1,8}$/u.test(missing)) report(number, kind, missing);
}

/** One text of a packet damaged, or the list of a book's chapters. */
function withDamagedPart(packet: Uint8Array): Uint8Array {
  const parts = unzipSync(packet);
  const texts = Object.keys(parts).filter((name) =>
    /(?:document\.xml|\.xhtml|\.txt|\.opf)$/u.test(name),
  );
  const name = pick(texts.sort());
  return zipSync({ ...parts, [name]: damageBytes(parts[name] ?? new Uint8Array()) });
}

function report(number: number, kind: string, missing: string): void {
  if (missing === '') return;
  counts.lost += 1;
  console.log(`case ${number} ${kind}: lost ${JSON.stringify(missing.slice(0, 80))}`);
}

async function timed(
  number: number,
  file: string,
  bytes: Uint8Array,
): Promise<readonly Document[]> {
  if (number < first) return [];
  const start = process.cpuUsage();
  let documents: readonly Document[] = [];
  try {
    documents = await understand(file, bytes);
    counts.documents += 1;
  } catch (error) {
    if (error instanceof DuizhaoError) counts.refused += 1;
    else {
      counts.crashed += 1;
      const detail = error instanceof Error ? (error.stack ?? '') : String(error);
      console.log(`case ${number} ${file}: ${detail}`);
    }
  }
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1_000;
  slowest = Math.max(slowest, took);
  if (took > MAX_MS) {
    counts.slow += 1;
    console.log(`case ${number} ${file}: ${took.toFixed(0)} ms`);
  }
  return documents;
}

/** Archives are read from disk, everything else from memory. */
async function understand(file: string, bytes: Uint8Array): Promise<readonly Document[]> {
  const items: ReadItem[] = [];
  if (!file.endsWith('.zip')) {
    items.push(await readBytes({ kind: 'path', location: file, sha256: '' }, bytes));
  } else {
    const path = join(workFolder, basename(file));
    writeFileSync(path, bytes);
    const run = { signal: new AbortController().signal, onReject: () => undefined };
    for await (const item of readPaths([path], run)) {
      items.push(item.kind === 'page' ? await readBytes(item.page.origin, item.page.bytes) : item);
    }
  }
  return items.map((item) => (item.kind === 'page' ? extractPage(item.page) : item.document));
}

function someLines(): readonly string[] {
  const from = Math.floor(rng() * pool.length);
  return pool.slice(from, from + 4 + Math.floor(rng() * 80));
}

/** Lines as they fit into every kind of file: no control characters, none of two files' marks. */
function linesOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const text = /\.html?$/u.test(file)
    ? visibleText({ origin: { kind: 'path', location: file, sha256: '' }, bytes })
    : decodeBytes(bytes).text;
  return text
    .split(/[\n\r]+/u)
    .map((line) => line.replace(/[\p{Cc}\p{Cs}\ufffd]+/gu, ' ').trim())
    .filter((line) => /\p{L}/u.test(line) && !line.includes('-->'))
    .map((line) => line.slice(0, 90));
}

/** One to three scraps in a line, or the line cut, doubled or mixed up. */
function odd(line: string): string {
  const chars = [...line];
  for (let n = 1 + Math.floor(rng() * 3); n > 0; n--) {
    const at = Math.floor(rng() * chars.length);
    const draw = rng();
    if (draw < 0.7) chars.splice(at, 0, pick(SCRAPS));
    else if (draw < 0.85) chars.splice(at, 3);
    else chars.reverse();
  }
  return chars.join('');
}

function withoutMarks(line: string): string {
  return line.replace(/\{\\[^{}]*\}|<\/?[biucv]>|\\[Nnh]/gu, ' ');
}

/** One to three random changes, half of the time inside a packed file. */
function damage(source: Uint8Array): Uint8Array {
  const isPacked = source[0] === 0x50 && source[1] === 0x4b;
  return isPacked && rng() < 0.5 ? damageInside(source) : damageBytes(source);
}

/** A whole packet with one damaged part. */
function damageInside(source: Uint8Array): Uint8Array {
  const parts = unzipSync(source);
  const name = pick(Object.keys(parts).sort());
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

function pick<T>(items: readonly T[]): T {
  const item = items[Math.floor(rng() * items.length)];
  if (item === undefined) throw new Error(`nothing to pick from in "${folder}"`);
  return item;
}

function numberAfter(flag: string, fallback: number): number {
  const at = flags.indexOf(flag);
  return at < 0 ? fallback : Number(flags[at + 1]);
}
