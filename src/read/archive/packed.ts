import { brokenFile, tooLarge } from '../failure.js';
import { memorySource } from './byte-source.js';
import { readDirectory, type Member } from './directory.js';
import { unpack } from './unpack.js';

/** The parts of a packed document (DOCX, EPUB), unpacked one by one within a common limit. */
export class PackedParts {
  private readonly members: ReadonlyMap<string, Member>;
  private readonly bytes: Uint8Array;
  private readonly file: string;
  private left: number;

  private constructor(
    bytes: Uint8Array,
    members: readonly Member[],
    file: string,
    maxBytes: number,
  ) {
    this.bytes = bytes;
    this.members = new Map(members.map((member) => [member.name, member]));
    this.file = file;
    this.left = maxBytes;
  }

  /** @param maxBytes - most all parts asked for may unpack to */
  static async open(bytes: Uint8Array, file: string, maxBytes: number): Promise<PackedParts> {
    const members = await readDirectory(memorySource(bytes), file);
    return new PackedParts(bytes, members, file, maxBytes);
  }

  get names(): readonly string[] {
    return [...this.members.keys()];
  }

  /** @throws DuizhaoError `read.broken` when there is no such part, `read.too-large` */
  async part(name: string): Promise<Uint8Array> {
    const member = this.members.get(name);
    if (member === undefined) throw brokenFile(this.file, 'packed', `it has no part "${name}"`);
    if (member.bytes > this.left) throw tooLarge(this.file, 'its text is too large when unpacked');
    const bytes = await unpack(memorySource(this.bytes), member, this.file, Math.max(1, this.left));
    this.left -= bytes.length;
    return bytes;
  }

  has(name: string): boolean {
    return this.members.has(name);
  }
}
