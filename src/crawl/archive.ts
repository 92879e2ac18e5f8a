import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { sha256, version, writeFailure } from '../kit/index.js';
import { type Clock, isoTime } from './clock.js';
import { CRAWL_DEFAULTS } from './defaults.js';
import type { Answer } from './fetch-page.js';
import type { Frontier } from './frontier.js';
import { numberOf, rowOf, textOf } from './row.js';
import { encodeRecord, requestBlock, responseBlock, type WarcRecord } from './warc-record.js';

/** Where the response (or revisit) record of an answer stands. */
export interface Place {
  /** File name inside `archive/`. */
  readonly file: string;
  /** In bytes of the compressed file. */
  readonly offset: number;
  readonly length: number;
}

/** What an earlier record said, for a revisit record to point at. */
interface Earlier {
  readonly url: string;
  readonly date: string;
}

/** What goes into the archive for one answer besides its bytes. */
export interface ArchiveNote {
  /** Lines of the metadata record. */
  readonly facts: Readonly<Record<string, string>>;
  /** Set when the body is the same as before and only a revisit record is written. */
  readonly revisit?: {
    readonly of: Earlier;
    readonly profile: 'server-not-modified' | 'identical-payload-digest';
  };
}

/** Milliseconds between two forced writes to disk: what a power cut may cost, at most. */
const SYNC_MS = 2_000;

/**
 * WARC files of one corpus folder, appended to by one crawl.
 *
 * The frontier holds, for each file, how many bytes and records count. Bytes are written first
 * and counted in the transaction that settles the URL, so a kill leaves at most a tail that does
 * not count, and `repairArchive` cuts it off at the next start.
 */
export class Archive {
  private handle: number | undefined;
  private file = '';
  private size = 0;
  private records = 0;
  private syncedAt = 0;

  constructor(
    private readonly folder: string,
    private readonly frontier: Frontier,
    private readonly agent: string,
    private readonly clock: Clock,
    private readonly maxBytes: number = CRAWL_DEFAULTS.warcBytes,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Writes request, response and metadata records of an answer.
   *
   * To be called inside the transaction that settles the URL: the counts go into it.
   */
  add(answer: Answer, note: ArchiveNote): Place {
    if (this.handle === undefined || this.size >= this.maxBytes) this.begin();
    const date = isoTime(answer.startedAt);
    const records = this.recordsOf(answer, note, date);
    const offset = this.size;
    const [response, ...others] = records;
    const first = encodeRecord(response, `${this.file} ${offset} 0`);
    const together = [['WARC-Concurrent-To', first.id] as const];
    const rest = others.map((record, i) =>
      encodeRecord({ ...record, headers: together }, `${this.file} ${offset} ${i + 1}`),
    );
    const encoded = [first, ...rest];
    this.write(Buffer.concat(encoded.map(({ bytes }) => bytes)), records.length);
    return { file: this.file, offset, length: first.bytes.length };
  }

  /** Forces everything to disk and lets the file go. */
  close(): void {
    if (this.handle === undefined) return;
    this.sync();
    closeSync(this.handle);
    this.handle = undefined;
  }

  private recordsOf(
    answer: Answer,
    note: ArchiveNote,
    date: string,
  ): [WarcRecord, ...WarcRecord[]] {
    const uri = answer.url;
    const payload: readonly [string, string] = [
      'WARC-Payload-Digest',
      `sha256:${sha256(answer.raw)}`,
    ];
    const { revisit } = note;
    const response: WarcRecord = {
      type: revisit === undefined ? 'response' : 'revisit',
      uri,
      date,
      contentType: 'application/http; msgtype=response',
      headers: [
        ...(revisit?.profile === 'server-not-modified' ? [] : [payload]),
        ...revisitHeaders(note),
      ],
      block: responseBlock(answer, revisit === undefined),
    };
    const request: WarcRecord = {
      type: 'request',
      uri,
      date,
      contentType: 'application/http; msgtype=request',
      block: requestBlock(answer),
    };
    const facts = Object.entries({ fetchTimeMs: String(answer.tookMs), ...note.facts });
    const metadata: WarcRecord = {
      type: 'metadata',
      uri,
      date,
      contentType: 'application/warc-fields',
      block: Buffer.from(
        facts.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join(''),
        'utf8',
      ),
    };
    return [response, request, metadata];
  }

  /** Goes on with the last file while it has room, else begins the next. */
  private begin(): void {
    this.close();
    const last = rowOf(this.frontier.sql('select * from warc order by file desc limit 1').get());
    if (last !== undefined && numberOf(last, 'size') < this.maxBytes) {
      this.file = textOf(last, 'file');
      this.size = numberOf(last, 'size');
      this.records = numberOf(last, 'records');
      this.handle = this.open();
      return;
    }
    this.file = nextArchiveFile(this.folder, [textOf(last, 'file')]);
    this.size = 0;
    this.records = 0;
    this.handle = this.open();
    this.write(this.infoRecord(), 1);
  }

  private open(): number {
    try {
      const handle = openSync(join(this.folder, this.file), 'a');
      ftruncateSync(handle, this.size);
      return handle;
    } catch (error) {
      throw writeFailure(error, join(this.folder, this.file));
    }
  }

  private infoRecord(): Uint8Array {
    const facts = {
      software: `duizhao/${version}`,
      format: 'WARC File Format 1.1',
      'http-header-user-agent': this.agent,
      robots: 'RFC 9309',
      conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    };
    const block = Buffer.from(
      Object.entries(facts)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join(''),
      'utf8',
    );
    const record: WarcRecord = {
      type: 'warcinfo',
      date: isoTime(this.clock.now()),
      contentType: 'application/warc-fields',
      headers: [['WARC-Filename', this.file]],
      block,
    };
    return encodeRecord(record, this.file).bytes;
  }

  private write(bytes: Uint8Array, records: number): void {
    const { handle } = this;
    if (handle === undefined) return;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    } catch (error) {
      ftruncateSync(handle, this.size);
      throw writeFailure(error, join(this.folder, this.file));
    }
    this.size += bytes.length;
    this.records += records;
    this.frontier
      .sql(
        `insert into warc (file, size, records, synced) values (?, ?, ?, 0)
         on conflict (file) do update set size = excluded.size, records = excluded.records`,
      )
      .run(this.file, this.size, this.records);
    if (this.clock.now() - this.syncedAt >= SYNC_MS) this.sync();
  }

  private sync(): void {
    if (this.handle === undefined) return;
    fdatasyncSync(this.handle);
    this.syncedAt = this.clock.now();
    this.frontier.sql('update warc set synced = ? where file = ?').run(this.size, this.file);
  }
}

/** The next free name in an archive folder: after the greatest number taken, never in the way. */
export function nextArchiveFile(folder: string, taken: readonly string[]): string {
  let number = Math.max(0, ...taken.map((file) => Number(/(\d+)\.warc/.exec(file)?.[1] ?? '0')));
  for (;;) {
    number += 1;
    const file = `crawl-${String(number).padStart(5, '0')}.warc.gz`;
    if (!existsSync(join(folder, file))) return file;
  }
}

function revisitHeaders({ revisit }: ArchiveNote): (readonly [string, string])[] {
  if (revisit === undefined) return [];
  return [
    ['WARC-Profile', `http://netpreserve.org/warc/1.1/revisit/${revisit.profile}`],
    ['WARC-Refers-To-Target-URI', revisit.of.url],
    ['WARC-Refers-To-Date', revisit.of.date],
    ...(revisit.profile === 'server-not-modified' ? [] : [['WARC-Truncated', 'length'] as const]),
  ];
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
