import type { Rng } from '../../../src/kit/index.js';
import { happens, measure, oneOf } from './chance.js';
import { bytesIn, canHold, readAs, utf8 } from './charsets.js';

/** Ways Chinese breaks, and how often each is met; `speckled` is characters lost here and there. */
export const CHINESE_READINGS = [
  [24, 'utf-8 as windows-1252'],
  [5, 'utf-8 as windows-1252, twice'],
  [16, 'utf-8 as gbk'],
  [13, 'gbk as windows-1252'],
  [4, 'gbk as big5'],
  [4, 'big5 as gbk'],
  [2, 'gbk as shift_jis'],
  [9, 'gbk as utf-8'],
  [9, 'not in the charset'],
  [5, 'gbk as utf-8, that as gbk'],
  [2, 'seven bits'],
  [7, 'speckled'],
] as const;

/** A way Chinese breaks. */
export type ChineseReading = (typeof CHINESE_READINGS)[number][1];

/** Chinese as it looks when it is read so; `undefined` where the charset cannot hold it. */
export function readChineseWrongly(
  zh: string,
  reading: ChineseReading,
  rng: Rng,
): string | undefined {
  switch (reading) {
    case 'utf-8 as windows-1252':
      return asWestern(utf8(zh), rng);
    case 'utf-8 as windows-1252, twice':
      return asWestern(utf8(readAs(utf8(zh), 'windows-1252')), rng);
    case 'utf-8 as gbk': {
      const wrong = readAs(utf8(zh), 'gbk');
      return happens(rng, 0.5) ? wrong.replaceAll('\ufffd', '?') : wrong;
    }
    case 'gbk as windows-1252':
    case 'gbk as big5':
    case 'gbk as shift_jis':
    case 'gbk as utf-8':
      if (!canHold(zh, 'gbk')) return undefined;
      return readAs(bytesIn(zh, 'gbk'), reading.slice('gbk as '.length));
    case 'big5 as gbk':
      return canHold(zh, 'big5') ? readAs(bytesIn(zh, 'big5'), 'gbk') : undefined;
    case 'not in the charset':
      return zh.replace(/[^\x00-\x7f]/gu, oneOf(rng, ['?', '?', '??', '\ufffd', '□']) ?? '?');
    case 'gbk as utf-8, that as gbk':
      return readAs(utf8(readAs(bytesIn(zh, 'gbk'), 'utf-8')), 'gbk');
    case 'seven bits':
      return canHold(zh, 'gbk') ? sevenBits(bytesIn(zh, 'gbk')) : undefined;
    case 'speckled':
      return speckled(zh, rng);
  }
}

/** Read as windows-1252; four times in ten without the control characters this makes. */
function asWestern(bytes: Uint8Array, rng: Rng): string {
  const wrong = readAs(bytes, 'windows-1252');
  return happens(rng, 0.6) ? wrong : wrong.replace(/[\x80-\x9f]/g, '');
}

/** The highest bit of each byte is lost, as old mail did. */
function sevenBits(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.map((byte) => byte & 0x7f)).replace(/[\x00-\x1f\x7f]/g, '');
}

function speckled(zh: string, rng: Rng): string {
  const mark = oneOf(rng, ['\ufffd', '?', '\ufffd\ufffd', '□']) ?? '?';
  const share = measure(rng, 0.25, 0.6);
  return Array.from(zh, (letter) => (letter > '\x7f' && happens(rng, share) ? mark : letter)).join(
    '',
  );
}
