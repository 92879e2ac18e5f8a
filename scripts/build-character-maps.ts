/**
 * Puts Adobe's tables of characters (BSD licence), which the package pdfjs-dist carries, into
 * `dist/character-maps`, so that installing duizhao takes them without that package. Part of
 * `npm run build`.
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { characterMapFolder } from '../src/read/pdf/character-maps.js';

const from = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'cmaps',
);
mkdirSync(characterMapFolder, { recursive: true });
const names = readdirSync(from).sort();
for (const name of names) copyFileSync(join(from, name), join(characterMapFolder, name));
console.error(`${characterMapFolder}: ${names.length} files`);
