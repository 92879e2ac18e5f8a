import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that holds `package.json`, found upwards from this file, in `src` and in `dist`. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Version of this package, as in its `package.json`. */
export const version: string = readVersion();

function findRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (nameIn(join(at, 'package.json')) === 'duizhao') return at;
    if (at === dirname(at)) throw new Error(`no package.json of duizhao above ${folder}`);
  }
}

function readPackage(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function nameIn(file: string): unknown {
  return readPackage(file)['name'];
}

function readVersion(): string {
  const { version: found } = readPackage(join(packageRoot, 'package.json'));
  return typeof found === 'string' ? found : '0.0.0';
}
