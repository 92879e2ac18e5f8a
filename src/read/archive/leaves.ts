import { DuizhaoError, type Run } from '../../kit/index.js';
import { READ_DEFAULTS } from '../defaults.js';
import { refused, unsupported } from '../failure.js';
import { kindByName } from '../file-kind.js';
import { loaded, type Leaf } from '../leaf.js';
import { memorySource, type ByteSource } from './byte-source.js';
import { readDirectory, type Member } from './directory.js';
import { unpack } from './unpack.js';

/** An archive to look into. */
export interface Archive {
  readonly source: ByteSource;
  /** Path of a file on disk, or `ARCHIVE!/NAME`. */
  readonly location: string;
  /** Time of the file on disk. */
  readonly fetchedAt: string;
  /** Archives around this one. */
  readonly depth: number;
}

/**
 * The readable files of an archive in the order of their names, archives inside it opened too.
 * Nothing is written to disk and no name is used as a path. Files of other kinds, and archives
 * inside it that are broken, are handed to `run.onReject`.
 *
 * @throws DuizhaoError `read.broken`, `read.archive-limit`
 */
export async function archiveLeaves(archive: Archive, run: Run): Promise<readonly Leaf[]> {
  const { location, source } = archive;
  const members = (await readDirectory(source, location)).filter(isWanted);
  requireModest(members, location);
  const leaves: Leaf[] = [];
  for (const member of members.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    run.signal.throwIfAborted();
    const name = `${location}!/${member.name}`;
    const kind = kindByName(member.name);
    if (kind === 'zip') leaves.push(...(await innerLeaves(archive, member, name, run)));
    else if (kind === undefined) {
      run.onReject(unsupported(name));
    } else leaves.push(leafOf(archive, member, name));
  }
  return leaves;
}

/** Folders and what systems leave behind are no files. */
function isWanted({ name }: Member): boolean {
  return !name.endsWith('/') && !/(?:^|\/)(?:\.[^./]|__MACOSX\/)/u.test(name);
}

/**
 * Refuses by what the archive itself promises; `unpack` bounds what it really gives, and refuses
 * by itself the files that are too large.
 */
function requireModest(members: readonly Member[], location: string): void {
  const total = members
    .filter(({ name, bytes }) => kindByName(name) !== undefined && bytes <= READ_DEFAULTS.maxBytes)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= READ_DEFAULTS.maxArchiveBytes) return;
  throw refused(
    'read.archive-limit',
    `"${location}" unpacks to ${total} bytes, at most ${READ_DEFAULTS.maxArchiveBytes} are read`,
    location,
    'if it is no trap, unpack it and add the folder',
  );
}

function leafOf({ source, fetchedAt }: Archive, member: Member, location: string): Leaf {
  return {
    location,
    load: async () => loaded(location, await unpack(source, member, location), fetchedAt),
  };
}

async function innerLeaves(
  outer: Archive,
  member: Member,
  location: string,
  run: Run,
): Promise<readonly Leaf[]> {
  try {
    if (outer.depth + 1 >= READ_DEFAULTS.maxNesting) {
      const hint = 'unpack it and add the folder';
      const message = `"${location}" lies in more than ${READ_DEFAULTS.maxNesting} archives`;
      throw refused('read.archive-limit', message, location, hint);
    }
    const inner = { ...outer, location, depth: outer.depth + 1 };
    const found = await archiveLeaves({ ...inner, source: await unpacked() }, run);
    // The inner archive is unpacked again when a file of it is wanted, not kept in memory.
    return found.map((leaf) => ({ location: leaf.location, load: () => loadAgain(leaf.location) }));
  } catch (error) {
    if (!(error instanceof DuizhaoError)) throw error;
    const { code, message } = error.failure;
    run.onReject({ stage: 'read', id: location, reason: code, message });
    return [];
  }

  async function unpacked(): Promise<ByteSource> {
    return memorySource(await unpack(outer.source, member, location));
  }

  async function loadAgain(name: string): ReturnType<Leaf['load']> {
    const source = await unpacked();
    const own = (await readDirectory(source, location)).find(
      (one) => `${location}!/${one.name}` === name,
    );
    if (own === undefined) throw new RangeError(`no "${name}"`);
    return loaded(name, await unpack(source, own, name), outer.fetchedAt);
  }
}
