import { unpairedMarks } from '../facts/balance.js';
import { CLASS } from '../facts/characters.js';
import type { SideFacts } from '../facts/side.js';
import type { Check } from '../check.js';

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
  examine({ zh, en }) {
    const [left, right] = [unpairedMarks(zh), unpairedMarks(en)];
    if (left > 0 === right > 0) return undefined;
    return { detail: left > 0 ? 'Chinese side' : 'English side', rejects: false };
  },
};

function of(side: SideFacts, kind: number): number {
  return side.counts[kind] as number;
}
