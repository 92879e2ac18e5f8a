import { DuizhaoError } from '../kit/index.js';
import type { Charset } from '../model/index.js';
import { decodeBytes, surveyUtf8 } from '../text/index.js';
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
  requireText(bytes, file);
  const { text, charset } = decodeBytes(bytes);
  if (text.includes('\0')) throw binary(file); // decoded, it has no place in a text
  if (text.trim() === '') throw empty(`no text in "${file}"`, file);
  if (charset.name === 'utf-8') refuseBroken(bytes, file);
  else refuseReplaced(text, charset.name, file);
  return { text, charset };
}

/**
 * Refuses what cannot be text, before it is decoded.
 *
 * @throws DuizhaoError `read.empty`, `read.too-large` or `read.binary`
 */
export function requireText(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw empty(`the file is empty: "${file}"`, file);
  if (bytes.length > READ_DEFAULTS.maxBytes) {
    const size = `${bytes.length} bytes, at most ${READ_DEFAULTS.maxBytes} are read`;
    throw problem('read.too-large', `${size}: "${file}"`, file, 'cut it into parts');
  }
  if (isBinary(bytes)) throw binary(file);
}

function binary(file: string): DuizhaoError {
  const hint = 'text, Markdown, HTML, Word (.docx), PDF, EPUB and subtitles are read';
  return problem('read.binary', `not a text file: "${file}"`, file, hint);
}

/** One broken byte in a text means that a character is lost: better no text than a wrong one. */
function refuseBroken(bytes: Uint8Array, file: string): void {
  const { broken, firstBroken } = surveyUtf8(bytes);
  if (firstBroken === undefined) return;
  let line = 1;
  for (const byte of bytes.subarray(0, firstBroken)) if (byte === 0x0a) line += 1;
  throw new DuizhaoError({
    code: 'read.bad-encoding',
    exit: 'badInput',
    message: `"${file}", line ${line}: not UTF-8 (${broken} broken characters, the first at byte ${firstBroken})`,
    hint: 'the file is damaged or cut off: fetch it again, or mend that line and save it as UTF-8',
    at: { file, line },
  });
}

function refuseReplaced(text: string, charset: string, file: string): void {
  const broken = text.split('\uFFFD').length - 1;
  if (broken * 1000 <= text.length * READ_DEFAULTS.maxBrokenPerMille) return;
  throw problem(
    'read.bad-encoding',
    `${broken} characters of "${file}" cannot be read as ${charset}`,
    file,
    'save the file as UTF-8 and try again',
  );
}

function empty(message: string, file: string): DuizhaoError {
  return problem('read.empty', message, file, 'was it saved, and is it the right file?');
}

/** A NUL outside UTF-16 and UTF-32, or many control characters, mean that this is no text. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4_096);
  const [one, two] = [sample[0], sample[1]];
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return false;
  let [nulEven, nulOdd, controls, wideControls] = [0, 0, 0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2 === 0) nulEven += 1;
      else nulOdd += 1;
    } else if (isControl(byte)) {
      controls += 1;
      if (sample[i ^ 1] === 0) wideControls += 1;
    }
  });
  const nul = nulEven + nulOdd;
  const isWide = nul > sample.length / 20 && Math.min(nulEven, nulOdd) * 4 < nul;
  // Half of a wide character may have the value of a control character.
  if (isWide) return wideControls * 50 > sample.length;
  return nul > 0 || controls * 50 > sample.length;
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27);
}

function problem(code: string, message: string, file: string, hint?: string): DuizhaoError {
  const failure = { code, exit: 'badInput', message, at: { file } } as const;
  return new DuizhaoError(hint === undefined ? failure : { ...failure, hint });
}
