import { isUtf8 } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import { sha256 } from '../kit/index.js';
import type { ByteFile } from './byte-file.js';
import { firstOf } from './stretches.js';

/** Bytes asked of the file at a time. */
const READ_BYTES = 1 << 20;
const LINE_END = 0x0a;

/** A line of a file. */
export interface Line {
  /** Without its end; `undefined` if it is not UTF-8. */
  readonly text: string | undefined;
  /** Bytes of it, its end among them. */
  readonly length: number;
}

/** The part of a file around the next line: looks ahead, leaps, and sums up what it passes over. */
export class LineWindow {
  readonly #file: ByteFile;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** What lies behind the window belongs to it: room for more. */
  #room = Buffer.alloc(0);
  #bytes: Buffer = this.#room;
  /** Where in the file the window begins. */
  #offset = 0;
  /** Where in the window the next line begins, and where what is not yet summed up. */
  #at = 0;
  #unsummed = 0;
  #sum: Hash = createHash('sha256');
  #summed = 0;

  constructor(file: ByteFile) {
    this.#file = file;
  }

  /** Bytes passed since the last {@link LineWindow.takeSum}. */
  get passed(): number {
    return this.#summed + this.#at - this.#unsummed;
  }

  /** A line, `ahead` bytes behind the next one. */
  async peek(ahead = 0): Promise<Line | undefined> {
    let end = this.#lineEnd(ahead);
    while (end === -1) {
      const seen = this.#bytes.length - this.#at;
      if (!(await this.#reach(Math.max(2 * seen, seen + READ_BYTES)))) break;
      end = this.#lineEnd(Math.max(ahead, seen));
    }
    const from = this.#at + ahead;
    const to = end === -1 ? this.#bytes.length : end;
    if (from >= to) return undefined;
    const bytes = this.#bytes.subarray(from, to);
    const isFirst = this.#offset + from === 0;
    const mark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const text = isUtf8(bytes) ? this.#decoder.decode(bytes.subarray(mark)) : undefined;
    return { text, length: bytes.length };
  }

  /** The next bytes, fewer where the file ends; good until more is asked for. */
  async bytes(length: number): Promise<Uint8Array> {
    await this.#reach(length);
    return this.#bytes.subarray(this.#at, this.#at + length);
  }

  /** SHA-256 of some bytes, `ahead` bytes behind the next line; `undefined` if the file ends before. */
  async sumOf(length: number, ahead = 0): Promise<string | undefined> {
    const bytes = await this.bytes(ahead + length);
    return bytes.length < ahead + length ? undefined : sha256(bytes.subarray(ahead));
  }

  /** Whether nothing stands behind the next bytes, or a line begins there. */
  async endsLine(length: number): Promise<boolean> {
    const bytes = await this.bytes(length + 1);
    return bytes.length <= length || bytes[length - 1] === LINE_END;
  }

  /** Name of the line that comes next, of which so many bytes were looked at. */
  firstOf(length: number): string {
    return firstOf(this.#bytes.subarray(this.#at, this.#at + length));
  }

  /** Goes on behind the next bytes, which must have been looked at. */
  pass(length: number): void {
    this.#at += length;
  }

  /** Goes on behind the next bytes, as if they were not there. */
  leap(length: number): void {
    this.#sumUp();
    this.#at += length;
    this.#unsummed = this.#at;
  }

  /** SHA-256 of the bytes passed since the last call. */
  takeSum(): string {
    this.#sumUp();
    const sum = this.#sum.digest('hex');
    this.#sum = createHash('sha256');
    this.#summed = 0;
    return sum;
  }

  /** Index in the window behind the next line end; −1 if there is none in it. */
  #lineEnd(ahead: number): number {
    return this.#bytes.indexOf(LINE_END, this.#at + ahead) + 1 || -1;
  }

  /** Brings the next bytes into the window; tells whether any came. */
  async #reach(length: number): Promise<boolean> {
    const missing = length - (this.#bytes.length - this.#at);
    if (missing <= 0) return true;
    const from = this.#offset + this.#bytes.length;
    this.#sumUp();
    const rest = this.#bytes.length - this.#at;
    const wanted = rest + Math.max(missing, READ_BYTES);
    const room =
      this.#room.length < wanted ? Buffer.allocUnsafeSlow(wanted + READ_BYTES) : this.#room;
    room.set(this.#bytes.subarray(this.#at));
    const more = await this.#file.fill(room.subarray(rest, wanted), from);
    this.#room = room;
    this.#bytes = room.subarray(0, rest + more);
    this.#offset += this.#at;
    this.#at = 0;
    this.#unsummed = 0;
    return more > 0;
  }

  #sumUp(): void {
    this.#sum.update(this.#bytes.subarray(this.#unsummed, this.#at));
    this.#summed += this.#at - this.#unsummed;
    this.#unsummed = this.#at;
  }
}
