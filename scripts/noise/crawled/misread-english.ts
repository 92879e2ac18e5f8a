import type { Rng } from '../../../src/kit/index.js';
import { happens } from './chance.js';
import { bytesIn, readAs, utf8 } from './charsets.js';

/** Ways English breaks, and how often each is met; `wide` reads two letters as one of UTF-16. */
export const ENGLISH_READINGS = [
  [34, 'utf-8 as windows-1252'],
  [8, 'utf-8 as windows-1252, twice'],
  [18, 'windows-1252 as utf-8'],
  [12, 'windows-1252 as gbk'],
  [8, 'not in the charset'],
  [14, 'hard-blanks'],
  [6, 'wide'],
] as const;

/** A way English breaks. */
export type EnglishReading = (typeof ENGLISH_READINGS)[number][1];

/** English as it looks when it is read so; `undefined` where too little of it breaks. */
export function readEnglishWrongly(
  en: string,
  reading: EnglishReading,
  rng: Rng,
): string | undefined {
  const typed = typeset(en);
  const canBreak = (typed.match(/[^\x00-\x7f]/gu) ?? []).length >= 2;
  switch (reading) {
    case 'hard-blanks':
      return hardBlanks(en, rng);
    case 'wide':
      if (en.length < 8) return undefined;
      return readAs(Buffer.from(en.length % 2 === 0 ? en : `${en} `, 'latin1'), 'utf-16le');
    case 'utf-8 as windows-1252':
      return canBreak ? readAs(utf8(typed), 'windows-1252') : undefined;
    case 'utf-8 as windows-1252, twice':
      return canBreak
        ? readAs(utf8(readAs(utf8(typed), 'windows-1252')), 'windows-1252')
        : undefined;
    case 'windows-1252 as utf-8':
    case 'windows-1252 as gbk':
      if (!canBreak) return undefined;
      return readAs(bytesIn(typed, 'windows-1252'), reading.slice('windows-1252 as '.length));
    case 'not in the charset':
      return canBreak ? typed.replace(/[^\x00-\x7f]/gu, '?') : undefined;
  }
}

/** With the quotes and dashes a word processor puts in. */
function typeset(en: string): string {
  return en
    .replace(/(?<=\w)'(?=\w)/g, '’')
    .replace(/(?<=^|[\s(])"/g, '“')
    .replaceAll('"', '”')
    .replace(/(?<=^|[\s(])'/g, '‘')
    .replaceAll("'", '’')
    .replace(/ -{1,2} /g, ' – ')
    .replaceAll('--', '—')
    .replaceAll('...', '…');
}

/** Blanks that keep words on one line, in UTF-8 read as ISO 8859-1: at least three. */
function hardBlanks(en: string, rng: Rng): string | undefined {
  const wrong = en.replaceAll(' ', () => (happens(rng, 0.4) ? 'Â ' : ' '));
  return (wrong.match(/Â/g) ?? []).length >= 3 ? wrong : undefined;
}
