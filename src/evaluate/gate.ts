/** Scores that may not fall, and the exact data they were measured on. */
export interface Baseline {
  /** SHA-256 of the gold; a gate on other data proves nothing. */
  readonly goldSha256: string;
  /** Metric name → lowest accepted value, rounded to 4 decimals. */
  readonly floors: Readonly<Record<string, number>>;
}

/** Rounding of the floors may cost this much and no more. */
const SLACK = 0.000_05;

/** One line for every metric that is missing or below its floor. */
export function regressions(
  { floors }: Baseline,
  got: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(floors)
    .filter(([metric, floor]) => !((got[metric] ?? -Infinity) >= floor - SLACK))
    .map(([metric, floor]) => `${metric}: ${got[metric]?.toFixed(4) ?? 'missing'} < ${floor}`);
}
