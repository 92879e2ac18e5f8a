/**
 * Speed and memory of splitting long texts, on one core:
 *
 *   node --expose-gc dist/scripts/bench-split-size.js zh:FOLDER|en:FOLDER [MB…]
 *
 * The text files of FOLDER are joined into paragraphs of 15 lines, repeated up to each size (2.5
 * and 10 MB unless given), and split twice: as paragraphs, and as one paragraph without a line
 * end. MB are 10⁶ bytes of UTF-8; speed is by processor time, so other work does not count;
 * memory is what the process grew by while splitting, as a multiple of the input.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../src/model/index.js';
import { splitSentences } from '../src/split/index.js';

const LINES = 15;

function main(args: readonly string[]): void {
  const [set, ...sizes] = args;
  if (set === undefined) throw new Error('give a folder of text: zh:FOLDER or en:FOLDER');
  const lang: Lang = set.startsWith('zh:') ? 'zh' : 'en';
  const paragraphs = paragraphsIn(set.slice(3), lang);
  console.log('lang\tshape\tMB\tsentences\tMB/s\tmemory');
  for (const size of sizes.length === 0 ? [2.5, 10] : sizes.map(Number)) {
    for (const shape of ['paragraphs', 'one paragraph'] as const) {
      const glue = shape === 'paragraphs' ? '\n' : glueOf(lang);
      const [sentences, speed, memory] = measure(textOf(paragraphs, size, glue), lang);
      console.log(
        [lang, shape, size, sentences, speed.toFixed(1), `${memory.toFixed(1)}×`].join('\t'),
      );
    }
  }
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

/** The paragraphs in turn until the size is reached, as one flat string. */
function textOf(paragraphs: readonly string[], megabytes: number, glue: string): string {
  const chosen: string[] = [];
  for (let bytes = 0, at = 0; bytes < megabytes * 1e6; at++) {
    const paragraph = paragraphs[at % paragraphs.length] ?? '';
    chosen.push(paragraph);
    bytes += Buffer.byteLength(paragraph + glue);
  }
  return Buffer.from(chosen.join(glue)).toString();
}

function measure(text: string, lang: Lang): [sentences: number, speed: number, memory: number] {
  const bytes = Buffer.byteLength(text);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const clock = process.cpuUsage();
  const sentences = splitSentences(text, lang).length;
  const { user, system } = process.cpuUsage(clock);
  const grown = Math.max(0, process.memoryUsage().rss - before);
  return [sentences, bytes / (user + system), grown / bytes];
}

main(process.argv.slice(2));
