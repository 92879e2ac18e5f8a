import { datesIn, numbersIn, tokensEn } from '../text/index.js';
import { WEIGHT } from './defaults.js';
import type { EvidenceName } from './evidence.js';
import { HEADING, labelOf } from './labels.js';
import { marksOf } from './marks.js';
import type { NameIndex } from './names.js';
import { TokenTableBuilder, type TokenTable } from './token-table.js';
import { dateToken, numberToken, type ValueToken } from './values.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * English sentences as tokens: stems, values of numbers and number words, function words.
 *
 * @param names - receives every capitalised word, for the Chinese side to look for
 * @param without - evidence switched off
 * @param headings - positions of headings
 */
export function readEn(
  sentences: readonly string[],
  vocabulary: Vocabulary,
  names: NameIndex,
  without: ReadonlySet<EvidenceName> = new Set(),
  headings: ReadonlySet<number> = new Set(),
): TokenTable {
  const table = new TokenTableBuilder();
  for (const [at, sentence] of sentences.entries()) {
    if (headings.has(at)) table.add(vocabulary.enToken(HEADING), WEIGHT.label, 0);
    readSentence(sentence, table, vocabulary, names, without);
    table.endSentence(sentence.length, marksOf(sentence));
  }
  return table.build();
}

function readSentence(
  sentence: string,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
  names: NameIndex,
  without: ReadonlySet<EvidenceName>,
): void {
  const label = without.has('numbering') ? undefined : labelOf(sentence, 'en');
  if (label !== undefined) table.add(vocabulary.enToken(label), WEIGHT.label, 0);
  const numbers = numbersIn(sentence, 'en');
  for (const number of numbers) {
    const token = numberToken(number, without);
    if (token !== undefined) addValue(token, number.start, table, vocabulary);
  }
  if (!without.has('dates') && numbers.some(({ kind }) => kind === 'month')) {
    for (const date of datesIn(sentence, 'en')) {
      addValue(dateToken(date), date.start, table, vocabulary);
    }
  }
  let next = 0;
  let before: { readonly text: string; readonly end: number; readonly token: number } | undefined;
  for (const { text, start, end } of tokensEn(sentence)) {
    while (next < numbers.length && (numbers[next]?.end ?? 0) <= start) next += 1;
    const number = numbers[next];
    if (number !== undefined && start >= number.start) continue;
    const token = vocabulary.enWord(text);
    const isFunction = vocabulary.isFunction[token] ?? false;
    table.add(token, isFunction ? WEIGHT.functionWord : WEIGHT.word, start);
    if (before !== undefined && isHyphened(sentence, before, start)) {
      names.meetHyphened(before.text, text, [before.token, token]);
    } else if (!isFunction) names.meet(text, token, start === 0);
    before = { text, end, token };
  }
}

/** Whether a word with a capital and one in small letters hang together: `En-lai`. */
function isHyphened(
  sentence: string,
  before: { readonly text: string; readonly end: number },
  start: number,
): boolean {
  if (start !== before.end + 1 || sentence.charCodeAt(before.end) !== HYPHEN) return false;
  return /^\p{Lu}/u.test(before.text) && /^\p{Ll}/u.test(sentence.charAt(start));
}

const HYPHEN = 0x2d;

function addValue(
  { name, weak }: ValueToken,
  place: number,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
): void {
  table.add(vocabulary.enToken(name), weak ? WEIGHT.functionWord : WEIGHT.number, place);
}
