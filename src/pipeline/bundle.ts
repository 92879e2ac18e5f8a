import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  bundleFiles,
  formatFor,
  type AboutCorpus,
  type BundleCounts,
  type BundledFile,
  type BundleFacts,
  type Part,
} from '../exchange/index.js';
import { writeAtomic } from '../kit/index.js';
import { readSettings, type Settings } from './settings.js';

/** A file of pairs as it was written. */
export interface WrittenFile {
  readonly path: string;
  readonly part?: Part;
  readonly pairs: number;
}

/** What a bundle is made of. */
interface BundleJob {
  /** The corpus folder, whose settings say what only people know. */
  readonly folder: string;
  readonly files: readonly WrittenFile[];
  readonly counts: BundleCounts;
  /** Pairs that the format could not hold. */
  readonly leftOut: number;
  readonly parameters: BundleFacts['parameters'];
  readonly title?: string;
  readonly madeAt: string;
}

/**
 * Writes the data card and the metadata beside the files.
 *
 * @returns their paths
 */
export async function writeBundle(job: BundleJob): Promise<readonly string[]> {
  const { folder, files, counts, leftOut, parameters, madeAt } = job;
  const settings = await readSettings(folder);
  const { zhCode, enCode } = parameters;
  const facts: BundleFacts = {
    title: job.title ?? settings.title ?? 'Chinese–English parallel corpus',
    madeAt,
    files: await Promise.all(files.map(described)),
    parameters,
    leftOut,
    ...(typeof zhCode === 'string' ? { zhCode } : {}),
    ...(typeof enCode === 'string' ? { enCode } : {}),
    about: aboutOf(settings),
  };
  const written: string[] = [];
  for (const { name, text } of bundleFiles(facts, counts)) {
    const path = join(dirname(files[0]?.path ?? name), name);
    await writeAtomic(path, text);
    written.push(path);
  }
  return written;
}

/** What the settings say of the corpus; keys without a value are left out. */
function aboutOf({ about, licence }: Settings): AboutCorpus {
  const said: AboutCorpus = Object.fromEntries(
    Object.entries({ ...about, licence }).filter(([, value]) => value !== undefined),
  );
  return said;
}

async function described({ path, part, pairs }: WrittenFile): Promise<BundledFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Uint8Array)) continue;
    hash.update(chunk);
    bytes += chunk.length;
  }
  return {
    name: basename(path),
    format: formatFor(path).name,
    ...(part === undefined ? {} : { part }),
    pairs,
    bytes,
    sha256: hash.digest('hex'),
  };
}
