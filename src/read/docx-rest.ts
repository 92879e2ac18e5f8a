import type { RawBlock } from '../layout/index.js';
import { decodeEntities } from './markup/entities.js';

/** Where one begins as well as where it ends: in a damaged file either may be broken. */
const PARAGRAPH_EDGE = /<\/w:p>|<w:p(?=[\s>])/u;
const RUN = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>/gu;
/** Largest text searched for what is missing, in characters. */
const MAX_SEARCHED = 2_000_000;

/**
 * Paragraphs of a Word document that its conversion left out, set aside as `not-converted`.
 *
 * A converter passes over elements that it does not know, and in a damaged file that may be a whole
 * table.
 *
 * @param part - `word/document.xml`
 */
export function unconverted(part: Uint8Array, blocks: readonly RawBlock[]): readonly RawBlock[] {
  const paragraphs = new TextDecoder()
    .decode(part)
    .split(PARAGRAPH_EDGE)
    .map((xml) => [...xml.matchAll(RUN)].map(([, text = '']) => decodeEntities(text)).join(''));
  const got = blocks.map(({ text }) => lettersIn(text)).join('');
  if (got.length > MAX_SEARCHED) return [];
  const counts = new Map<string, number>();
  for (const { text } of blocks)
    counts.set(lettersIn(text), (counts.get(lettersIn(text)) ?? 0) + 1);
  const isThere = (text: string): boolean => {
    const left = counts.get(text);
    if (left === undefined) return got.includes(text);
    counts.set(text, left - 1);
    return left > 0;
  };
  return paragraphs
    .filter((text) => text !== '' && !isThere(lettersIn(text)))
    .map((text) => ({ text, kind: 'paragraph', aside: 'not-converted' }));
}

function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
