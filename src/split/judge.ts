import { split } from 'sentence-splitter';

/**
 * What sentence-splitter makes of a word with a full stop.
 *
 * `title`: the sentence goes on even before a capital (`Mr. Fuji`). `abbreviation`: it goes on
 * before a small letter, a capital may begin a new one (`Co. the`, `Co. The`). `word`: it ends.
 */
export type Verdict = 'title' | 'abbreviation' | 'word';

/** No abbreviation in the package is longer, so longer words need no question (in letters). */
const LONGEST_ABBREVIATION = 8;

/** Verdicts kept; when full the table is emptied, which changes speed and nothing else. */
const KEPT = 20_000;
const verdicts = new Map<string, Verdict>();

/**
 * Asks sentence-splitter about one word and its full stop.
 *
 * The package reads the word, and of its neighbours only whether they begin with a capital,
 * so the window put before it holds the real word between two plain ones of the right case.
 * That keeps the question short (the package's time grows with its input) and makes the answer
 * fit every later place with the same word.
 *
 * @param word - without the full stop in question, at most a few dozen letters
 * @param afterCapital - whether the word before it begins with a capital
 */
export function judgeWord(word: string, afterCapital: boolean): Verdict {
  if (word.length > LONGEST_ABBREVIATION && !word.includes('.')) return 'word';
  const key = `${afterCapital ? '^' : '-'}${word}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const verdict = ask(word, afterCapital ? 'Then' : 'then');
  if (verdicts.size >= KEPT) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
}

function ask(word: string, before: string): Verdict {
  const first = `${before} ${word}.`;
  const goesOn = !endsSentence(first, 'there');
  // Only an initial goes on before a capital and not before a small letter (`Albert I. Jones`).
  if (!goesOn && word.length > 1) return 'word';
  if (!endsSentence(first, 'There')) return 'title';
  return goesOn ? 'abbreviation' : 'word';
}

const shouts = new Map<string, boolean>();

/** Whether sentence-splitter knows the word as a name that ends in `!` (`Yahoo!`). */
export function isNameWithBang(word: string): boolean {
  const known = shouts.get(word);
  if (known !== undefined) return known;
  const answer = !endsSentence(`then ${word}!`, 'There');
  if (shouts.size >= KEPT) shouts.clear();
  shouts.set(word, answer);
  return answer;
}

/** Whether sentence-splitter ends a sentence between `first` and `next`. */
function endsSentence(first: string, next: string): boolean {
  const head = split(`${first} ${next} end`).find((node) => node.type === 'Sentence');
  return head !== undefined && head.range[1] <= first.length;
}
