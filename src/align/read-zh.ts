import { childOf, foldZh, NO_NODE } from '../lexicon/index.js';
import { datesIn, numbersIn } from '../text/index.js';
import { WEIGHT } from './defaults.js';
import type { EvidenceName } from './evidence.js';
import type { KnownName, KnownNames } from './gazetteer.js';
import { HEADING, labelOf } from './labels.js';
import { marksOf } from './marks.js';
import type { NameIndex } from './names.js';
import { TokenTableBuilder, type TokenTable } from './token-table.js';
import { dateToken, numberToken, type ValueToken } from './values.js';
import { NONE, type Vocabulary } from './vocabulary.js';

const LATIN = /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'’-]*/g;
/** ASCII letters and digits take less room than Han characters do. */
const ASCII_LENGTH = 0.3;

/**
 * Chinese sentences as tokens: every character, every dictionary word at every place (they
 * overlap), values of numerals and dates, Latin words, and strings that spell a name of the
 * English side.
 *
 * @param names - names of the English side in pinyin and Wade–Giles
 * @param known - well-known names and regions
 * @param without - evidence switched off
 * @param headings - positions of headings
 */
export function readZh(
  sentences: readonly string[],
  vocabulary: Vocabulary,
  names: NameIndex,
  known: KnownNames,
  without: ReadonlySet<EvidenceName> = new Set(),
  headings: ReadonlySet<number> = new Set(),
): TokenTable {
  const table = new TokenTableBuilder();
  for (const [at, sentence] of sentences.entries()) {
    if (headings.has(at)) table.add(vocabulary.zhOther(HEADING, NONE), WEIGHT.label, 0);
    const text = foldZh(vocabulary.lexicon, sentence);
    readHan(text, table, vocabulary, names, known);
    readValues(sentence, table, vocabulary, without);
    const label = without.has('numbering') ? undefined : labelOf(sentence, 'zh');
    if (label !== undefined) table.add(vocabulary.zhOther(label, NONE), WEIGHT.label, 0);
    if (!without.has('latin')) readLatin(text, table, vocabulary);
    table.endSentence(lengthOf(text), marksOf(sentence));
  }
  return table.build();
}

function readHan(
  text: string,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
  names: NameIndex,
  known: KnownNames,
): void {
  const { trie } = vocabulary.lexicon;
  let at = 0;
  const addName = (length: number, token: number): void => {
    const name = `name:${text.slice(at, at + length)}=${token}`;
    table.add(vocabulary.zhOther(name, token), WEIGHT.name, at);
  };
  const addKnown = ({ zh, source, token }: KnownName): void => {
    const name = `${source === 'names' ? 'name' : 'region'}:${zh}=${token}`;
    const weight = source === 'names' ? WEIGHT.name : WEIGHT.region;
    table.add(vocabulary.zhOther(name, token), weight, at);
  };
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code)) continue;
    let node = childOf(trie, 0, code);
    const own = node === NO_NODE ? 0 : (trie.key[node] as number);
    if (own === 0) table.add(vocabulary.zhOther(text.charAt(at), NONE), WEIGHT.character, at);
    else addUnit(own - 1, text, at, at + 1, WEIGHT.character, table, vocabulary);
    for (let end = at + 1; node !== NO_NODE && end < text.length; end++) {
      node = childOf(trie, node, text.charCodeAt(end));
      const key = node === NO_NODE ? 0 : (trie.key[node] as number);
      if (key > 0) addUnit(key - 1, text, at, end + 1, WEIGHT.word, table, vocabulary);
    }
    names.look(text, at, addName);
    known.look(text, at, addKnown);
  }
}

function readValues(
  sentence: string,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
  without: ReadonlySet<EvidenceName>,
): void {
  const numbers = numbersIn(sentence, 'zh');
  for (const number of numbers) {
    const token = numberToken(number, without);
    if (token !== undefined) addValue(token, number.start, table, vocabulary);
  }
  if (!without.has('dates') && numbers.some(({ kind }) => kind === 'month')) {
    for (const date of datesIn(sentence, 'zh')) {
      addValue(dateToken(date), date.start, table, vocabulary);
    }
  }
}

function addValue(
  { name, weak }: ValueToken,
  place: number,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
): void {
  table.add(vocabulary.zhOther(name, NONE), weak ? WEIGHT.functionWord : WEIGHT.number, place);
}

function addUnit(
  unit: number,
  text: string,
  from: number,
  to: number,
  weight: number,
  table: TokenTableBuilder,
  vocabulary: Vocabulary,
): void {
  const token = vocabulary.zhUnit(unit, text, from, to);
  table.add(token, vocabulary.isStop(unit) ? weight * WEIGHT.functionWord : weight, from);
}

function readLatin(text: string, table: TokenTableBuilder, vocabulary: Vocabulary): void {
  for (const { 0: word, index } of text.matchAll(LATIN)) {
    const twin = vocabulary.enWord(word);
    table.add(vocabulary.zhOther(`latin:${vocabulary.enName(twin)}`, twin), WEIGHT.word, index);
  }
}

function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20)
      length += code > 0x20 && code < 0x7f && isAlphanumeric(code) ? ASCII_LENGTH : 1;
  }
  return length;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code >= 0x61;
}

function isHan(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007
  );
}
