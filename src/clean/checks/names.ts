import type { Check } from '../check.js';

/** Names shown at most. */
const SHOWN = 4;

/** An English name in pinyin whose characters the Chinese does not have. */
export const nameMissing: Check = {
  name: 'name-missing',
  summary: 'a name spelt in pinyin has no Chinese characters on the other side',
  examine({ facts: { lexical } }) {
    const { namesMissing } = lexical;
    if (namesMissing.length === 0) return undefined;
    return { detail: namesMissing.slice(0, SHOWN).join(', '), rejects: false };
  },
};
