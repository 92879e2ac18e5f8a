import { foldWidth } from './chars.js';
import { markMonths } from './months-en.js';
import { fromFigures } from './number-figures-en.js';
import { mentionsOf, shareUnits } from './number-mention.js';
import type { Draft, NumberMention } from './number-mention.js';
import { ANY, IMPLIED, MENTION } from './number-patterns-en.js';
import { fromWords } from './number-words-en.js';
import { markRoman } from './roman-en.js';

const JOINT = /^(?:[-–—~]| (?:to|and|or|-|–|—) |)$/;

/** Numbers in an English text, in text order; see {@link NumberMention}. */
export function numbersEn(original: string): NumberMention[] {
  if (!ANY.test(original)) return [];
  const text = foldWidth(original);
  const drafts: Draft[] = [];
  MENTION.lastIndex = 0;
  for (let match = MENTION.exec(text); match !== null; match = MENTION.exec(text)) {
    const found = read(text, match);
    if (found === undefined) continue;
    drafts.push(found);
    MENTION.lastIndex = found.end;
  }
  markRoman(text, drafts);
  markMonths(text, drafts);
  if (drafts.length === 0) return [];
  shareUnits(text, drafts, JOINT);
  return mentionsOf(original, drafts);
}

function read(text: string, match: RegExpExecArray): Draft | undefined {
  const [whole, figures, , article = '', word = '', implied] = match;
  const end = match.index + whole.length;
  if (figures !== undefined) return fromFigures(text, match.index, figures);
  if (implied === undefined) return fromWords(text, match.index, end, article, word);
  const value = IMPLIED.get(implied.toLowerCase());
  if (value === undefined) return undefined;
  return { value, kind: 'number', start: match.index, end, weak: true, scale: 1 };
}
