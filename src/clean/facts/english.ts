import { CLASS, characterClasses } from './characters.js';
import { FIRST_HASH, nextHash, WORD, type WordTable } from './word-table.js';

/** Words of the English side, as parallel arrays. Numbers in figures are not among them. */
export interface EnglishWords {
  /** Number of words. */
  size: number;
  /** Word numbers: equal for equal words. */
  readonly id: Int32Array;
  /** Stem numbers, −1 for words the lexicon does not have. */
  readonly stem: Int32Array;
  /** Bits of {@link WORD}. */
  readonly flags: Uint8Array;
  /** Sets of classes of grammar, see `GrammarReader`. */
  readonly grammar: Uint8Array;
  /** Some word ends in n't, which is no word of its own here. */
  isDenied: boolean;
  /** Where each word begins in the text. */
  readonly start: Int32Array;
  /** Lower-case spellings; one for each word and maybe others behind. */
  readonly lower: string[];
  /** Words of grammar. */
  functions: number;
  /** Words that are neither grammar nor in the lexicon; a capitalised one, maybe a name, is 0.4. */
  unknown: number;
}

/** Words read of one side; the rest of a longer text is not looked at. */
export const MAX_WORDS = 2_048;

/** A capitalised unknown word may be a name. */
const UNKNOWN_NAME = 0.4;

/** Arrays to read into, to be used again and again. */
export function englishWords(): EnglishWords {
  return {
    size: 0,
    id: new Int32Array(MAX_WORDS),
    stem: new Int32Array(MAX_WORDS),
    flags: new Uint8Array(MAX_WORDS),
    grammar: new Uint8Array(MAX_WORDS),
    isDenied: false,
    start: new Int32Array(MAX_WORDS),
    lower: Array.from({ length: MAX_WORDS }, () => ''),
    functions: 0,
    unknown: 0,
  };
}

/** Reads the Latin words of a text into `words`; what was there is forgotten. */
export function readWords(text: string, table: WordTable, words: EnglishWords): void {
  const classes = characterClasses();
  words.size = 0;
  words.functions = 0;
  words.unknown = 0;
  words.isDenied = false;
  for (let at = 0; at < text.length && words.size < MAX_WORDS;) {
    let end = at;
    let hash = FIRST_HASH;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (!isLetter(classes[code] as number)) break;
      hash = nextHash(hash, code);
    }
    if (end === at) {
      at += 1;
      continue;
    }
    const clitic = cliticAfter(text, end, classes);
    if (clitic >= 0) {
      words.start[words.size] = at;
      takeWord(table.look(text, at, end, hash), table, words);
    } else words.isDenied = true;
    at = end + Math.abs(clitic);
  }
}

function takeWord(word: number, table: WordTable, words: EnglishWords): void {
  const at = words.size++;
  const flags = (table.flags[word] as number) | (at === 0 ? WORD.isFirst : 0);
  words.id[at] = table.id[word] as number;
  words.stem[at] = table.stem[word] as number;
  words.lower[at] = table.lower[word] ?? '';
  words.flags[at] = flags;
  words.grammar[at] = table.grammar[word] as number;
  if ((flags & WORD.isFunction) !== 0) words.functions += 1;
  words.unknown += unknownness(words, at);
}

/** How much a word tells of a foreign language: 0 if it is known, less than 1 if it may be a name. */
export function unknownness({ flags, stem }: EnglishWords, at: number): number {
  const own = flags[at] as number;
  if ((own & WORD.isFunction) !== 0 || (stem[at] as number) >= 0) return 0;
  return (own & WORD.isCapital) === 0 ? 1 : UNKNOWN_NAME;
}

/**
 * Length of `'s`, `'re` … behind a word; negative when the word is grammar with it (`don't`),
 * 0 where there is none.
 */
function cliticAfter(text: string, end: number, classes: Uint8Array): number {
  const mark = text.charCodeAt(end);
  if (mark !== 0x27 && mark !== 0x2019) return 0;
  let last = end + 1;
  while (last < text.length && isLetter(classes[text.charCodeAt(last)] as number)) last += 1;
  const length = last - end;
  if (length < 2 || length > 3) return 0;
  return text.charCodeAt(end + 1) === 0x74 ? -length : length;
}

function isLetter(kind: number): boolean {
  return kind === CLASS.latin || kind === CLASS.accented;
}
