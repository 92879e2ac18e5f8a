import { acronymEn, isFunctionWordEn, stemEn, tokensEn } from '../text/index.js';

/** Another headword that a gloss sends the reader to, simplified. */
export interface GlossReference {
  readonly word: string;
}

/** One sense of a headword, as the stems that carry its meaning. */
export interface Sense {
  readonly stems: readonly string[];
  /** 1/√n for n content stems: a sense of one word says more about that word. */
  readonly weight: number;
}

/** Longest sense used whole; longer ones are explanations, cut at their first comma. */
const LONG_SENSE = 7;

const REFERENCE =
  /^(?:\([^)]*\)\s*)?(?:(?:old |erhua |ancient |nonstandard |Japanese )*variant of|see(?: also)?|abbr\. (?:for|of)|(?:also|formerly|usually) written(?: as)?|same as|equivalent to|erhua form of|contraction of|short for|archaic variant of|euphemistic variant of|dialectal equivalent of)\s/;
const NOTE = /^(?:CL:|also pr\.|Taiwan pr\.|pr\. |also called |classifier |particle |used )/;

/** Words of the dictionary's own language, not of the meaning. */
const LEXICOGRAPHY = new Set(
  'sb sth etc eg ie lit fig surname abbr idiom coll dialect loanword bound form particle classifier'.split(
    ' ',
  ),
);

/**
 * The headword a gloss refers to (`abbr. for 化學|化学[hua4 xue2]` → 化学), if it does nothing else.
 */
export function referenceOf(gloss: string): GlossReference | undefined {
  if (!REFERENCE.test(gloss)) return undefined;
  const word = /([\u3400-\u9fff]+)(?:\|([\u3400-\u9fff]+))?/.exec(gloss);
  const simplified = word?.[2] ?? word?.[1];
  return simplified === undefined ? undefined : { word: simplified };
}

/**
 * Senses of one CC-CEDICT gloss.
 *
 * Text in brackets, references, classifier and pronunciation notes go; the rest is cut at
 * semicolons. Function words count only in a sense that has nothing else (从: “from”).
 */
export function sensesOf(gloss: string): Sense[] {
  if (NOTE.test(gloss) || referenceOf(gloss) !== undefined) return [];
  return withoutBrackets(gloss)
    .split(/[;/]/)
    .map((text) => senseOf(text))
    .filter((sense) => sense.stems.length > 0);
}

function senseOf(text: string): Sense {
  let words = contentOf(text);
  if (words.length > LONG_SENSE) words = contentOf(text.split(',')[0] ?? '').slice(0, LONG_SENSE);
  const stems = [...new Set(words)];
  return { stems, weight: 1 / Math.sqrt(Math.max(1, stems.length)) };
}

function contentOf(text: string): string[] {
  const words = tokensEn(text.replace(/^\s*to /, ''))
    .map((token) => token.text)
    .filter((word) => !LEXICOGRAPHY.has(word.toLowerCase()) && /[a-z0-9]/i.test(word));
  const content = words.filter((word) => acronymEn(word) !== undefined || !isFunctionWordEn(word));
  return (content.length > 0 ? content : words).map((word) => acronymEn(word) ?? stemEn(word));
}

function withoutBrackets(gloss: string): string {
  let text = gloss;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  }
  return text.replace(/[\u3400-\u9fff|]+/g, ' ');
}
