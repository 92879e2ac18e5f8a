/**
 * Speed and memory of splitting long texts, on one core:
 *
 *   npm run bench:split-size -- zh:FOLDER|en:FOLDER [MB…]
 *
 * The text files of FOLDER are joined into paragraphs of 15 lines, repeated up to each size (2.5
 * and 10 MB unless given), and split twice: as paragraphs, and as one paragraph without a line
 * end; each time in a process of its own, so that every figure is that of a cold start. MB are 10⁶
 * bytes of UTF-8; speed is by processor time, so other work does not count; memory is what the
 * process grew by while splitting, garbage included, as a multiple of the input; kept is the part
 * of it that the result takes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lang } from '../src/model/index.js';
import { splitSentences } from '../src/split/index.js';

const LINES = 15;
const ONE = '--one';

function main(args: readonly string[]): void {
  const [set, ...sizes] = args;
  if (set === undefined) throw new Error('give a folder of text: zh:FOLDER or en:FOLDER');
  const lang: Lang = set.startsWith('zh:') ? 'zh' : 'en';
  if (sizes[0] === ONE) {
    console.log(measure(readFileSync(set.slice(3), 'utf8'), lang).join('\t'));
    return;
  }
  const paragraphs = paragraphsIn(set.slice(3), lang);
  const folder = mkdtempSync(join(tmpdir(), 'bench-split-'));
  try {
    console.log('lang\tshape\tMB\tsentences\tMB/s\tmemory\tkept');
    for (const size of sizes.length === 0 ? [2.5, 10] : sizes.map(Number)) {
      for (const shape of ['paragraphs', 'one paragraph'] as const) {
        const glue = shape === 'paragraphs' ? '\n' : glueOf(lang);
        const file = join(folder, 'text.txt');
        writeFileSync(file, textOf(paragraphs, size, glue));
        console.log([lang, shape, size, measureApart(file, lang)].join('\t'));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureApart(file: string, lang: Lang): string {
  const script = fileURLToPath(import.meta.url);
  const words = ['--expose-gc', script, `${lang}:${file}`, ONE];
  return execFileSync(process.execPath, words, { encoding: 'utf8' }).trim();
}

function paragraphsIn(folder: string, lang: Lang): string[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  const full = lines.map((line) => line.trim()).filter((line) => line !== '');
  const paragraphs: string[] = [];
  for (let from = 0; from < full.length; from += LINES) {
    paragraphs.push(full.slice(from, from + LINES).join(glueOf(lang)));
  }
  return paragraphs;
}

function glueOf(lang: Lang): string {
  return lang === 'zh' ? '' : ' ';
}

/** The paragraphs in turn until the size is reached. */
function textOf(paragraphs: readonly string[], megabytes: number, glue: string): string {
  const chosen: string[] = [];
  for (let bytes = 0, at = 0; bytes < megabytes * 1e6; at++) {
    const paragraph = paragraphs[at % paragraphs.length] ?? '';
    chosen.push(paragraph);
    bytes += Buffer.byteLength(paragraph + glue);
  }
  return chosen.join(glue);
}

/** Sentences, MB/s, growth and kept memory as multiples of the input. */
function measure(text: string, lang: Lang): (number | string)[] {
  const bytes = Buffer.byteLength(text);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const clock = process.cpuUsage();
  const spans = splitSentences(text, lang);
  const { user, system } = process.cpuUsage(clock);
  const grown = process.memoryUsage().rss - before.rss;
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed - before.heapUsed;
  const times = (size: number): string => `${(Math.max(0, size) / bytes).toFixed(1)}×`;
  return [spans.length, (bytes / (user + system)).toFixed(1), times(grown), times(kept)];
}

main(process.argv.slice(2));
