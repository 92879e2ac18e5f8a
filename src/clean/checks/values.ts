import type { NumberKind, NumberMention } from '../../text/index.js';
import type { Candidate, Check, Objection } from '../check.js';
import type { CleanLimits } from '../defaults.js';

/** Mentions shown at most. */
const SHOWN = 6;

/**
 * A check of the numbers of some kinds; each unanswered mention is in exactly one of them. Numbers
 * in words are on record and refuse nothing by themselves: the score looks at them.
 */
function valueCheck(name: string, summary: string, kinds: readonly NumberKind[]): Check {
  return {
    name,
    summary,
    examine: ({ facts }: Candidate, { maxNumberErrors }: CleanLimits): Objection | undefined => {
      const { zhOnly, enOnly, words } = facts.values;
      const zh = [...zhOnly, ...words.zhOnly].filter(({ kind }) => kinds.includes(kind));
      const en = [...enOnly, ...words.enOnly].filter(({ kind }) => kinds.includes(kind));
      if (zh.length + en.length === 0) return undefined;
      return {
        detail: [...show('zh', zh), ...show('en', en)].slice(0, SHOWN).join(', '),
        rejects: facts.values.contradictions > maxNumberErrors,
      };
    },
  };
}

function show(side: string, mentions: readonly NumberMention[]): string[] {
  return mentions.map(({ text, value, kind }) => {
    const written = text.trim();
    return written === String(value) || kind === 'month'
      ? `${side} ${written}`
      : `${side} ${written} = ${value}`;
  });
}

/** Plain numbers and ordinals. */
export const numberMismatch: Check = valueCheck(
  'number-mismatch',
  'numbers on one side are missing or different on the other',
  ['number', 'ordinal'],
);

/** Years, months and days. */
export const dateMismatch: Check = valueCheck(
  'date-mismatch',
  'a year, month, day or weekday of one side is missing or different on the other',
  ['year', 'month', 'day'],
);

/** Sums of money. */
export const moneyMismatch: Check = valueCheck(
  'money-mismatch',
  'a sum of money of one side is missing or different on the other',
  ['money'],
);

/** Percentages. */
export const percentMismatch: Check = valueCheck(
  'percent-mismatch',
  'a percentage of one side is missing or different on the other',
  ['percent'],
);
