import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kit/index.js';

/** Where the build puts Adobe's tables of characters. */
export const characterMapFolder: string = join(packageRoot, 'dist', 'character-maps');

/**
 * One of Adobe's tables for PDFs whose fonts bring none of their own: from the codes of a standard
 * encoding (`GBK-EUC-H`) to numbers of glyphs, and from these to Unicode (`Adobe-GB1-UCS2`), as
 * packed by pdf.js. The names come from files, so nothing but a plain name is looked up.
 */
export function characterMap(name: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9-]{1,40}$/u.test(name)) return undefined;
  try {
    return new Uint8Array(readFileSync(join(characterMapFolder, `${name}.bcmap`)));
  } catch {
    return undefined;
  }
}
