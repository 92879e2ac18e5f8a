import type { RawBlock } from './raw-block.js';

/** Labels that come in pairs before a text and its translation. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['中文|汉语|漢語|中|中译|Chinese|CN|ZH', '英文|英语|英語|英|英译|English|EN'],
  ['原文|Original', '译文|譯文|翻译|Translation'],
];
/** Lines with either label from which they are labels and not part of a sentence. */
const MIN_LINES = 2;

/** `中文：`, `【英】`, `(Chinese)` at the beginning of a line, with something behind it. */
const label = (names: string): string =>
  `(?:[【\\[（(]\\s*(?:${names})\\s*[】\\]）)]\\s*[:：]?|(?:${names})\\s*[:：])\\s*`;

interface Labels {
  readonly one: RegExp;
  readonly two: RegExp;
  /** Both on one line. The text between ends in whatever space there is: asking for it would take the square of its length. */
  readonly both: RegExp;
}

const LABELS: readonly Labels[] = PAIRS.map(([one, two]) => ({
  one: new RegExp(`^(${label(one)})(?=\\S)`, 'iu'),
  two: new RegExp(`^(${label(two)})(?=\\S)`, 'iu'),
  both: new RegExp(
    `^(?:(${label(one)})(\\S.*?)(${label(two)})|(${label(two)})(\\S.*?)(${label(one)}))(?=\\S)`,
    'iu',
  ),
}));

/** A line without its labels. */
export interface Unlabelled {
  readonly labels: readonly string[];
  /** One text, or a text and its translation where both stood on the line. */
  readonly texts: readonly string[];
}

/**
 * Takes labels of the language off the lines of a document that has them throughout: they are no
 * part of either text, and an English line that opens with 英文： may pass for a Chinese one.
 */
export function withoutLabels(blocks: readonly RawBlock[]): (text: string) => Unlabelled {
  const used = LABELS.filter(
    ({ one, two }) => countOf(blocks, one) >= MIN_LINES && countOf(blocks, two) >= MIN_LINES,
  );
  const paired = LABELS.filter(({ both }) => countOf(blocks, both) >= MIN_LINES);
  return (text) => {
    for (const { both } of paired) {
      const [whole, a, first, b, c, second, d] = both.exec(text) ?? [];
      if (whole === undefined) continue;
      const labels = [a, b, c, d].flatMap((found) => (found === undefined ? [] : [found.trim()]));
      return { labels, texts: [(first ?? second ?? '').trimEnd(), text.slice(whole.length)] };
    }
    for (const { one, two } of used) {
      const found = (one.exec(text) ?? two.exec(text))?.[0];
      if (found !== undefined) return { labels: [found.trim()], texts: [text.slice(found.length)] };
    }
    return { labels: [], texts: [text] };
  };
}

function countOf(blocks: readonly RawBlock[], test: RegExp): number {
  return blocks.filter(({ text, aside }) => aside === undefined && test.test(text.trim())).length;
}
