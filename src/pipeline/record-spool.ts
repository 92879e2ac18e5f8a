import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { recordFromCells, type PairRecord } from '../exchange/index.js';
import { jsonLine, writeAtomic } from '../kit/index.js';

const PIECE_BYTES = 1 << 16;

/** Records on disk between two looks at them: read to their end first, then gone through at once. */
export interface RecordSpool {
  /** SHA-256 of the records. */
  readonly digest: string;
  /** All of them in order; a transaction cannot wait, so this does not either. */
  readonly records: () => Iterable<PairRecord>;
}

/**
 * Does work with records that have been read to their end into a temporary file.
 *
 * @throws DuizhaoError what the source throws, before any work; `file.cannot-write`
 */
export async function withSpool<Result>(
  source: AsyncIterable<PairRecord>,
  work: (spool: RecordSpool) => Result,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-import-'));
  try {
    const path = join(folder, 'records.jsonl');
    const hash = createHash('sha256');
    await writeAtomic(path, hashedLines());
    return work({ digest: hash.digest('hex'), records: () => recordsIn(path) });

    async function* hashedLines(): AsyncIterable<string> {
      for await (const record of source) {
        const line = jsonLine(record);
        hash.update(line);
        yield line;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* recordsIn(path: string): Iterable<PairRecord> {
  const file = openSync(path, 'r');
  try {
    for (const line of linesIn(file)) yield parsed(line);
  } finally {
    closeSync(file);
  }
}

function* linesIn(file: number): Iterable<string> {
  const [buffer, decoder] = [Buffer.alloc(PIECE_BYTES), new StringDecoder('utf8')];
  let rest = '';
  for (;;) {
    const size = readSync(file, buffer, 0, PIECE_BYTES, null);
    if (size === 0) return;
    const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** A line that {@link withSpool} wrote. */
function parsed(line: string): PairRecord {
  const value: unknown = JSON.parse(line);
  return recordFromCells(Object.entries(value ?? {}));
}
