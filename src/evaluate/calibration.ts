/** A confidence and whether what it was given to came true. */
export interface Forecast {
  /** In [0, 1]. */
  readonly confidence: number;
  readonly right: boolean;
}

/** One row of a reliability table. */
export interface Reliability {
  /** Confidences from here, inclusive … */
  readonly from: number;
  /** … to here, exclusive except in the last row. */
  readonly to: number;
  readonly count: number;
  /** Mean confidence of the row; 0 when it is empty. */
  readonly confidence: number;
  /** Share that came true; 0 when it is empty. */
  readonly right: number;
}

/** Reliability table in `rows` equal bins: forecasts are calibrated where both shares agree. */
export function reliability(forecasts: readonly Forecast[], rows = 10): Reliability[] {
  return Array.from({ length: rows }, (_, row) => {
    const bin = forecasts.filter(
      ({ confidence }) => Math.min(rows - 1, Math.floor(confidence * rows)) === row,
    );
    const mean = (value: (forecast: Forecast) => number) =>
      bin.length === 0 ? 0 : bin.reduce((sum, forecast) => sum + value(forecast), 0) / bin.length;
    return {
      from: row / rows,
      to: (row + 1) / rows,
      count: bin.length,
      confidence: mean(({ confidence }) => confidence),
      right: mean(({ right }) => (right ? 1 : 0)),
    };
  });
}

/**
 * Expected calibration error: mean distance of confidence and truth over the rows, weighted.
 *
 * Source: C. Guo et al. (2017), "On Calibration of Modern Neural Networks", ICML, §2.
 */
export function calibrationError(table: readonly Reliability[]): number {
  const total = table.reduce((sum, { count }) => sum + count, 0);
  const off = table.reduce((sum, row) => sum + row.count * Math.abs(row.confidence - row.right), 0);
  return total === 0 ? 0 : off / total;
}
