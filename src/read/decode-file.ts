import { DuizhaoError } from '../kit/index.js';
import type { Charset } from '../model/index.js';
import { decodeBytes } from '../text/index.js';
import { READ_DEFAULTS } from './defaults.js';

/** Decoded text and how its charset was found. */
export interface Decoded {
  readonly text: string;
  readonly charset: Charset;
}

/**
 * Decodes the bytes of a text file.
 *
 * @throws DuizhaoError `read.empty`, `read.too-large`, `read.binary` or `read.bad-encoding`
 */
export function decodeFile(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw problem('read.empty', `the file is empty: "${file}"`, file);
  if (bytes.length > READ_DEFAULTS.maxBytes) {
    const size = `${bytes.length} bytes, at most ${READ_DEFAULTS.maxBytes} are read`;
    throw problem('read.too-large', `${size}: "${file}"`, file, 'cut it into parts');
  }
  if (isBinary(bytes)) {
    const hint = 'text, Markdown and HTML files are read';
    throw problem('read.binary', `not a text file: "${file}"`, file, hint);
  }
  const { text, charset } = decodeBytes(bytes);
  if (text.trim() === '') throw problem('read.empty', `no text in "${file}"`, file);
  const broken = text.split('\uFFFD').length - 1;
  if (broken * 1000 > text.length * READ_DEFAULTS.maxBrokenPerMille) {
    throw problem(
      'read.bad-encoding',
      `${broken} characters of "${file}" cannot be read as ${charset.name}`,
      file,
      'save the file as UTF-8 and try again',
    );
  }
  return { text, charset };
}

/** A NUL outside UTF-16 and UTF-32, or many control characters, mean that this is no text. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4_096);
  const [one, two] = [sample[0], sample[1]];
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return false;
  let [nulEven, nulOdd, controls] = [0, 0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2 === 0) nulEven += 1;
      else nulOdd += 1;
    } else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  });
  const nul = nulEven + nulOdd;
  const isWide = nul > sample.length / 20 && Math.min(nulEven, nulOdd) * 20 < nul;
  return (nul > 0 && !isWide) || controls * 50 > sample.length;
}

function problem(code: string, message: string, file: string, hint?: string): DuizhaoError {
  const failure = { code, exit: 'badInput', message, at: { file } } as const;
  return new DuizhaoError(hint === undefined ? failure : { ...failure, hint });
}
