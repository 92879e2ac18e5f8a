import type { Check } from '../check.js';

/** Text that exists in one language only: kept on record, never exported as a translation. */
export const oneSided: Check = {
  name: 'one-sided',
  summary: 'one side is empty: the text has no translation in its document',
  examine({ zh, en }) {
    if (zh !== '' && en !== '') return undefined;
    return { detail: zh === '' ? 'no Chinese' : 'no English', rejects: true, nats: -Infinity };
  },
};
