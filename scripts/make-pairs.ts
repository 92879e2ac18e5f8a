/**
 * Writes made-up pairs as JSON Lines, to try large corpora with.
 *
 *     node dist/scripts/make-pairs.js FILE [--pairs 10000] [--seed 1] [--changed 0.01] [--by document]
 *
 * `--changed` gives that share of the pairs another text than the same command without it:
 * of whole documents (`--by document`), or of pairs anywhere (`--by pair`).
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { jsonLine, seededRng } from '../src/kit/index.js';
import { madePairs } from './scale/made-pairs.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    changed: { type: 'string', default: '0' },
    by: { type: 'string', default: 'document' },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error('name the file to write');
const share = Number(values.changed);
const isChosen = (number: number): boolean => seededRng(number * 7919 + 1)() < share;

function* text(): Iterable<string> {
  let buffer = '';
  const pairs = madePairs(Number(values.pairs), Number(values.seed), (n, document) =>
    isChosen(values.by === 'pair' ? n : document),
  );
  for (const pair of pairs) {
    buffer += jsonLine(pair);
    if (buffer.length < 1 << 20) continue;
    yield buffer;
    buffer = '';
  }
  yield buffer;
}

await pipeline(Readable.from(text()), createWriteStream(file));
