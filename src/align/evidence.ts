/**
 * Kinds of evidence, each of which can be switched off to see what it is worth; the text is what
 * a person reads of it.
 *
 * `zh-to-en` and `en-to-zh` are the two directions in which words are asked to explain each
 * other; `dictionary` … `numbering` are the sources of the words' knowledge; the rest stand
 * beside the words.
 */
export const EVIDENCE = Object.freeze({
  length: 'lengths in characters',
  'zh-to-en': 'how well the Chinese words explain the English ones',
  'en-to-zh': 'how well the English words explain the Chinese ones',
  'word-order': 'whether words and their translations stand at like places of both sides',
  dictionary: 'word translations of CC-CEDICT',
  learned: 'word translations learned from these texts or from the corpus',
  names: 'Chinese names in pinyin, Wade–Giles and the usual spelling of well-known ones',
  regions: 'countries and territories, their short names and their people',
  numbers: 'counts, in figures or words, with 万, 亿, million and billion',
  ordinals: '第三十三, thirty-third',
  percentages: '百分之八, 8 per cent',
  money: 'sums of money',
  dates: 'years, months, days and whole dates',
  latin: 'Latin words in the Chinese text',
  numbering: 'headings, and numbers of chapters, articles and list items',
  punctuation: 'question and exclamation marks, colons, brackets, ellipses',
  dialogue: 'quotation marks, and sentences that open or close with one',
});

/** Name of a kind of evidence. */
export type EvidenceName = keyof typeof EVIDENCE;

/** All names, in the order they are shown. */
export const EVIDENCE_NAMES: readonly EvidenceName[] = Object.keys(EVIDENCE).filter(isEvidenceName);

/** Whether a text names a kind of evidence. */
export function isEvidenceName(text: string): text is EvidenceName {
  return Object.hasOwn(EVIDENCE, text);
}

/** The sources of what is known of words. */
export const WORD_SOURCES = [
  'dictionary',
  'learned',
  'names',
  'regions',
  'numbers',
  'ordinals',
  'percentages',
  'money',
  'dates',
  'latin',
  'numbering',
] as const satisfies readonly EvidenceName[];

/** A source of what is known of words. */
export type WordSource = (typeof WORD_SOURCES)[number];
