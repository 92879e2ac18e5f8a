import type { Reject, Run } from '../kit/stage.js';

/** A {@link Run} that remembers what was set aside, for the summary at the end. */
export function gatherRejects(signal: AbortSignal): {
  readonly rejects: readonly Reject[];
  readonly run: Run;
} {
  const rejects: Reject[] = [];
  return { rejects, run: { signal, onReject: (reject) => void rejects.push(reject) } };
}
