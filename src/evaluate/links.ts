import { DuizhaoError } from '../kit/index.js';
import type { Bead } from '../model/index.js';

/**
 * A bead as gold files have it: sentence positions from 0, ascending, not always contiguous.
 *
 * One side may be empty, not both. Unlike a {@link Bead}, links may cross one another.
 */
export interface Link {
  readonly zh: readonly number[];
  readonly en: readonly number[];
}

/** The links of an alignment found by this toolkit. */
export function linksOf(beads: readonly Pick<Bead, 'zh' | 'en'>[]): Link[] {
  return beads.map(({ zh, en }) => ({ zh: upTo(zh.from, zh.to), en: upTo(en.from, en.to) }));
}

function upTo(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** `2-1`, `1-0` …: Chinese first. */
export function linkShape({ zh, en }: Link): string {
  return `${zh.length}-${en.length}`;
}

/** The same for equal links and for no others. */
export function linkKey({ zh, en }: Link): string {
  return `${zh.join(',')}\t${en.join(',')}`;
}

/**
 * Reads the normal form: Chinese numbers, a tab, English numbers, comma separated, from 1.
 *
 * Blank lines and lines that start with `#` are passed over; so are links empty on both
 * sides, and a link said twice counts once.
 *
 * @param file - name used in errors
 * @throws DuizhaoError `evaluate.bad-link` with the line
 */
export function parseLinks(text: string, file: string): Link[] {
  const links = new Map<string, Link>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [zh = '', en, ...more] = line.split('\t');
    if (en === undefined || more.length > 0) throw badLink(line, file, index + 1);
    const link = { zh: numbers(zh), en: numbers(en) };
    if (link.zh.length + link.en.length > 0) links.set(linkKey(link), link);

    function numbers(list: string): number[] {
      const parts = list.trim() === '' ? [] : list.split(',').map((part) => part.trim());
      if (!parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) throw badLink(line, file, index + 1);
      return [...new Set(parts.map((part) => Number(part) - 1))].sort((a, b) => a - b);
    }
  });
  return [...links.values()];
}

function badLink(line: string, file: string, at: number): DuizhaoError {
  return new DuizhaoError({
    code: 'evaluate.bad-link',
    exit: 'badInput',
    message: `${file}: line ${at} is no link: "${line.slice(0, 80)}"`,
    hint: 'a line holds Chinese numbers, a tab, English numbers: 3,4<tab>5',
    at: { file, line: at },
  });
}

/** Writes the normal form that {@link parseLinks} reads. */
export function formatLinks(links: readonly Link[]): string {
  const list = (side: readonly number[]) => side.map((position) => position + 1).join(',');
  return links.map(({ zh, en }) => `${list(zh)}\t${list(en)}\n`).join('');
}
