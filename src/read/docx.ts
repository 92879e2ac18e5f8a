import type { RawBlock } from '../layout/index.js';
import type { DuizhaoError } from '../kit/index.js';
import { PackedParts } from './archive/packed.js';
import { READ_DEFAULTS } from './defaults.js';
import { brokenFile, lockedFile, refused, tooLarge } from './failure.js';
import { unconverted } from './docx-rest.js';
import { markupBlocks } from './markup/blocks.js';

/** Parts the converter needs: text, styles, numbering, notes and how they hang together. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/u;
/** Parts without text of the document. */
const NEEDLESS =
  /^word\/(?:theme|settings|webSettings|fontTable|header|footer|vba|people|comments)/u;

/**
 * Blocks of a Word file: headings, paragraphs, lists, tables, footnotes at the end.
 *
 * Only the parts with text are unpacked, within bounds, and handed to mammoth in a plain packet:
 * pictures are never touched. Page headers and footers are not part of Word's text and are not
 * read; comments and deleted text neither.
 *
 * @throws DuizhaoError `read.password`, `read.broken`, `read.too-large`
 */
export async function docxBlocks(bytes: Uint8Array, file: string): Promise<readonly RawBlock[]> {
  if (bytes[0] === 0xd0) throw oldOrLocked(bytes, file);
  const { packet, text } = await plainPacket(bytes, file);
  const blocks = markupBlocks(await htmlOf(packet, file), { mayTitle: true });
  return text === undefined ? blocks : [...blocks, ...unconverted(text, blocks)];
}

/** Word wraps a file with a password in the older container format. */
function oldOrLocked(bytes: Uint8Array, file: string): DuizhaoError {
  const names = Buffer.from(bytes).toString('utf16le');
  const shifted = Buffer.from(bytes.subarray(1)).toString('utf16le');
  const isLocked = /EncryptedPackage|EncryptionInfo/u.test(names + shifted);
  return isLocked ? lockedFile(file) : oldOffice(file);
}

/** A `.doc`, `.xls` or `.ppt` of before 2007. */
export function oldOffice(file: string): DuizhaoError {
  return refused(
    'read.unsupported',
    `"${file}" is in the Office format of before 2007`,
    file,
    'open it and save it as .docx',
  );
}

interface Packet {
  readonly packet: Uint8Array;
  /** The part that holds the text, where it has its usual name. */
  readonly text?: Uint8Array;
}

async function plainPacket(bytes: Uint8Array, file: string): Promise<Packet> {
  const parts = await PackedParts.open(bytes, file, READ_DEFAULTS.maxWordBytes);
  if (!parts.has('[Content_Types].xml')) throw brokenFile(file, 'Word', 'its contents are missing');
  const packet: Record<string, Uint8Array> = {};
  let size = 0;
  for (const name of parts.names) {
    if (!NEEDED.test(name) || NEEDLESS.test(name)) continue;
    const part = slim(await parts.part(name));
    size += part.length;
    if (size > READ_DEFAULTS.maxSlimWordBytes) throw tooLarge(file, 'a very long Word file');
    packet[name] = part;
  }
  const { zipSync } = await import('fflate');
  const text = packet['word/document.xml'];
  return { packet: zipSync(packet, { level: 0 }), ...(text === undefined ? {} : { text }) };
}

/** Single marks of looks, languages and editing sessions, most of what Word writes. */
const LOOKS =
  / w:rsid\w{0,12}="\w{0,12}"| w14:(?:paraId|textId)="\w{0,12}"|<w:(?:rFonts|lang|sz|szCs|color|kern|spacing|noProof|proofErr|lastRenderedPageBreak|bCs|iCs|shd|ind|jc|snapToGrid|widowControl)(?: [^<>]{0,400})?\/>/gu;

/** A part without what tells nothing of the text, to a third of its size. */
function slim(part: Uint8Array): Uint8Array {
  if (part[0] !== 0x3c && part[0] !== 0xef) return part; // UTF-16 or no XML at all
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  return Buffer.from(text.replace(LOOKS, ''), 'latin1');
}

async function htmlOf(packet: Uint8Array, file: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    return value;
  } catch (error) {
    // Whatever goes wrong inside the converter comes from the file.
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw brokenFile(file, 'Word', detail.slice(0, 200));
  }
}
