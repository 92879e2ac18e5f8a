/**
 * Time and memory of learning word translations, by the size of the sample learned from.
 *
 *   node dist/scripts/bench-learn.js [--sizes 12500,25000,50000,100000] SET…
 *
 * SET is a folder in the normal form. The documents are repeated, each time with other numbers
 * in their sentences, until there are as many Chinese sentences as asked for; each size runs in
 * a process of its own. `duizhao learn` never takes more than 100,000 sentences of a corpus, so
 * the last line bounds it for corpora of any size.
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { learnLexicon, type AlignInput } from '../src/align/index.js';
import { readSet } from '../src/evaluate/index.js';

/** Longer documents are cut, so that every set has documents of the usual size. */
const LONGEST = 400;

async function main(args: string[]): Promise<void> {
  const at = args.indexOf('--child');
  if (at >= 0) return child(Number(args[at + 1]), args.slice(at + 2));
  const option = args.indexOf('--sizes');
  const [, list = '12500,25000,50000,100000'] = option < 0 ? [] : args.splice(option, 2);
  if (args.length === 0)
    throw new Error('give at least one set folder (see the head of this file)');
  console.log('| sentences | documents | seconds | CPU s | peak MB | word pairs |');
  console.log('|---|---|---|---|---|---|');
  for (const size of list.split(',')) {
    const script = [fileURLToPath(import.meta.url), '--child', size, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr.slice(-2000));
    process.stdout.write(stdout);
  }
}

async function child(size: number, folders: readonly string[]): Promise<void> {
  const sets = await Promise.all(folders.map((folder) => readSet(folder)));
  const documents = sets.flat().map(({ zh, en }) => ({
    zh: zh.slice(0, LONGEST),
    en: en.slice(0, Math.ceil((en.length * Math.min(zh.length, LONGEST)) / zh.length)),
  }));
  const inputs: AlignInput[] = [];
  let sentences = 0;
  for (let index = 0; sentences < size; index += 1) {
    const document = documents[index % documents.length];
    if (document === undefined || document.zh.length === 0) throw new Error('a set is empty');
    inputs.push(renumbered(document, Math.floor(index / documents.length)));
    sentences += document.zh.length;
  }
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const pairs = learnLexicon(inputs).length;
  const { user, system } = process.cpuUsage(processor);
  const seconds = (performance.now() - clock) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `| ${sentences} | ${inputs.length} | ${seconds.toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} ` +
      `| ${peak.toFixed(0)} | ${pairs} |`,
  );
}

/** The same document with the number of the round in every sentence. */
function renumbered({ zh, en }: AlignInput, round: number): AlignInput {
  if (round === 0) return { zh, en };
  return {
    zh: zh.map((sentence, at) => `${sentence}（${round}号${at}）`),
    en: en.map((sentence, at) => `${sentence} (No. ${round} of ${at})`),
  };
}

await main(process.argv.slice(2));
