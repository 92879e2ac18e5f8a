import { basename } from 'node:path';
import type { BlockKind } from '../../src/model/index.js';

/** One hand-made bead: the sentences of both sides that translate each other. */
export interface SourceBead {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Blocks that answer to each other on the page, with the beads inside them. */
export interface SourceSection {
  readonly part: 'section';
  readonly kind: BlockKind;
  /** How the section is put on the page: a directive of the source format. */
  readonly style: 'p' | 'br' | 'h' | 'inline' | 'li' | 'row' | 'quote';
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly beads: readonly SourceBead[];
}

/** Text on the page that belongs in no pair. */
export interface SourceAside {
  readonly part: 'aside';
  readonly reason: string;
  readonly text: string;
}

/** The header of an article: name and value of each line. */
export type Facts = Readonly<Record<string, string>>;

/** One article of `corpus/source/`: header lines, then sections and asides in page order. */
export interface SourceArticle {
  readonly doc: string;
  readonly facts: Facts;
  readonly parts: readonly (SourceSection | SourceAside)[];
}

const STYLES: Readonly<Record<SourceSection['style'], BlockKind>> = {
  p: 'paragraph',
  br: 'paragraph',
  h: 'heading',
  inline: 'heading',
  li: 'list-item',
  row: 'cell',
  quote: 'quote',
};
/** In these styles every line is a section of its own, unless it begins with `+`. */
const LINEWISE: readonly string[] = ['h', 'inline', 'li', 'row'];

/** Reads one article; throws with file and line content when a line fits no rule. */
export function parseArticle(file: string, text: string): SourceArticle {
  const [header = '', ...rest] = text.split(/\n\s*\n/);
  const facts = Object.fromEntries(header.split('\n').map((line) => fact(file, line)));
  return {
    doc: basename(file, '.txt'),
    facts,
    parts: rest.flatMap((part) => parsePart(file, part)),
  };
}

function fact(file: string, line: string): [string, string] {
  const match = /^([a-z-]+): (.+)$/.exec(line);
  if (match === null) throw new Error(`${file}: not a header line: "${line}"`);
  return [match[1] ?? '', match[2] ?? ''];
}

function parsePart(file: string, text: string): (SourceSection | SourceAside)[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const style = styleOf(file, /^\[(.+)\]$/.exec(lines[0] ?? '')?.[1]);
  if (lines[0]?.startsWith('[') === true) lines.shift();
  const asides = lines.filter((line) => line.startsWith('@')).map((line) => parseAside(file, line));
  const groups: SourceBead[][] = [];
  for (const line of lines.filter((line) => !line.startsWith('@'))) {
    const bead = parseBead(file, line.replace(/^\+/, ''));
    const opens = LINEWISE.includes(style) && !line.startsWith('+');
    const last = groups.at(-1);
    if (last === undefined || opens) groups.push([bead]);
    else last.push(bead);
  }
  return [...asides, ...groups.map((group) => sectionOf(style, group))];
}

function styleOf(file: string, name = 'p'): SourceSection['style'] {
  for (const style of ['p', 'br', 'h', 'inline', 'li', 'row', 'quote'] as const) {
    if (style === name) return style;
  }
  throw new Error(`${file}: no such style: [${name}]`);
}

function parseAside(file: string, line: string): SourceAside {
  const match = /^@ ([a-z-]+) (.+)$/.exec(line);
  if (match === null) throw new Error(`${file}: not an aside: "${line}"`);
  return { part: 'aside', reason: match[1] ?? '', text: match[2] ?? '' };
}

function parseBead(file: string, line: string): SourceBead {
  const sides = line.split('||');
  if (sides.length !== 2) throw new Error(`${file}: a bead needs one "||": "${line}"`);
  const [zh = [], en = []] = sides.map((side) =>
    side
      .split('|')
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ''),
  );
  return { zh, en };
}

function sectionOf(style: SourceSection['style'], marked: readonly SourceBead[]): SourceSection {
  const beads = marked.map(({ zh, en }) => ({ zh: zh.map(unmark), en: en.map(unmark) }));
  const zh = blocksOf(
    marked.flatMap((bead) => bead.zh),
    '',
  );
  const en = blocksOf(
    marked.flatMap((bead) => bead.en),
    ' ',
  );
  return { part: 'section', kind: STYLES[style], style, zh, en, beads };
}

/** `¶` opens a new block, `^` joins without a space, `_` joins with one. */
function blocksOf(marked: readonly string[], gap: string): string[] {
  const blocks: string[] = [];
  for (const sentence of marked) {
    const last = blocks.pop();
    if (last === undefined) blocks.push(unmark(sentence));
    else if (sentence.startsWith('¶')) blocks.push(last, unmark(sentence));
    else blocks.push(last + (sentence.startsWith('^') ? '' : gap) + unmark(sentence));
  }
  return blocks;
}

function unmark(sentence: string): string {
  return sentence.replace(/^[¶^]\s*/, '');
}
