/**
 * How fast files go out and come in, and how much memory that takes; peers in the same run.
 *
 *   npm run build && node dist/scripts/bench-exchange.js [PAIRS] [TASK …]
 *
 * Each task runs in a process of its own, so that peak memory is its own. The pairs are made up from
 * a seed: about the lengths of news, each with every column. Times on a busy machine are noisy:
 * compare within one run, and look at the processor time (all threads, start-up included).
 */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify';
import Papa from 'papaparse';
import { COLUMNS, loadPairs, savePairs, type PairRecord } from '../src/exchange/index.js';
import { seededRng } from '../src/kit/index.js';

interface Task {
  readonly name: string;
  /** File written or read. */
  readonly file: string;
  readonly run: (folder: string, count: number) => Promise<void>;
}

const names = COLUMNS.map(({ name }) => name);

const tasks: readonly Task[] = [
  ...['tmx', 'csv', 'jsonl', 'xlf', 'xlf2', 'tei', 'html', 'parquet', 'xlsx'].flatMap(writeAndRead),
  { name: 'moses out', file: 'x.zh', run: (folder, count) => write(folder, 'x.moses', count) },
  { name: 'moses in', file: 'x.zh', run: (folder) => read(folder, 'x.moses') },
  {
    name: 'tmx.gz out',
    file: 'x.tmx.gz',
    run: (folder, count) => write(folder, 'x.tmx.gz', count),
  },
  { name: 'nothing (making pairs up)', file: 'none', run: nothing },
  { name: 'csv-stringify out (peer)', file: 'peer.csv', run: csvStringify },
  { name: 'papaparse out (peer)', file: 'papa.csv', run: papaOut },
  { name: 'papaparse in (peer)', file: 'x.csv', run: papaIn },
];

function writeAndRead(extension: string): Task[] {
  const file = `x.${extension}`;
  const out = {
    name: `${extension} out`,
    file,
    run: (folder: string, count: number) => write(folder, file, count),
  };
  if (extension === 'html') return [out];
  return [out, { name: `${extension} in → jsonl`, file, run: (folder) => read(folder, file) }];
}

async function write(folder: string, file: string, count: number): Promise<void> {
  await savePairs(join(folder, file), madeUp(count));
}

async function read(folder: string, file: string): Promise<void> {
  await savePairs(join(folder, 'back.jsonl'), loadPairs(join(folder, file)));
}

/** What of every "out" is the making up of the pairs. */
async function nothing(_folder: string, count: number): Promise<void> {
  let pairs = 0;
  for await (const pair of Readable.from(madeUp(count))) if (pair !== undefined) pairs += 1;
  if (pairs !== count) throw new Error('pairs went missing');
}

async function csvStringify(folder: string, count: number): Promise<void> {
  await pipeline(
    Readable.from(madeUp(count)),
    stringify({ header: true, columns: names }),
    createWriteStream(join(folder, 'peer.csv')),
  );
}

/** Papa Parse has no stream out: batches of rows are joined. */
async function papaOut(folder: string, count: number): Promise<void> {
  await pipeline(Readable.from(batches()), createWriteStream(join(folder, 'papa.csv')));

  function* batches(): Iterable<string> {
    let rows: PairRecord[] = [];
    for (const record of madeUp(count)) {
      if (rows.push(record) < 1_000) continue;
      yield `${Papa.unparse({ fields: names, data: rows }, { header: false })}\n`;
      rows = [];
    }
  }
}

async function papaIn(folder: string): Promise<void> {
  const rows = createReadStream(join(folder, 'x.csv')).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }),
  );
  await pipeline(
    rows,
    async function* (source: AsyncIterable<unknown>) {
      for await (const row of source) yield `${JSON.stringify(row)}\n`;
    },
    createWriteStream(join(folder, 'back.jsonl')),
  );
}

const HAN =
  '发改委今天宣布了新的经济政策市场反应积极专家表示看好未来城市合作交流国际友好代表团访问';
const WORDS =
  'the city commission announced new policy today and market reacted with delegation visit'.split(
    ' ',
  );

/** Pairs with every column, the same for the same count; sentences are made once and reused. */
function* madeUp(count: number): Iterable<PairRecord> {
  const random = seededRng(7);
  const sentences = Array.from({ length: 2_000 }, () => {
    const length = 15 + Math.floor(random() * 40);
    const zh = Array.from({ length }, () => pick(HAN)).join('');
    const en = Array.from({ length: Math.ceil(length / 1.8) }, () => pick(WORDS)).join(' ');
    return { zh, en };
  });
  for (let index = 0; index < count; index += 1) {
    const document = Math.floor(index / 20);
    const { zh, en } = sentences[index % sentences.length] ?? { zh: '', en: '' };
    yield {
      zh: `${zh}，“${index}”。`,
      en: `${en}, "${index}" & more.`,
      score: (index % 10_000) / 10_000,
      shape: '1-1',
      doc: document.toString(16).padStart(64, '0'),
      position: (index % 20) + 1,
      url_or_path: `https://www.example.org/news/2024/t${document}.html`,
      title_zh: `关于第${document}次会议的通知`,
      title_en: `Notice of Meeting ${document}`,
      date: '2024-03-18',
      site: '示例网',
      state: 'new',
      confidence: 0.98,
      layout: 'interleaved',
      fetched_at: '2024-03-18T02:00:00Z',
      sha256: document.toString(16).padStart(64, 'f'),
      blocks_zh: '1',
      blocks_en: '2',
      id: index.toString(16).padStart(32, '0'),
    };
  }

  function pick(from: string | readonly string[]): string {
    return from[Math.floor(random() * from.length)] ?? '';
  }
}

const [, self = '', first = '', ...rest] = process.argv;
if (first === '--child') await child(rest);
else parent(Number(first === '' ? 1_000_000 : first), rest);

async function child([name, folder = '', count]: readonly string[]): Promise<void> {
  const task = tasks.find((known) => known.name === name);
  if (task === undefined) throw new Error(`no such task: "${name ?? ''}"`);
  const started = performance.now();
  await task.run(folder, Number(count));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1e6;
  process.stdout.write(
    JSON.stringify({ seconds, cpu, peak: process.resourceUsage().maxRSS / 1024 }),
  );
}

function parent(count: number, only: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  console.log(`${count} pairs\n`);
  console.log('task                       seconds   cpu s      MB   MB/s   peak MB');
  try {
    for (const task of tasks) {
      if (only.length > 0 && !only.some((word) => task.name.startsWith(word))) continue;
      console.log(measure(task, folder, count));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(task: Task, folder: string, count: number): string {
  const file = fileURLToPath(import.meta.url);
  const run = spawnSync(
    process.execPath,
    [self === '' ? file : self, '--child', task.name, folder, String(count)],
    {
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) return `${task.name.padEnd(26)} failed: ${run.stderr.slice(0, 300)}`;
  const { seconds, cpu, peak } = JSON.parse(run.stdout) as Record<
    'seconds' | 'cpu' | 'peak',
    number
  >;
  const path = join(folder, task.file);
  const size = existsSync(path) ? statSync(path).size / 1e6 : 0;
  const cells = [
    seconds.toFixed(1).padStart(7),
    cpu.toFixed(1).padStart(7),
    size.toFixed(0).padStart(7),
  ];
  return `${task.name.padEnd(26)} ${cells.join(' ')} ${(size / seconds).toFixed(1).padStart(6)} ${peak.toFixed(0).padStart(9)}`;
}
