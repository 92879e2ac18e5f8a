import { CLASS } from '../facts/characters.js';
import type { SideFacts } from '../facts/side.js';
import type { Check } from '../check.js';

/** Fewer Han characters may all be rare by chance. */
const HAN_TO_JUDGE = 6;
/** Pairs like `Ã©` that make mojibake certain: one may be a name. */
const DOUBLED = 2;

/** Text read in a charset it was not written in. */
export const mojibake: Check = {
  name: 'mojibake',
  summary: 'text was decoded with the wrong charset or lost characters',
  examine({ facts: { zh, en, lexical } }, { maxRareHan }) {
    const broken = of(zh, CLASS.broken) + of(en, CLASS.broken);
    if (broken > 0) return { detail: `${broken} broken characters`, rejects: true };
    const doubled = zh.doubled + en.doubled;
    if (doubled >= DOUBLED) return { detail: `${doubled} misread letters`, rejects: true };
    const han = of(zh, CLASS.han);
    const rare = lexical.rareHan / Math.max(1, han);
    if (han < HAN_TO_JUDGE || rare <= maxRareHan) return undefined;
    return { detail: `${Math.round(rare * 100)} % rare characters`, rejects: true };
  },
};

/** Characters that no text should hold and that break XML. */
export const controlCharacters: Check = {
  name: 'control-characters',
  summary: 'control characters are left in the text',
  examine({ facts: { zh, en } }) {
    const count = of(zh, CLASS.control) + of(en, CLASS.control);
    return count === 0 ? undefined : { detail: `${count} characters`, rejects: true };
  },
};

/** Brackets or quotation marks opened and not closed, on one side only. */
export const unbalancedMarks: Check = {
  name: 'unbalanced-marks',
  summary: 'brackets or quotation marks do not pair up on one side',
  examine({ facts: { zh, en } }) {
    const open = (side: SideFacts): number => side.unbalanced + (side.quotes % 2);
    if (open(zh) > 0 === open(en) > 0) return undefined;
    return { detail: open(zh) > 0 ? 'Chinese side' : 'English side', rejects: false };
  },
};

function of(side: SideFacts, kind: number): number {
  return side.counts[kind] as number;
}
