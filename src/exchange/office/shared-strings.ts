import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFailure } from '../../kit/index.js';

/** Strings to a block: what is read at once when one of them is wanted. */
const BLOCK = 64;

/** Characters kept in memory before blocks go to disk: small workbooks never touch it. */
const MAX_IN_MEMORY = 8 << 20;

/** Blocks read back that are kept: cells mostly refer to strings in the order of the table. */
const MAX_CACHED = 512;

/** Where a block lies in the scratch file. */
interface Stored {
  readonly from: number;
  readonly bytes: number;
}

/**
 * The table of strings of a workbook, by number; beyond some megabytes it lies in a temporary file.
 *
 * Fill it with `add`, then read with `at`; `close` removes the file.
 */
export class SharedStrings {
  #blocks: (readonly string[] | Stored)[] = [];
  #open: string[] = [];
  #held = 0;
  #scratch: Scratch | undefined;
  readonly #cache = new Map<number, readonly string[]>();

  async add(text: string): Promise<void> {
    this.#open.push(text);
    this.#held += text.length;
    if (this.#open.length < BLOCK) return;
    this.#blocks.push(this.#open);
    this.#open = [];
    if (this.#held > MAX_IN_MEMORY) await this.#spill();
  }

  /** The string of that number, `''` if there is none; at once where it is in memory. */
  at(number: number): string | Promise<string> {
    const index = Math.floor(number / BLOCK);
    const block = index === this.#blocks.length ? this.#open : this.#blocks[index];
    if (block === undefined) return '';
    if (!('from' in block)) return block[number % BLOCK] ?? '';
    const cached = this.#cache.get(index);
    if (cached !== undefined) return cached[number % BLOCK] ?? '';
    return this.#load(index, block).then((strings) => strings[number % BLOCK] ?? '');
  }

  async close(): Promise<void> {
    await this.#scratch?.close();
  }

  /** Moves every whole block to disk. */
  async #spill(): Promise<void> {
    this.#scratch ??= await Scratch.create();
    for (const [index, block] of this.#blocks.entries()) {
      if (!('from' in block)) this.#blocks[index] = this.#scratch.append(JSON.stringify(block));
    }
    await this.#scratch.flush();
    this.#held = 0;
  }

  async #load(index: number, { from, bytes }: Stored): Promise<readonly string[]> {
    const text = (await this.#scratch?.read(from, bytes)) ?? '[]';
    const strings = stringsIn(JSON.parse(text));
    if (this.#cache.size >= MAX_CACHED) {
      const [oldest = 0] = this.#cache.keys();
      this.#cache.delete(oldest);
    }
    this.#cache.set(index, strings);
    return strings;
  }
}

function stringsIn(block: unknown): readonly string[] {
  return Array.isArray(block) ? block.map(String) : [];
}

/** A temporary file that is written to its end and read anywhere. */
class Scratch {
  readonly #folder: string;
  readonly #handle: FileHandle;
  #waiting: Buffer[] = [];
  #size = 0;

  private constructor(folder: string, handle: FileHandle) {
    this.#folder = folder;
    this.#handle = handle;
  }

  static async create(): Promise<Scratch> {
    const folder = await mkdtemp(join(tmpdir(), 'duizhao-'));
    return new Scratch(folder, await open(join(folder, 'strings'), 'wx+'));
  }

  append(text: string): Stored {
    const piece = Buffer.from(text);
    const stored = { from: this.#size, bytes: piece.length };
    this.#waiting.push(piece);
    this.#size += piece.length;
    return stored;
  }

  async flush(): Promise<void> {
    try {
      await this.#handle.appendFile(Buffer.concat(this.#waiting));
    } catch (error) {
      throw writeFailure(error, this.#folder);
    }
    this.#waiting = [];
  }

  async read(from: number, bytes: number): Promise<string> {
    const { buffer } = await this.#handle.read(Buffer.alloc(bytes), 0, bytes, from);
    return buffer.toString();
  }

  async close(): Promise<void> {
    await this.#handle.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
