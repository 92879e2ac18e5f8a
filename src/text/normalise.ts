import { normalForm } from './normal-form.js';
import { normaliseUsual } from './normalise-usual.js';

const SPACE = /[\s\u0085]+/g;
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;
const NEEDS_COLLAPSE = /^\s|\s$|[\u0085\u200b\u2060\ufeff]|[^\S ]|\s\s/;

/**
 * White space as a reader sees it: runs of any kind (no-break, ideographic, line ends) become
 * one space, zero-width spaces vanish, the ends are trimmed. The letters are not touched.
 */
export function collapseSpace(text: string): string {
  if (!NEEDS_COLLAPSE.test(text)) return text;
  return text.replace(ZERO_WIDTH, '').replace(SPACE, ' ').trim();
}

/** Marks that only differ in shape, and the one they are compared as. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛`´′＇「」『』]/g, "'"],
  [/[“”„‟″〝〞＂]/g, '"'],
  [/[‐‑‒–—―−─━﹘﹣]+/g, '-'],
  [/…|⋯|。{3,}/g, '...'],
  [/[。｡]/g, '.'],
  [/[、､]/g, ','],
  [/[·•‧・･]/g, '·'],
  [/[〈《]/g, '<'],
  [/[〉》]/g, '>'],
  [/[【〔]/g, '['],
  [/[】〕]/g, ']'],
];
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/g;
const SPACE_IN_HAN =
  /(?<=[\u3400-\u9fff\p{P}]) +(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) +(?=\p{P})/gu;

/**
 * A text as it is compared, never as it is stored: NFKC (full-width figures and letters,
 * ligatures), one kind of quote, dash, dot and space, no invisible characters, no space
 * between Chinese characters. Case, words and script stay. Idempotent.
 */
export function normalise(text: string): string {
  return normaliseUsual(text) ?? normaliseAny(text);
}

function normaliseAny(text: string): string {
  let folded = normalForm(normalForm(text, 'NFKC').replace(INVISIBLE, ''), 'NFKC');
  for (const [pattern, mark] of SAME) folded = folded.replace(pattern, mark);
  return collapseSpace(folded).replace(SPACE_IN_HAN, '');
}
