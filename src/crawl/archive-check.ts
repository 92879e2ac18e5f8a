import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { WARCParser } from 'warcio';
import { sha256 } from '../kit/index.js';
import { crawlFiles } from './files.js';
import { Frontier } from './frontier.js';
import { numberOf, rowOf, textOf } from './row.js';

/** One archive file, read through by another program's reader. */
export interface ArchiveCheck {
  readonly file: string;
  /** Records found in the file. */
  readonly records: number;
  /** Records and bytes that the crawl has counted. */
  readonly counted: number;
  readonly bytes: number;
  /** Record types and how many there are of each. */
  readonly types: Readonly<Record<string, number>>;
  /** `count`, `digest`, `length`: what does not agree, and where; empty when all is well. */
  readonly problems: readonly string[];
}

/**
 * Reads every WARC file of a corpus folder through, and compares it with the counts kept apart.
 *
 * A WARC file that was cut off reads as a shorter one without any error, so the counts decide.
 */
export async function checkArchive(folder: string): Promise<ArchiveCheck[]> {
  const files = crawlFiles(folder);
  const frontier = Frontier.open(files.frontier);
  try {
    const rows = frontier.sql('select * from warc order by file').all().map(rowOf);
    const checks: ArchiveCheck[] = [];
    for (const row of rows) {
      const counted = { records: numberOf(row, 'records'), bytes: numberOf(row, 'size') };
      checks.push(await checkFile(files.archive, textOf(row, 'file'), counted));
    }
    return checks;
  } finally {
    frontier.close();
  }
}

async function checkFile(
  folder: string,
  file: string,
  counted: { readonly records: number; readonly bytes: number },
): Promise<ArchiveCheck> {
  const types: Record<string, number> = {};
  const problems: string[] = [];
  let records = 0;
  const source = createReadStream(join(folder, file), { highWaterMark: 1 << 18 });
  for await (const record of new WARCParser(source, { parseHttp: false })) {
    records += 1;
    types[record.warcType] = (types[record.warcType] ?? 0) + 1;
    const block = await record.readFully(false);
    if (block.length !== record.warcContentLength) problems.push(`length of record ${records}`);
    if (record.warcBlockDigest !== `sha256:${sha256(block)}`) {
      problems.push(`digest of record ${records}`);
    }
  }
  if (records !== counted.records)
    problems.push(`count: ${records} found, ${counted.records} kept`);
  if (source.bytesRead !== counted.bytes) {
    problems.push(`bytes: ${source.bytesRead} found, ${counted.bytes} kept`);
  }
  return { file, records, counted: counted.records, bytes: counted.bytes, types, problems };
}
