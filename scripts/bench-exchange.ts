/**
 * How fast files go out, come in and are checked, and how much memory that takes; peers in the same run.
 *
 *   npm run build && node dist/scripts/bench-exchange.js [PAIRS] [TASK …]
 *
 * Each task runs in a process of its own, so that peak memory is its own. The pairs are made up from
 * a seed: about the lengths of news, each with every column. DOCX takes 20,000 pairs at most, and
 * tmexchange reads a file of 100,000 (it takes the whole file as one string). Times on a busy machine
 * are noisy: compare within one run, and look at the processor time (all threads, start-up included).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { checkFile, loadPairs, savePairs } from '../src/exchange/index.js';
import { madeUp } from './exchange/made-up.js';
import { csvStringify, papaIn, papaOut, tmexchangeIn } from './exchange/peers.js';

interface Task {
  readonly name: string;
  /** File written or read. */
  readonly file: string;
  readonly run: (folder: string, count: number) => Promise<void>;
}

/** Word tables hold no more. */
const MAX_DOCX = 20_000;

/** What a reader of whole files can hold in one string. */
const MAX_WHOLE = 100_000;

const tasks: readonly Task[] = [
  ...['tmx', 'csv', 'jsonl', 'xlf', 'xlf2', 'tei', 'html', 'parquet', 'xlsx'].flatMap((extension) =>
    tasksOf(`x.${extension}`),
  ),
  ...tasksOf('x.moses', 'x.zh'),
  ...tasksOf('x.intertext', 'x.zh.xml'),
  ...tasksOf('x.docx', 'x.docx', MAX_DOCX),
  {
    name: 'tmx.gz out',
    file: 'x.tmx.gz',
    run: (folder, count) => write(folder, 'x.tmx.gz', count),
  },
  { name: 'nothing (making pairs up)', file: 'none', run: nothing },
  { name: 'csv-stringify out (peer)', file: 'peer.csv', run: csvStringify },
  { name: 'papaparse out (peer)', file: 'papa.csv', run: papaOut },
  { name: 'papaparse in (peer)', file: 'x.csv', run: papaIn },
  ...tasksOf('small.tmx', 'small.tmx', MAX_WHOLE),
  {
    name: 'tmexchange in (peer)',
    file: 'small.tmx',
    run: (folder) => tmexchangeIn(join(folder, 'small.tmx'), join(folder, 'back.jsonl')),
  },
];

/** Out, in and check of a format. */
function tasksOf(path: string, file = path, most = Infinity): Task[] {
  const name = path.replace('x.', '');
  const out: Task = {
    name: `${name} out`,
    file,
    run: (folder, count) => write(folder, path, Math.min(count, most)),
  };
  const check: Task = { name: `${name} check`, file, run: (folder) => checked(folder, path) };
  if (name === 'html') return [out, check];
  return [out, { name: `${name} in → jsonl`, file, run: (folder) => read(folder, path) }, check];
}

async function write(folder: string, file: string, count: number): Promise<void> {
  await savePairs(join(folder, file), madeUp(count));
}

async function read(folder: string, file: string): Promise<void> {
  await savePairs(join(folder, 'back.jsonl'), loadPairs(join(folder, file)));
}

/** Our own files have no faults: one that is found is a fault of the check. */
async function checked(folder: string, file: string): Promise<void> {
  await checkFile(join(folder, file), {
    onProblem: ({ line = 0, rule }) => {
      throw new Error(`${file}:${line}: ${rule}`);
    },
  });
}

/** What of every "out" is the making up of the pairs. */
async function nothing(_folder: string, count: number): Promise<void> {
  let pairs = 0;
  for await (const pair of Readable.from(madeUp(count))) if (pair !== undefined) pairs += 1;
  if (pairs !== count) throw new Error('pairs went missing');
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
