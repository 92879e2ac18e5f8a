import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';

/** The pages written for one seed, in order of name. */
function copies(count: string, seed: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-copies-'));
  try {
    const script = join(packageRoot, 'scripts/make-copies.mjs');
    spawnSync(process.execPath, [script, folder, count, seed]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const pages = files.filter((name) => name.endsWith('.html')).sort();
    return pages.map((name) => readFileSync(join(folder, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the maker of copies', () => {
  test('writes as many pages as asked for, no two alike', () => {
    const pages = copies('60', '1');
    expect(pages.length).toBe(60);
    expect(new Set(pages).size).toBe(60);
  });

  test('writes the same pages for the same seed and others for another', () => {
    expect(copies('30', '7')).toEqual(copies('30', '7'));
    expect(copies('30', '7')).not.toEqual(copies('30', '8'));
  });

  test('refuses a count that is none', () => {
    const script = join(packageRoot, 'scripts/make-copies.mjs');
    expect(spawnSync(process.execPath, [script, 'somewhere', 'many']).status).toBe(64);
  });
});
