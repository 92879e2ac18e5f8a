import { isFunctionWordEn, numbersIn, tokensEn } from '../text/index.js';
import { WEIGHT } from './defaults.js';
import { marksOf } from './marks.js';
import type { NameIndex } from './names.js';
import { TokenTableBuilder, type TokenTable } from './token-table.js';
import { valueName } from './values.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * English sentences as tokens: stems, values of numbers and number words, function words.
 *
 * @param names - receives every capitalised word, for the Chinese side to look for
 */
export function readEn(
  sentences: readonly string[],
  vocabulary: Vocabulary,
  names: NameIndex,
  useNumbers = true,
): TokenTable {
  const table = new TokenTableBuilder();
  for (const sentence of sentences) {
    readSentence(sentence, table, vocabulary, names, useNumbers);
    table.endSentence(sentence.length, marksOf(sentence));
  }
  return table.build();
}

function readSentence(
  sentence: string,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
  names: NameIndex,
  useNumbers: boolean,
): void {
  const numbers = useNumbers ? numbersIn(sentence, 'en') : [];
  for (const number of numbers) {
    const weight = number.weak ? WEIGHT.functionWord : WEIGHT.number;
    table.add(vocabulary.enToken(valueName(number.value)), weight);
  }
  let next = 0;
  for (const { text, start } of tokensEn(sentence)) {
    while (next < numbers.length && (numbers[next]?.end ?? 0) <= start) next += 1;
    const number = numbers[next];
    if (number !== undefined && start >= number.start) continue;
    const isFunction = isFunctionWordEn(text);
    const token = vocabulary.enWord(text);
    table.add(token, isFunction ? WEIGHT.functionWord : WEIGHT.word);
    if (!isFunction) names.meet(text, token, start === 0);
  }
}
