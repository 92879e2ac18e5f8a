/**
 * Boundary precision, recall and F1, and MB/s, of three splitters in one run:
 * ours, sentence-splitter alone, and Intl.Segmenter.
 *
 *   npm run bench:split -- [--misses N] SET…
 *
 * SET is `zh:FOLDER` or `en:FOLDER`, where FOLDER holds either raw/X.txt with gold/X.tsv
 * (start TAB end, UTF-16 offsets of each sentence) or zh/X.txt and en/X.txt with one sentence a
 * line, which are joined in blocks of 15 (Chinese without a space, English with one).
 *
 * A boundary is the end of a sentence that is not the last of its text: the offset behind its last
 * unit, closing marks included, blanks not. It counts as found only at exactly that offset.
 *
 * Two scores stand side by side. The raw one takes the gold as it is. `allowed` leaves out what
 * no reader of the joined text could know, because the segments were never parted by their
 * marks: boundaries without a stop (titles, lines of subtitles and mails, whose line ends the raw
 * text has lost; counted first for each set, with the F1 that finding all others and nothing else
 * would give), and cuts behind a plain stop inside a segment that holds several sentences.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { split } from 'sentence-splitter';
import type { Lang } from '../src/model/index.js';
import { splitSentences } from '../src/split/index.js';

interface Sample {
  readonly text: string;
  /** Ends of the gold sentences, the last one left out. */
  readonly gold: ReadonlySet<number>;
}
type Splitter = (text: string, lang: Lang) => number[];

const BLOCK = 15;

const SPLITTERS: Readonly<Record<string, Splitter>> = {
  duizhao: (text, lang) => splitSentences(text, lang).map((span) => span.end),
  'sentence-splitter': (text) =>
    split(text)
      .filter((node) => node.type === 'Sentence')
      .map((node) => node.range[1]),
  'Intl.Segmenter': (text, lang) =>
    [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(
      ({ index, segment }) => index + segment.trimEnd().length,
    ),
};

function main(args: string[]): void {
  const misses = args[0] === '--misses' ? Number(args.splice(0, 2)[1]) : 0;
  if (args.length === 0) throw new Error('give at least one set: zh:FOLDER or en:FOLDER');
  console.log('set\tsplitter\tP\tR\tF1\tallowed F1\tMB/s');
  for (const arg of args) {
    const lang: Lang = arg.startsWith('zh:') ? 'zh' : 'en';
    const folder = arg.slice(3);
    const samples = loadSamples(folder, lang);
    console.log(describeSet(samples));
    for (const [name, splitter] of Object.entries(SPLITTERS)) {
      console.log(
        [
          `${lang}:${folder.split('/').pop() ?? ''}`,
          name,
          ...measure(samples, lang, splitter),
        ].join('\t'),
      );
    }
    if (misses > 0) showMisses(samples, lang, misses);
  }
}

/** How many boundaries a set has, how many of them have no stop, and the F1 without those. */
function describeSet(samples: readonly Sample[]): string {
  let [gold, bare] = [0, 0];
  for (const sample of samples) {
    gold += sample.gold.size;
    for (const end of sample.gold) if (!endsInStop(sample.text, end)) bare += 1;
  }
  const ceiling = (100 * f1(gold - bare, gold - bare, gold)).toFixed(2);
  return `# ${gold} boundaries, ${bare} of them without a stop: F1 ${ceiling} without those`;
}

function loadSamples(folder: string, lang: Lang): Sample[] {
  if (existsSync(join(folder, 'raw')))
    return readdirSync(join(folder, 'raw'))
      .sort()
      .map((file) => offsets(folder, file));
  const side = join(folder, lang);
  if (!existsSync(side)) throw new Error(`neither raw/ nor ${lang}/ in "${folder}"`);
  return readdirSync(side)
    .sort()
    .flatMap((file) => blocks(readFileSync(join(side, file), 'utf8'), lang));
}

function offsets(folder: string, file: string): Sample {
  const text = readFileSync(join(folder, 'raw', file), 'utf8');
  const table = readFileSync(join(folder, 'gold', file.replace(/\.txt$/, '.tsv')), 'utf8');
  const ends = table
    .trimEnd()
    .split('\n')
    .map((row) => Number(row.split('\t')[1]));
  return { text, gold: new Set(ends.slice(0, -1)) };
}

function blocks(text: string, lang: Lang): Sample[] {
  const sentences = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const samples: Sample[] = [];
  for (let from = 0; from < sentences.length; from += BLOCK) {
    samples.push(joined(sentences.slice(from, from + BLOCK), lang === 'zh' ? '' : ' '));
  }
  return samples;
}

function joined(sentences: readonly string[], glue: string): Sample {
  const gold = new Set<number>();
  let text = '';
  for (const sentence of sentences) {
    if (text !== '') {
      gold.add(text.length);
      text += glue;
    }
    text += sentence;
  }
  return { text, gold };
}

const STOP_END = /[.!?。！？…⋯．][”’」』"')）\]】》\s]*$/u;

function measure(samples: readonly Sample[], lang: Lang, splitter: Splitter): string[] {
  const sum = { hit: 0, made: 0, gold: 0, spare: 0, lost: 0 };
  for (const { text, gold } of samples) {
    const last = text.trimEnd().length;
    const cuts = new Set(splitter(text, lang).filter((end) => end < last));
    sum.made += cuts.size;
    sum.gold += gold.size;
    for (const end of cuts) {
      if (gold.has(end)) sum.hit += 1;
      else if (isPlainEnd(text, end)) sum.spare += 1;
    }
    for (const end of gold) if (!cuts.has(end) && !endsInStop(text, end)) sum.lost += 1;
  }
  const { hit, made, gold, spare, lost } = sum;
  const scores = [hit / made, hit / gold, f1(hit, made, gold), f1(hit, made - spare, gold - lost)];
  return [
    ...scores.map((score) => (100 * score).toFixed(2)),
    speed(samples, lang, splitter).toFixed(2),
  ];
}

function f1(hit: number, made: number, gold: number): number {
  return (2 * hit) / (made + gold);
}

/** Megabytes (10⁶ bytes of UTF-8) per second, the samples repeated until a second has passed. */
function speed(samples: readonly Sample[], lang: Lang, splitter: Splitter): number {
  const began = performance.now();
  let bytes = 0;
  while (performance.now() - began < TIMED_MS) {
    for (const { text } of samples) {
      splitter(text, lang);
      bytes += Buffer.byteLength(text);
      if (performance.now() - began >= TIMED_MS) break;
    }
  }
  return bytes / 1e3 / (performance.now() - began);
}

const TIMED_MS = 1_000;

function endsInStop(text: string, end: number): boolean {
  return STOP_END.test(text.slice(Math.max(0, end - 8), end));
}

/** A cut no reader would dispute: a Chinese stop, or an English one between small and capital. */
function isPlainEnd(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 8), end);
  const after = text.slice(end, end + 6);
  return (
    /[。！？][”’」』"')）]*$/u.test(before) ||
    (/\p{Ll}{2}[.!?]["'”’)]*$/u.test(before) && /^\s+["'“‘(]*\p{Lu}/u.test(after))
  );
}

function showMisses(samples: readonly Sample[], lang: Lang, limit: number): void {
  let shown = 0;
  for (const { text, gold } of samples) {
    const cuts = new Set(
      splitSentences(text, lang)
        .map((span) => span.end)
        .filter((end) => end < text.trimEnd().length),
    );
    const wrong = [
      ...[...cuts].filter((end) => !gold.has(end)),
      ...[...gold].filter((end) => !cuts.has(end)),
    ];
    for (const end of wrong.sort((x, y) => x - y)) {
      if ((shown += 1) > limit) return;
      const sign = cuts.has(end) ? 'extra ' : 'missed';
      console.log(
        `  ${sign}  ${JSON.stringify(text.slice(Math.max(0, end - 40), end))} | ${JSON.stringify(text.slice(end, end + 40))}`,
      );
    }
  }
}

main(process.argv.slice(2));
