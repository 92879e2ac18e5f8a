import type { Side } from './texts.js';

/** What a text is cut into. */
export type Level = 'sentence' | 'clause';

const CHINESE: Readonly<Record<Level, RegExp>> = {
  sentence: /.*?(?:[。！？；][。！？；，：”’」』）)\s]*|$)/gsu,
  clause: /.*?(?:[。！？；，：][。！？；，：”’」』）)\s]*|$)/gsu,
};
const ENGLISH_END: Readonly<Record<Level, RegExp>> = {
  sentence: /[.!?;]["'”’)\]]*$/,
  clause: /[.!?;:,]["'”’)\]]*$/,
};
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|No|Gen|Sen|Rep|e\.g|i\.e|U\.S|U\.K)|\b[A-Z])\.$/;

/** Sentences or clauses, with the blanks after them: put together they are the text again. */
export function unitsOf(text: string, side: Side, level: Level): string[] {
  if (side === 'zh') return (text.match(CHINESE[level]) ?? []).filter((unit) => unit !== '');
  const units: string[] = [];
  let unit = '';
  for (const word of text.match(/\S+\s*/g) ?? []) {
    unit += word;
    const seen = unit.trimEnd();
    if (!ENGLISH_END[level].test(seen) || ABBREVIATION.test(seen)) continue;
    units.push(unit);
    unit = '';
  }
  if (unit !== '') units.push(unit);
  return units;
}
