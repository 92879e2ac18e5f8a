/** Other packages that do the same work, for comparison in one run. */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import Papa from 'papaparse';
import tmexchange from 'tmexchange';
import { COLUMNS, type PairRecord } from '../../src/exchange/index.js';
import { madeUp } from './made-up.js';

const names = COLUMNS.map(({ name }) => name);

export async function csvStringify(folder: string, count: number): Promise<void> {
  await pipeline(
    Readable.from(madeUp(count)),
    stringify({ header: true, columns: names }),
    createWriteStream(join(folder, 'peer.csv')),
  );
}

/** Papa Parse has no stream out: batches of rows are joined. */
export async function papaOut(folder: string, count: number): Promise<void> {
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

export async function papaIn(folder: string): Promise<void> {
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

/** tmexchange takes the file as one string and gives one object. */
export async function tmexchangeIn(file: string, to: string): Promise<void> {
  const { resources } = await tmexchange.tmx2js(await readFile(file, 'utf8'));
  await pipeline(Readable.from(lines(resources)), createWriteStream(to));
}

function* lines(resources: Readonly<Record<string, object>>): Iterable<string> {
  for (const group of Object.values(resources)) {
    for (const unit of Object.values(group)) yield `${JSON.stringify(unit)}\n`;
  }
}
