/** Counts by name, for the summary at the end. */
export interface Tally {
  readonly add: (name: string, count?: number) => void;
  /** `3 one-sided`, most first. */
  readonly lines: () => readonly string[];
  readonly total: () => number;
}

/** An empty {@link Tally}. */
export function tally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (name, count = 1) => counts.set(name, (counts.get(name) ?? 0) + count),
    lines: () =>
      [...counts]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .map(([name, count]) => `${count} ${name}`),
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}
