import { acrossChecks, checks, cleanLimits, LOW_SCORE, type CleanLimit } from '../clean/index.js';
import { jsonLine } from '../kit/index.js';
import type { Io } from './io.js';

/** A check as `clean --list` tells it. */
interface ListedCheck {
  readonly check: string;
  readonly summary: string;
  readonly isOptional: boolean;
  readonly limits: readonly ({ readonly name: string } & CleanLimit)[];
}

/** Writes every check with its summary, then its thresholds and their reasons. */
export async function listChecks(io: Io, isJson: boolean): Promise<void> {
  for (const each of listed()) await io.out(isJson ? jsonLine(each) : described(each));
}

function listed(): ListedCheck[] {
  const all: readonly { name: string; summary: string; isOptional?: boolean }[] = [
    ...checks,
    ...acrossChecks,
  ];
  return [
    ...all.map(({ name, summary, isOptional = false }) => ({
      check: name,
      summary,
      isOptional,
      limits: limitsOf(({ checks: users }) => users.includes(name)),
    })),
    {
      check: LOW_SCORE,
      summary: 'no check refuses the pair, but its score is too low',
      isOptional: false,
      limits: limitsOf(({ checks: users }) => users.length === 0),
    },
  ];
}

function limitsOf(isShown: (limit: CleanLimit) => boolean): ListedCheck['limits'] {
  const all: readonly (readonly [string, CleanLimit])[] = Object.entries(cleanLimits);
  return all.filter(([, limit]) => isShown(limit)).map(([name, limit]) => ({ name, ...limit }));
}

function described({ check, summary, isOptional, limits }: ListedCheck): string {
  const head = `${check.padEnd(22)}${summary}${isOptional ? ' (off by default)' : ''}\n`;
  const lines = limits.map(
    ({ name, value, summary, reason }) =>
      `    ${name}: ${value}  ${summary}\n        why: ${reason}\n`,
  );
  return head + lines.join('');
}
