import type { RawBlock } from '../../layout/index.js';
import { DuizhaoError } from '../../kit/index.js';
import { READ_DEFAULTS } from '../defaults.js';
import { brokenFile, lockedFile, refused, tooLarge } from '../failure.js';
import { pdfBlocks } from './blocks.js';
import { requireModestStreams } from './bounds.js';
import { characterMap } from './character-maps.js';
import { pageLines } from './columns.js';
import { plainLetters } from './letters.js';
import type { Line, Piece } from './piece.js';
import { FontCodes } from './unknown-codes.js';

/**
 * Blocks of a PDF, from where its letters stand on the pages.
 *
 * Pages without letters, inside a file that has some, are named in a block set aside as
 * `page-without-text`; text that runs up or down the page, as stamps do, as `turned-text`; standard
 * encodings of fonts whose text cannot be read, as `unknown-encoding`.
 *
 * @throws DuizhaoError `read.no-text-layer`, `read.no-character-map`, `read.password`,
 *   `read.broken`, `read.too-large`
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<readonly RawBlock[]> {
  const pages = await openPdf(bytes, file);
  try {
    if (pages.count > READ_DEFAULTS.maxPdfPages) {
      throw tooLarge(file, `${pages.count} pages, at most ${READ_DEFAULTS.maxPdfPages} are read`);
    }
    return await blocksOf(pages, file);
  } finally {
    await pages.close();
  }
}

async function blocksOf(pages: Pages, file: string): Promise<readonly RawBlock[]> {
  const placed: (readonly Piece[])[] = [];
  const aside: RawBlock[] = [];
  for (let page = 0; page < pages.count; page++) {
    const { pieces, turned } = await pages.pieces(page);
    placed.push(pieces);
    aside.push(...turned.map((text) => asideBlock(text, 'turned-text')));
    if (pieces.length === 0) aside.push(asideBlock(`page ${page + 1}`, 'page-without-text'));
  }
  const unknown = pages.codes.unknown();
  const isUnknown = ({ font }: Piece): boolean => unknown.has(font);
  for (const piece of placed.flat().filter(isUnknown))
    aside.push(asideBlock(piece.text, 'unknown-encoding'));
  const lines = placed.map((pieces, page): readonly Line[] =>
    pageLines(
      pieces.filter((piece) => !isUnknown(piece)),
      page,
    ),
  );
  const text = lines.flatMap((page) => page.map((line) => line.text)).join('');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw withoutText(pages, unknown.size > 0 || text.includes('\ufffd'), file);
  }
  aside.push(...[...pages.unknownMaps].map((name) => asideBlock(name, 'unknown-encoding')));
  return [...pdfBlocks(lines), ...aside];
}

/** Why not a letter could be read: the pages are pictures, or nothing says what the codes mean. */
function withoutText(pages: Pages, hasUnknown: boolean, file: string): DuizhaoError {
  const names = [...pages.unknownMaps].join(', ');
  if (names === '' && !hasUnknown) {
    return refused(
      'read.no-text-layer',
      `"${file}" has ${pages.count} ${pages.count === 1 ? 'page' : 'pages'} and no text layer`,
      file,
      'recognise its text first, for example with: ocrmypdf -l chi_sim+eng IN.pdf OUT.pdf',
    );
  }
  const lacking =
    names === ''
      ? 'use codes of no known character'
      : `need the character map ${names}, not known here`;
  return refused(
    'read.no-character-map',
    `"${file}" has text, but which characters it is cannot be told: its fonts bring no Unicode table (ToUnicode) and ${lacking}`,
    file,
    'save it again as PDF with its fonts embedded, or as DOCX or text, from the program that shows it',
  );
}

function asideBlock(text: string, aside: string): RawBlock {
  return { text, kind: 'paragraph', aside };
}

interface Pages {
  readonly count: number;
  /** Names of the standard tables that were asked for and are not known; grows page by page. */
  readonly unknownMaps: ReadonlySet<string>;
  /** Codes of each font; grow page by page. */
  readonly codes: FontCodes;
  pieces(page: number): Promise<{
    readonly pieces: readonly Piece[];
    readonly turned: readonly string[];
  }>;
  close(): Promise<void>;
}

async function openPdf(bytes: Uint8Array, file: string): Promise<Pages> {
  requireModestStreams(bytes, file);
  const { getDocumentProxy } = await import('unpdf');
  const unknownMaps = new Set<string>();
  const codes = new FontCodes();
  // The parser takes the bytes over and wants no Buffer, so it gets its own copy; 0 keeps it
  // from printing.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: false,
    BinaryDataFactory: characterMapsNoting(unknownMaps),
    cMapPacked: true,
  }).catch((error: unknown) => {
    throw failureOf(error, file);
  });
  return {
    count: pdf.numPages,
    unknownMaps,
    codes,
    close: () => pdf.destroy(),
    async pieces(page) {
      try {
        const proxy = await pdf.getPage(page + 1);
        const items = await itemsOf(proxy.streamTextContent(), `"${file}", page ${page + 1}`, file);
        proxy.cleanup();
        return sortItems(items, codes);
      } catch (error) {
        if (error instanceof DuizhaoError) throw error;
        throw failureOf(error, file);
      }
    },
  };
}

/** What the parser asks for files it needs; tables of characters are all there is for text. */
function characterMapsNoting(unknown: Set<string>) {
  return class {
    fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      const name = filename.replace(/\.bcmap$/u, '');
      const table = kind === 'cMapUrl' ? characterMap(name) : undefined;
      if (table !== undefined) return Promise.resolve(table);
      if (kind === 'cMapUrl') unknown.add(name);
      return Promise.reject(new Error(`no file "${filename}"`));
    }
  };
}

/** The items of a page, read piece by piece so that a page of millions is left early. */
async function itemsOf(
  stream: ReadableStream<unknown>,
  where: string,
  file: string,
): Promise<readonly object[]> {
  const reader = stream.getReader();
  const all: object[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all;
    if (hasItems(value)) all.push(...value.items);
    if (all.length <= READ_DEFAULTS.maxPdfPieces) continue;
    reader.cancel().catch(() => undefined);
    throw tooLarge(file, `more than ${READ_DEFAULTS.maxPdfPieces} pieces of text, ${where}`);
  }
}

function hasItems(value: unknown): value is { readonly items: readonly object[] } {
  return (
    typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
  );
}

/** Whatever goes wrong inside the parser comes from the file. */
function failureOf(error: unknown, file: string): Error {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return lockedFile(file);
  const detail = error instanceof Error ? error.message : String(error);
  return brokenFile(file, 'PDF', detail.slice(0, 200));
}

function sortItems(
  items: readonly object[],
  codes: FontCodes,
): {
  readonly pieces: readonly Piece[];
  readonly turned: readonly string[];
} {
  const pieces: Piece[] = [];
  const turned: string[] = [];
  for (const item of items) {
    if (!isText(item) || item.str.trim() === '') continue;
    const [a = 1, b = 0, , d = 1, x = 0, y = 0] = item.transform.map(Number);
    const text = plainLetters(item.str);
    const font = String(item.fontName);
    codes.add(font, item.str);
    const size = Math.hypot(b, d) || item.height || 1;
    if (Math.abs(b) > Math.abs(a)) turned.push(text);
    else if ([x, y, item.width, size].every(Number.isFinite))
      pieces.push({ text, font, x, y, width: item.width, size });
    else turned.push(text);
  }
  return { pieces, turned };
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
  readonly fontName: unknown;
}

function isText(item: object): item is TextItem {
  return 'str' in item && typeof item.str === 'string' && 'transform' in item;
}
