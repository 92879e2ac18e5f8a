/**
 * Writes the traditional–simplified tables (from OpenCC, Apache-2.0) to `dist/lexicon/han.json`,
 * so that no run pays for loading OpenCC. Part of `npm run build`.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256 } from '../src/kit/index.js';
import { compileHanTables, hanTablesFile } from '../src/text/han-tables.js';

const text = JSON.stringify(compileHanTables());
mkdirSync(dirname(hanTablesFile), { recursive: true });
const part = `${hanTablesFile}.${String(process.pid)}.part`;
writeFileSync(part, text);
renameSync(part, hanTablesFile);
console.error(`${hanTablesFile}: ${text.length} characters, sha256 ${sha256(text)}`);
