/**
 * Writes the sample site's articles and lists, and their gold, from `corpus/source/`.
 *
 *     node dist/scripts/build-site.js
 *
 * A test fails when a shipped file is not what the sources give.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../src/kit/index.js';
import { builtFiles } from './site/build.js';

const corpus = join(packageRoot, 'corpus');
const files = builtFiles(join(corpus, 'source'));
for (const { path, bytes } of files) {
  mkdirSync(dirname(join(corpus, path)), { recursive: true });
  writeFileSync(join(corpus, path), bytes);
}
console.error(`${files.length} files written to ${corpus}`);
