import { countHan, countLatin } from './texts.js';

/** Letters and digits only, in lower case, single blanks between. */
export function bareText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two texts of one language are too like each other for one to be wrong in the other's place. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [bareText(one), bareText(other)];
  if (a === b || a === '' || b === '') return true;
  if (a.length >= 4 && b.length >= 4 && (a.includes(b) || b.includes(a))) return true;
  const isChinese = countHan(one) > countLatin(one);
  const size = isChinese ? 2 : 3;
  const [oneRuns, otherRuns] = [runsOf(Array.from(a), size), runsOf(Array.from(b), size)];
  const common = countCommon(oneRuns, otherRuns);
  if (common / Math.max(1, oneRuns.size + otherRuns.size - common) >= 0.45) return true;
  const [mine, theirs] = isChinese
    ? [runsOf(Array.from(a), 4), runsOf(Array.from(b), 4)]
    : [runsOf(a.split(' '), 3), runsOf(b.split(' '), 3)];
  const smaller = Math.min(mine.size, theirs.size);
  return smaller >= 3 && countCommon(mine, theirs) / smaller >= 0.5;
}

/** Every `size` pieces that follow one another. */
function runsOf(pieces: readonly string[], size: number): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let end = size; end <= pieces.length; end++)
    runs.add(pieces.slice(end - size, end).join('\u0001'));
  return runs;
}

function countCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((run) => other.has(run)).length;
}
