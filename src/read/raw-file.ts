import type { ArrangeHints, RawBlock } from '../layout/index.js';
import type { Charset, Origin } from '../model/index.js';
import { decodeBytes } from '../text/index.js';
import { decodeFile, requireText } from './decode-file.js';
import { docxBlocks, oldOffice } from './docx.js';
import { readBook } from './epub.js';
import { refused, tooLarge } from './failure.js';
import { READ_DEFAULTS } from './defaults.js';
import type { FileKind } from './file-kind.js';
import { markdownBlocks } from './markdown-blocks.js';
import { readPdf } from './pdf/read-pdf.js';
import { markupBlocks } from './markup/blocks.js';
import { textBlocks } from './text-blocks.js';

/** The blocks of a file and what else it says. */
export interface RawFile {
  readonly blocks: readonly RawBlock[];
  readonly charset?: Charset;
  readonly hints?: ArrangeHints;
}

/** Kinds of files that are blocks one after the other. */
export type BlockFileKind = Exclude<FileKind, 'subtitles'>;

/**
 * Raw blocks of a text, Markdown, Word, PDF or EPUB file; of HTML all that is visible.
 *
 * @throws DuizhaoError what is wrong with the file
 */
export async function rawFile(
  kind: BlockFileKind,
  { location: file }: Origin,
  bytes: Uint8Array,
): Promise<RawFile> {
  if (bytes.length > READ_DEFAULTS.maxBytes) {
    throw tooLarge(file, `${bytes.length} bytes, at most ${READ_DEFAULTS.maxBytes} are read`);
  }
  switch (kind) {
    case 'text':
    case 'markdown':
      return rawText(file, bytes, kind === 'markdown');
    case 'html': {
      requireText(bytes, file);
      const { text, charset } = decodeBytes(bytes, { html: true });
      return { ...requireWords(markupBlocks(text, { mayTitle: true }), file), charset };
    }
    case 'docx':
      return requireWords(await docxBlocks(bytes, file), file);
    case 'pdf':
      return requireWords(await readPdf(bytes, file), file);
    case 'epub': {
      const { blocks, title } = await readBook(bytes, file);
      const found = requireWords(blocks, file);
      return title === undefined ? found : { ...found, hints: { title } };
    }
    case 'old-office':
      throw oldOffice(file);
    case 'pairs':
      throw refused(
        'read.pairs',
        `"${file}" holds pairs, not a text`,
        file,
        `bring them into a corpus: duizhao import "${file}" -C CORPUS`,
      );
    case 'own-page':
      throw refused(
        'read.own-page',
        `"${file}" is a page that duizhao wrote`,
        file,
        'add the texts it was made from',
      );
    case 'zip':
      throw refused(
        'read.unsupported',
        `"${file}" is an archive, not a text`,
        file,
        'add the archive itself: its files are read one by one',
      );
  }
}

/** Raw blocks of a text or Markdown file. */
export function rawText(
  file: string,
  bytes: Uint8Array,
  isMarkdown: boolean,
): Required<Pick<RawFile, 'blocks' | 'charset'>> {
  const { text, charset } = decodeFile(bytes, file);
  return { blocks: isMarkdown ? markdownBlocks(text) : textBlocks(text), charset };
}

function requireWords(blocks: readonly RawBlock[], file: string): RawFile {
  if (blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return { blocks };
  throw refused('read.empty', `no text in "${file}"`, file, 'is it the right file?');
}
