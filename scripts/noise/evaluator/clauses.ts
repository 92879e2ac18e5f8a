/** Sentences of one side, each with the marks and spaces that end it. */
export function sentencesOf(text: string, side: 'zh' | 'en'): string[] {
  return cutAfter(text, side === 'zh' ? ZH_SENTENCE_END : EN_SENTENCE_END);
}

/** Clauses of one side, each with the marks and spaces that end it. */
export function clausesOf(text: string, side: 'zh' | 'en'): string[] {
  return cutAfter(text, side === 'zh' ? ZH_CLAUSE_END : EN_CLAUSE_END);
}

/** Whether a text ends as a sentence does. */
export function isFinished(text: string): boolean {
  return /[。！？!?.…][”’」』"')）]*\s*$/u.test(text);
}

const ZH_SENTENCE_END = /[。！？!?][”’」』"')）]*/gu;
const EN_SENTENCE_END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Jr|No|vs|[A-Z]))[.!?]["'”’)]*\s+(?=["'“‘(]?[A-Z0-9])/gu;
const ZH_CLAUSE_END = /[。！？!?，；：,;][”’」』"')）]*/gu;
const EN_CLAUSE_END = /(?<!\d)[.!?,;:]["'”’)]*\s+/gu;

function cutAfter(text: string, end: RegExp): string[] {
  const cuts = [...text.matchAll(end)].map(({ 0: marks, index }) => index + marks.length);
  return [0, ...cuts]
    .map((from, at) => text.slice(from, cuts[at]))
    .filter((part) => part.trim() !== '');
}
