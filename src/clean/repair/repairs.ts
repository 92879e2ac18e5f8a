import type { Lang } from '../../model/index.js';
import { normalForm } from '../../text/index.js';
import { decodeEntities } from './entities.js';
import { meaningfulGaps, WIDE } from './meaningful-gaps.js';
import { mendQuotes } from './quotes.js';

/** A change of a text that loses nothing a reader would miss. */
export interface Repair {
  /** Kebab-case, stable: recorded with the pair. */
  readonly name: string;
  readonly summary: string;
  apply(text: string, lang: Lang): string;
}

const HAN_OR_MARK =
  '[\\p{Script=Han}\\u3001-\\u3011\\uff01\\uff08\\uff09\\uff0c\\uff1a\\uff1b\\uff1f]';
const SPACE_BETWEEN_HAN = new RegExp(
  `(?<=${HAN_OR_MARK})[ \\u00a0\\u3000]+(?=${HAN_OR_MARK})`,
  'gu',
);
const INVISIBLE =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu;
const WIDE_FIGURES =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0d\uff0f\uff1d\uff20]/gu;
/** ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ: PDFs and word processors set them. */
const LIGATURES = /[\ufb00-\ufb06]/gu;
const WIDE_ALL = /[\uff01-\uff5e]/gu;

/** Every repair, in the order they are applied. */
export const repairs: readonly Repair[] = [
  {
    name: 'invisible-characters',
    summary: 'removes soft hyphens, zero-width characters, direction marks and control characters',
    apply: (text) => text.replace(INVISIBLE, ''),
  },
  {
    name: 'entities',
    summary: 'writes HTML entities out: &nbsp; &amp;amp; &#8220;',
    apply: decodeEntities,
  },
  {
    name: 'unicode-form',
    summary:
      'joins letters and their accents, unites compatibility ideographs (NFC), parts ligatures like ﬁ',
    apply: (text) => normalForm(text, 'NFC').replace(LIGATURES, (one) => one.normalize('NFKC')),
  },
  {
    name: 'width',
    summary: 'makes full-width letters and figures half-width; in English marks too',
    apply: (text, lang) => text.replace(lang === 'en' ? WIDE_ALL : WIDE_FIGURES, halfWidth),
  },
  {
    name: 'quotes',
    summary:
      "makes ``…'' a double quote, doubled marks one, and turns marks of the wrong direction",
    apply: mendQuotes,
  },
  {
    name: 'white-space',
    summary: 'makes every run of white space one space and trims both ends',
    apply: (text, lang) => {
      const kept = meaningfulGaps(text, lang);
      return text
        .replace(/[\s\u0085]+/gu, (gap, at: number) =>
          kept.has(at) && gap.includes(WIDE) ? WIDE : ' ',
        )
        .trim();
    },
  },
  {
    name: 'space-between-han',
    summary:
      'removes spaces between Chinese characters, but for those behind the number of a heading, between fields and items of a list',
    apply: (text, lang) => {
      if (lang !== 'zh') return text;
      const kept = meaningfulGaps(text, lang);
      return text.replace(SPACE_BETWEEN_HAN, (gap, at: number) => (kept.has(at) ? gap : ''));
    },
  },
];

function halfWidth(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}
