import type { RawBlock } from '../layout/index.js';
import { decodeBytes } from '../text/index.js';
import { PackedParts } from './archive/packed.js';
import { READ_DEFAULTS } from './defaults.js';
import { brokenFile, lockedFile, tooLarge } from './failure.js';
import { markupBlocks } from './markup/blocks.js';
import { markupTokens, type MarkupToken } from './markup/tokens.js';

/** A book: its blocks, and its title where it gives one. */
export interface Book {
  readonly blocks: readonly RawBlock[];
  readonly title?: string;
}

/** Tables of different chapters must not have the same number. */
const TABLES_A_CHAPTER = 1_000_000;

type Open = Extract<MarkupToken, { kind: 'open' }>;

/**
 * Blocks of an EPUB 2 or 3 book: its chapters in the order of the spine. The table of contents is
 * set aside as `navigation`.
 *
 * @throws DuizhaoError `read.password` for a locked book, `read.broken`, `read.too-large`
 */
export async function readBook(bytes: Uint8Array, file: string): Promise<Book> {
  const parts = await PackedParts.open(bytes, file, READ_DEFAULTS.maxBytes);
  const root = await rootFile(parts, file);
  const opf = await textOf(parts, root);
  const chapters = chaptersOf(opf, root);
  if (chapters.length === 0) throw brokenFile(file, 'EPUB', 'its spine names no chapter');
  if (chapters.length > READ_DEFAULTS.maxChapters) {
    throw tooLarge(
      file,
      `${chapters.length} chapters, at most ${READ_DEFAULTS.maxChapters} are read`,
    );
  }
  await refuseLocked(parts, chapters, file);
  const blocks: RawBlock[] = [];
  for (const [i, { name, isContents }] of chapters.entries()) {
    const raw = markupBlocks(await textOf(parts, name), {
      mayTitle: false,
      tables: i * TABLES_A_CHAPTER,
    });
    blocks.push(...(isContents ? raw.map((block) => ({ ...block, aside: 'navigation' })) : raw));
  }
  const title = titleOf(opf);
  return title === undefined ? { blocks } : { blocks, title };
}

async function textOf(parts: PackedParts, name: string): Promise<string> {
  return decodeBytes(await parts.part(name)).text;
}

async function rootFile(parts: PackedParts, file: string): Promise<string> {
  const container = 'META-INF/container.xml';
  if (parts.has(container)) {
    for (const { tag, attributes } of opened(await textOf(parts, container))) {
      if (tag === 'rootfile') return attributes['full-path'] ?? '';
    }
  }
  const found = parts.names.find((name) => name.endsWith('.opf'));
  if (found === undefined) throw brokenFile(file, 'EPUB', 'it names no list of chapters');
  return found;
}

interface Chapter {
  readonly name: string;
  readonly isContents: boolean;
}

function chaptersOf(opf: string, root: string): readonly Chapter[] {
  const tags = [...opened(opf)];
  const items = new Map(
    tags
      .filter(({ tag, attributes }) => tag === 'item' && isMarkup(attributes))
      .map(({ attributes }) => [attributes['id'] ?? '', attributes]),
  );
  return tags.flatMap(({ tag, attributes }): readonly Chapter[] => {
    const item = tag === 'itemref' ? items.get(attributes['idref'] ?? '') : undefined;
    if (item === undefined) return [];
    const isContents = /\bnav\b/u.test(item['properties'] ?? '');
    return [{ name: partName(root, item['href'] ?? ''), isContents }];
  });
}

function isMarkup(attributes: Open['attributes']): boolean {
  const type = attributes['media-type'] ?? '';
  return /html/iu.test(type) || /\.x?html?$/iu.test(attributes['href'] ?? '');
}

/** A name inside the packet, relative to the file that lists it: never a path on this disk. */
function partName(root: string, href: string): string {
  const folders = root.split('/').slice(0, -1);
  for (const step of unescaped(href.replace(/[#?].*$/u, '')).split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Fonts may be scrambled in an open book; a scrambled chapter means that it is locked. */
async function refuseLocked(
  parts: PackedParts,
  chapters: readonly Chapter[],
  file: string,
): Promise<void> {
  const list = 'META-INF/encryption.xml';
  if (!parts.has(list)) return;
  const locked = new Set<string | undefined>(
    [...opened(await textOf(parts, list))]
      .filter(({ tag }) => tag === 'cipherreference')
      .map(({ attributes }) => unescaped(attributes['uri'] ?? '')),
  );
  if (chapters.some(({ name }) => locked.has(name))) throw lockedFile(file);
}

function titleOf(opf: string): string | undefined {
  let [isTitle, title] = [false, ''];
  for (const token of markupTokens(opf)) {
    if (token.kind === 'text') title += isTitle ? token.text : '';
    else if (token.tag === 'title') {
      isTitle = token.kind === 'open' && !token.isEmpty;
      if (!isTitle && title.trim() !== '') break;
    }
  }
  return title.trim() === '' ? undefined : title.trim();
}

function* opened(markup: string): Iterable<Open> {
  for (const token of markupTokens(markup)) if (token.kind === 'open') yield token;
}
