/**
 * Makes damaged copies of an alignment set, with gold that fits them.
 *
 *   node dist/scripts/make-noisy-set.js SET OUT [--side zh|en] [--seed N]
 *
 * SET is a folder in the normal form. OUT receives three sets: `drop-10` (10 % of the
 * sentences of one side are gone), `block-15` (a run of 15 % of each document is gone) and
 * `insert-10` (foreign sentences are put in, 10 % as many). The damaged side is English unless
 * `--side zh`. The same seed gives the same files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLinks, readSet } from '../src/evaluate/index.js';
import type { SetDocument } from '../src/evaluate/index.js';
import { addNoise } from './noise.js';
import type { Noise } from './noise.js';

const KINDS: readonly Pick<Noise, 'kind' | 'share'>[] = [
  { kind: 'drop', share: 0.1 },
  { kind: 'block', share: 0.15 },
  { kind: 'insert', share: 0.1 },
];

async function main(args: string[]): Promise<void> {
  const seed = Number(option(args, '--seed') ?? 1);
  const side = option(args, '--side') === 'zh' ? 'zh' : 'en';
  const [from, to] = args;
  if (from === undefined || to === undefined)
    throw new Error('give a set folder and an output folder');
  const set = await readSet(from);
  for (const { kind, share } of KINDS) {
    const folder = join(to, `${kind}-${Math.round(share * 100)}`);
    write(folder, addNoise(set, { kind, share, side, seed }));
    console.error(`${folder}: ${set.length} documents`);
  }
}

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args.splice(at, 2)[1];
}

function write(folder: string, set: readonly SetDocument[]): void {
  for (const part of ['zh', 'en', 'gold']) mkdirSync(join(folder, part), { recursive: true });
  for (const { name, zh, en, gold } of set) {
    writeFileSync(join(folder, 'zh', `${name}.txt`), zh.map((line) => `${line}\n`).join(''));
    writeFileSync(join(folder, 'en', `${name}.txt`), en.map((line) => `${line}\n`).join(''));
    writeFileSync(join(folder, 'gold', `${name}.tsv`), formatLinks(gold));
  }
}

await main(process.argv.slice(2));
