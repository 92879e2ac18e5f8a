import type { Lang } from '../../model/index.js';
import { numbersIn } from '../../text/index.js';
import type { Check } from '../check.js';

/** Numbers below this are often written as words, articles or not at all. */
const SMALL = 13;

/**
 * A number written in digits on one side that the other side does not have in any writing.
 *
 * Numbers are compared as values: 近3000家 agrees with "nearly 3,000", 1.2亿 with "120 million".
 * One missing number lowers the score; when at least two are missing and they are most of the
 * numbers there are, the pair is refused.
 */
export const numberMismatch: Check = {
  name: 'number-mismatch',
  summary: 'numbers on one side are missing or different on the other',
  examine({ zh, en }) {
    const zhValues = valuesOf(zh, 'zh');
    const enValues = valuesOf(en, 'en');
    const missing = [
      ...without(zhValues.firm, enValues.all).map((value) => `zh ${value}`),
      ...without(enValues.firm, zhValues.all).map((value) => `en ${value}`),
    ];
    if (missing.length === 0) return undefined;
    const firm = zhValues.firm.length + enValues.firm.length;
    const most = missing.length >= 2 && missing.length * 2 > firm;
    return { detail: missing.slice(0, 6).join(', '), rejects: most, nats: most ? -3 : -1 };
  },
};

function valuesOf(text: string, lang: Lang): { all: readonly number[]; firm: readonly number[] } {
  const mentions = numbersIn(text, lang);
  return {
    all: mentions.map(({ value }) => value),
    firm: mentions
      .filter(({ value, text: written }) => value >= SMALL && /\p{Nd}/u.test(written))
      .map(({ value }) => value),
  };
}

/** Members of `some` that `others` lacks, each member of `others` answering for one. */
function without(some: readonly number[], others: readonly number[]): readonly number[] {
  const left = [...others];
  return some.filter((value) => {
    const at = left.findIndex((other) => Math.abs(other - value) <= 1e-9 * Math.abs(value));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}
