import type { Block, Lang, Sentence } from '../model/index.js';

/**
 * The text of a run of sentences, as the page has it.
 *
 * Sentences of one block are cut out together, so the spaces between them are the author's.
 * Between blocks English gets a space, Chinese nothing.
 */
export function joinSentences(
  sentences: readonly Sentence[],
  blocks: readonly Block[],
  lang: Lang,
): string {
  const parts: string[] = [];
  for (let first = 0; first < sentences.length;) {
    let last = first;
    while (sentences[last + 1]?.block === sentences[first]?.block) last += 1;
    const [head, tail] = [sentences[first], sentences[last]];
    if (head === undefined || tail === undefined) break;
    parts.push(blocks[head.block]?.text.slice(head.start, tail.end) ?? '');
    first = last + 1;
  }
  return parts.join(lang === 'zh' ? '' : ' ');
}
