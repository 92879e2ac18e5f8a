import type { Check } from '../check.js';

/** Names shown at most. */
const SHOWN = 4;
/** Said instead of a name that stood in an earlier sentence. */
const PRONOUN = /[他她它牠您你我咱其]/g;

/** An English name that the Chinese does not have: in pinyin, or known to the dictionary. */
export const nameMissing: Check = {
  name: 'name-missing',
  summary: 'a name of the English side has no Chinese characters on the other side',
  examine({ zh, facts: { lexical } }) {
    const { namesMissing, namesUntold } = lexical;
    const spoken = namesUntold.length === 0 ? 0 : (zh.match(PRONOUN)?.length ?? 0);
    const names = new Set([...namesMissing, ...namesUntold.slice(spoken)]);
    if (names.size === 0) return undefined;
    return { detail: [...names].slice(0, SHOWN).join(', '), rejects: false };
  },
};
