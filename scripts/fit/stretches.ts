import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Part of a document with its right beads, as sentence counts in order. */
export interface Stretch {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly gold: readonly (readonly [number, number])[];
}

/** Beads in one stretch at most. */
const LENGTH = 60;

/** Reads a set in the normal form and cuts it where its beads are contiguous. */
export function stretchesOf(folder: string): Stretch[] {
  return readdirSync(join(folder, 'zh'))
    .sort()
    .flatMap((file) => {
      const lines = (side: string): string[] =>
        readFileSync(join(folder, side, file), 'utf8')
          .replace(/\n$/, '')
          .split('\n');
      const gold = readFileSync(join(folder, 'gold', file.replace(/\.txt$/, '.tsv')), 'utf8');
      return cut(
        lines('zh'),
        lines('en'),
        gold.split('\n').filter((line) => line.trim() !== ''),
      );
    });
}

function cut(zh: readonly string[], en: readonly string[], gold: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  let beads: (readonly [number, number])[] = [];
  let from = { i, j };
  const close = (): void => {
    if (beads.length > 0) {
      stretches.push({ zh: zh.slice(from.i, i), en: en.slice(from.j, j), gold: beads });
    }
    beads = [];
  };
  for (const line of gold) {
    const [zhIds = [], enIds = []] = line.split('\t').map(idsOf);
    const follows = (zhIds[0] ?? i) === i && (enIds[0] ?? j) === j;
    if (!follows || beads.length === LENGTH) close();
    if (!follows) {
      i = zhIds[0] ?? i;
      j = enIds[0] ?? j;
    }
    if (beads.length === 0) from = { i, j };
    beads.push([zhIds.length, enIds.length]);
    i += zhIds.length;
    j += enIds.length;
  }
  close();
  return stretches;
}

function idsOf(cell: string): number[] {
  return cell === '' ? [] : cell.split(',').map((id) => Number(id) - 1);
}
