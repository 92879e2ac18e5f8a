import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFailure } from './errors.js';

/** Bytes to gather before a write; small enough to keep memory flat, large enough to be fast. */
const CHUNK_CHARS = 1 << 16;

/**
 * Writes a file so that its name holds either the old or the complete new content.
 *
 * Content goes to a temporary file beside the target, is flushed to disk, then renamed.
 * On any error, or if the source stops early, the temporary file is removed.
 *
 * @throws DuizhaoError `file.cannot-write` with the reason the system gave
 */
export async function writeAtomic(
  file: string,
  content: string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(draft, 'wx');
    await writeAll(
      handle,
      typeof content === 'string' || content instanceof Uint8Array ? [content] : content,
    );
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(draft, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(draft, { force: true }).catch(() => undefined);
    throw writeFailure(error, file);
  }
}

async function writeAll(
  handle: FileHandle,
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
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
