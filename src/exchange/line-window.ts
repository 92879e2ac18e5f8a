import { isUtf8 } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import type { ByteFile } from './byte-file.js';

/** Bytes asked of the file at a time. */
const READ_BYTES = 1 << 20;
const LINE_END = 0x0a;

/** A line of a file. */
export interface Line {
  /** Without its end; `undefined` if it is not UTF-8. */
  readonly text: string | undefined;
  /** With its end. */
  readonly bytes: Uint8Array;
}

/** The part of a file around the next line: looks ahead, leaps, and sums up what it passes over. */
export class LineWindow {
  readonly #file: ByteFile;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #bytes: Buffer = Buffer.alloc(0);
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
    return { text: isUtf8(bytes) ? this.#decoder.decode(bytes.subarray(mark)) : undefined, bytes };
  }

  /** The next bytes, fewer where the file ends. */
  async bytes(length: number): Promise<Uint8Array> {
    await this.#reach(length);
    return this.#bytes.subarray(this.#at, this.#at + length);
  }

  /** Whether nothing stands behind the next bytes, or a line begins there. */
  async endsLine(length: number): Promise<boolean> {
    const bytes = await this.bytes(length + 1);
    return bytes.length <= length || bytes[length - 1] === LINE_END;
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
    const more = await this.#file.read(from, from + Math.max(missing, READ_BYTES));
    if (more.length === 0) return false;
    this.#sumUp();
    this.#bytes = Buffer.concat([this.#bytes.subarray(this.#at), more]);
    this.#offset += this.#at;
    this.#at = 0;
    this.#unsummed = 0;
    return true;
  }

  #sumUp(): void {
    this.#sum.update(this.#bytes.subarray(this.#unsummed, this.#at));
    this.#summed += this.#at - this.#unsummed;
    this.#unsummed = this.#at;
  }
}
