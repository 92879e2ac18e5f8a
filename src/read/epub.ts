import { DuizhaoError } from '../kit/index.js';
import type { RawBlock } from '../layout/index.js';
import { decodeBytes } from '../text/index.js';
import { PackedParts } from './archive/packed.js';
import { READ_DEFAULTS } from './defaults.js';
import { chaptersOf, openTags, unescaped, type Chapter } from './epub-chapters.js';
import { brokenFile, lockedFile, tooLarge } from './failure.js';
import { markupBlocks } from './markup/blocks.js';
import { markupTokens } from './markup/tokens.js';

/** A book: its blocks, and its title where it gives one. */
export interface Book {
  readonly blocks: readonly RawBlock[];
  readonly title?: string;
}

/** Tables of different chapters must not have the same number. */
const TABLES_A_CHAPTER = 1_000_000;

/**
 * Blocks of an EPUB 2 or 3 book: its chapters in the order of the spine. The table of contents is
 * set aside as `navigation`, what the spine does not name as `not-in-spine`; where the spine is
 * damaged the chapters come in the order of the manifest, or of their names. A chapter that is
 * missing or damaged is named in `setAside`, and the others are read.
 *
 * @throws DuizhaoError `read.password` for a locked book, `read.broken`, `read.too-large`
 */
export async function readBook(bytes: Uint8Array, file: string): Promise<Book> {
  const parts = await PackedParts.open(bytes, file, READ_DEFAULTS.maxBytes);
  const root = await rootFile(parts);
  const opf = root === undefined ? '' : ((await chapterText(parts, root)) ?? '');
  const chapters = chaptersOf(parts.names, opf, root ?? '');
  if (chapters.length === 0) throw brokenFile(file, 'EPUB', 'it holds no chapter');
  if (chapters.length > READ_DEFAULTS.maxChapters) {
    throw tooLarge(
      file,
      `${chapters.length} chapters, at most ${READ_DEFAULTS.maxChapters} are read`,
    );
  }
  await refuseLocked(parts, chapters, file);
  const blocks: RawBlock[] = [];
  for (const [i, { name, aside }] of chapters.entries()) {
    const text = await chapterText(parts, name);
    if (text === undefined) {
      blocks.push({ text: name, kind: 'paragraph', aside: 'damaged-chapter' });
      continue;
    }
    const raw = markupBlocks(text, { mayTitle: false, tables: i * TABLES_A_CHAPTER });
    blocks.push(...(aside === undefined ? raw : raw.map((block) => ({ ...block, aside }))));
  }
  if (blocks.every(({ aside }) => aside === 'damaged-chapter')) {
    throw brokenFile(file, 'EPUB', 'none of its chapters can be read');
  }
  const title = titleOf(opf);
  return title === undefined ? { blocks } : { blocks, title };
}

/** A chapter's text; `undefined` where it is missing or damaged. */
async function chapterText(parts: PackedParts, name: string): Promise<string | undefined> {
  try {
    return await textOf(parts, name);
  } catch (error) {
    if (error instanceof DuizhaoError && error.failure.code === 'read.broken') return undefined;
    throw error;
  }
}

async function textOf(parts: PackedParts, name: string): Promise<string> {
  return decodeBytes(await parts.part(name)).text;
}

/** The list of chapters: what the container names, if it is there, or any file of the kind. */
async function rootFile(parts: PackedParts): Promise<string | undefined> {
  const container = 'META-INF/container.xml';
  if (parts.has(container)) {
    for (const { tag, attributes } of openTags((await chapterText(parts, container)) ?? '')) {
      const name = tag === 'rootfile' ? attributes['full-path'] : undefined;
      if (name !== undefined && parts.has(name)) return name;
    }
  }
  return parts.names.find((name) => name.endsWith('.opf'));
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
    [...openTags(await textOf(parts, list))]
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
