import { DuizhaoError } from '../kit/index.js';

/** Array types a section may have, with their code in the file. */
const KINDS = [Uint8Array, Uint16Array, Uint32Array] as const;

/** One typed array of a compiled lexicon. */
export type Section = Uint8Array | Uint16Array | Uint32Array;

/** "DZLX" and the layout version. */
const MAGIC = 0x445a4c58;
const LAYOUT = 4;

/**
 * Packs named arrays into one file.
 *
 *     u32 magic · u32 layout · u32 count · count × (u32 kind, u32 length) · data, each 4-aligned
 *
 * Little-endian, no names: the order of the sections is the format. The same sections give
 * the same bytes.
 */
export function packSections(sections: readonly Section[]): Uint8Array {
  const head = 12 + sections.length * 8;
  const size = sections.reduce((total, section) => total + padded(section.byteLength), head);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  [MAGIC, LAYOUT, sections.length].forEach((value, at) => {
    view.setUint32(at * 4, value, true);
  });
  let offset = head;
  sections.forEach((section, index) => {
    view.setUint32(12 + index * 8, kindOf(section), true);
    view.setUint32(16 + index * 8, section.length, true);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += padded(section.byteLength);
  });
  return bytes;
}

/**
 * Reads what {@link packSections} wrote; arrays are views, nothing is copied if `bytes` is
 * 4-aligned.
 *
 * @param name - the file, for errors
 * @throws DuizhaoError `lexicon.bad-file` if the bytes are not a lexicon of this version
 */
export function unpackSections(bytes: Uint8Array, name: string, count: number): Section[] {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const fits =
    whole.byteLength >= 12 + count * 8 &&
    view.getUint32(0, true) === MAGIC &&
    view.getUint32(4, true) === LAYOUT &&
    view.getUint32(8, true) === count;
  if (!fits) throw badFile(name);
  const sections: Section[] = [];
  let offset = 12 + count * 8;
  for (let index = 0; index < count; index++) {
    const Kind = KINDS[view.getUint32(12 + index * 8, true)];
    const length = view.getUint32(16 + index * 8, true);
    if (Kind === undefined || offset + length * Kind.BYTES_PER_ELEMENT > whole.byteLength) {
      throw badFile(name);
    }
    sections.push(new Kind(whole.buffer as ArrayBuffer, whole.byteOffset + offset, length));
    offset += padded(length * Kind.BYTES_PER_ELEMENT);
  }
  return sections;
}

function kindOf(section: Section): number {
  return KINDS.findIndex((Kind) => section instanceof Kind);
}

function padded(size: number): number {
  return (size + 3) & ~3;
}

function badFile(name: string): DuizhaoError {
  return new DuizhaoError({
    code: 'lexicon.bad-file',
    exit: 'badInput',
    message: `"${name}" is not a lexicon of this version`,
    hint: 'build it again with: npm run build',
    at: { file: name },
  });
}
