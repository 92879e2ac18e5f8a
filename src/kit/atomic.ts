import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode, writeFailure } from './errors.js';

/** Bytes to gather before a write; small enough to keep memory flat, large enough to be fast. */
const CHUNK_CHARS = 1 << 16;

/** Content in parts. */
type Content = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file so that its name holds either the old or the complete new content.
 *
 * Content goes to a temporary file beside the target, is flushed to disk, then renamed.
 * On any error, or if the source stops early, the temporary file is removed. A link stays a link:
 * the file behind it is replaced, with the rights it had. A pipe or a device is written to.
 *
 * @throws DuizhaoError `file.cannot-write` with the reason the system gave
 */
export async function writeAtomic(
  file: string,
  content: string | Uint8Array | Content,
): Promise<void> {
  const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  try {
    const place = await placeOf(file);
    if (place.isStream) await writeThrough(file, parts);
    else await replace(place.path, place.mode, parts);
  } catch (error) {
    throw writeFailure(error, file);
  }
}

/** Where content for a name goes. */
interface Place {
  /** Behind links, which stay links. */
  readonly path: string;
  /** Rights of the file that is there. */
  readonly mode: number | undefined;
  /** A pipe or a device, which a file must not be put in place of. */
  readonly isStream: boolean;
}

async function placeOf(file: string): Promise<Place> {
  const there = await stat(file).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (there === undefined) return { path: file, mode: undefined, isStream: false };
  const isStream = !there.isFile() && !there.isDirectory();
  return { path: isStream ? file : await realpath(file), mode: there.mode & 0o777, isStream };
}

async function writeThrough(file: string, content: Content): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await writeAll(handle, content);
  } finally {
    await handle.close();
  }
}

async function replace(path: string, mode: number | undefined, content: Content): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(draft, 'wx', mode);
    if (mode !== undefined) await handle.chmod(mode); // the mask of the process may take some away
    await writeAll(handle, content);
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeAll(handle: FileHandle, content: Content): Promise<void> {
  let text = '';
  for await (const part of content) {
    if (typeof part === 'string') {
      text += part;
      if (text.length < CHUNK_CHARS) continue;
    }
    if (text !== '') await handle.writeFile(text);
    text = '';
    if (typeof part !== 'string') await handle.writeFile(part);
  }
  if (text !== '') await handle.writeFile(text);
}

/** Makes the rename itself durable; folders cannot be opened on every system, so failure is fine. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
