import type { Reject, Run } from '../kit/index.js';

/** How often a reason was given, and for what first. */
export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
  /** The first few, for a person to look at. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;

/** A {@link Run} that counts what was set aside; memory does not grow with the number. */
export function countRejects(signal: AbortSignal): {
  readonly run: Run;
  /** The most frequent reason first. */
  readonly counts: () => ReasonCount[];
} {
  const found = new Map<string, { count: number; examples: string[] }>();
  const onReject = ({ reason, id, message }: Reject): void => {
    const entry = found.get(reason) ?? { count: 0, examples: [] };
    entry.count += 1;
    if (entry.examples.length < EXAMPLES) {
      entry.examples.push(message === undefined ? id : `${id} (${message})`);
    }
    found.set(reason, entry);
  };
  const counts = (): ReasonCount[] =>
    [...found]
      .map(([reason, entry]) => ({ reason, ...entry }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  return { run: { signal, onReject }, counts };
}
