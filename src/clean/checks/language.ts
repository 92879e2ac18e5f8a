import { langOf, normalise } from '../../text/index.js';
import type { Check } from '../check.js';

/** A side is written in the other side's script. */
export const wrongLanguage: Check = {
  name: 'wrong-language',
  summary: 'a side is not written in its own language',
  examine({ zh, en }, { minOwnScript }) {
    const inZh = langOf(zh);
    const inEn = langOf(en);
    // A Han character carries about as much as four Latin letters.
    const zhShare = (inZh.han * 4) / Math.max(1, inZh.han * 4 + inZh.latin);
    const enShare = inEn.latin / Math.max(1, inEn.latin + inEn.han * 4);
    if (zhShare < minOwnScript) {
      return { detail: `Chinese side: ${percent(zhShare)} Chinese`, rejects: true, nats: -4 };
    }
    if (enShare < minOwnScript) {
      return { detail: `English side: ${percent(enShare)} English`, rejects: true, nats: -4 };
    }
    return undefined;
  },
};

/** Both sides say the same in the same letters: nobody translated it. */
export const untranslated: Check = {
  name: 'untranslated',
  summary: 'both sides are the same text',
  examine({ zh, en }) {
    const [left, right] = [bare(zh), bare(en)];
    if (left === '' || left !== right) return undefined;
    return { detail: 'identical apart from case and punctuation', rejects: true, nats: -6 };
  },
};

function bare(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
