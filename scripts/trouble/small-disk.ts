import { spawnSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

/** A file system in memory that can be filled, widened and locked. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Mounts one; `undefined` where this may not be done (it takes the rights of root on Linux). */
  static mount(folder: string, kibibytes: number): SmallDisk | undefined {
    mkdirSync(folder, { recursive: true });
    const words = ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder];
    return spawnSync('mount', words).status === 0 ? new SmallDisk(folder) : undefined;
  }

  usedKibibytes(): number {
    const { blocks, bfree, bsize } = statfsSync(this.folder);
    return Math.ceil(((blocks - bfree) * bsize) / 1024);
  }

  /** Gives it another size. */
  resize(kibibytes: number): void {
    this.#remount(`rw,size=${kibibytes}k`);
  }

  /** Lets nothing be written any more. */
  lock(): void {
    this.#remount('ro');
  }

  /** Lazily: this process keeps handles on databases it looked into. */
  unmount(): void {
    spawnSync('umount', ['-l', this.folder]);
  }

  #remount(options: string): void {
    const { status, stderr } = spawnSync('mount', ['-o', `remount,${options}`, this.folder]);
    if (status !== 0) throw new Error(String(stderr));
  }
}
