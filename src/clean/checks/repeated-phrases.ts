import type { Check } from '../check.js';

/** Share of phrases said again on one side only that no author reaches. */
const SAID_AGAIN = 0.5;
/** Times in a row that an author may mean. */
const REPEATING = 3;
/** Units a side needs for that share to mean anything. */
const LONG_ENOUGH = 20;

/** The same words again and again, as machine translation does when it fails. */
export const repeatedPhrases: Check = {
  name: 'repeated-phrases',
  summary: 'a phrase comes again and again on one side only',
  examine({ facts: { lexical } }, { maxLoops }) {
    const { zhRepetition: zh, enRepetition: en } = lexical;
    const difference = Math.abs(zh.loops - en.loops);
    if (difference >= maxLoops) {
      // A side that says it several times too has an original that repeats itself: 嘀嗒嘀嗒嘀嗒.
      const rejects = Math.min(zh.loops, en.loops) < REPEATING;
      return { detail: `zh ${zh.loops}, en ${en.loops} times in a row`, rejects };
    }
    const again = Math.abs(zh.share - en.share);
    if (again < SAID_AGAIN || Math.max(zh.size, en.size) < LONG_ENOUGH) return undefined;
    return { detail: `${Math.round(again * 100)} % said again`, rejects: true };
  },
};
